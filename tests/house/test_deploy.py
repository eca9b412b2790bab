"""What one needs to run an instance refers to files and settings that exist."""

import configparser
import re
import shlex
import subprocess

import yaml

from tests.house.files import ROOT, SOURCE

DEPLOY = ROOT / "deploy"


def compose() -> dict:
    return yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))


def settings_read() -> set[str]:
    """The names that the settings look up in the environment."""
    code = (SOURCE / "web" / "settings.py").read_text(encoding="utf-8")
    return set(re.findall(r'(?:environ\.get|env_\w+)\("([A-Z_]+)"', code))


def test_compose_builds_from_files_that_exist():
    build = compose()["services"]["kulturspejl"]["build"]
    context = (DEPLOY / build["context"]).resolve()
    assert context == ROOT
    assert (context / build["dockerfile"]).is_file()


def test_compose_mounts_files_and_volumes_that_exist():
    whole = compose()
    for service in whole["services"].values():
        for mount in service.get("volumes", []):
            source = mount.split(":")[0]
            assert (DEPLOY / source).is_file() if source.startswith(".") else source in whole["volumes"]


def test_compose_sets_only_what_the_settings_read():
    assert set(compose()["services"]["kulturspejl"]["environment"]) <= settings_read()


def test_the_keys_of_open_rounds_lie_in_a_volume_of_their_own():
    mounts = dict(mount.split(":")[:2] for mount in compose()["services"]["kulturspejl"]["volumes"])
    image = (DEPLOY / "Containerfile").read_text(encoding="utf-8")
    assert f"KULTURSPEJL_VAR={mounts['data']} KULTURSPEJL_KEYS={mounts['keys']}" in image


def test_the_example_names_only_settings_that_are_read():
    text = (DEPLOY / "example.env").read_text(encoding="utf-8")
    names = set(re.findall(r"^#? ?([A-Z_]+)=", text, re.MULTILINE))
    assert names - {"KULTURSPEJL_HOST", "POSTGRES_PASSWORD"} <= settings_read()
    assert "KULTURSPEJL_HOST" in names


def test_the_image_copies_files_that_exist():
    lines = (DEPLOY / "Containerfile").read_text(encoding="utf-8").splitlines()
    copied = [shlex.split(line)[1:-1] for line in lines if line.startswith("COPY ") and "--from" not in line]
    assert copied
    assert [name for names in copied for name in names if not (ROOT / name).exists()] == []


def test_the_proxy_keeps_no_line_about_answering_people():
    proxy = (DEPLOY / "Caddyfile").read_text(encoding="utf-8")
    (paths,) = re.findall(r"^\s*@unlogged path (.*)$", proxy, re.MULTILINE)
    assert {"/r/*", "/answers", "/room/*"} <= set(paths.split())
    assert re.search(r"^\s*log_skip @unlogged$", proxy, re.MULTILINE)
    assert "header_up -X-Forwarded-For" in proxy


def test_the_proxy_tells_who_logs_in_so_that_one_who_guesses_keeps_nobody_else_out():
    proxy = (DEPLOY / "Caddyfile").read_text(encoding="utf-8")
    assert re.search(r"^\s*reverse_proxy /account/\* kulturspejl:8000$", proxy, re.MULTILINE)
    assert re.search(r"^\s*reverse_proxy kulturspejl:8000 \{$", proxy, re.MULTILINE)


def test_the_service_runs_a_command_that_exists():
    unit = configparser.ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str
    unit.read(DEPLOY / "kulturspejl.service", encoding="utf-8")
    words = shlex.split(unit["Service"]["ExecStart"])
    assert words[0].endswith("/.venv/bin/kulturspejl")
    assert (SOURCE / "cli" / f"{words[1]}.py").is_file()


def test_every_script_is_sound():
    scripts = [*sorted((ROOT / "scripts").glob("*.sh")), ROOT / ".ci" / "run"]
    for script in scripts:
        shell = "bash" if script.name == "run" else "sh"
        assert subprocess.run([shell, "-n", str(script)], check=False).returncode == 0, script

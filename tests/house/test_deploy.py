"""What one needs to run an instance refers to files and settings that exist."""

import configparser
import re
import shlex
import subprocess

import yaml

from kulturspejl.web.setting_names import OF_OTHERS, OURS
from tests.house.files import ROOT, SOURCE

DEPLOY = ROOT / "deploy"


def compose() -> dict:
    return yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))


def settings_read() -> set[str]:
    """The names that may stand in the environment."""
    return {*OURS, "DATABASE_URL", "SECRET_KEY"}


def test_every_setting_is_known_by_its_name():
    """A name that the code reads and the list lacks would be refused at the start; one in the list alone is in vain."""
    code = "".join(file.read_text(encoding="utf-8") for file in (SOURCE / "web").glob("*.py"))
    named = set(re.findall(r"\bKULTURSPEJL_[A-Z_]+[A-Z]\b", code)) - OF_OTHERS
    spelt = {f"KULTURSPEJL_SMTP_{name}" for name in ("USER", "PASSWORD")}
    assert named - OURS == set()
    assert OURS - named - spelt == set()


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
    """No list of visits; and a fault, which holds address and code, is left out of what the proxy says itself."""
    proxy = (DEPLOY / "Caddyfile").read_text(encoding="utf-8")
    assert re.findall(r"^\s*log\b.*$", proxy, re.MULTILINE) == ["\tlog default {"]
    assert re.search(r"^\tlog default \{\n\t\texclude http\.log\.error\n\t\}$", proxy, re.MULTILINE)


PROGRAM = r"\{\$KULTURSPEJL_AT:kulturspejl:8000\}"


def test_the_proxy_tells_where_everybody_comes_from_so_that_one_who_guesses_keeps_nobody_else_out():
    """Until November 2026 it did for logging in alone: everywhere else all visitors were one address, the proxy's."""
    proxy = (DEPLOY / "Caddyfile").read_text(encoding="utf-8")
    told = [line.strip() for line in proxy.splitlines() if not line.strip().startswith("#")]
    (only,) = [line for line in told if re.search("reverse_proxy|header_up|trusted_proxies", line)]
    assert re.fullmatch(rf"reverse_proxy {PROGRAM}", only), "everywhere; what visitors send is not believed"


def test_the_proxy_compresses_nothing_that_the_program_leaves_as_it_is():
    """docs/en/anonymity.md, "What a length tells": desk, wall and the pages of an account are never compressed."""
    proxy = (DEPLOY / "Caddyfile").read_text(encoding="utf-8")
    assert re.findall(r"^\s*(?:encode|gzip|zstd)\b.*$", proxy, re.MULTILINE) == []


def test_the_server_gets_units_that_exist_and_settings_that_are_read():
    script = (DEPLOY / "install.sh").read_text(encoding="utf-8")
    (units,) = re.findall(r"^for unit in (.*); do$", script, re.MULTILINE)
    assert [unit for unit in units.split() if not (DEPLOY / unit).is_file()] == []
    assert set(re.findall(r"^(?:--setenv=)?(KULTURSPEJL_[A-Z_]+)=", script, re.MULTILINE)) <= settings_read()


def test_the_backup_of_the_server_runs_as_the_service_does():
    """Another user or another folder would back up an empty instance."""
    units = [
        (DEPLOY / f"{name}.service").read_text(encoding="utf-8")
        for name in ("kulturspejl", "kulturspejl-backup")
    ]
    for wanted in (
        r"^User=.*$",
        r"^Environment=KULTURSPEJL_.*$",
        r"^EnvironmentFile=.*$",
        r"^StateDirectory=.*$",
    ):
        service, backup = (re.findall(wanted, unit, re.MULTILINE) for unit in units)
        assert service, wanted
        assert service == backup, wanted


def test_the_service_runs_a_command_that_exists():
    unit = configparser.ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str
    unit.read(DEPLOY / "kulturspejl.service", encoding="utf-8")
    words = shlex.split(unit["Service"]["ExecStart"])
    assert words[0].endswith("/current/bin/kulturspejl")
    assert (SOURCE / "cli" / f"{words[1]}.py").is_file()


def test_every_script_is_sound():
    scripts = [*sorted((ROOT / "scripts").glob("*.sh")), DEPLOY / "install.sh", ROOT / ".ci" / "run"]
    for script in scripts:
        shell = "bash" if script.name == "run" else "sh"
        assert subprocess.run([shell, "-n", str(script)], check=False).returncode == 0, script

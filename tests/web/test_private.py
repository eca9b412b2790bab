"""What an instance makes its own user alone can read, whatever the shell's umask and however it was left before."""

import os
import stat
import subprocess
import sys

import pytest

from kulturspejl.web import private
from tests.fixtures.served import ROOT, Server, clean_environment

START = (
    f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
    "from tests import people\n"
    "from kulturspejl.cli.instance import bring_store_up_to_date as up\n"
    "up()\n"
    "people.open_round(people.team(9))\n"
)
"""A round that is open: database, log, keys, ledger."""

WAYS = {
    "manage.py": [str(ROOT / "manage.py"), "migrate", "--verbosity", "0"],
    "asgi": ["-c", "from kulturspejl.web import asgi"],
    "wsgi": ["-c", "from kulturspejl.web import wsgi"],
}
MASKS = [pytest.param(0o022, marks=pytest.mark.sweep), 0o000]
"""What is asked of a shell that hides nothing holds where it hides a part."""


def open_to_others(folder):
    """Everything there that anybody but the owner may read, write or enter."""
    return [str(path) for path in (folder, *folder.rglob("*")) if path.lstat().st_mode & 0o077]


def instance(tmp_path, umask):
    made = Server(tmp_path)
    # The program inherits it, as from a shell.
    os.umask(umask)
    return made


@pytest.fixture
def umask():
    before = os.umask(0o077)
    yield
    os.umask(before)


@pytest.mark.slow
@pytest.mark.parametrize("mask", MASKS, ids=oct)
def test_nothing_under_the_folder_is_open_to_others_after_real_use(tmp_path, mask, umask):
    server = instance(tmp_path, mask)
    server.python(START)
    server.start()
    server.command("backup", str(server.var / "now.zip"), "--include-open")
    found = [path.name for path in server.var.rglob("*")]
    assert {"kulturspejl.sqlite3", "kulturspejl.sqlite3-wal", "secret_key", "keys", "static", "now.zip"} <= {*found}
    assert open_to_others(server.var) == []
    server.stop()
    assert open_to_others(server.var) == []


@pytest.mark.slow
@pytest.mark.parametrize("mask", MASKS, ids=oct)
@pytest.mark.parametrize("way", WAYS)
def test_whatever_way_it_is_started(tmp_path, mask, way, umask):
    os.umask(mask)
    ours = {"PYTHONPATH": str(ROOT / "src"), "DJANGO_SETTINGS_MODULE": "kulturspejl.web.settings"}
    surroundings = clean_environment() | ours
    subprocess.run([sys.executable, *WAYS[way]], cwd=tmp_path, env=surroundings, check=False, capture_output=True)
    assert (tmp_path / "var" / "secret_key").is_file()
    assert open_to_others(tmp_path / "var") == []


@pytest.mark.slow
def test_what_was_left_open_is_closed_at_the_next_start(tmp_path, umask):
    made = Server(tmp_path)
    made.var.mkdir()
    for name in ("kulturspejl.sqlite3-wal", "deletions.jsonl", "demo.json", "old.zip", "keys/one.key"):
        file = made.var / name
        file.parent.mkdir(exist_ok=True)
        file.touch()
        file.chmod(0o644)
    (made.var / "keys").chmod(0o755)
    made.var.chmod(0o755)
    (made.var / "kulturspejl.sqlite3-wal").unlink()
    made.start()
    made.stop()
    assert open_to_others(made.var) == []
    assert stat.S_IMODE((made.var / "deletions.jsonl").stat().st_mode) == 0o600
    assert stat.S_IMODE((made.var / "keys").stat().st_mode) == 0o700


def test_what_belongs_to_somebody_else_is_named_in_a_sentence(tmp_path, monkeypatch):
    (tmp_path / "theirs").touch(0o644)
    (tmp_path / "theirs").chmod(0o644)

    def refuse(path, mode):
        raise PermissionError(1, "Operation not permitted")

    tmp_path.chmod(0o700)
    monkeypatch.setattr("pathlib.Path.chmod", refuse)
    said = private.close(tmp_path)
    assert f"can read {tmp_path / 'theirs'}, and" in said
    assert f"chmod -R go= {tmp_path}" in said


def test_a_link_out_of_the_folder_is_left_alone(tmp_path):
    elsewhere, var = tmp_path / "elsewhere", tmp_path / "var"
    elsewhere.touch()
    elsewhere.chmod(0o644)
    var.mkdir()
    (var / "link").symlink_to(elsewhere)
    assert private.close(var) == ""
    assert stat.S_IMODE(elsewhere.stat().st_mode) == 0o644


@pytest.mark.parametrize("name", ["KULTURSPEJL_VAR", "KULTURSPEJL_KEYS"])
@pytest.mark.slow
def test_a_folder_for_everybody_is_refused_and_left_as_it_was(tmp_path, name):
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o1777)
    server = Server(tmp_path, {name: str(shared)})
    done = server.command("serve", "--port", str(server.port), check=False)
    assert done.returncode == 1
    assert f"{name}={shared} is a folder that others use too" in done.stderr
    assert stat.S_IMODE(shared.stat().st_mode) == 0o1777

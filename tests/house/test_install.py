"""What install.sh leaves alone, and what it leaves behind when something fails: run with stand-ins for the system."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.house.files import ROOT

HOST = "kultur.example.dk"
STAND_INS = {
    "id": 'case "$1" in -u) echo 0 ;; esac',
    "runuser": 'shift 3; exec "$@"',
    "systemctl": 'echo "systemctl $*" >>"$DESTDIR/log"; case "$*" in *is-active*) [ -f "$DESTDIR/active" ] ;; esac',
    "systemd-run": 'while [ "${1#--}" != "$1" ]; do shift; done; echo "run $*" >>"$DESTDIR/log"; exec "$@"',
    "caddy": "exit 0",
    "apt-get": "exit 0",
    "useradd": "exit 0",
    "findmnt": "echo ext4",
    "python3": "exit 0",
    "dpkg-query": 'echo " /etc/caddy/Caddyfile $(cat "$DESTDIR/packaged")"',
    "install": 'eval "last=\\${$#}"; mkdir -p "$last"',
}
VENV = """mkdir -p "$1/bin"
cat >"$1/bin/kulturspejl" <<'END'
#!/bin/sh
[ ! -f "$DESTDIR/refuses" ] || grep -qv "^$1" "$DESTDIR/refuses" || exit 1
[ "$1" != backup ] || touch "$2"
echo "kulturspejl 0.0.0"
END
printf '#!/bin/sh\\n' >"$1/bin/python"
chmod 755 "$1/bin/kulturspejl" "$1/bin/python"
"""


@pytest.fixture
def machine(tmp_path):
    """A folder that stands for the root of a server, a checkout beside it, and stand-ins for what changes a system."""
    home, root, words = tmp_path / "opt", tmp_path / "root", tmp_path / "bin"
    for folder in ("etc/caddy", "etc/systemd/system", "run/systemd/system", "usr/local/sbin", "var/lib"):
        (root / folder).mkdir(parents=True)
    words.mkdir()
    for name, body in STAND_INS.items():
        (words / name).write_text(f"#!/bin/sh\n{body}\n")
        (words / name).chmod(0o755)
    shutil.copytree(ROOT / "deploy", home / "deploy")
    (home / "scripts").mkdir()
    (home / "scripts" / "venv.sh").write_text(VENV)
    (home / "scripts" / "pip.sh").write_text('[ ! -f "$DESTDIR/offline" ]\n')
    (home / "src" / "kulturspejl").mkdir(parents=True)
    return Machine(home, root, words)


class Machine:
    """A server to install on."""

    def __init__(self, home: Path, root: Path, words: Path) -> None:
        self.home, self.root, self.words = home, root, words
        self.main = root / "etc/caddy/Caddyfile"
        self.site = root / "etc/caddy/kulturspejl.caddy"
        (root / "packaged").write_text("none")

    def install(self, *host: str, version: str = "1.0") -> subprocess.CompletedProcess[str]:
        (self.home / "src/kulturspejl/__init__.py").write_text(f'__version__ = "{version}"\n')
        surroundings = {**os.environ, "PATH": f"{self.words}:{os.environ['PATH']}", "DESTDIR": str(self.root)}
        # No commit is found here: the folder of a version has the time in its name.
        surroundings["GIT_CEILING_DIRECTORIES"] = str(self.home.parent)
        command = ["sh", str(self.home / "deploy" / "install.sh"), *host]
        return subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False)

    def has_run(self) -> None:
        """As after the first start."""
        (self.root / "var/lib/kulturspejl/static").mkdir(parents=True)

    def current(self) -> str:
        return (self.home / "current").resolve().name

    def log(self) -> list[str]:
        return (self.root / "log").read_text().splitlines()


def test_a_new_server_gets_a_version_in_a_folder_of_its_own_and_a_site_beside_the_main_file(machine):
    done = machine.install(HOST)
    assert done.returncode == 0, done.stderr
    assert machine.current().startswith("1.0-")
    assert "import /etc/caddy/kulturspejl.caddy" in machine.main.read_text()
    assert f"{HOST} {{" in machine.site.read_text()
    assert f"{HOST} {{" not in machine.main.read_text()
    unit = (machine.root / "etc/systemd/system/kulturspejl.service").read_text()
    assert f"ExecStart={machine.home}/current/bin/kulturspejl serve" in unit


def test_an_update_builds_first_then_stops_makes_a_restore_point_switches_and_starts(machine):
    machine.install(HOST)
    machine.has_run()
    (machine.root / "active").touch()
    (machine.root / "log").unlink()
    before = machine.current()
    done = machine.install(version="2.0")
    assert done.returncode == 0, done.stderr
    assert machine.current().startswith("2.0-")
    assert sorted(one.name[:4] for one in (machine.home / "releases").iterdir()) == ["1.0-", "2.0-"]
    turns = [line for line in machine.log() if "stop" in line or " backup " in line or "enable" in line]
    assert [turns[0], turns[2][:16]] == ["systemctl stop kulturspejl", "systemctl enable"]
    assert f"/{before}/bin/kulturspejl backup " in turns[1]


@pytest.mark.parametrize("what", ["offline", "settings", "backup"])
def test_what_fails_on_the_way_leaves_the_version_that_runs(machine, what):
    machine.install(HOST)
    machine.has_run()
    (machine.root / "active").touch()
    (machine.root / "log").unlink()
    before = machine.current()
    if what == "offline":
        (machine.root / "offline").touch()
    else:
        (machine.root / "refuses").write_text({"settings": "doctor", "backup": "backup"}[what])
    done = machine.install(version="2.0")
    assert done.returncode == 1
    assert "nothing has been changed" in done.stderr.lower()
    assert machine.current() == before
    log = machine.log() if (machine.root / "log").exists() else []
    assert ("systemctl stop kulturspejl" in log) == (what == "backup")
    if what == "backup":
        assert log[-1] == "systemctl start kulturspejl"


def test_a_proxy_file_of_others_is_left_as_it_is_and_what_to_add_is_said(machine):
    machine.main.write_text("andet.example.dk {\n\trespond hej\n}\n")
    done = machine.install(HOST)
    assert machine.main.read_text() == "andet.example.dk {\n\trespond hej\n}\n"
    assert "import /etc/caddy/kulturspejl.caddy" in done.stdout
    assert machine.site.is_file()
    machine.main.write_text("import /etc/caddy/kulturspejl.caddy\n" + machine.main.read_text())
    kept = machine.main.read_text()
    assert "is yours" not in machine.install().stdout
    assert machine.main.read_text() == kept


def test_another_name_for_an_instance_is_refused_with_the_way_to_do_it(machine):
    machine.install(HOST)
    done = machine.install("nyt.example.dk")
    assert done.returncode == 1
    assert f"instance is {HOST}" in done.stderr
    assert f"KULTURSPEJL_BASE_URL=https://{HOST}" in (machine.root / "etc/kulturspejl.env").read_text()

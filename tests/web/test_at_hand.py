"""A server whose own folder is changed under it serves the pages with which it began."""

import shutil
import subprocess
import sys
import urllib.request

import pytest

from tests.fixtures.served import ROOT, Server

pytestmark = pytest.mark.slow


class FromACopy(Server):
    """The program run from a copy of the house, which the test may change."""

    @property
    def environment(self):
        return super().environment | {"PYTHONPATH": str(self.folder / "src")}


def test_an_update_under_a_running_server_changes_no_page(tmp_path):
    shutil.copytree(ROOT / "src", tmp_path / "src")
    server = FromACopy(tmp_path)
    server.start()
    paths = ("/account/login/", "/try", "/room", "/healthz", "/account/2fa/authenticate/")
    for file in (tmp_path / "src" / "kulturspejl").rglob("*"):
        if file.suffix in {".html", ".txt"}:
            file.write_text("{% no_such_tag of_the_new_version %}")
        elif file.suffix in {".py", ".toml", ".typ", ".mo"}:
            file.write_text("this is = of another version !")
    seen = {}
    for path in paths:
        try:
            with urllib.request.urlopen(server.url + path) as answer:
                seen[path] = answer.status
        except urllib.error.HTTPError as refused:
            seen[path] = refused.code
    assert [path for path, status in seen.items() if status >= 500] == []
    assert seen["/account/login/"] == 200
    assert "Traceback" not in server.log()
    server.stop()


def test_everything_at_hand_is_little():
    """Reading it all at the start must not cost a second or fifty megabytes."""
    code = (
        "import os, time\nos.environ['DJANGO_SETTINGS_MODULE'] = 'kulturspejl.web.settings'\n"
        "from kulturspejl.web import asgi, at_hand\n"
        "of = lambda: int(open('/proc/self/statm').read().split()[1]) * 4096\n"
        "before = of()\nat_hand.fetch()\nprint((of() - before) // 1_000_000)\n"
        "import sys\nprint({'psycopg', 'pypdfium2'} & sys.modules.keys())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    megabytes, needless = done.stdout.splitlines()
    assert int(megabytes) < 50
    assert needless == "set()", "PostgreSQL's driver, and what strangers' pictures are read with, are not this server's"

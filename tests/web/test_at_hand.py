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
    _laid_before_all_others(tmp_path / "src" / "kulturspejl")
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


def _laid_before_all_others(program):
    """A new version may lay a template into an app that is asked sooner; none has been made of its text yet."""
    first = program / "faces" / "shared" / "templates"
    for file in list(program.rglob("templates/**/*.html")):
        words = file.as_posix().split("/templates/", 1)[1]
        if not (first / words).exists():
            (first / words).parent.mkdir(parents=True, exist_ok=True)
            (first / words).write_text("{% no_such_tag of_the_new_version %}")


def test_everything_at_hand_is_little():
    """Reading it all at the start must not cost a second or thirty megabytes, and what few ask for comes when asked."""
    code = (
        "import os, time\nos.environ['DJANGO_SETTINGS_MODULE'] = 'kulturspejl.web.settings'\n"
        "from kulturspejl.web import asgi, at_hand\n"
        "of = lambda: int(open('/proc/self/statm').read().split()[1]) * 4096\n"
        "before = of()\nat_hand.fetch()\nprint((of() - before) // 1_000_000)\n"
        "import sys\nrare = {'psycopg', 'pypdfium2', 'typst', 'xlsxwriter', 'python_calamine'}\n"
        "print(sorted(rare & sys.modules.keys()))\n"
        "from kulturspejl.library import sources\nprint(sources._table.cache_info().currsize)\n"
        "from django.template import engines\n"
        "print(len(engines['django'].engine.template_loaders[0].get_template_cache))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    megabytes, needless, tables, made = done.stdout.splitlines()
    assert int(megabytes) < 30
    assert needless == "[]", "a driver of another store, and what reads or sets files, are no page's"
    assert tables == "0", "the content's tables are let go once the content is made of them"
    assert made == "0", "a template is made when a page asks for it"

"""From each earlier version to this one with everything, and back again with the earlier version's own backup.

Each sentence of "Update" and "Going back" in docs/en/running.md is done here, on both stores.
"""

import json
import shutil
import urllib.request
from pathlib import Path

import pytest

import kulturspejl
from tests.fixtures.served import Server
from tests.upgrade.versions import ROOT, all_versions, unpack

pytestmark = pytest.mark.slow
ACTS = Path(__file__).with_name("acts")
SECRET = "the-same-for-all-instances-of-this-test"
STORES = ["embedded", pytest.param("postgres", marks=pytest.mark.postgres)]

VERSIONS = [
    pytest.param(one, id=str(one), marks=[] if one == all_versions()[-1] else [pytest.mark.sweep])
    for one in all_versions()
]
"""The release before this one each time; those before it, and states between two releases, in a sweep."""


@pytest.fixture(scope="module", params=VERSIONS)
def earlier(request, tmp_path_factory):
    """The folder with the code of an earlier version."""
    return unpack(request.param, tmp_path_factory.mktemp("earlier"))


@pytest.fixture(params=STORES)
def empty_place(request, tmp_path):
    """`empty_place(code)`: an instance of its own, run by that code, on a store where nothing is."""
    made = []

    def make(code: Path) -> Server:
        folder = tmp_path / f"place{len(made)}"
        folder.mkdir()
        extra = {"SECRET_KEY": SECRET, "DJANGO_SETTINGS_MODULE": "kulturspejl.web.settings"}
        if request.param == "postgres":
            extra["DATABASE_URL"] = request.getfixturevalue("new_postgres_url")()
        made.append(run_by(code, Server(folder, extra, shares_code=True)))
        return made[-1]

    yield make
    for one in made:
        one.stop()


def run_by(code: Path, place: Server) -> Server:
    """The same place, from now on run by this code."""
    place.extra["PYTHONPATH"] = f"{code / 'src'}:{code}"
    return place


def act(place: Server, name: str, *words: str) -> str:
    return place.script(ACTS / f"{name}.py", *words)


def look(place: Server) -> dict:
    return json.loads(act(place, "look"))


def go_on_and_close(place: Server, held: dict) -> None:
    """Three more answer, one of them with a voucher from before; two more write in the room; the round closes."""
    before = look(place)
    act(place, "go_on", json.dumps(held))
    assert look(place)["notes"] == before["notes"] + 2
    act(place, "close")
    after = look(place)
    assert after["rounds"] == {held["closed"]: "released", held["open"]: "released"}
    assert after["answered"] == {held["closed"]: 8, held["open"]: 8}


def tables_of(code: Path) -> set[str]:
    """The names of the steps that make a version's tables."""
    return {file.name for file in (code / "src/kulturspejl/records/migrations").glob("0*.py")}


def version_served(place: Server) -> str:
    with urllib.request.urlopen(f"{place.url}/healthz", timeout=20) as reply:
        return reply.headers["Kulturspejl-Version"]


def test_there_with_everything_and_back_with_its_own_backup(earlier, empty_place, tmp_path):
    place, own = empty_place(earlier), tmp_path / "own.zip"
    held = json.loads(act(place, "make"))
    as_it_was = look(place)
    assert as_it_was["rounds"] == {held["closed"]: "released", held["open"]: "open"}
    assert (as_it_was["invited"], as_it_was["participants"], as_it_was["notes"]) == (9, 9, 5)
    place.command("backup", str(own), "--include-open")

    # What deploy/install.sh does: the new code writes a file of the tables before it changes them.
    point = tmp_path / "point.zip"
    run_by(ROOT, place).command("backup", str(point), "--include-open")
    place.start()
    assert version_served(place) == kulturspejl.__version__
    place.stop()
    assert look(place) == as_it_was

    for file in (own, point):
        back = empty_place(earlier)
        back.command("restore", str(file))
        assert look(back) == as_it_was
    go_on_and_close(back, held)

    # The new version's own file is none for one with other tables: it says so, and nothing is lost in silence.
    newer = tmp_path / "newer.zip"
    place.command("backup", str(newer), "--include-open")
    taken = empty_place(earlier)
    restored = taken.command("restore", str(newer), check=False)
    if tables_of(earlier) == tables_of(ROOT):
        assert look(taken) == as_it_was
    else:
        assert restored.returncode == 1
        assert "Nothing has been changed." in restored.stderr

    # The new version takes the old file in again in the place of what it has made of it since.
    place.command("restore", str(own), "--replace")
    assert look(place) == as_it_was
    go_on_and_close(place, held)
    shutil.rmtree(place.var)

"""A newer store and a newer file are refused with a sentence, and nothing is written."""

import json
import sqlite3
import zipfile

import pytest

import kulturspejl
from tests.fixtures.served import Server
from tests.house.files import ROOT
from tests.upgrade.versions import all_versions, git

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def newer(tmp_path_factory):
    """An instance that version 9.1.0 has been at; no test changes it, for that is what they look at."""
    folder = tmp_path_factory.mktemp("newer")
    (folder / "place").mkdir()
    made = Server(folder / "place")
    made.prepare()
    made.command("backup", str(folder / "earlier.zip"))
    store = sqlite3.connect(made.var / "kulturspejl.sqlite3")
    store.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('records', '0999_x', '2030-01-01')")
    store.execute("INSERT INTO records_writtenby VALUES ('9.1.0', '2030-01-01 00:00:00')")
    store.commit()
    store.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    store.close()
    return made


@pytest.mark.parametrize(
    "words",
    [
        ["serve", "--port", "0"],
        ["backup", "x.zip"],
        ["restore", "../earlier.zip", "--replace"],
        ["forget-factors", "a@b.dk"],
        ["demo", "--no-serve"],
    ],
    ids=lambda words: words[0],
)
def test_a_newer_store_is_refused_by_every_command_that_opens_it(newer, words):
    before = (newer.var / "kulturspejl.sqlite3").read_bytes()
    done = newer.command(*words, check=False)
    assert done.returncode == 1, done.stdout
    assert "Traceback" not in done.stderr
    assert f"9.1.0 has written to it, and this is {kulturspejl.__version__}" in done.stderr
    assert "records.0999_x" in done.stderr
    assert "Forward: start 9.1.0 again" in done.stderr
    assert "Back: give" in done.stderr
    assert (newer.var / "kulturspejl.sqlite3").read_bytes() == before
    assert not (newer.folder / "x.zip").exists()


@pytest.fixture
def instance(tmp_path):
    (tmp_path / "place").mkdir()
    made = Server(tmp_path / "place")
    made.prepare()
    return made


def changed(file, change):
    """The same file with another manifest, or with more in it."""
    other = file.with_name("changed.zip")
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(other, "w") as new:
        parts = {name: old.read(name) for name in old.namelist()}
        manifest = json.loads(parts["manifest.json"])
        change(manifest, parts)
        parts["manifest.json"] = json.dumps(manifest).encode()
        for name, content in parts.items():
            new.writestr(name, content)
    return other


def test_a_backup_says_who_wrote_it_when_and_in_which_tables(instance, tmp_path):
    instance.command("backup", str(tmp_path / "a.zip"))
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        said = json.loads(archive.read("manifest.json"))
    assert (said["program"], said["store"], said["written"][:2]) == (kulturspejl.__version__, "sqlite", "20")
    assert "records.0001_initial" in said["schema"]
    done = instance.command("restore", str(tmp_path / "a.zip"), "--replace")
    assert f"Written {said['written']} by Kulturspejl {kulturspejl.__version__}" in done.stdout
    assert "There is no ledger of deletions" in done.stdout


def newer_schema(manifest, parts):
    manifest["schema"].append("records.0999_x")
    manifest["program"] = "9.1.0"


def newer_format(manifest, parts):
    manifest["format"], manifest["program"] = 3, "9.1.0"


def another_table(manifest, parts):
    manifest["rows"]["records.Wish"] = 1
    parts["records.Wish.jsonl"] = b"{}\n"


def another_column(manifest, parts):
    parts["records.WrittenBy.jsonl"] = b'{"version": "1", "since": "2026-01-01T00:00:00+00:00", "colour": 1}\n'
    del manifest["sha256"]["records.WrittenBy.jsonl"]


def half(manifest, parts):
    del manifest["rows"]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (newer_schema, "does not know records.0999_x. It was written by Kulturspejl 9.1.0, and this is"),
        (newer_format, "Restore it with that version or a later one."),
        (another_table, "no place for these tables of the backup: records.Wish."),
        (another_column, "records.WrittenBy.jsonl has columns that its table has not: colour."),
        (half, "Its manifest.json is not whole."),
    ],
)
def test_a_file_that_does_not_fit_is_refused_by_name_and_changes_nothing(instance, tmp_path, change, sentence):
    instance.command("backup", str(tmp_path / "a.zip"))
    read = "from kulturspejl.records.models import WrittenBy\nprint(list(WrittenBy.objects.values_list()))"
    before = instance.python(read)
    done = instance.command("restore", str(changed(tmp_path / "a.zip", change)), "--replace", check=False)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "Nothing has been changed." in done.stderr
    assert sentence in done.stderr
    assert instance.python(read) == before


def test_a_backup_of_nothing_and_one_to_nowhere_are_a_sentence_and_leave_nothing(tmp_path):
    (tmp_path / "place").mkdir()
    made = Server(tmp_path / "place")
    done = made.command("backup", "x.zip", check=False)
    assert (done.returncode, "There is no store in" in done.stderr) == (1, True)
    made.start()
    made.stop()
    done = made.command("backup", "no/such/folder/x.zip", check=False)
    assert (done.returncode, "There is no folder" in done.stderr) == (1, True)
    assert not list(made.folder.glob("x.zip*"))


def test_every_release_has_its_commit_and_its_heading_in_the_changes():
    listed = {one.version: one.commit for one in all_versions()}
    words = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    for version in {*listed, kulturspejl.__version__}:
        assert f"\n## {version} (20" in words, version
    for tag in git("tag", "--list", "v*").stdout.decode().split():
        version = tag.removeprefix("v")
        if version != kulturspejl.__version__:
            assert listed.get(version) == git("rev-parse", f"{tag}^{{commit}}").stdout.decode().strip(), tag

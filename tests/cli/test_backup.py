"""Backup and restore with the real commands: nothing of open rounds by accident, nothing deleted comes back."""

import base64
import hashlib
import json
import os
import shutil
import zipfile
from pathlib import Path

import pytest

from kulturspejl.cli.archive import schema, tables
from tests.fixtures.served import Server
from tests.records import old_rounds, small_units

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[2]
MAKE = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from datetime import UTC, datetime, timedelta
from tests import people
from tests.actions import town
from kulturspejl.actions import organisations
now = datetime.now(UTC) - timedelta(days=100)
where = people.team(9, now=now)
people.closed_round(where, now=now)
later = datetime.now(UTC) - timedelta(days=1)
made = people.open_round(where, mails=9, now=later)
for code in made.codes[:5]:
    town.answer(code, town.profile(4, 2, 2), now=later)
print(made.id)
"""
COUNTS = """
import json
from django.apps import apps
print(json.dumps({m.__name__: m._base_manager.count() for m in apps.get_app_config("records").get_models()}))
"""
ANSWERS = """
from kulturspejl.records.ballots import HEAD, Box
from kulturspejl.vault.sealing import held_in
print(sum(held_in(box.sealed, HEAD + 2 * 28) for box in Box.objects.all()))
"""
CLOSE = """
from datetime import UTC, datetime
from kulturspejl.actions import closing
from kulturspejl.records.models import Round
Round.objects.filter(state="open").update(closes_at=datetime.now(UTC))
closing.close_due(now=datetime.now(UTC))
"""
OPEN = {"Box", "Gate", "Invitation"}
OWN = OPEN | {"Door", "InstanceFact", "ResultLetters"}
"""Not in an ordinary backup: of open rounds, and what each instance knows of itself."""
NEVER = {"ResultLetters", "InstanceFact"}
"""In no backup of either kind: those to whom the letter about a result is still to go, and what an instance knows."""


def instance(folder, name, **environment):
    (folder / name).mkdir()
    return Server(folder / name, environment | {"SECRET_KEY": "the-same-for-all-instances-of-this-test"})


@pytest.fixture(scope="module")
def made_once(tmp_path_factory):
    """One closed round, one open with five answers."""
    made = instance(tmp_path_factory.mktemp("made"), "once")
    made.prepare().python(MAKE)
    return made.var


@pytest.fixture
def filled(made_once, tmp_path):
    """The same, for one test alone."""
    made = instance(tmp_path, "filled")
    shutil.copytree(made_once, made.var)
    return made


def carried(rows):
    """Of the tables that a backup with open rounds takes along."""
    return {name: count for name, count in rows.items() if name not in NEVER}


def counts(server):
    return json.loads(server.python(COUNTS).splitlines()[-1])


def states(server):
    code = "from kulturspejl.records.models import Round\nprint(*sorted(Round.objects.values_list('state', flat=True)))"
    return server.python(code).split()


def everything(file):
    with zipfile.ZipFile(file) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())


def test_open_rounds_are_left_out_and_it_is_said(filled, tmp_path):
    file = tmp_path / "backup.zip"
    done = filled.command("backup", str(file))
    assert "1 open round(s): addresses, codes and answers are left out" in done.stdout
    assert "SECRET_KEY" in done.stdout
    assert file.stat().st_mode & 0o077 == 0
    with zipfile.ZipFile(file) as archive:
        manifest = json.loads(archive.read("manifest.json"))
        assert {name: manifest["rows"][f"records.{name}"] for name in OPEN} == dict.fromkeys(OPEN, 0)
        assert not [name for name in archive.namelist() if name.startswith("keys")]
    assert b"person00@havnby.test" not in everything(file)


LENT = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from datetime import UTC, datetime
from kulturspejl.access.room_access import DeskKey
from kulturspejl.actions import rooms
from tests.actions.rooms import course, team
course.begin(1)
lent = team.held(now=datetime.now(UTC))
team.offer(lent, now=datetime.now(UTC))
print(lent.code)
"""


def test_a_borrowed_room_is_in_no_ordinary_backup_and_a_class_is(tmp_path):
    """It says on every phone when its names, its agreement and its means are deleted."""
    made = instance(tmp_path, "lent").prepare()
    code = made.python(LENT).splitlines()[-1].encode()
    file = tmp_path / "backup.zip"
    made.command("backup", str(file))
    found = everything(file)
    assert code not in found
    assert b"Aisha" not in found
    with zipfile.ZipFile(file) as archive:
        rows = json.loads(archive.read("manifest.json"))["rows"]
    kept = {name: rows[f"records.{name}"] for name in ("Room", "Participant", "RoomPicture", "SealedNotes")}
    assert kept == {"Room": 1, "Participant": 1, "RoomPicture": 0, "SealedNotes": 0}
    restored = instance(tmp_path, "restored")
    restored.command("restore", str(file))
    assert counts(restored)["Room"] == 1
    made.command("backup", str(file), "--include-open")
    assert code in everything(file), "such a file is to go on where it was"


def test_a_restore_brings_back_what_was_kept_and_gives_the_open_round_up(filled, tmp_path):
    file = tmp_path / "backup.zip"
    filled.command("backup", str(file))
    other = instance(tmp_path, "other")
    done = other.command("restore", str(file))
    assert "1 round(s) were open and came back without answers: they are given up" in done.stdout
    before, after = counts(filled), counts(other)
    before["AuditEntry"] += 1  # the restore itself
    assert states(other) == ["cancelled", "released"]
    assert {name: after[name] for name in after if name not in OWN} == {
        name: before[name] for name in before if name not in OWN
    }
    assert other.start().is_ready()
    other.stop()


def test_with_open_rounds_they_go_on_where_they_were(filled, tmp_path):
    file = tmp_path / "backup.zip"
    done = filled.command("backup", str(file), "--include-open")
    assert "AND their keys" in done.stdout
    other = instance(tmp_path, "other")
    other.command("restore", str(file))
    assert states(other) == ["open", "released"]
    before, after = counts(filled), counts(other)
    assert before["ResultLetters"] == 1
    assert after["ResultLetters"] == 0
    assert carried(before) == carried(after)
    assert other.python(ANSWERS).split() == ["5"]


def test_a_restore_and_a_backup_that_can_tell_who_answered_stand_in_the_list_of_changes(filled, tmp_path):
    file, noted = tmp_path / "backup.zip", (
        "from kulturspejl.records.models import AuditEntry\n"
        "print(*AuditEntry.objects.filter(verb__startswith='store.').order_by('id').values_list('verb', flat=True))"
    )
    filled.command("backup", str(file))
    assert filled.python(noted).split() == []
    filled.command("backup", str(file), "--include-open")
    assert filled.python(noted).split() == ["store.backup"]
    other = instance(tmp_path, "other")
    other.command("restore", str(file))
    assert other.python(noted).split() == ["store.restore"], "the file was written before its own line"


@pytest.mark.parametrize("more", [(), ("--include-open",)], ids=["ordinary", "with open rounds"])
def test_whom_a_result_is_still_to_be_told_stands_in_no_backup(filled, tmp_path, more):
    file = tmp_path / "backup.zip"
    filled.command("backup", str(file), *more)
    with zipfile.ZipFile(file) as archive:
        assert "records.ResultLetters.jsonl" not in archive.namelist()
        keys = {Path(name).stem for name in archive.namelist() if name.startswith("keys/")}
    on_disk = {file.stem for file in (filled.var / "keys").glob("*.boxes")}
    assert len(on_disk) == 2, "of the open round, and of the list"
    assert len(keys) == (1 if more else 0)


def test_what_was_deleted_since_is_deleted_again(filled, tmp_path):
    """The round closes after the backup; its addresses and codes must not come back with an old file."""
    file = tmp_path / "backup.zip"
    filled.command("backup", str(file), "--include-open")
    filled.python(CLOSE)
    assert states(filled) == ["released", "released"]
    other = instance(tmp_path, "other")
    other.var.mkdir()
    (other.var / "deletions.jsonl").write_bytes((filled.var / "deletions.jsonl").read_bytes())
    done = other.command("restore", str(file))
    assert "1 deletion(s) were done again" in done.stdout
    assert {name: counts(other)[name] for name in OPEN} == dict.fromkeys(OPEN, 0)
    assert states(other) == ["cancelled", "released"]
    assert list((other.var / "keys").glob("*")) == []


def test_a_round_that_was_deleted_since_stays_deleted(filled, tmp_path):
    file = tmp_path / "backup.zip"
    filled.command("backup", str(file))
    filled.python(
        "from django.utils import timezone\nfrom kulturspejl.actions.rounds.delete import delete\n"
        "from kulturspejl.records.models import Round, User\n"
        "closed = Round.objects.get(state='released')\n"
        "delete(by=User.objects.get(name='Sanne'), round_id=closed.id, now=timezone.now())"
    )
    assert states(filled) == ["open"]
    filled.command("restore", str(file), "--replace")
    assert states(filled) == ["cancelled"]


def test_an_instance_that_is_not_empty_is_left_alone_unless_told(filled, tmp_path):
    file = tmp_path / "backup.zip"
    filled.command("backup", str(file))
    refused = filled.command("restore", str(file), check=False)
    assert refused.returncode == 1
    assert "--replace" in refused.stderr
    assert states(filled) == ["open", "released"]
    filled.command("restore", str(file), "--replace")
    assert states(filled) == ["cancelled", "released"]


def test_a_damaged_file_changes_nothing(filled, tmp_path):
    file, bad = tmp_path / "backup.zip", tmp_path / "bad.zip"
    filled.command("backup", str(file))
    with zipfile.ZipFile(file) as whole, zipfile.ZipFile(bad, "w") as damaged:
        for name in whole.namelist():
            content = whole.read(name)
            if "UnitVersion" in name:
                content = content.replace(b"Hjemmepleje", b"Hjemmepleie")
            damaged.writestr(name, content)
    before = counts(filled)
    for wrong in (bad, tmp_path / "not-there.zip", Path(__file__)):
        done = filled.command("restore", str(wrong), "--replace", check=False)
        assert done.returncode == 1
        assert "Nothing has been changed" in done.stderr
    assert "records.UnitVersion.jsonl in the backup is damaged" in filled.command(
        "restore", str(bad), "--replace", check=False
    ).stderr  # fmt: skip
    assert counts(filled) == before


def test_where_keys_cannot_be_kept_a_restore_changes_nothing_and_leaves_none(filled, tmp_path):
    """A disk that is full in the middle, a folder that cannot be written to: the rows were replaced, and the open
    round's answers lost, before the keys were tried."""
    file, keys = tmp_path / "backup.zip", filled.var / "keys"
    filled.command("backup", str(file), "--include-open")
    before, held = counts(filled), {one.name: one.read_bytes() for one in keys.iterdir()}
    filled.python(MAKE.split("where =")[0] + "from kulturspejl.records.models import AuditEntry\n"
                  "AuditEntry.objects.all().delete()")  # fmt: skip
    changed = counts(filled)
    assert changed != before
    filled.extra["KULTURSPEJL_KEYS"] = str(tmp_path / "not-a-folder")
    (tmp_path / "not-a-folder").touch()
    done = filled.command("restore", str(file), "--replace", check=False)
    assert (done.returncode, "Nothing has been changed. The keys of its open rounds" in done.stderr) == (1, True)
    assert counts(filled) == changed
    del filled.extra["KULTURSPEJL_KEYS"]
    (keys / "restored-left-by-a-kill.key").touch()
    filled.command("restore", str(file), "--replace")
    assert filled.python(ANSWERS).split() == ["5"]
    assert {one.name: one.read_bytes() for one in keys.iterdir() if one.name in held} == held
    assert filled.start().is_ready()
    filled.stop()
    assert {one.name for one in keys.iterdir()} == set(held)


@pytest.mark.parametrize("lay", [os.link, os.symlink], ids=["a file of theirs", "a way elsewhere"])
def test_what_somebody_has_laid_where_a_backup_is_written_gets_nothing_of_it(filled, tmp_path, lay):
    """In a folder that others write to: they kept their file's rights, and with them the backup."""
    file, theirs = tmp_path / "backup.zip", tmp_path / "theirs"
    theirs.write_bytes(b"before")
    theirs.chmod(0o666)
    lay(theirs, tmp_path / "backup.zip.new")
    filled.command("backup", str(file), "--include-open")
    assert theirs.read_bytes() == b"before"
    assert (file.stat().st_mode & 0o777, file.is_symlink()) == (0o600, False)


def test_what_a_file_says_of_itself_moves_no_cursor(filled, tmp_path):
    bad = tmp_path / "bad.zip"
    with zipfile.ZipFile(bad, "w") as archive:
        archive.writestr("manifest.json", json.dumps({"format": 99, "program": "\x1b[2J\x1b]0;ours\x07"}))
    done = filled.command("restore", str(bad), "--replace", check=False)
    assert "Nothing has been changed" in done.stderr
    assert "\x1b" not in done.stderr


def test_another_secret_is_told(filled, tmp_path):
    file = tmp_path / "backup.zip"
    filled.command("backup", str(file))
    other = instance(tmp_path, "other")
    other.extra["SECRET_KEY"] = "another-one-which-is-also-long-enough-to-use"
    assert "SECRET_KEY is another one" in other.command("restore", str(file)).stdout


def test_it_runs_while_the_instance_answers(filled, tmp_path):
    filled.start()
    filled.command("backup", str(tmp_path / "backup.zip"), "--include-open")
    assert filled.is_ready()
    refused = filled.command("restore", str(tmp_path / "backup.zip"), "--replace", check=False)
    assert (refused.returncode, "Stop it first" in refused.stderr) == (1, True)
    assert filled.is_ready()
    filled.kill()
    filled.command("restore", str(tmp_path / "backup.zip"), "--replace")


def as_before(file, old, *, half_closed):
    """The file as the versions before migration 0011 wrote it: with a matrix of answers beside an old release."""
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    (closed,) = [row for row in rows_of(file, "records.Round") if row["state"] == "released"]
    (unit,) = [row["id"] for row in rows_of(file, "records.RoundUnit") if row["round_id"] == closed["id"]]
    kept = old_rounds.matrix({"Nord": unit}, {"Nord": ANSWERED})
    line = {"id": 1, "round_id": closed["id"], **kept, "rows": base64.b64encode(kept["rows"]).decode()}
    parts["records.SealedMatrix.jsonl"] = json.dumps(line).encode() + b"\n"
    if half_closed:
        parts["records.Release.jsonl"] = b""
        parts["records.Round.jsonl"] = parts["records.Round.jsonl"].replace(b'"released"', b'"closing"')
    else:
        row = rows_of(file, "records.Release")[0] | {"released": old_rounds.OLD_RELEASE}
        parts["records.Release.jsonl"] = json.dumps(row).encode() + b"\n"
    parts["records.ReleasedUnit.jsonl"] = b""
    as_of(BEFORE, parts, old)


def only(columns, part):
    """The rows of a table with these columns alone."""
    rows = [json.loads(line) for line in part.splitlines()]
    return b"".join(json.dumps({k: v for k, v in row.items() if k in columns}).encode() + b"\n" for row in rows)


def as_of(last, parts, file):
    """Write the parts as a store did that had migrations up to this one: its tables and columns, and no others."""
    manifest = json.loads(parts.pop("manifest.json"))
    manifest["schema"] = [
        name for name in manifest["schema"] if not name.startswith("records.") or int(name[8:12]) <= last
    ]
    had = {
        f"{tables.name_of(model)}.jsonl": {one.attname for one in tables.columns(model)}
        for model in schema.of(manifest["schema"]).tables
    }
    parts = {name: only(had[name], part) for name, part in parts.items() if name in had}
    manifest["rows"] = {name.removesuffix(".jsonl"): len(part.splitlines()) for name, part in parts.items()}
    manifest["sha256"] = {name: hashlib.sha256(part).hexdigest() for name, part in parts.items()}
    with zipfile.ZipFile(file, "w") as archive:
        for name, part in (parts | {"manifest.json": json.dumps(manifest).encode()}).items():
            archive.writestr(name, part)


BEFORE = 10
"""The last migration with which answers were kept."""


ANSWERED = small_units.made_up(7, 5)
REMADE = """
from kulturspejl.records.models import Release
(one,) = Release.objects.values_list("released", flat=True)
picture = one["units"][0]
print(one["schema"], picture["n"], round(picture["numbers"]["sums"]["now"]["A"], 6))
"""


@pytest.mark.parametrize("half_closed", [False, True], ids=["closed", "half closed"])
def test_a_backup_that_holds_answers_gives_a_result_made_anew_and_no_answer(filled, tmp_path, half_closed):
    file, old = tmp_path / "backup.zip", tmp_path / "old.zip"
    filled.command("backup", str(file))
    as_before(file, old, half_closed=half_closed)
    other = instance(tmp_path, "other")
    assert "1 result(s) were made anew" in other.command("restore", str(old)).stdout
    assert states(other) == ["cancelled", "closing" if half_closed else "released"]
    clan = round(float(6 * small_units.scores(ANSWERED)["now"][0]), 6)
    assert other.python(REMADE).split() == ["release-2", "7", str(clan)]
    other.python(CLOSE)
    assert states(other) == ["cancelled", "released"]
    other.command("backup", str(file))
    raw = everything(file) + b"".join(one.read_bytes() for one in other.var.rglob("*") if one.is_file())
    assert small_units.found_in(b"".join(small_units.in_backup(old).values()), ANSWERED) == ANSWERED
    assert small_units.found_in(raw + b"".join(small_units.in_backup(file).values()), ANSWERED) == []


def test_a_matrix_that_cannot_be_read_is_told_and_not_deleted(filled, tmp_path):
    file, old = tmp_path / "backup.zip", tmp_path / "old.zip"
    filled.command("backup", str(file))
    with zipfile.ZipFile(file) as archive:
        round_id = rows_of(file, "records.Release")[0]["round_id"]
        parts = {name: archive.read(name) for name in archive.namelist()}
    line = {"id": 1, "round_id": round_id, "width": 28, "blocks": [], "rows": "AAAA"}
    parts["records.SealedMatrix.jsonl"] = json.dumps(line).encode() + b"\n"
    parts["records.ReleasedUnit.jsonl"] = b""
    as_of(BEFORE, parts, old)
    other = instance(tmp_path, "other")
    done = other.command("restore", str(old), check=False)
    assert done.returncode == 1
    assert "The result of round" in done.stderr
    assert "Nothing has been deleted" in done.stderr


@pytest.mark.postgres
def test_from_sqlite_to_postgresql_and_back_nothing_changes(filled, tmp_path, new_postgres_url):
    file, again = tmp_path / "backup.zip", tmp_path / "again.zip"
    filled.command("backup", str(file))
    larger = instance(tmp_path, "larger", DATABASE_URL=new_postgres_url())
    larger.command("restore", str(file))
    larger.command("backup", str(again))
    back = instance(tmp_path, "back")
    back.command("restore", str(again))
    # Each restore stands in the list of changes itself.
    one_more = {"AuditEntry": counts(larger)["AuditEntry"] + 1}
    assert carried(counts(larger) | one_more) == carried(counts(back))
    assert rows_of(again, "records.Release") == rows_of(file, "records.Release")
    kept = [row for row in rows_of(again, "records.AuditEntry") if row["verb"] != "store.restore"]
    assert kept == [row for row in rows_of(file, "records.AuditEntry") if row["verb"] != "store.restore"]
    # Counters have moved on: the next row gets a number of its own.
    assert "ok" in larger.python(
        "from kulturspejl.records.models import AuditEntry\nfrom django.utils import timezone\n"
        "AuditEntry.objects.create(at=timezone.now(), verb='x', about='y')\nprint('ok')"
    )


def rows_of(file, table):
    with zipfile.ZipFile(file) as archive:
        return [json.loads(line) for line in archive.read(f"{table}.jsonl").splitlines()]

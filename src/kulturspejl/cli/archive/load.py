"""Loading a backup: all or nothing, then everything is deleted again that was deleted after it was made."""

import json
import uuid
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DatabaseError

from kulturspejl.access.course_access import hashes_of
from kulturspejl.cli.archive import erased, ground, manifest
from kulturspejl.cli.archive.letters_off import switch_again
from kulturspejl.cli.archive.manifest import BadArchive, Manifest
from kulturspejl.cli.archive.schema import Schema
from kulturspejl.cli.archive.tables import Model, columns, name_of, read
from kulturspejl.vault import ledger, set_down
from kulturspejl.vault.secret_mark import secret_mark

ROWS_AT_A_TIME = 500
UNUSABLE = (
    OSError, zipfile.BadZipFile, EOFError, RuntimeError, zlib.error, ValueError, TypeError, KeyError, AttributeError,
)
"""What a file raises that was cut short, locked with a password, or put together by somebody else."""


@dataclass(frozen=True)
class Loaded:
    """What came back and what did not. `again` is None where there is no ledger; `given_up` are rounds."""

    manifest: Manifest
    rows: dict[str, int]
    again: "Again | None"
    given_up: list[uuid.UUID]
    other_key: bool


@dataclass(frozen=True)
class Again:
    """What the ledger has done to what came back: things deleted once more, and permissions ended once more."""

    deleted: int
    ended: int


def load(file: Path) -> Loaded:
    """Put the file in the place of everything in the store. Raises BadArchive, and then nothing has changed.

    The tables are those of the backup afterwards; what later versions have changed in them is still to be done.
    """
    try:
        archive = zipfile.ZipFile(file)
    except (OSError, zipfile.BadZipFile) as error:
        raise BadArchive(f"{file} is no backup: {error}") from error
    with archive:
        try:
            said = manifest.read(archive)
        except UNUSABLE as error:
            raise BadArchive(f"{file} is damaged ({type(error).__name__}). Take another copy.") from error
        ground.framework()
        try:
            with ground.all_or_nothing():
                ground.lay(said.schema)
                rows = {name_of(model): _fill(archive, model) for model in said.schema.tables}
                ground.restart_counters(said.schema)
                again = _replay(said.schema)
                given_up = _give_up_open_rounds(said.schema)
                keys = _set_down_keys(archive, said.schema)
        except BadArchive:
            set_down.drop_all()
            raise
        except (DatabaseError, ValidationError, TypeError, ValueError, AttributeError) as error:
            set_down.drop_all()
            raise BadArchive(f"Its rows do not fit their tables ({type(error).__name__}).") from error
    set_down.take_up(keys)
    return Loaded(said, rows, again, given_up, said.codes_key != secret_mark())


def _fill(archive: zipfile.ZipFile, model: Model) -> int:
    name = f"{name_of(model)}.jsonl"
    if name not in archive.namelist():
        return 0
    count, batch = 0, []
    for row in _rows(archive, name, model):
        batch.append(row)
        count += 1
        if len(batch) == ROWS_AT_A_TIME:
            model._base_manager.bulk_create(batch)
            batch = []
    model._base_manager.bulk_create(batch)
    return count


def _rows(archive: zipfile.ZipFile, name: str, model: Model) -> Iterator[Any]:
    fields = {field.attname: field for field in columns(model)}
    with archive.open(name) as lines:
        for line in lines:
            raw = json.loads(line)
            if unknown := sorted(raw.keys() - fields.keys()):
                raise BadArchive(f"{name} has columns that its table has not: {', '.join(unknown)}.")
            yield model(**{key: read(fields[key], value) for key, value in raw.items()})


def _replay(now: Schema) -> Again | None:
    """Carry out the ledger, line by line, on what has come back."""
    if not ledger.is_there():
        return None
    entries = list(ledger.entries())
    _turn_again({entry.round_id for entry in entries if entry.what == ledger.COURSE_KEY}, now)
    switch_again(entries, now)
    ended = sum(_end_again(entry, now) for entry in entries if entry.what == ledger.GRANT)
    return Again(sum(_delete_again(entry, now) for entry in entries if entry.what != ledger.GRANT), ended)


def _end_again(entry: ledger.Deletion, now: Schema) -> int:
    """A permission that was ended after the backup is ended again; its last day is the one before, as of that day."""
    return erased.end_again(now.rows("Grant").filter(id=entry.round_id), entry, now)


def _turn_again(over: set[uuid.UUID], now: Schema) -> None:
    """Secret addresses of a course that were over after the backup open nothing: the next one stands in their place."""
    if not over:
        return
    for id, turn in now.rows("Membership").values_list("id", "key_turn"):
        after = turn
        while ledger.of_turn(id, after) in over:
            after += 1
        if after != turn:
            now.rows("Membership").filter(id=id).update(key_turn=after, **hashes_of(id, after))


OF_ONE_ROW = {
    ledger.ROUND: "Round", ledger.ROOM: "Room", ledger.COURSE_NUMBERS: "CourseNumbers",
    ledger.TRIO_MEETING: "TrioMeeting", ledger.PLAN_REMINDER: "PlanReminder", ledger.KEPT_MEETING: "KeptMeeting",
}  # fmt: skip
"""Which table a line is of that took away one row, with all that hangs on it."""

OF_COURSES = {ledger.COURSE_CLASS: "CourseClass", ledger.COURSE_MEMBER: "Membership"}
"""Which table a line about a course is of."""


FILLED_IN = ("RoomNote", "RoomGate", "RoomBox")
"""Of a room, what goes when its day is closed."""


def _delete_again(entry: ledger.Deletion, now: Schema) -> int:
    """Carry out one line of the ledger on what has come back; 1 when there was something to delete."""
    if entry.what == ledger.PERSON:
        return erased.erase_again(entry, now)
    if entry.what in (ledger.LETTERS_OFF, ledger.LETTERS_ON, ledger.COURSE_KEY):
        return 0
    if entry.what in OF_ONE_ROW:
        return int(bool(now.rows(OF_ONE_ROW[entry.what]).filter(id=entry.round_id).delete()[0]))
    if entry.what == ledger.OWN_PLAN:
        return _plan_again(entry, now)
    if entry.what in OF_COURSES:
        gone = now.rows(OF_COURSES[entry.what]).filter(id=entry.round_id).delete()[0]
        # A course goes with its last class, and its reading list and files with it.
        now.rows("Course").filter(classes=None).delete()
        return int(bool(gone))
    if entry.what == ledger.ROOM_NOTES:
        gone = [now.rows(name).filter(room_id=entry.round_id).delete()[0] for name in FILLED_IN]
        return int(any(gone))
    count = 0
    for name in ("Box", "Gate", "Invitation"):
        count += now.rows(name).filter(round_unit__round_id=entry.round_id).delete()[0]
    now.rows("Door").filter(round_unit__round_id=entry.round_id).update(entry=None)
    now.rows("DemoMail").filter(about=entry.round_id).delete()
    now.rows("Round").filter(id=entry.round_id, state__in=("waiting", "on_hold")).update(state="cancelled")
    return int(count > 0)


def _plan_again(entry: ledger.Deletion, now: Schema) -> int:
    """A development plan that was thrown away; in a backup of version 0.7.0 it has no id but its owner's."""
    rows, table = now.rows("SealedPlan"), now.find("records.SealedPlan")
    if table is None or any(field.attname == "id" for field in columns(table)):
        return int(bool(rows.filter(id=entry.round_id).delete()[0]))
    owners = rows.values_list("owner_id", flat=True)
    gone = [owner for owner in owners if ledger.of_version_0_7(owner) == entry.round_id]
    return int(bool(rows.filter(owner_id__in=gone).delete()[0]))


def _give_up_open_rounds(now: Schema) -> list[uuid.UUID]:
    """Open rounds that came back without their boxes cannot go on, unless their result can be made without them."""
    alive = now.rows("Box").values_list("round_unit__round_id", flat=True)
    made = [*now.rows("Release").values_list("round_id", flat=True)]
    # What version 0.1.0 kept of a half-closed round: the migration makes the result of it.
    made += now.rows("SealedMatrix").values_list("round_id", flat=True)
    lost = now.rows("Round").filter(state__in=("open", "closing")).exclude(id__in=list(alive)).exclude(id__in=made)
    ids = list(lost.values_list("id", flat=True))
    now.rows("Round").filter(id__in=ids).update(state="cancelled")
    return ids


def _set_down_keys(archive: zipfile.ZipFile, now: Schema) -> list[Path]:
    """Keys that came along, of what is still there: not of rounds that the ledger has ended, nor of boxes long gone.

    Beside the keys that are in force, and whole before the rows are: a disk that is full, or may not be written to,
    changes nothing. Raises BadArchive.
    """
    ended = {entry.round_id for entry in ledger.entries()}
    there = {*now.rows("Round").values_list("id", flat=True), *now.rows("RoomBox").values_list("id", flat=True)} - ended
    down = []
    try:
        for name in archive.namelist():
            if name.startswith("keys/") and uuid.UUID(Path(name).stem) in there:
                down.append(set_down.set_down(name, archive.read(name)))
    except OSError as error:
        raise BadArchive(f"The keys of its open rounds cannot be kept: {error.strerror}.") from error
    return down

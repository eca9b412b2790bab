"""Loading a backup: all or nothing, then everything is deleted again that was deleted after it was made."""

import hashlib
import json
import os
import uuid
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management.color import no_style
from django.db import connection, transaction

from kulturspejl.cli.archive.before import remake
from kulturspejl.cli.archive.tables import FORMAT, Model, columns, name_of, read, tables
from kulturspejl.cli.archive.write import codes_key_mark
from kulturspejl.records.old_matrices import CannotRemake
from kulturspejl.values import releases
from kulturspejl.vault import ledger

ROWS_AT_A_TIME = 500


class BadArchive(Exception):
    """The file cannot be used, and why."""


@dataclass(frozen=True)
class Loaded:
    """What came back and what did not."""

    rows: dict[str, int]
    deleted_again: int
    given_up: int
    remade: int
    other_key: bool


def load(file: Path, *, replace: bool) -> Loaded:
    """Fill the (empty, or to be replaced) store. Raises BadArchive before anything is changed."""
    try:
        archive = zipfile.ZipFile(file)
    except (OSError, zipfile.BadZipFile) as error:
        raise BadArchive(f"{file} is no backup: {error}") from error
    with archive:
        manifest = _manifest(archive)
        with transaction.atomic():
            if replace:
                _empty()
            rows = {name_of(model): _fill(archive, model) for model in tables()}
            _restart_counters()
            deleted = sum(_delete_again(entry) for entry in ledger.entries())
            made_anew = _remake(archive)
            given_up = _give_up_open_rounds()
            _cut_releases()
            connection.check_constraints()
        _keys(archive)
    return Loaded(rows, deleted, given_up, made_anew, manifest["codes_key"] != codes_key_mark())


def _manifest(archive: zipfile.ZipFile) -> dict[str, Any]:
    try:
        found: dict[str, Any] = json.loads(archive.read("manifest.json"))
    except (KeyError, ValueError) as error:
        raise BadArchive("The file holds no manifest.json, so it is no backup of Kulturspejl.") from error
    if found.get("format") != FORMAT:
        raise BadArchive(f"The backup has format {found.get('format')}, this program reads {FORMAT}.")
    for name, expected in found["sha256"].items():
        if _sum(archive, name) != expected:
            raise BadArchive(f"{name} in the backup is damaged. Take another copy.")
    return found


def _sum(archive: zipfile.ZipFile, name: str) -> str:
    try:
        with archive.open(name) as part:
            return hashlib.file_digest(part, "sha256").hexdigest()  # type: ignore[arg-type]
    except (KeyError, zipfile.BadZipFile, OSError):
        return ""


def _empty() -> None:
    with connection.cursor() as cursor:
        for model in tables():
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(model._meta.db_table)}")


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
            # A column that this version no longer has is left out; one that is new gets its default.
            yield model(**{key: read(fields[key], value) for key, value in raw.items() if key in fields})


def _restart_counters() -> None:
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), tables()):
            cursor.execute(statement)


def _delete_again(entry: ledger.Deletion) -> int:
    """Carry out one line of the ledger on what has come back; 1 when there was something to delete."""
    if entry.what == ledger.ROUND:
        return int(bool(_of("Round").filter(id=entry.round_id).delete()[0]))
    if entry.what == ledger.ROOM:
        return int(bool(_of("Room").filter(id=entry.round_id).delete()[0]))
    if entry.what == ledger.ROOM_NOTES:
        return int(sum(_of(name).filter(room_id=entry.round_id).delete()[0] for name in ("RoomNote", "RoomBox")) > 0)
    count = 0
    for name in ("Box", "Gate", "Invitation"):
        count += _of(name).filter(round_unit__round_id=entry.round_id).delete()[0]
    _of("Door").filter(round_unit__round_id=entry.round_id).update(entry=None)
    _of("DemoMail").filter(about=entry.round_id).delete()
    _of("Round").filter(id=entry.round_id, state__in=("waiting", "on_hold")).update(state="cancelled")
    return int(count > 0)


def _remake(archive: zipfile.ZipFile) -> int:
    try:
        return remake(archive)
    except CannotRemake as error:
        raise BadArchive(str(error)) from error


def _give_up_open_rounds() -> int:
    """Open rounds that came back without their boxes cannot go on, unless their release had been kept."""
    alive = _of("Box").values_list("round_unit__round_id", flat=True)
    made = _of("Release").values_list("round_id", flat=True)
    lost = _of("Round").filter(state__in=("open", "closing")).exclude(id__in=list(alive)).exclude(id__in=list(made))
    return int(lost.update(state="cancelled"))


def _cut_releases() -> None:
    """A backup from before releases were kept in parts too has none."""
    cut = _of("ReleasedUnit").values("round_unit__round_id")
    for round_id in _of("Release").exclude(round_id__in=cut).values_list("round_id", flat=True):
        releases.cut(round_id)


def _keys(archive: zipfile.ZipFile) -> None:
    """Keys that came along, of what is still there: not of rounds that the ledger has ended, nor of boxes long gone."""
    ended = {entry.round_id for entry in ledger.entries()}
    there = {*_of("Round").values_list("id", flat=True), *_of("RoomBox").values_list("id", flat=True)} - ended
    folder = Path(settings.KULTURSPEJL_KEYS)
    for name in archive.namelist():
        if not name.startswith("keys/") or uuid.UUID(Path(name).stem) not in there:
            continue
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle = os.open(folder / Path(name).name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as out:
            out.write(archive.read(name))


def _of(name: str) -> Any:
    return apps.get_model("records", name)._base_manager

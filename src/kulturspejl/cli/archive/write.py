"""Writing a backup while the instance runs: everything as it was at one moment, in the tables as they are."""

import hashlib
import json
import os
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, connections, transaction

import kulturspejl
from kulturspejl.cli.archive import schema
from kulturspejl.cli.archive.schema import Schema
from kulturspejl.cli.archive.tables import Model, columns, name_of, written
from kulturspejl.vault.secret_mark import secret_mark

ALIAS = "backup"
OPEN_STATES = ("open", "closing")
BORROWED = "borrowed"
ROWS_AT_A_TIME = 2000


class NothingThere(Exception):
    """The store has no tables at all."""


@dataclass(frozen=True)
class Written:
    """What the file holds: rows by table, and how many open rounds were left out (or taken along)."""

    rows: dict[str, int]
    open_rounds: int


def write(file: Path, *, include_open: bool) -> Written:
    """Write `file` by way of a new one, so that a backup that was cut short never stands under its name."""
    now = schema.of_store()
    if not now.tables:
        raise NothingThere
    fresh = file.with_name(file.name + ".new")
    # A file of ours alone: in a folder like /tmp somebody may have laid one there, to read it or to lead it elsewhere.
    fresh.unlink(missing_ok=True)
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as raw, zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
            done = _fill(archive, now, include_open)
        with fresh.open("rb") as whole:
            os.fsync(whole.fileno())
        fresh.replace(file)
    finally:
        fresh.unlink(missing_ok=True)
    return done


def _fill(archive: zipfile.ZipFile, now: Schema, include_open: bool) -> Written:
    rows: dict[str, int] = {}
    sums: dict[str, str] = {}
    with _one_moment(now, lock=include_open):
        open_ids = _open_rounds(now)
        if include_open:
            _keys(archive, [*open_ids, *now.rows("RoomBox", ALIAS).values_list("id", flat=True)], sums)
        for model in now.tables:
            name = name_of(model)
            rows[name], sums[f"{name}.jsonl"] = _table(archive, model, _chosen(now, model, include_open, open_ids))
    manifest = {
        "format": now.format, "program": kulturspejl.__version__, "schema": now.names, "store": connection.vendor,
        "written": datetime.now(UTC).isoformat(timespec="seconds"), "includes_open": include_open,
        "open_rounds": [str(one) for one in open_ids], "rows": rows, "sha256": sums, "codes_key": secret_mark(),
    }  # fmt: skip
    archive.writestr("manifest.json", json.dumps(manifest, indent=1))
    return Written(rows, len(open_ids))


@contextmanager
def _one_moment(now: Schema, *, lock: bool) -> Iterator[None]:
    """A connection of its own in one snapshot; with `lock` no answer is stored meanwhile, so keys and boxes fit."""
    options = dict(connections.databases["default"].get("OPTIONS", {}))
    if connection.vendor == "sqlite":
        options["transaction_mode"] = "IMMEDIATE" if lock else "DEFERRED"
    else:
        import psycopg

        options["isolation_level"] = psycopg.IsolationLevel.REPEATABLE_READ
    connections.databases[ALIAS] = {**connections.databases["default"], "OPTIONS": options}
    try:
        with transaction.atomic(using=ALIAS):
            if lock and connection.vendor == "postgresql":
                found = [now.find(f"records.{name}") for name in ("Box", "Gate", "RoomGate", "RoomBox")]
                names = ", ".join(model._meta.db_table for model in found if model)
                with connections[ALIAS].cursor() as cursor:
                    cursor.execute(f"LOCK TABLE {names} IN SHARE MODE")
            yield
    finally:
        connections[ALIAS].close()
        del connections[ALIAS]
        del connections.databases[ALIAS]


def _open_rounds(now: Schema) -> list[Any]:
    """Rounds that have no release yet, nor the answers that version 0.1.0 made it of."""
    sealed = now.rows("SealedMatrix", ALIAS).values_list("round_id", flat=True)
    found = _unopened(now).exclude(id__in=_released(now)).exclude(id__in=list(sealed))
    return list(found.order_by("id").values_list("id", flat=True))


def _half_closed(now: Schema) -> list[Any]:
    """Rounds whose release is kept, and whose answers and people are about to be destroyed: nobody needs these."""
    return list(_unopened(now).filter(id__in=_released(now)).values_list("id", flat=True))


def _unopened(now: Schema) -> Any:
    return now.rows("Round", ALIAS).filter(state__in=OPEN_STATES)


def _released(now: Schema) -> list[Any]:
    return list(now.rows("Release", ALIAS).values_list("round_id", flat=True))


FILLED_IN = {"records.DemoMail", "records.RoomNote", "records.RoomGate", "records.RoomBox"}
"""What people have written in rooms and letters: a file that is not to go on holds none of it."""


KIND_OF_ROOM = {
    "records.Room": "kind", "records.Participant": "room__kind", "records.RoomPicture": "room__kind",
    "records.SealedNotes": "participant__room__kind",
}  # fmt: skip
"""A team's borrowed room is deleted after a day, with everybody in it and what it showed: no file outlives it. Where a
table stands here, that is the way to the kind of its room."""


def _chosen(now: Schema, model: Model, include_open: bool, open_ids: list[Any]) -> Any:
    """All rows, without those that could tie a round's answers to people: of a round with a release, with or without
    `include_open`, of an open one unless it is to go on after a restore."""
    rows = model._base_manager.using(ALIAS).order_by("pk")
    if name_of(model) in {"records.Gate", "records.Box", "records.Invitation"}:
        rows = rows.exclude(round_unit__round_id__in=_half_closed(now))
    if include_open:
        return rows
    if name_of(model) in {"records.Gate", "records.Box", "records.Invitation", "records.Door"}:
        return rows.exclude(round_unit__round_id__in=open_ids)
    if name_of(model) in KIND_OF_ROOM and _knows_kinds(now):
        return rows.exclude(**{KIND_OF_ROOM[name_of(model)]: BORROWED})
    return rows.none() if name_of(model) in FILLED_IN else rows


def _knows_kinds(now: Schema) -> bool:
    """Whether the store's tables are of a version that lends rooms."""
    rooms = now.find("records.Room")
    return rooms is not None and any(one.name == "kind" for one in columns(rooms))


def _table(archive: zipfile.ZipFile, model: Model, rows: Any) -> tuple[int, str]:
    names = [field.attname for field in columns(model)]
    digest, count = hashlib.sha256(), 0
    with archive.open(f"{name_of(model)}.jsonl", "w") as out:
        for row in rows.values_list(*names).iterator(chunk_size=ROWS_AT_A_TIME):
            shown = {name: written(value) for name, value in zip(names, row, strict=True)}
            line = (json.dumps(shown, ensure_ascii=False) + "\n").encode()
            digest.update(line)
            out.write(line)
            count += 1
    return count, digest.hexdigest()


def _keys(archive: zipfile.ZipFile, owners: list[Any], sums: dict[str, str]) -> None:
    """Of open rounds, and of parts of rooms that are not shown yet."""
    for owner in owners:
        for file in sorted(Path(settings.KULTURSPEJL_KEYS).glob(f"{owner}.*")):
            content = file.read_bytes()
            sums[f"keys/{file.name}"] = hashlib.sha256(content).hexdigest()
            archive.writestr(f"keys/{file.name}", content)

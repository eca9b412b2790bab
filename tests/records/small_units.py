"""Units of one, two, four and five, alone or in one branch, and whoever looks for a single answer of theirs."""

import base64
import itertools
import json
import re
import uuid
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from django.conf import settings
from django.db import connection

from kulturspejl.actions import organisations, rounds
from kulturspejl.actions.mailing import open_codes
from kulturspejl.cli.archive import schema
from kulturspejl.core.content.answers import AnswerForm, keys_of
from kulturspejl.records.models import Invitation, RoundUnit
from tests import people
from tests.actions import town

SIZES = {"En": 1, "To": 2, "Fire": 4, "Fem": 5}
OF_PEOPLE = ("records.Box", "records.Gate", "records.Invitation")
KEYS = keys_of(AnswerForm(total=10, preferred="drawn"))
RUN = 8
"""So many numbers of one answer in a row are nobody's by accident: two whole dimensions."""


@dataclass(frozen=True)
class Scene:
    """A round that is open and answered; `numbers` are the answers of each unit by its name, `codes` everybody's.

    `log` is where PostgreSQL's write-ahead log stood before.
    """

    where: town.Town
    round_id: uuid.UUID
    numbers: Mapping[str, Sequence[tuple[int, ...]]]
    codes: Mapping[str, Sequence[str]]
    log: str

    def on_disk(self) -> bytes:
        """All the bytes of the store (its log and its free pages too), and all other files of the instance."""
        files = {*Path(settings.KULTURSPEJL_VAR).rglob("*"), *Path(settings.KULTURSPEJL_KEYS).rglob("*")}
        parts = [file.read_bytes().rstrip(b"\0") for file in sorted(files | store_files(self.log)) if file.is_file()]
        return b"".join([*parts, newest_log()])

    def unit(self, name: str) -> RoundUnit:
        return RoundUnit.objects.get(round_id=self.round_id, name=name)

    @property
    def all_numbers(self) -> list[tuple[int, ...]]:
        return [one for group in self.numbers.values() for one in group]


def made_up(count: int, seed: int) -> list[tuple[int, ...]]:
    """So many complete answers, each like no other: six dimensions of ten points and a wish of sixty."""
    rng = np.random.default_rng(seed)
    now = rng.multinomial(10, [0.35, 0.2, 0.15, 0.3], size=(count, 6)).reshape(count, 24)
    rows = np.hstack([now, rng.multinomial(60, [0.25] * 4, size=count)])
    return [tuple(int(number) for number in row) for row in rows]


def scene(numbers: Mapping[str, Sequence[tuple[int, ...]]], sizes: Mapping[str, int] = SIZES) -> Scene:
    """A branch over units of these sizes (one unit: a round of its own), in which these answers have been given."""
    log, where = log_begins(), people.team(9, with_representatives=False)
    units = {name: _unit(where, name, size) for name, size in sizes.items()}
    round_id = rounds.create(
        by=where.steward, root=where.top if len(units) > 1 else next(iter(units.values())),
        people={
            unit: rounds.People([(f"{name.lower()}{at}@havnby.test", "") for at in range(sizes[name])])
            for name, unit in units.items()
        },
        closes_at=town.CLOSES, points=10, preferred="drawn", why="", language="da", now=town.NOW,
    )  # fmt: skip
    rounds.release_sending(by=where.steward, round_id=round_id, agreed=True, now=town.NOW)
    codes = {name: _codes(round_id, name) for name in units}
    for name, group in numbers.items():
        for code, one in zip(codes[name], group, strict=False):
            town.answer(code, dict(zip(KEYS, one, strict=True)))
    return Scene(where, round_id, numbers, codes, log)


def whole_branch() -> Scene:
    """Everybody has answered."""
    given = iter(made_up(sum(SIZES.values()), 7))
    return scene({name: list(itertools.islice(given, size)) for name, size in SIZES.items()})


def _unit(where: town.Town, name: str, size: int) -> uuid.UUID:
    return organisations.add_unit(
        by=where.steward, organisation_id=where.organisation, name=name, parent=where.top, headcount=size, now=town.NOW
    )


def _codes(round_id: uuid.UUID, name: str) -> list[str]:
    invited = Invitation.objects.filter(round_unit__round_id=round_id, round_unit__name=name).order_by("address")
    return [open_codes(round_id, one)[0] for one in invited]


def traces(numbers: Sequence[int]) -> Iterator[bytes]:
    """Every usual way of writing eight numbers of this answer in a row: small integers, text, JSON, base64, hex."""
    for start in range(0, len(numbers) - RUN + 1, 4):
        some = list(numbers[start : start + RUN])
        for kind in ("u1", "<u2", ">u2", "<u4", ">u4", "<u8", "<f4", "<f8"):
            raw = np.asarray(some).astype(kind).tobytes()
            yield raw
            if kind == "<u2":
                yield raw.hex().encode()
                yield from (_base64(raw, shift) for shift in range(3))
        for between in (",", ", ", ";", "\t", " "):
            yield between.join(str(one) for one in some).encode()
            yield between.join(f"{one}.0" for one in some).encode()


def _base64(raw: bytes, shift: int) -> bytes:
    """What of `raw` stands in a base64 text where it begins `shift` bytes after a group of three."""
    inner = raw[(3 - shift) % 3 :]
    return base64.b64encode(inner[: len(inner) // 3 * 3])


def likely(numbers: Sequence[int]) -> Iterator[bytes]:
    """The ways in which this program and its stores write numbers, for a search through a whole disk."""
    for start in (0, 12, 20):
        some = list(numbers[start : start + RUN])
        yield from (np.asarray(some).astype(kind).tobytes() for kind in ("u1", "<u2", "<f8"))
        yield from (between.join(map(str, some)).encode() for between in (",", ", "))


def found_in(
    raw: bytes, answers: Sequence[Sequence[int]], ways: Callable[[Sequence[int]], Iterator[bytes]] = traces
) -> list[Sequence[int]]:
    """Those of the answers that lie readable somewhere in these bytes."""
    return [one for one in answers if any(trace in raw for trace in ways(one))]


def log_begins() -> str:
    """On PostgreSQL a new file of the write-ahead log, and its name."""
    if connection.vendor == "sqlite":
        return ""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_switch_wal()")
        cursor.execute("SELECT pg_walfile_name(pg_current_wal_lsn())")
        (name,) = cursor.fetchone()
    return str(name)


def store_files(log: str) -> set[Path]:
    """Database and write-ahead log, of either store; of PostgreSQL's without its own catalogues."""
    if connection.vendor == "sqlite":
        database = Path(connection.settings_dict["NAME"])
        return set(database.parent.glob(database.name + "*"))
    with connection.cursor() as cursor:
        cursor.execute("CHECKPOINT")
        cursor.execute("SHOW data_directory")
        (folder,) = cursor.fetchone()
        cursor.execute("SELECT oid FROM pg_database WHERE datname = current_database()")
        (database,) = cursor.fetchone()
    tables = {file for file in Path(folder, "base", str(database)).glob("*") if _number(file) >= FIRST_OWN}
    return tables | {file for file in Path(folder, "pg_wal").glob("0*") if log <= file.name < log_now()[0]}


def log_now() -> tuple[str, int]:
    """PostgreSQL's newest file of the write-ahead log, and how much of it has been written."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM pg_walfile_name_offset(pg_current_wal_insert_lsn())")
        name, written = cursor.fetchone()
    return str(name), int(written)


def newest_log() -> bytes:
    """What has been written of it. Files are used again: behind that, and in later ones, lies what other tests left."""
    if connection.vendor == "sqlite":
        return b""
    with connection.cursor() as cursor:
        cursor.execute("SHOW data_directory")
        (folder,) = cursor.fetchone()
    name, written = log_now()
    return Path(folder, "pg_wal", name).read_bytes()[:written]


FIRST_OWN = 16384
"""PostgreSQL numbers its own catalogues below this."""


def _number(file: Path) -> int:
    number = re.match(r"\d+", file.name)
    return int(number[0]) if number else 0


DRAWN = {"actor_number", "person_number"}
"""What is left of a person in the list of changes: a number made of the account's id, which is drawn by lot."""


def in_tables() -> dict[str, list[str]]:
    """Every row of the tables that a backup holds, as text, with what chance makes left out; sorted."""
    names = {str(row.id): row.name for row in RoundUnit.objects.all()}
    found = {}
    for model in schema.of_store().tables:
        told = [one.attname for one in model._meta.concrete_fields if one.attname not in DRAWN]
        rows = model._base_manager.values_list(*told)
        found[model._meta.label] = sorted(_in_order(without_chance(_text(row), names)) for row in rows)
    return found


def _text(row: Sequence[Any]) -> str:
    return json.dumps([bytes(one).hex() if isinstance(one, bytes | memoryview) else one for one in row], default=str)


def _in_order(text: str) -> str:
    """PostgreSQL sorts the keys of an object, which here are drawn by lot."""
    return json.dumps(json.loads(text), sort_keys=True)


def without_chance(text: str, names: Mapping[str, str]) -> str:
    """The text with what is drawn by lot made alike, so that two worlds can be held against each other."""
    for id, name in names.items():
        text = text.replace(id, name)
    text = re.sub(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "*", text)
    # An account is made at the moment of the test.
    text = re.sub(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}\+00:00", "*", text)
    return re.sub(r"[0-9a-zA-Z+/_-]{26,}=*", "*", text)


def in_backup(file: Path) -> dict[str, bytes]:
    """The parts of a backup, and what is written in them as base64."""
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name, part in list(parts.items()):
        blobs = re.findall(rb'"((?:[A-Za-z0-9+/]{4}){4,}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?)"', part)
        parts[name] += b"".join(base64.b64decode(blob) for blob in blobs)
    return parts


def fours(value: Any) -> Iterator[dict[str, float]]:
    """Every four numbers A to D anywhere in a piece of JSON."""
    if isinstance(value, dict):
        if set(value) == set("ABCD") and all(isinstance(one, int | float) for one in value.values()):
            yield value
        for one in value.values():
            yield from fours(one)
    elif isinstance(value, list):
        for one in value:
            yield from fours(one)


def scores(answers: Sequence[Sequence[int]]) -> dict[str, np.ndarray]:
    """The four means over these people, now and wished, in points of ten."""
    rows = np.array(answers, dtype=float)
    return {"now": rows[:, :24].reshape(-1, 6, 4).mean(axis=(0, 1)), "wish": rows[:, 24:].mean(axis=0) / 6}

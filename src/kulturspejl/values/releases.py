"""Releases as they are kept: whole for the round, and cut into a part a unit, all that a unit's page reads."""

import json
import uuid
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from kulturspejl.core.disclosure.parts import parts
from kulturspejl.core.disclosure.released import Released
from kulturspejl.core.instruments import ALLOCATION, PAIRS
from kulturspejl.records.questions import ask, key_of
from kulturspejl.records.releases import Release, ReleasedUnit

AT_ONCE = 200


@dataclass(frozen=True)
class Size:
    """Whether a unit's picture has numbers (`hidden` None) and from how many answers, without reading it."""

    hidden: str | None
    answers: int | None


def keep(round_id: uuid.UUID, released: Released) -> None:
    """Write the release and its parts, in the caller's transaction."""
    whole = released.to_json()
    Release.objects.create(round_id=round_id, released=whole)
    rows = (
        ReleasedUnit(round_unit_id=uuid.UUID(one.unit), hidden=one.hidden or "", answers=one.n, part=one.released)
        for one in parts(whole)
    )
    ReleasedUnit.objects.bulk_create(rows, batch_size=AT_ONCE)


def part_of(round_unit_id: uuid.UUID) -> Released:
    """The release as far as it is about this unit; ReleasedUnit.DoesNotExist where there is none.

    What is written is read each time; what it says is made of it once, for a team looks at the same page.
    """
    found = ask("SELECT part FROM records_releasedunit WHERE round_unit_id = %s", key_of(round_unit_id))
    if not found:
        raise ReleasedUnit.DoesNotExist
    return _said_by(found[0][0])


@lru_cache(maxsize=64)
def _said_by(part: str) -> Released:
    return Released.from_json(json.loads(part))


@dataclass(frozen=True)
class Web:
    """What a small web shows of a picture: mean points by letter, now and wished, out of `total`; how many answered."""

    now: Mapping[str, float]
    preferred: Mapping[str, float] | None
    total: int
    answers: int
    invited: int | None


@dataclass(frozen=True)
class Dot:
    """What a small picture on a scale shows: the mean now, and as a goal where one was asked, on steps 1 to `total`."""

    now: float
    preferred: float | None
    total: int
    answers: int
    invited: int | None


@dataclass(frozen=True)
class Dots:
    """The same of several lines: the mean of each by its number, on places 1 to `total`."""

    now: Mapping[str, float]
    total: int
    answers: int
    invited: int | None


Small = Web | Dot | Dots


def small_of(round_unit_ids: Collection[uuid.UUID]) -> Mapping[uuid.UUID, Small]:
    """The small pictures of those of these units that have numbers: one query, and none is read whole."""
    place = "part__units__0__"
    rows = ReleasedUnit.objects.filter(round_unit_id__in=round_unit_ids, hidden="").values_list(
        "round_unit_id", f"{place}numbers__now", f"{place}numbers__preferred", "part__total", "answers",
        f"{place}invited", "part__kind",
    )  # fmt: skip
    return {row[0]: _small(row[1], row[2], kind=row[6], about=row[3:6]) for row in rows if row[1]}


def _small(now: Any, preferred: Any, *, kind: str | None, about: tuple[int, int, int | None]) -> Small:
    """By the kind that the release says; the oldest say none."""
    if kind in (None, ALLOCATION):
        return Web(_means(now), _means(preferred) if preferred else None, *about)
    if kind == PAIRS:
        return Dots(_means(now), *about)
    return Dot(now["mean"], preferred["mean"] if preferred else None, *about)


def _means(told: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    return {letter: one["mean"] for letter, one in told.items()}


def sizes_of(round_unit_ids: Collection[uuid.UUID]) -> Mapping[uuid.UUID, Size]:
    """What the pictures of these units are like: one query."""
    rows = ReleasedUnit.objects.filter(round_unit_id__in=round_unit_ids)
    return {row[0]: Size(row[1] or None, row[2]) for row in rows.values_list("round_unit_id", "hidden", "answers")}

"""Where units have stood under each other since a day: the tree with its moves.

A closed unit stands where it stood last, until it is opened again somewhere else: what was found there stays with those
above it (values/tree).
"""

import uuid
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache, cached_property, lru_cache

from kulturspejl.records.questions import Row, ask, date_of, id_of, key_of, moment_of
from kulturspejl.values.ends_of_a_day import start_of


@dataclass(frozen=True, slots=True)
class Stood:
    """A unit under its parent from a moment to a moment. Where only days are known: on the day of a move in both.

    `told`: when somebody there was told that it came here, and from when on results were open to them (None: all).
    """

    unit: uuid.UUID
    parent: uuid.UUID | None
    since: datetime
    until: datetime | None
    told: tuple[datetime, datetime | None] | None = None


@dataclass(frozen=True)
class Places:
    """All that stood anywhere since `first`, and what has come since."""

    first: datetime
    stood: tuple[Stood, ...]

    @cached_property
    def spans(self) -> tuple[tuple[datetime, datetime | None], ...]:
        """The stretches of time in which nothing moved; each ends where the next begins."""
        begun = {one.since for one in self.stood}
        over = {one.until for one in self.stood if one.until is not None}
        moments = [self.first, *sorted(moment for moment in begun | over if moment > self.first)]
        return tuple(zip(moments, [*moments[1:], None], strict=True))

    def below(self, unit: uuid.UUID, at: datetime) -> frozenset[uuid.UUID]:
        """The unit and everything that stood under it at the moment; found once, for every round of a page asks."""
        if (unit, at) not in self._below:
            self._below[unit, at] = self._walk(unit, at)
        return self._below[unit, at]

    def came(self, unit: uuid.UUID, at: datetime) -> list[Stood]:
        """What came to where it stands at that very moment, of the unit and all that it stands under."""
        here = self._stood_at(at)
        line: dict[uuid.UUID, Stood] = {}
        above: uuid.UUID | None = unit
        while above is not None and above in here and above not in line:
            line[above] = here[above]
            above = here[above].parent
        return [one for one in line.values() if one.since == at]

    def _stood_at(self, at: datetime) -> Mapping[uuid.UUID, Stood]:
        if at not in self._stands:
            self._stands[at] = {one.unit: one for one in self.stood if _stands(one, at)}
        return self._stands[at]

    def _walk(self, unit: uuid.UUID, at: datetime) -> frozenset[uuid.UUID]:
        children = self._children_at(at)
        found, waiting = set[uuid.UUID](), [unit]
        while waiting:
            here = waiting.pop()
            if here not in found:
                found.add(here)
                waiting.extend(children[here])
        return frozenset(found)

    def _children_at(self, at: datetime) -> Mapping[uuid.UUID, Collection[uuid.UUID]]:
        if at not in self._children:
            found: dict[uuid.UUID, list[uuid.UUID]] = defaultdict(list)
            for one in self.stood:
                if one.parent is not None and _stands(one, at):
                    found[one.parent].append(one.unit)
            self._children[at] = found
        return self._children[at]

    @cached_property
    def _children(self) -> dict[datetime, Mapping[uuid.UUID, Collection[uuid.UUID]]]:
        return {}

    @cached_property
    def _below(self) -> dict[tuple[uuid.UUID, datetime], frozenset[uuid.UUID]]:
        return {}

    @cached_property
    def _stands(self) -> dict[datetime, Mapping[uuid.UUID, Stood]]:
        return {}

    @cached_property
    def _hash(self) -> int:
        return hash((self.first, self.stood))

    def __hash__(self) -> int:
        """Reckoned once: the same places are asked for once a round."""
        return self._hash


_STOOD = """
    SELECT version.unit_id, version.parent_id, version.valid_from, version.valid_to, version.since_at, version.until_at,
        version.told_at, version.told_from
    FROM records_unitversion version JOIN records_unit unit ON unit.id = version.unit_id
    WHERE unit.organisation_id = %s
        AND (version.valid_to IS NULL OR version.valid_to >= %s OR NOT EXISTS (
            SELECT 1 FROM records_unitversion earlier
            WHERE earlier.unit_id = version.unit_id AND earlier.valid_from <= %s
                AND (earlier.valid_to IS NULL OR earlier.valid_to >= %s)))
    ORDER BY version.unit_id, version.valid_from, version.id
"""


def places_since(organisation_id: uuid.UUID, first: date) -> Places:
    """Where the organisation's units have stood since that day began; a new name or count is no move.

    The rows are read each time, and what is made of them once for the same rows, as in `tree_on`.
    """
    then = first.isoformat()
    return _places_of(first, tuple(ask(_STOOD, key_of(organisation_id), then, then, then)))


@lru_cache(maxsize=8)
def _places_of(first: date, rows: tuple[Row, ...]) -> Places:
    # Most units began on one of a few days.
    begins = cache(start_of)
    return Places(start_of(first), tuple(_joined(_stood(begins, *_read(row)) for row in rows)))


def _read(row: Row) -> Row:
    unit, parent, *days, since, until, told_at, told_from = row
    ids = (None if one is None else id_of(one) for one in (unit, parent))
    moments = (None if one is None else moment_of(one) for one in (since, until, told_at, told_from))
    return *ids, *(None if one is None else date_of(one) for one in days), *moments


def _stood(
    begins: Callable[[date], datetime], unit: uuid.UUID, parent: uuid.UUID | None, first: date, last: date | None,
    since: datetime | None, until: datetime | None, told_at: datetime | None, told_from: datetime | None,
) -> Stood:  # fmt: skip
    end = until or (begins(last + timedelta(days=1)) if last is not None else None)
    told = None if told_at is None else (told_at, told_from)
    return Stood(unit, parent, since or begins(first), end, told)


def _stands(one: Stood, at: datetime) -> bool:
    return one.since <= at and (one.until is None or one.until > at)


def _joined(rows: Iterator[Stood]) -> Iterator[Stood]:
    """Each stands there until the unit's next begins; the last of a unit for good."""
    last: Stood | None = None
    for row in rows:
        if last is not None and (last.unit, last.parent) == (row.unit, row.parent):
            last = _ends(last, row.until)
            continue
        if last is not None:
            yield _ends(last, _until(last, row) if last.unit == row.unit else None)
        last = row
    if last is not None:
        yield _ends(last, None)


def _ends(one: Stood, until: datetime | None) -> Stood:
    """The same with another end; most of thousands have it already."""
    return one if one.until == until else replace(one, until=until)


def _until(last: Stood, row: Stood) -> datetime:
    """Not before the next one begins: while the unit was closed it stood there still."""
    return row.since if last.until is None else max(last.until, row.since)

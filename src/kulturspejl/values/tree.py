"""The organisation's tree as it stands on a day, and the units that have been closed, where they stood last."""

import uuid
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache

from kulturspejl.records.questions import Row, ask, id_of, key_of


@dataclass(frozen=True)
class UnitNow:
    """A unit on a day: `headcount` counts employees attached directly, the leader apart."""

    id: uuid.UUID
    name: str
    parent: uuid.UUID | None
    headcount: int


@dataclass(frozen=True)
class TreeNow:
    """All units of an organisation on a day. However deep it is, nothing here calls itself.

    `closed` are those that are closed on the day, as they were last: nobody is asked there any more, and what was found
    there stays with those who had it.
    """

    units: dict[uuid.UUID, UnitNow]
    closed: dict[uuid.UUID, UnitNow] = field(default_factory=dict)

    @cached_property
    def children(self) -> dict[uuid.UUID | None, list[UnitNow]]:
        """Units by parent; a unit whose parent is closed counts as a root."""
        found: dict[uuid.UUID | None, list[UnitNow]] = defaultdict(list)
        for unit in self.units.values():
            found[self.parent_of(unit)].append(unit)
        return found

    @property
    def parents(self) -> dict[uuid.UUID, uuid.UUID | None]:
        """Each unit's parent, as it is written."""
        return {unit.id: unit.parent for unit in self.units.values()}

    def parent_of(self, unit: UnitNow) -> uuid.UUID | None:
        """The unit above, None at a root and where the one above is closed."""
        return unit.parent if unit.parent in self.units else None

    def get(self, unit_id: uuid.UUID) -> UnitNow | None:
        """The unit, closed or not."""
        return self.units.get(unit_id) or self.closed.get(unit_id)

    def line_up(self, unit_id: uuid.UUID) -> list[uuid.UUID]:
        """The unit itself, its parent, and so on to the root; a closed unit stands where it stood last."""
        line: dict[uuid.UUID, None] = {}
        at: uuid.UUID | None = unit_id
        for here in (self.closed, self.units):
            while at is not None and at in here and at not in line:
                line[at] = None
                at = here[at].parent
        return list(line)

    def with_closed_below(self, unit_id: uuid.UUID) -> frozenset[uuid.UUID]:
        """The unit and all below it, those too that were closed there."""
        return frozenset([unit_id, *(one.id for one in self.subtree(unit_id)), *self._closed_under.get(unit_id, ())])

    @cached_property
    def _closed_under(self) -> Mapping[uuid.UUID, set[uuid.UUID]]:
        """The closed units below each unit."""
        found: dict[uuid.UUID, set[uuid.UUID]] = defaultdict(set)
        for unit_id in self.closed:
            for above in self.line_up(unit_id)[1:]:
                found[above].add(unit_id)
        return found

    def subtree(self, unit_id: uuid.UUID) -> list[UnitNow]:
        """The unit and all below it, parents first."""
        return self._walk([self.units[unit_id]]) if unit_id in self.units else []

    @cached_property
    def parents_first(self) -> list[UnitNow]:
        """All units, each after its parent and beside its family."""
        return self._walk(self.children[None])

    @cached_property
    def depths(self) -> Mapping[uuid.UUID, int]:
        """How far down each unit stands; 1 at the top."""
        found: dict[uuid.UUID | None, int] = {None: 0}
        for unit in self.parents_first:
            found[unit.id] = found[self.parent_of(unit)] + 1
        return {key: depth for key, depth in found.items() if key is not None}

    @cached_property
    def people_below(self) -> Mapping[uuid.UUID, int]:
        """People in each unit and all below it."""
        found = {unit.id: unit.headcount for unit in self.parents_first}
        for unit in reversed(self.parents_first):
            parent = self.parent_of(unit)
            if parent is not None:
                found[parent] += found[unit.id]
        return found

    def _walk(self, first: list[UnitNow]) -> list[UnitNow]:
        found: list[UnitNow] = []
        waiting = list(reversed(first))
        while waiting:
            unit = waiting.pop()
            found.append(unit)
            waiting.extend(reversed(self.children[unit.id]))
        return found


_STANDING = """
    SELECT version.unit_id, version.name, version.parent_id, version.headcount,
        CASE WHEN version.valid_to IS NULL OR version.valid_to > %s THEN 1 ELSE 0 END
    FROM records_unitversion version JOIN records_unit unit ON unit.id = version.unit_id
    WHERE unit.organisation_id = %s AND version.valid_from <= %s
        AND (version.valid_to IS NULL OR version.valid_to > %s OR NOT EXISTS (
            SELECT 1 FROM records_unitversion lasting
            WHERE lasting.unit_id = version.unit_id AND lasting.valid_from <= %s
                AND (lasting.valid_to IS NULL OR lasting.valid_to > %s)))
    ORDER BY version.valid_from, version.id
"""
"""What stands on a day, marked 1, and of units that are closed then all that was."""


def tree_on(organisation_id: uuid.UUID, day: date) -> TreeNow:
    """The organisation's units as they stand on `day`: one query.

    The rows are read each time, so that a change holds at once; what is made of them is made once for rows that are the
    same to the last word.
    """
    then = day.isoformat()
    return _tree_of(tuple(ask(_STANDING, then, key_of(organisation_id), then, then, then, then)))


@lru_cache(maxsize=8)
def _tree_of(rows: tuple[Row, ...]) -> TreeNow:
    """Of each unit the version that began last."""
    units, closed = dict[uuid.UUID, UnitNow](), dict[uuid.UUID, UnitNow]()
    for unit, name, parent, headcount, stands in rows:
        one = UnitNow(id_of(unit), name, None if parent is None else id_of(parent), headcount)
        (units if stands else closed)[one.id] = one
    return TreeNow(units, closed)

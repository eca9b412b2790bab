"""Where units have stood under each other since a day: the tree with its moves."""

import uuid
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from django.db.models import Q

from kulturspejl.records.organisation import UnitVersion


@dataclass(frozen=True, slots=True)
class Stood:
    """A unit under its parent from a day to a day, both included: on the day of a move it stands in both places."""

    unit: uuid.UUID
    parent: uuid.UUID | None
    since: date
    until: date | None


@dataclass(frozen=True)
class Places:
    """All that stood anywhere since `first`, and what has come since."""

    first: date
    stood: tuple[Stood, ...]

    @cached_property
    def spans(self) -> tuple[tuple[date, date | None], ...]:
        """The stretches of days, both included, in which nothing moved."""
        cuts = {self.first}
        for unit in self._by_unit.values():
            cuts.update(one.since for one in unit[1:] if one.since > self.first)
            cuts.update(
                one.until + timedelta(days=1) for one in unit if one.until is not None and one.until >= self.first
            )
        days = sorted(cuts)
        return tuple(zip(days, [*(day - timedelta(days=1) for day in days[1:]), None], strict=True))

    def below(self, unit: uuid.UUID, day: date) -> frozenset[uuid.UUID]:
        """The unit and everything that stood under it on the day; found once, for every round of a page asks."""
        if (unit, day) not in self._below:
            self._below[unit, day] = self._walk(unit, day)
        return self._below[unit, day]

    def _walk(self, unit: uuid.UUID, day: date) -> frozenset[uuid.UUID]:
        children = self._children_on(day)
        found, waiting = set[uuid.UUID](), [unit]
        while waiting:
            at = waiting.pop()
            if at not in found:
                found.add(at)
                waiting.extend(children[at])
        return frozenset(found)

    def _children_on(self, day: date) -> Mapping[uuid.UUID, Collection[uuid.UUID]]:
        if day not in self._children:
            found: dict[uuid.UUID, list[uuid.UUID]] = defaultdict(list)
            for one in self.stood:
                if one.parent is not None and one.since <= day and (one.until is None or one.until >= day):
                    found[one.parent].append(one.unit)
            self._children[day] = found
        return self._children[day]

    @cached_property
    def _children(self) -> dict[date, Mapping[uuid.UUID, Collection[uuid.UUID]]]:
        return {}

    @cached_property
    def _below(self) -> dict[tuple[uuid.UUID, date], frozenset[uuid.UUID]]:
        return {}

    @cached_property
    def _by_unit(self) -> Mapping[uuid.UUID, list[Stood]]:
        found: dict[uuid.UUID, list[Stood]] = defaultdict(list)
        for one in self.stood:
            found[one.unit].append(one)
        return found

    @cached_property
    def _hash(self) -> int:
        return hash((self.first, self.stood))

    def __hash__(self) -> int:
        """Reckoned once: the same places are asked for once a round."""
        return self._hash


def places_since(organisation_id: uuid.UUID, first: date) -> Places:
    """Where the organisation's units have stood since that day; a new name or count is no move."""
    rows = UnitVersion.objects.filter(
        Q(valid_to__isnull=True) | Q(valid_to__gte=first), unit__organisation_id=organisation_id
    )
    told = rows.order_by("unit_id", "valid_from", "id").values_list("unit_id", "parent_id", "valid_from", "valid_to")
    return Places(first, tuple(_joined(Stood(*row) for row in told)))


def _joined(rows: Iterator[Stood]) -> Iterator[Stood]:
    last: Stood | None = None
    for row in rows:
        if last is not None and (last.unit, last.parent, last.until) == (row.unit, row.parent, row.since):
            last = Stood(last.unit, last.parent, last.since, row.until)
            continue
        if last is not None:
            yield last
        last = row
    if last is not None:
        yield last

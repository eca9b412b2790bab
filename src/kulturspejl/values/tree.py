"""The organisation's tree as it stands on a day."""

import uuid
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Q

from kulturspejl.records.organisation import UnitVersion


@dataclass(frozen=True)
class UnitNow:
    """A unit on a day: `headcount` counts employees attached directly, the leader apart."""

    id: uuid.UUID
    name: str
    parent: uuid.UUID | None
    headcount: int


@dataclass(frozen=True)
class TreeNow:
    """All units of an organisation on a day."""

    units: dict[uuid.UUID, UnitNow]

    @cached_property
    def children(self) -> dict[uuid.UUID | None, list[UnitNow]]:
        """Units by parent; a unit whose parent is closed counts as a root."""
        found: dict[uuid.UUID | None, list[UnitNow]] = defaultdict(list)
        for unit in self.units.values():
            found[unit.parent if unit.parent in self.units else None].append(unit)
        return found

    def line_up(self, unit_id: uuid.UUID) -> list[uuid.UUID]:
        """The unit itself, its parent, and so on to the root."""
        line: list[uuid.UUID] = []
        at: uuid.UUID | None = unit_id
        while at is not None and at in self.units and at not in line:
            line.append(at)
            at = self.units[at].parent
        return line

    def subtree(self, unit_id: uuid.UUID) -> list[UnitNow]:
        """The unit and all below it, parents first."""
        if unit_id not in self.units:
            return []
        found = [self.units[unit_id]]
        for child in self.children[unit_id]:
            found += self.subtree(child.id)
        return found


def tree_on(organisation_id: uuid.UUID, day: date) -> TreeNow:
    """The organisation's units as they stand on `day`."""
    versions = UnitVersion.objects.filter(
        Q(valid_to__isnull=True) | Q(valid_to__gt=day),
        unit__organisation_id=organisation_id,
        valid_from__lte=day,
    )
    return TreeNow(
        {row.unit_id: UnitNow(row.unit_id, row.name, row.parent_id, row.headcount) for row in versions}
    )

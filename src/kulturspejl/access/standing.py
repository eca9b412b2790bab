"""Single questions about where somebody stands; whoever has several makes a `Sight` (or a `Crew`)."""

import uuid
from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date

from kulturspejl.access.sight import grants_on, sight_of
from kulturspejl.core.permissions import Role
from kulturspejl.records.organisation import Unit
from kulturspejl.records.people import User

__all__ = ["grants_on", "leaders_by_unit", "leaders_of", "roles_at", "roles_in"]


def roles_at(user: User, unit_id: uuid.UUID, day: date) -> frozenset[Role]:
    """The user's roles at this unit: given for the unit itself, or for one above it where the role reaches down."""
    unit = Unit.objects.filter(id=unit_id).first()
    if unit is None or not user.is_authenticated:
        return frozenset()
    return sight_of(user, unit.organisation_id, day).at(unit_id)


def roles_in(user: User, organisation_id: uuid.UUID, day: date) -> frozenset[Role]:
    """The roles that reach the whole organisation."""
    rows = grants_on(day).filter(user=user, organisation_id=organisation_id, unit__isnull=True)
    return frozenset(Role(role) for role in rows.values_list("role", flat=True))


def leaders_of(unit_id: uuid.UUID, day: date) -> list[User]:
    """Who leads the unit itself."""
    rows = grants_on(day).filter(unit_id=unit_id, role=Role.LEADER).select_related("user")
    return [row.user for row in rows]


def leaders_by_unit(unit_ids: Collection[uuid.UUID], day: date) -> Mapping[uuid.UUID, list[str]]:
    """The addresses of those who lead each of these units, units without a leader left out: one query."""
    rows = grants_on(day).filter(unit_id__in=unit_ids, role=Role.LEADER)
    found: dict[uuid.UUID, list[str]] = defaultdict(list)
    for unit_id, email in rows.values_list("unit_id", "user__email"):
        found[unit_id].append(email)
    return found

"""Where somebody stands: the roles that their grants give at a unit, on a day."""

import uuid
from collections.abc import Collection
from datetime import date

from django.db.models import Q, QuerySet

from kulturspejl.core.permissions import Role
from kulturspejl.core.permissions.roles import COVERS_SUBTREE, REPRESENTATIVES
from kulturspejl.records.organisation import Unit
from kulturspejl.records.people import Grant, User
from kulturspejl.values.tree import TreeNow, tree_on


def grants_on(day: date) -> "QuerySet[Grant]":
    """Grants in force on the day."""
    lasting = Grant.objects.filter(ended_at__isnull=True)
    return lasting.filter(Q(ends__isnull=True) | Q(ends__gte=day), starts__lte=day)


def roles_at(user: User, unit_id: uuid.UUID, day: date) -> frozenset[Role]:
    """The user's roles at this unit: given for the unit itself, or for one above it where the role reaches down."""
    unit = Unit.objects.filter(id=unit_id).first()
    if unit is None or not user.is_authenticated:
        return frozenset()
    tree = tree_on(unit.organisation_id, day)
    rows = grants_on(day).filter(user=user, organisation_id=unit.organisation_id)
    return _reaching(rows, tree.line_up(unit_id) or [unit_id])


def roles_in(user: User, organisation_id: uuid.UUID, day: date) -> frozenset[Role]:
    """The roles that reach the whole organisation."""
    rows = grants_on(day).filter(user=user, organisation_id=organisation_id, unit__isnull=True)
    return frozenset(Role(row.role) for row in rows)


def roles_over(
    user: User, organisation_id: uuid.UUID, tree: TreeNow, day: date
) -> dict[uuid.UUID, frozenset[Role]]:
    """The user's roles at each unit of the tree, units without any left out."""
    rows = list(grants_on(day).filter(user=user, organisation_id=organisation_id))
    found = {unit_id: _reaching(rows, tree.line_up(unit_id)) for unit_id in tree.units}
    return {unit_id: roles for unit_id, roles in found.items() if roles}


def representatives_of(unit_id: uuid.UUID, day: date) -> list[Grant]:
    """AMR and TR who reach this unit and do not lead it."""
    unit = Unit.objects.get(id=unit_id)
    line = tree_on(unit.organisation_id, day).line_up(unit_id) or [unit_id]
    rows = grants_on(day).filter(organisation_id=unit.organisation_id).select_related("user")
    leaders = {row.user_id for row in rows if row.role == Role.LEADER and row.unit_id == unit_id}
    return [
        row
        for row in rows
        if Role(row.role) in REPRESENTATIVES and _reaches(row, line) and row.user_id not in leaders
    ]


def leaders_of(unit_id: uuid.UUID, day: date) -> list[User]:
    """Who leads the unit itself."""
    rows = grants_on(day).filter(unit_id=unit_id, role=Role.LEADER).select_related("user")
    return [row.user for row in rows]


def _reaching(rows: "Collection[Grant] | QuerySet[Grant]", line: list[uuid.UUID]) -> frozenset[Role]:
    return frozenset(Role(row.role) for row in rows if _reaches(row, line))


def _reaches(row: Grant, line: list[uuid.UUID]) -> bool:
    if row.unit_id is None or row.unit_id == line[0]:
        return True
    return Role(row.role) in COVERS_SUBTREE and row.unit_id in line

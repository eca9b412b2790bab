"""Single questions about where somebody stands; whoever has several makes a `Sight` (or a `Crew`)."""

import uuid
from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date

from kulturspejl.access.sight import grants_on, sight_of
from kulturspejl.core.permissions import Role
from kulturspejl.records.organisation import Unit
from kulturspejl.records.people import User
from kulturspejl.records.questions import ask, id_of, key_of

__all__ = ["grants_on", "held_anywhere", "leaders_by_unit", "names_of_leaders", "roles_at", "roles_in"]


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


def held_anywhere(user: User, day: date) -> list[tuple[uuid.UUID, Role]]:
    """(organisation, role) of each grant, the oldest first; asked without the ORM, for at every page it is asked."""
    if not user.is_authenticated:
        return []
    then = day.isoformat()
    return [(id_of(where), Role(role)) for where, role in ask(_HELD, key_of(user.id), then, then)]


def names_of_leaders(unit_id: uuid.UUID, day: date) -> list[str]:
    """Who leads the unit itself, by what they are called; may be asked in an event loop (`records/questions`)."""
    then = day.isoformat()
    rows = ask(_LEADERS, key_of(unit_id), Role.LEADER.value, then, then)
    return [str(User(number=number, name=name, email=email)) for number, name, email in rows]


_IN_FORCE = (
    "records_grant.ended_at IS NULL AND records_grant.starts <= %s "
    "AND (records_grant.ends IS NULL OR records_grant.ends >= %s)"
)
"""What `grants_on` says, with the day twice."""
_LEADERS = (
    "SELECT records_user.number, records_user.name, records_user.email FROM records_grant "
    "JOIN records_user ON records_user.id = records_grant.user_id WHERE records_grant.unit_id = %s "
    f"AND records_grant.role = %s AND {_IN_FORCE} ORDER BY records_grant.id"
)
_HELD = (
    f"SELECT organisation_id, role FROM records_grant WHERE user_id = %s AND {_IN_FORCE} "
    "ORDER BY records_grant.starts, records_grant.id"
)


def leaders_by_unit(unit_ids: Collection[uuid.UUID], day: date) -> Mapping[uuid.UUID, list[str]]:
    """The addresses of those who lead each of these units, units without a leader left out: one query."""
    rows = grants_on(day).filter(unit_id__in=unit_ids, role=Role.LEADER)
    found: dict[uuid.UUID, list[str]] = defaultdict(list)
    for unit_id, email in rows.values_list("unit_id", "user__email"):
        found[unit_id].append(email)
    return found

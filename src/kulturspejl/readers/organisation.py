"""The organisation as its steward sees it: units, people with grants."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from kulturspejl.access.permission import NOTHING_HERE, day_of, require_in
from kulturspejl.access.standing import grants_on
from kulturspejl.core.errors import NotThere
from kulturspejl.core.permissions import Role, Verb
from kulturspejl.core.sorting import danish_key
from kulturspejl.records.models import Grant, Organisation, User
from kulturspejl.values.tree import TreeNow, UnitNow, tree_on


@dataclass(frozen=True)
class TreeLine:
    """A unit in the tree, `depth` 0 at the top; `below` counts all people in it and under it."""

    unit_id: uuid.UUID
    parent: uuid.UUID | None
    name: str
    headcount: int
    depth: int
    below: int


@dataclass(frozen=True)
class OrganisationPage:
    """The organisation and its units, parents first."""

    id: uuid.UUID
    name: str
    language: str
    minimum: int
    lines: tuple[TreeLine, ...]
    lends_rooms: bool = True


@dataclass(frozen=True)
class GrantLine:
    """A grant of a person."""

    grant_id: uuid.UUID
    user_id: uuid.UUID
    person: str
    email: str
    role: Role
    unit_name: str
    starts: date
    ends: date | None


def is_empty() -> bool:
    """Whether nobody has made an organisation here yet."""
    return not Organisation.objects.exists()


def tree(user: User, organisation_id: uuid.UUID, *, now: datetime) -> OrganisationPage:
    """For a steward."""
    require_in(user, Verb.ORGANISATION_EDIT, organisation_id=organisation_id, now=now)
    organisation = Organisation.objects.get(id=organisation_id)
    lines = _lines(tree_on(organisation_id, day_of(now)))
    return OrganisationPage(
        organisation.id, organisation.name, organisation.language, organisation.minimum, lines,
        organisation.lends_rooms,
    )  # fmt: skip


@dataclass(frozen=True)
class EndingPage:
    """The grant that somebody is about to end; `stewards_left` are the administrators who stay when it is one."""

    line: GrantLine
    is_own_stewardship: bool
    is_last_steward: bool
    stewards_left: tuple[str, ...]


def ending(user: User, grant_id: uuid.UUID, *, now: datetime) -> EndingPage:
    """For a steward; NotThere for a grant that is over."""
    found = grants_on(day_of(now)).filter(id=grant_id).select_related("user").first()
    if found is None:
        raise NotThere(NOTHING_HERE)
    require_in(user, Verb.PEOPLE_GRANT, organisation_id=found.organisation_id, now=now)
    others = grants_on(day_of(now)).filter(organisation_id=found.organisation_id, role=Role.STEWARD, unit=None)
    left = tuple(sorted({str(row.user) for row in others.exclude(id=grant_id).select_related("user")}))
    is_steward = found.role == Role.STEWARD and found.unit_id is None
    units = tree_on(found.organisation_id, day_of(now)).units
    return EndingPage(
        _grant_line(found, units), is_steward and found.user_id == user.id and bool(left), is_steward and not left, left
    )


def is_steward(user: User, *, now: datetime) -> bool:
    """Whether the user is steward of any organisation as a whole."""
    return grants_on(day_of(now)).filter(user=user, role=Role.STEWARD, unit=None).exists()


def people(user: User, organisation_id: uuid.UUID, *, now: datetime) -> list[GrantLine]:
    """Grants in force, for a steward."""
    require_in(user, Verb.PEOPLE_GRANT, organisation_id=organisation_id, now=now)
    units = tree_on(organisation_id, day_of(now)).units
    rows = grants_on(day_of(now)).filter(organisation_id=organisation_id).select_related("user")
    lines = [_grant_line(row, units) for row in rows]
    return sorted(lines, key=lambda line: (danish_key(line.person), danish_key(line.unit_name)))


def _lines(found: TreeNow) -> tuple[TreeLine, ...]:
    """Parents first, each family in the order of the alphabet. A loop and no recursion: however deep the tree is."""
    lines: list[TreeLine] = []
    waiting = _in_order(found, None)
    while waiting:
        unit = waiting.pop()
        depth = found.depths[unit.id] - 1
        lines.append(
            TreeLine(unit.id, unit.parent, unit.name, unit.headcount, depth, found.people_below[unit.id])
        )
        waiting += _in_order(found, unit.id)
    return tuple(lines)


def _in_order(found: TreeNow, parent: uuid.UUID | None) -> list[UnitNow]:
    """The units under one, the last first: they are taken from the end."""
    return sorted(found.children[parent], key=lambda one: danish_key(one.name), reverse=True)


def _grant_line(row: Grant, units: Mapping[uuid.UUID, UnitNow]) -> GrantLine:
    where = units[row.unit_id].name if row.unit_id in units else ""
    return GrantLine(
        row.id, row.user_id, str(row.user), row.user.email, Role(row.role), where, row.starts, row.ends
    )

"""Who changed what, from what to what: all of it for the steward, what is about their units for those who stand there.

AMR and TR see every line about the units that they reach and about rounds in them, and what counts for the whole
organisation; a unit's leader sees who was given a permission there, and what the unit was called, held and stood under.
It never says who answered. A person who has been erased is a number.
"""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet

from kulturspejl.access.permission import NOTHING_HERE, day_of
from kulturspejl.access.sight import Sight, grants_on, sight_of
from kulturspejl.core.errors import NotThere
from kulturspejl.core.permissions import REPRESENTATIVES, Role
from kulturspejl.records.models import AuditEntry, Grant, RoundUnit, UnitVersion, User

A_PAGE = 100
KINDS: Mapping[str, tuple[str, ...]] = {
    "permissions": ("grant.", "factors.", "account.", "person."),
    "units": ("unit.", "organisation."),
    "rounds": ("round.",),
    "results": ("result.", "line."),
    "plans": ("trait.", "action.", "trio."),
    "rooms": ("room.", "course."),
    "server": ("store.", "factors."),
}
"""What may be looked at alone, by how its verbs begin."""
_FOR_ALL = ("grant.", "organisation.", "store.")
"""Lines about no unit that count for every unit."""
_FOR_LEADERS = ("grant.", "unit.")


@dataclass(frozen=True)
class Somebody:
    """Who did it, or whose it was: a name, or the number that is left; neither where it was nobody with an account."""

    name: str
    number: int | None


@dataclass(frozen=True)
class Change:
    """One line. `said` is what was written down at the time: unit, role, and each thing changed as [from, to]."""

    at: datetime
    actor: Somebody
    verb: str
    whose: Somebody
    said: Mapping[str, Any]


@dataclass(frozen=True)
class ChangesPage:
    """`changes` is one page of them; `units` the names to find, `is_steward` whether the viewer runs the whole."""

    changes: "Page[AuditEntry]"
    lines: tuple[Change, ...]
    is_steward: bool
    is_leader_alone: bool


def page(user: User, *, kind: str = "", find: str = "", number: str = "1", now: datetime) -> ChangesPage:
    """The newest first; NotThere for whoever stands nowhere. `find`: in names of units and people."""
    sight = _sight(user, now)
    is_steward = Role.STEWARD in sight.everywhere
    rows = AuditEntry.objects.filter(organisation_id=sight.organisation_id)
    if not is_steward:
        rows = rows.filter(_mine(sight))
    rows = _of_kind(rows, kind)
    if find.strip():
        rows = rows.filter(_found(sight.organisation_id, find.strip().casefold()))
    shown = Paginator(rows.select_related("actor", "person").order_by("-at", "-id"), A_PAGE).get_page(number)
    roles = {role for held in sight.held.values() for role in held}
    return ChangesPage(shown, tuple(map(_change, shown)), is_steward, not is_steward and not roles & REPRESENTATIVES)


def may_see(sight: Sight) -> bool:
    """Whether the person of this sight finds anything here."""
    roles = frozenset[Role]().union(*sight.held.values())
    return Role.STEWARD in sight.everywhere or bool(roles & (REPRESENTATIVES | {Role.LEADER}))


def _sight(user: User, now: datetime) -> Sight:
    """The organisation in which the viewer stands; the one they are steward of first."""
    held = grants_on(day_of(now)).filter(user=user) if user.is_authenticated else Grant.objects.none()
    found = [sight_of(user, one, day_of(now)) for one in held.values_list("organisation_id", flat=True).distinct()]
    open_to = sorted(filter(may_see, found), key=lambda one: Role.STEWARD not in one.everywhere)
    if not open_to:
        raise NotThere(NOTHING_HERE)
    return open_to[0]


def _mine(sight: Sight) -> Q:
    """Lines about the viewer's units, about rounds in which they are asked, and about everything."""
    above = _last_above(sight.organisation_id)
    team = {unit for unit in above if _line_roles(sight, unit, above) & REPRESENTATIVES}
    led = {unit for unit, roles in sight.held.items() if unit is not None and Role.LEADER in roles}
    rounds = RoundUnit.objects.filter(unit_id__in=team).values_list("round_id", flat=True).distinct()
    about_led = Q(unit_id__in=led) & _begins(_FOR_LEADERS)
    for_all = Q(unit=None) & _begins(_FOR_ALL)
    about_rounds = Q(about__in=[str(one) for one in rounds])
    return for_all | about_led | Q(unit_id__in=team) | about_rounds


def _last_above(organisation_id: uuid.UUID) -> Mapping[uuid.UUID, uuid.UUID | None]:
    """Under which unit each stands, or stood last: a unit that is closed keeps its place here."""
    rows = UnitVersion.objects.filter(unit__organisation_id=organisation_id).order_by("valid_from", "id")
    return dict(rows.values_list("unit_id", "parent_id"))


def _line_roles(
    sight: Sight, unit_id: uuid.UUID, above: Mapping[uuid.UUID, uuid.UUID | None]
) -> frozenset[Role]:
    roles, seen, at = frozenset[Role](), set[uuid.UUID](), unit_id
    while at not in seen:
        seen.add(at)
        roles |= sight.held.get(at, frozenset())
        parent = above.get(at)
        if parent is None:
            break
        at = parent
    return roles | sight.everywhere


def _of_kind(rows: "QuerySet[AuditEntry]", kind: str) -> "QuerySet[AuditEntry]":
    return rows.filter(_begins(KINDS[kind])) if kind in KINDS else rows


def _begins(words: Iterable[str]) -> Q:
    found = Q()
    for word in words:
        found |= Q(verb__startswith=word)
    return found


def _found(organisation_id: uuid.UUID, word: str) -> Q:
    """Lines about units that are or were called so, and by or about people who are. Compared here: æ, ø and å too."""
    names = UnitVersion.objects.filter(unit__organisation_id=organisation_id).values_list("unit_id", "name")
    units = {unit for unit, name in names if word in name.casefold()}
    people = User.objects.filter(grants__organisation_id=organisation_id).distinct()
    users = {one.id for one in people if word in str(one).casefold()}
    return Q(unit_id__in=units) | Q(actor_id__in=users) | Q(person_id__in=users)


def _change(row: AuditEntry) -> Change:
    return Change(
        row.at, _somebody(row.actor, row.actor_number), row.verb, _somebody(row.person, row.person_number), row.said
    )


def _somebody(user: User | None, number: int | None) -> Somebody:
    """A name; of an account that has been erased the number that is left."""
    if user is None:
        return Somebody("", number)
    return Somebody("" if user.number is not None else str(user), user.number or number)

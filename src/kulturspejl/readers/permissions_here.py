"""Who has been given a permission that reaches a unit, by whom, and until when: for the unit's own team to see."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from kulturspejl.access.permission import day_of, require
from kulturspejl.core.permissions import Role, Verb
from kulturspejl.records.models import AuditEntry, Grant, Unit, User
from kulturspejl.values.tree import TreeNow, tree_on
from kulturspejl.values.where import Where, where_of

MOST = 200


@dataclass(frozen=True)
class PermissionLine:
    """`where` is the unit that it was given for, None for the whole organisation; `ended` is the last day, or None."""

    person: str
    role: Role
    where: Where | None
    given: datetime | date
    by: str
    ended: datetime | date | None
    is_over: bool


@dataclass(frozen=True)
class PermissionsPage:
    """The newest first."""

    unit_id: uuid.UUID
    unit: Where
    lines: tuple[PermissionLine, ...]


def page(user: User, unit_id: uuid.UUID, *, now: datetime) -> PermissionsPage:
    """For leader, AMR and TR of the unit; NotThere for others."""
    require(user, Verb.RESULT_READ, unit_id=unit_id, now=now)
    organisation_id = Unit.objects.get(id=unit_id).organisation_id
    tree = tree_on(organisation_id, day_of(now))
    reaching = _reaching(organisation_id, tree.line_up(unit_id) or [unit_id])
    givers = _givers(organisation_id, reaching)
    lines = tuple(_line(row, tree, givers.get(str(row.id), ""), day_of(now)) for row in reaching)
    return PermissionsPage(unit_id, where_of(tree, unit_id), lines)


def _reaching(organisation_id: uuid.UUID, line: list[uuid.UUID]) -> list[Grant]:
    """Given for the unit, for one above it, or everywhere: a leader above too, who opens what the unit shares."""
    here = Grant.objects.filter(Q(unit__isnull=True) | Q(unit_id__in=line), organisation_id=organisation_id)
    return list(here.select_related("user").order_by("-starts", "-given_at", "id")[:MOST])


def _givers(organisation_id: uuid.UUID, rows: list[Grant]) -> dict[str, str]:
    noted = AuditEntry.objects.filter(
        organisation_id=organisation_id, verb__startswith="grant.", about__in=[str(row.id) for row in rows]
    )
    told = noted.exclude(verb="grant.end").select_related("actor")
    return {entry.about: str(entry.actor or "") for entry in told}


def _line(row: Grant, tree: TreeNow, by: str, today: date) -> PermissionLine:
    where = where_of(tree, row.unit_id) if row.unit_id else None
    is_over = row.ended_at is not None or (row.ends is not None and row.ends < today)
    return PermissionLine(
        str(row.user), Role(row.role), where, row.given_at or row.starts, by, row.ended_at or row.ends, is_over
    )

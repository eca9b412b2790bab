"""Who changed what, for the steward: audit lines, with names in place of ids. Never who answered."""

import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from kulturspejl.access.permission import require_in
from kulturspejl.core.permissions import Verb
from kulturspejl.records.models import (
    Action,
    AuditEntry,
    Grant,
    Room,
    Round,
    RoundUnit,
    Trait,
    UnitVersion,
    User,
)

MOST = 200


@dataclass(frozen=True)
class Change:
    """Who did what when; `about` names the unit or the person, or has the numbers of the change."""

    at: datetime
    actor: str
    verb: str
    about: str


def list_for(user: User, organisation_id: uuid.UUID, *, now: datetime) -> list[Change]:
    """The newest changes."""
    require_in(user, Verb.ORGANISATION_EDIT, organisation_id=organisation_id, now=now)
    entries = AuditEntry.objects.filter(organisation_id=organisation_id).select_related("actor").order_by("-at", "-id")
    rows = list(entries[:MOST])
    names = dict(_names(organisation_id))
    return [Change(row.at, str(row.actor or ""), row.verb, _said(row.about, names)) for row in rows]


def _said(about: str, names: Mapping[str, str]) -> str:
    """A name; an id without one says nothing to a reader, other words stand as they are."""
    try:
        uuid.UUID(about)
    except ValueError:
        return about
    return names.get(about, "")


def _names(organisation_id: uuid.UUID) -> Iterator[tuple[str, str]]:
    """What each id of the organisation is called today, or was called last."""
    versions = UnitVersion.objects.filter(unit__organisation_id=organisation_id).order_by("valid_from", "id")
    units = {version.unit_id: version.name for version in versions}
    yield from ((str(unit_id), name) for unit_id, name in units.items())
    for found in Round.objects.filter(organisation_id=organisation_id):
        yield str(found.id), units.get(found.root_id, "")
    for unit in RoundUnit.objects.filter(round__organisation_id=organisation_id):
        yield str(unit.id), unit.name
    for trait in Trait.objects.filter(unit__organisation_id=organisation_id):
        yield str(trait.id), units.get(trait.unit_id, "")
    for action in Action.objects.filter(trait__unit__organisation_id=organisation_id).select_related("trait"):
        yield str(action.id), units.get(action.trait.unit_id, "")
    for room in Room.objects.filter(organisation_id=organisation_id).values_list("id", "name"):
        yield str(room[0]), room[1]
    for grant in Grant.objects.filter(organisation_id=organisation_id).select_related("user"):
        where = units.get(grant.unit_id, "") if grant.unit_id else ""
        yield str(grant.id), ", ".join(part for part in (str(grant.user), where) if part)

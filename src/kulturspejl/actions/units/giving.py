"""The permissions of a list: given and ended with one letter to each person, however many there are."""

import uuid
from collections.abc import Collection, Mapping
from datetime import datetime

from django.db.models import Q

from kulturspejl.access.permission import day_of
from kulturspejl.actions import people
from kulturspejl.actions.people import Wish
from kulturspejl.core.permissions import Role
from kulturspejl.core.units.line import Ref
from kulturspejl.core.units.people import PeopleDifference
from kulturspejl.records.models import Grant, User


def give_all(
    by: User, organisation_id: uuid.UUID, difference: PeopleDifference, ids: Mapping[Ref, uuid.UUID], now: datetime
) -> list[str]:
    """In the caller's transaction; the ids of the new grants. `ids` are those of units that the list has made."""
    if not difference.given:
        return []
    wishes = [Wish(one.address, one.name, one.role, _unit(one.unit, ids)) for one in difference.given]
    before = {str(one) for one in _given_at(organisation_id, now)}
    people.grant_all(by=by, organisation_id=organisation_id, wishes=wishes, now=now)
    return [str(one) for one in _given_at(organisation_id, now) if str(one) not in before]


def end_all(
    by: User, organisation_id: uuid.UUID, difference: PeopleDifference, ticked: Collection[uuid.UUID], now: datetime
) -> list[str]:
    """The ticked ones of those that the list does not name."""
    ending = [one.id for one in difference.missing if one.id in ticked]
    people.end_all(by=by, organisation_id=organisation_id, grant_ids=ending, now=now)
    return [str(one) for one in ending]


def give_back(by: User, organisation_id: uuid.UUID, ended: Collection[str], now: datetime) -> None:
    """Permissions that a list ended, given anew: but for those that would be over by now, and of whoever is erased."""
    rows = Grant.objects.filter(id__in=[uuid.UUID(one) for one in ended]).select_related("user")
    rows = rows.filter(Q(ends__isnull=True) | Q(ends__gte=day_of(now)), user__erased_on__isnull=True)
    wishes = [Wish(row.user.email, "", Role(row.role), row.unit_id, row.ends) for row in rows]
    people.grant_all(by=by, organisation_id=organisation_id, wishes=wishes, now=now)


def _given_at(organisation_id: uuid.UUID, now: datetime) -> list[uuid.UUID]:
    rows = Grant.objects.filter(organisation_id=organisation_id, given_at=now)
    return list(rows.values_list("id", flat=True))


def _unit(unit: Ref | None, ids: Mapping[Ref, uuid.UUID]) -> uuid.UUID | None:
    if unit is None or isinstance(unit, uuid.UUID):
        return unit
    return ids[unit]

"""The first line of every action and reader: may this person do this here, today?

If not, it looks as if nothing were there.
"""

import uuid
from datetime import date, datetime

from django.utils import timezone

from kulturspejl.access.sight import Sight, sight_of
from kulturspejl.access.standing import roles_at, roles_in
from kulturspejl.core.errors import NotThere
from kulturspejl.core.permissions import Role, Verb, may
from kulturspejl.core.text import Text
from kulturspejl.records.models import Unit, User

NOTHING_HERE = Text(
    da="Siden findes ikke, eller den er ikke din.", en="The page does not exist, or it is not yours."
)


def day_of(now: datetime) -> date:
    """The date in the instance's own time zone."""
    return timezone.localdate(now)


def require(by: User, verb: Verb, *, unit_id: uuid.UUID, now: datetime) -> frozenset[Role]:
    """The person's roles at the unit; NotThere unless they may do this there."""
    roles = roles_at(by, unit_id, day_of(now))
    if not may(verb, roles):
        raise NotThere(NOTHING_HERE)
    return roles


def sight_for(by: User, verb: Verb, *, unit: Unit, now: datetime) -> Sight:
    """What the person is in the unit's organisation; NotThere unless they may do this at the unit."""
    sight = sight_of(by, unit.organisation_id, day_of(now))
    if not sight.may(verb, unit.id):
        raise NotThere(NOTHING_HERE)
    return sight


def require_in(by: User, verb: Verb, *, organisation_id: uuid.UUID, now: datetime) -> frozenset[Role]:
    """The same for the whole organisation."""
    roles = roles_in(by, organisation_id, day_of(now))
    if not may(verb, roles):
        raise NotThere(NOTHING_HERE)
    return roles

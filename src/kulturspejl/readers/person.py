"""One person as their administrator sees them: what they may, how they log in, what has happened."""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from allauth.mfa.models import Authenticator

from kulturspejl.access.leading import Led, led_by
from kulturspejl.access.permission import NOTHING_HERE, day_of, require_in
from kulturspejl.access.standing import grants_on
from kulturspejl.access.taken import is_taken
from kulturspejl.core.errors import NotThere
from kulturspejl.core.permissions import Role, Verb
from kulturspejl.core.writing.order import danish_key
from kulturspejl.readers.account import EventLine, SessionLine, events, open_sessions
from kulturspejl.records.models import Grant, SecurityEvent, User
from kulturspejl.values.tree import tree_on


@dataclass(frozen=True)
class PersonPage:
    """`is_elsewhere`: another organisation here knows the person too. `is_taken`: everything has been downloaded."""

    id: uuid.UUID
    name: str
    address: str
    roles: tuple[tuple[Role, str], ...]
    has_app: bool
    passkeys: int
    has_codes: bool
    sessions: tuple[SessionLine, ...]
    events: tuple[EventLine, ...]
    leads: tuple[Led, ...]
    is_self: bool
    is_elsewhere: bool
    is_taken: bool


@dataclass(frozen=True)
class WithoutLine:
    """Somebody who has an account, and no permission any more."""

    id: uuid.UUID
    name: str
    address: str


def person(viewer: User, organisation_id: uuid.UUID, person_id: uuid.UUID, *, now: datetime) -> PersonPage:
    """For an administrator of an organisation that knows the person; NotThere for anybody else."""
    require_in(viewer, Verb.PEOPLE_GRANT, organisation_id=organisation_id, now=now)
    known = Grant.objects.filter(organisation_id=organisation_id, user_id=person_id).exists()
    found = User.objects.filter(id=person_id, erased_on__isnull=True).first() if known else None
    if found is None:
        raise NotThere(NOTHING_HERE)
    held, units = grants_on(day_of(now)).filter(user=found), tree_on(organisation_id, day_of(now)).units
    here = [grant for grant in held if grant.organisation_id == organisation_id]
    kinds = list(Authenticator.objects.filter(user=found).values_list("type", flat=True))
    return PersonPage(
        id=found.id, name=found.name, address=found.email,
        roles=tuple((Role(one.role), units[one.unit_id].name if one.unit_id in units else "") for one in here),
        has_app=Authenticator.Type.TOTP in kinds, passkeys=kinds.count(Authenticator.Type.WEBAUTHN),
        has_codes=Authenticator.Type.RECOVERY_CODES in kinds, sessions=open_sessions(found), events=events(found),
        leads=led_by(found, now=now), is_self=found == viewer, is_elsewhere=len(here) < len(held),
        is_taken=is_taken(found, viewer, now=now),
    )  # fmt: skip


def without_permission(viewer: User, organisation_id: uuid.UUID, *, now: datetime) -> tuple[WithoutLine, ...]:
    """Accounts whose permissions here have all ended: nobody forgets that they are there."""
    require_in(viewer, Verb.PEOPLE_GRANT, organisation_id=organisation_id, now=now)
    past = Grant.objects.filter(organisation_id=organisation_id).values("user_id")
    present = grants_on(day_of(now)).filter(organisation_id=organisation_id).values("user_id")
    found = User.objects.filter(id__in=past, erased_on__isnull=True).exclude(id__in=present)
    return tuple(
        sorted(
            (WithoutLine(one.id, one.name, one.email) for one in found),
            key=lambda line: danish_key(line.name),
        )
    )


def strangers_refused(viewer: User, organisation_id: uuid.UUID, *, now: datetime) -> int:
    """How often in the last 30 days somebody without an account was not let in; nothing else is kept of them."""
    require_in(viewer, Verb.PEOPLE_GRANT, organisation_id=organisation_id, now=now)
    rows = SecurityEvent.objects.filter(user__isnull=True, at__gt=now - timedelta(days=30))
    return sum(rows.values_list("times", flat=True))

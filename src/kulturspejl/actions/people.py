"""Giving and ending grants. A grant to an unknown address makes its account."""

import uuid
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from kulturspejl.access.permission import NOTHING_HERE, day_of, require_in
from kulturspejl.access.standing import grants_on
from kulturspejl.actions.auditing import note
from kulturspejl.core.content.line import one_line
from kulturspejl.core.content.text import Text
from kulturspejl.core.errors import Faulty, NotThere, Refused
from kulturspejl.core.permissions import Role, Verb
from kulturspejl.records.models import Grant, Unit, User

WHOLE_ORGANISATION = frozenset({Role.STEWARD, Role.HR, Role.FACILITATOR})


def grant(
    *, by: User, organisation_id: uuid.UUID, email: str, name: str, role: Role, unit_id: uuid.UUID | None,
    ends: date | None, now: datetime,
) -> uuid.UUID:  # fmt: skip
    """Give a role at a unit (or, for steward, HR and facilitator, everywhere) until a day."""
    require_in(by, Verb.PEOPLE_GRANT, organisation_id=organisation_id, now=now)
    address = email.strip().lower()
    _check(organisation_id, address, role, unit_id, ends, day_of(now))
    with transaction.atomic():
        user = User.objects.filter(email=address).first() or _new_user(address, name)
        made = Grant.objects.create(
            user=user,
            organisation_id=organisation_id,
            unit_id=unit_id,
            role=role,
            starts=day_of(now),
            ends=ends,
            given_at=now,
        )
        note(by=by, organisation_id=organisation_id, verb=f"grant.{role}", about=made.id, now=now)
    return made.id


def end(*, by: User, grant_id: uuid.UUID, now: datetime) -> None:
    """The grant ends now, and its row stays. The last steward stays."""
    found = Grant.objects.filter(id=grant_id, ended_at__isnull=True).first()
    if found is None:
        raise NotThere(NOTHING_HERE)
    require_in(by, Verb.PEOPLE_GRANT, organisation_id=found.organisation_id, now=now)
    stewards = grants_on(day_of(now)).filter(organisation_id=found.organisation_id, role=Role.STEWARD)
    if found.role == Role.STEWARD and stewards.count() == 1:
        raise Refused(
            Text(
                da="Det er den sidste administrator. Giv rettigheden til en anden først.",
                en="This is the last administrator. Give the permission to somebody else first.",
            )
        )
    with transaction.atomic():
        found.ended_at = now
        found.save(update_fields=["ended_at"])
        note(by=by, organisation_id=found.organisation_id, verb="grant.end", about=grant_id, now=now)


def _new_user(address: str, name: str) -> User:
    user = User(email=address, name=one_line(name))
    user.set_unusable_password()
    user.save()
    return user


def _check(
    organisation_id: uuid.UUID,
    address: str,
    role: Role,
    unit_id: uuid.UUID | None,
    ends: date | None,
    today: date,
) -> None:
    faults: dict[str, Text] = {}
    try:
        validate_email(address)
    except ValidationError:
        faults["email"] = Text(da="Skriv en mailadresse.", en="Write a mail address.")
    if unit_id is None and role not in WHOLE_ORGANISATION:
        faults["unit"] = Text(
            da="Vælg den enhed, rettigheden gælder.", en="Choose the unit the permission is for."
        )
    if unit_id is not None and not Unit.objects.filter(id=unit_id, organisation_id=organisation_id).exists():
        faults["unit"] = Text(da="Vælg en enhed, der findes.", en="Choose a unit that exists.")
    if ends is not None and ends < today:
        faults["ends"] = Text(
            da="Vælg en dag fra i dag, eller lad feltet stå tomt.",
            en="Choose a day from today, or leave it empty.",
        )
    if faults:
        raise Faulty(next(iter(faults.values())), faults)

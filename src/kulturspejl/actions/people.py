"""Giving and ending grants. A grant to an unknown address makes its account."""

import uuid
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from kulturspejl.access.permission import NOTHING_HERE, day_of, require_in
from kulturspejl.access.standing import grants_on
from kulturspejl.actions.auditing import note
from kulturspejl.actions.deciding import deciding
from kulturspejl.actions.sent import keep, may_be_gone
from kulturspejl.core.content.line import one_line
from kulturspejl.core.content.text import Text
from kulturspejl.core.errors import Faulty, NotThere, Refused
from kulturspejl.core.permissions import Role, Verb
from kulturspejl.records.models import Grant, Organisation, Unit, User
from kulturspejl.vault import ledger

WHOLE_ORGANISATION = frozenset({Role.STEWARD, Role.HR, Role.FACILITATOR})


def grant(
    *, by: User, organisation_id: uuid.UUID, email: str, name: str, role: Role, unit_id: uuid.UUID | None,
    ends: date | None, now: datetime,
) -> uuid.UUID:  # fmt: skip
    """Give a role at a unit (or, for steward, HR and facilitator, everywhere) until a day.

    Whoever has it already has it once: another last day is written on the same grant, so no form's id is needed.
    """
    with deciding(Organisation, organisation_id):
        require_in(by, Verb.PEOPLE_GRANT, organisation_id=organisation_id, now=now)
        address = email.strip().lower()
        _check(organisation_id, address, role, unit_id, ends, day_of(now))
        user = _known_or_new(address, name)
        where = {"unit_id": unit_id} if unit_id else {"unit__isnull": True}
        held = grants_on(day_of(now)).filter(user=user, organisation_id=organisation_id, role=role, **where)
        found = held.filter(ends=ends).first() or held.first()
        if found is None:
            found = Grant.objects.create(
                user=user, organisation_id=organisation_id, unit_id=unit_id, role=role, starts=day_of(now), ends=ends,
                given_at=now,
            )  # fmt: skip
        elif found.ends == ends:
            return found.id
        else:
            Grant.objects.filter(id=found.id).update(ends=ends)
        note(by=by, organisation_id=organisation_id, verb=f"grant.{role}", about=found.id, now=now)
    return found.id


def end(*, by: User, grant_id: uuid.UUID, form: uuid.UUID | None = None, now: datetime) -> None:
    """The grant ends now, and its row stays: what it once allowed counts. The last steward stays."""
    with may_be_gone(form, by), deciding(Grant, grant_id) as found:
        require_in(by, Verb.PEOPLE_GRANT, organisation_id=found.organisation_id, now=now)
        if found.ended_at is not None:
            raise NotThere(NOTHING_HERE)
        _refuse_the_last_steward(found, day_of(now))
        # Before the row says it: whoever was let go must not come back with a backup.
        ledger.note(what=ledger.GRANT, round_id=grant_id, on=day_of(now))
        found.ended_at = now
        found.save(update_fields=["ended_at"])
        note(by=by, organisation_id=found.organisation_id, verb="grant.end", about=grant_id, now=now)
        keep(form, by, grant_id, now)


def _refuse_the_last_steward(found: Grant, today: date) -> None:
    stewards = grants_on(today).filter(organisation_id=found.organisation_id, role=Role.STEWARD)
    if found.role == Role.STEWARD and stewards.count() == 1:
        raise Refused(
            Text(
                da="Det er den sidste administrator. Giv rettigheden til en anden først.",
                en="This is the last administrator. Give the permission to somebody else first.",
            )
        )


def _known_or_new(address: str, name: str) -> User:
    """The account of an address. Somebody else may make it just now for another organisation: then theirs counts."""
    user = User.objects.filter(email=address).first()
    if user is not None:
        return user
    made = User(email=address, name=one_line(name))
    made.set_unusable_password()
    # Not by trying: a refused row would stand in PostgreSQL's log with its address.
    User.objects.bulk_create([made], ignore_conflicts=True)
    return User.objects.get(email=address)


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

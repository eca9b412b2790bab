"""What an administrator does for a person with an account: name, address, factors, sessions."""

import uuid
from datetime import datetime

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator

from kulturspejl.access.permission import NOTHING_HERE, day_of, require_in
from kulturspejl.access.standing import grants_on
from kulturspejl.actions import account_changes, security_events, sessions
from kulturspejl.actions.auditing import note
from kulturspejl.actions.deciding import deciding, lock_all
from kulturspejl.core.errors import Faulty, NotThere, Refused
from kulturspejl.core.permissions import Verb
from kulturspejl.core.tables.mailbox import mailbox
from kulturspejl.core.text import Text
from kulturspejl.core.writing.line import one_line
from kulturspejl.records.models import Grant, OpenSession, Organisation, User

ELSEWHERE = Text(
    da="Personen har også en rettighed i en anden organisation her. Bed den, der driver serveren, om at gøre det.",
    en="The person has a permission in another organisation here too. Ask whoever runs the server to do it.",
)
NOT_YOUR_OWN = Text(
    da="Det er din egen konto. Bed en anden administrator om det, eller gør det under »Sådan logger du ind«.",
    en="That is your own account. Ask another administrator, or do it under “How you log in”.",
)
TAKEN = Text(
    da="En anden konto har den adresse. Ret den anden først, eller slet den.",
    en="Another account has that address. Correct the other one first, or erase it.",
)


def correct(
    *, by: User, organisation_id: uuid.UUID, person_id: uuid.UUID, name: str, address: str, now: datetime
) -> None:
    """Write name and address anew. With another address all sessions end, and both addresses get a letter."""
    with deciding(Organisation, organisation_id):
        person = require_person(by, organisation_id, person_id, now)
        spelt = one_line(name)
        if spelt != person.name:
            User.objects.filter(id=person.id).update(name=spelt)
            security_events.note(user=person, kind="name.changed", by=by, now=now)
            _on_record(by, organisation_id, "person.name", person, now)
        wanted = _free(address, person)
        if wanted != person.email:
            _move(by, organisation_id, person, wanted, now)


def _free(address: str, person: User) -> str:
    try:
        wanted = mailbox(address)
    except Refused as refused:
        raise Faulty(refused.text, {"address": refused.text}) from refused
    if User.objects.filter(email=wanted).exclude(id=person.id).exists():
        raise Faulty(TAKEN, {"address": TAKEN})
    return wanted


def _move(by: User, organisation_id: uuid.UUID, person: User, wanted: str, now: datetime) -> None:
    old = person.email
    User.objects.filter(id=person.id).update(email=wanted)
    # The library keeps addresses that codes were sent to, and would go on sending them there. The new one is nobody's
    # proven address until a code that was sent to it has been typed: the library ticks it off then.
    EmailAddress.objects.filter(user=person).delete()
    EmailAddress.objects.create(user=person, email=wanted, primary=True)
    person.email = wanted
    sessions.close(OpenSession.objects.filter(user=person), now=now, about="address", decided_by=by)
    account_changes.tell(user=person, what="address.changed", now=now, decided_by=by, also=[old])
    _on_record(by, organisation_id, "person.address", person, now)


def forget_factors(*, by: User, organisation_id: uuid.UUID, person_id: uuid.UUID, now: datetime) -> None:
    """Take app, passkeys and recovery codes off somebody else's account; a letter says so to its owner."""
    with deciding(Organisation, organisation_id):
        person = require_person(by, organisation_id, person_id, now)
        if person == by:
            raise Refused(NOT_YOUR_OWN)
        if not Authenticator.objects.filter(user=person).delete()[0]:
            return
        sessions.close(OpenSession.objects.filter(user=person), now=now, about="administrator", decided_by=by)
        account_changes.tell(user=person, what="factors.forgotten", now=now, decided_by=by)
        _on_record(by, organisation_id, "person.factors", person, now)


def end_sessions(*, by: User, organisation_id: uuid.UUID, person_id: uuid.UUID, now: datetime) -> int:
    """Log somebody out everywhere; how many sessions there were."""
    with deciding(Organisation, organisation_id):
        person = require_person(by, organisation_id, person_id, now)
        about = "own" if person == by else "administrator"
        ended = sessions.close(OpenSession.objects.filter(user=person), now=now, about=about, decided_by=by)
        if ended:
            _on_record(by, organisation_id, "person.sessions", person, now)
    return ended


def require_person(by: User, organisation_id: uuid.UUID, person_id: uuid.UUID, now: datetime) -> User:
    """The person, locked; NotThere unless the administrator's organisation knows them. Called inside a lock.

    Whoever has a permission in another organisation too is not this administrator's alone to change: with another
    address in the account its permissions there would be somebody else's.
    """
    require_in(by, Verb.PEOPLE_GRANT, organisation_id=organisation_id, now=now)
    known = Grant.objects.filter(user_id=person_id, organisation_id=organisation_id).exists()
    found = lock_all(User.objects.filter(id=person_id, erased_on__isnull=True)) if known else []
    if not found:
        raise NotThere(NOTHING_HERE)
    if grants_on(day_of(now)).filter(user=found[0]).exclude(organisation_id=organisation_id).exists():
        raise Refused(ELSEWHERE)
    return found[0]


def _on_record(by: User, organisation_id: uuid.UUID, verb: str, person: User, now: datetime) -> None:
    note(by=by, organisation_id=organisation_id, verb=verb, about=person.id, person_id=person.id, said={}, now=now)

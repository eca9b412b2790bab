"""Erasing a person: account, name, address, sessions and factors go; what was done in a role stays, under a number.

It comes after everything about the person has been downloaded, and is written into the ledger first, so that no
restore brings the person back.
"""

import uuid
from datetime import datetime

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session

from kulturspejl.access import taken
from kulturspejl.access.leading import led_by
from kulturspejl.access.permission import day_of
from kulturspejl.access.standing import grants_on
from kulturspejl.actions import security_events, sessions
from kulturspejl.actions.auditing import note
from kulturspejl.actions.courses.people import forget_members
from kulturspejl.actions.deciding import deciding, lock_all
from kulturspejl.actions.people import end_all, refuse_the_last_steward
from kulturspejl.actions.persons import NOT_YOUR_OWN, require_person
from kulturspejl.actions.sent import keep, may_be_gone
from kulturspejl.actions.sweeping import sweep_afterwards, tables_under
from kulturspejl.core.errors import Refused
from kulturspejl.core.text import Text
from kulturspejl.records.erased import address_of, number_of
from kulturspejl.records.models import (
    CalendarFeed,
    CourseClass,
    CourseGroup,
    DemoMail,
    Grant,
    LeaderLine,
    Letter,
    LetterOff,
    Membership,
    OpenSession,
    Organisation,
    OwnExercise,
    OwnLogo,
    PlanReminder,
    SealedPlan,
    SecurityEvent,
    SharedLine,
    SignInLink,
    User,
)
from kulturspejl.vault import ledger

TAKE_FIRST = Text(
    da="Hent alt om personen først, og giv det til personen. Bagefter findes det ikke mere.",
    en="Download everything about the person first, and give it to them. Afterwards it no longer exists.",
)
SAY_SO = Text(
    da="Personen står for noget, der er i gang. Sæt kryds ved, at du ved det, eller vent, til det er slut.",
    en="The person runs something that is under way. Tick that you know, or wait until it is over.",
)


SWEPT = tuple(
    dict.fromkeys(
        [*tables_under(User, Membership), CourseGroup._meta.db_table, DemoMail._meta.db_table, Session._meta.db_table]
    )
)
"""The tables that name, address and own words are taken from, for the store to be swept."""


def take_everything(*, by: User, organisation_id: uuid.UUID, person_id: uuid.UUID, now: datetime) -> User:
    """Note that everything about the person is downloaded; the person."""
    with deciding(Organisation, organisation_id):
        person = require_person(by, organisation_id, person_id, now)
        security_events.note(user=person, kind=taken.KIND, by=by, now=now)
    return person


def erase(
    *, by: User, organisation_id: uuid.UUID, person_id: uuid.UUID, is_known: bool, form: uuid.UUID | None = None,
    now: datetime,
) -> int:  # fmt: skip
    """Erase the person; the number that is left. `is_known`: what the person runs has been said, and read."""
    with may_be_gone(form, by), deciding(Organisation, organisation_id):
        person = require_person(by, organisation_id, person_id, now)
        if person == by:
            raise Refused(NOT_YOUR_OWN)
        refuse_the_last_steward(list(grants_on(day_of(now)).filter(user=person)), day_of(now))
        if not taken.is_taken(person, by, now=now):
            raise Refused(TAKE_FIRST)
        if not is_known and led_by(person, now=now):
            raise Refused(SAY_SO)
        # As by a press on each: those near hear of it, and it stands in their list. No permission ends unseen.
        held = grants_on(day_of(now)).filter(user=person, organisation_id=organisation_id)
        end_all(by=by, organisation_id=organisation_id, grant_ids=list(held.values_list("id", flat=True)), now=now)
        ledger.note(what=ledger.PERSON, round_id=person.id, on=day_of(now))
        _wipe(person, organisation_id, now)
        note(
            by=by, organisation_id=organisation_id, verb="person.erase", about=person.id, person_id=person.id, said={},
            now=now,
        )  # fmt: skip
        keep(form, by, person.id, now)
        sweep_afterwards(*SWEPT)
    return number_of(person_id)


def _wipe(person: User, organisation_id: uuid.UUID, now: datetime) -> None:
    """Take everything off the account that says who it was. Courses of another organisation are not this one's to end:
    anybody's address can be written into an account."""
    DemoMail.objects.filter(to=person.email).delete()
    sessions.close(OpenSession.objects.filter(user=person), now=now)
    for model in (SecurityEvent, SignInLink, Authenticator, EmailAddress, CalendarFeed):
        model._default_manager.filter(user=person).delete()
    Letter.objects.filter(to=person).delete()
    here = Membership.objects.filter(group__held__course__organisation=organisation_id, address=person.email)
    # The classes first, as whoever changes them does: else somebody comes into a group that is just found empty.
    lock_all(CourseClass.objects.filter(id__in=here.values("group__held")))
    forget_members(here.all(), now)
    for of_their_own in (LeaderLine, OwnExercise, OwnLogo, SealedPlan, SharedLine, PlanReminder, LetterOff):
        of_their_own._default_manager.filter(owner=person).delete()
    Grant.objects.filter(user=person, ended_at__isnull=True).update(ended_at=now)
    User.objects.filter(id=person.id).update(
        name="", email=address_of(person.id), username=person.id.hex, number=number_of(person.id),
        erased_on=day_of(now), password="!",
        first_name="", last_name="", is_active=False, is_staff=False, is_superuser=False, last_login=None,
    )  # fmt: skip

"""Organisations and units: made, changed and closed, with the old version kept."""

import uuid
from datetime import date, datetime

from django.db import transaction

from kulturspejl.access.permission import NOTHING_HERE, day_of, require_in
from kulturspejl.actions.auditing import note
from kulturspejl.core.content.line import one_line
from kulturspejl.core.content.text import Text
from kulturspejl.core.errors import Faulty, NotThere, Refused
from kulturspejl.core.levels import TOO_DEEP, too_deep
from kulturspejl.core.permissions import Role, Verb
from kulturspejl.records.models import Grant, Organisation, Unit, UnitVersion, User
from kulturspejl.values.tree import tree_on

MOST_PEOPLE = 100_000


def begin(*, name: str, language: str, steward_name: str, steward_email: str, now: datetime) -> User:
    """The first organisation and its steward; refused once there is one."""
    faults = _empty({"name": name, "steward_email": steward_email})
    if faults:
        raise Faulty(next(iter(faults.values())), faults)
    with transaction.atomic():
        if Organisation.objects.exists():
            raise NotThere(NOTHING_HERE)
        organisation = Organisation.objects.create(name=one_line(name), language=language)
        user = User.objects.create(
            email=steward_email.strip().lower(), name=one_line(steward_name), language=language, is_active=True
        )
        user.set_unusable_password()
        user.save()
        Grant.objects.create(user=user, organisation=organisation, role=Role.STEWARD, starts=day_of(now))
        note(
            by=user,
            organisation_id=organisation.id,
            verb="organisation.begin",
            about=organisation.id,
            now=now,
        )
    return user


def change(
    *,
    by: User,
    organisation_id: uuid.UUID,
    name: str,
    language: str,
    minimum: int,
    lends_rooms: bool = True,
    now: datetime,
) -> None:
    """Name, language, the smallest number of answers shown (it may be raised, never under 5), and whether people may
    open rooms here without an account; rooms that are open stay until they are deleted.
    """
    require_in(by, Verb.ORGANISATION_EDIT, organisation_id=organisation_id, now=now)
    if not 5 <= minimum <= 50:
        wrong = Text(
            da="Mindste antal svar skal være mellem 5 og 50.",
            en="The minimum number of answers must be from 5 to 50.",
        )
        raise Faulty(wrong, {"minimum": wrong})
    faults = _empty({"name": name})
    if faults:
        raise Faulty(faults["name"], faults)
    with transaction.atomic():
        Organisation.objects.filter(id=organisation_id).update(
            name=one_line(name), language=language, minimum=minimum, lends_rooms=lends_rooms
        )
        note(
            by=by,
            organisation_id=organisation_id,
            verb="organisation.change",
            about=f"minimum {minimum}" if lends_rooms else f"minimum {minimum}, no rooms lent",
            now=now,
        )


def add_unit(
    *,
    by: User,
    organisation_id: uuid.UUID,
    name: str,
    parent: uuid.UUID | None,
    headcount: int,
    now: datetime,
) -> uuid.UUID:
    """A new unit under `parent` (None: at the top)."""
    require_in(by, Verb.ORGANISATION_EDIT, organisation_id=organisation_id, now=now)
    _check(organisation_id, None, name, parent, headcount, day_of(now))
    with transaction.atomic():
        unit = Unit.objects.create(organisation_id=organisation_id)
        UnitVersion.objects.create(
            unit=unit, parent_id=parent, name=one_line(name), headcount=headcount, valid_from=day_of(now)
        )
        note(by=by, organisation_id=organisation_id, verb="unit.add", about=unit.id, now=now)
    return unit.id


def change_unit(
    *, by: User, unit_id: uuid.UUID, name: str, parent: uuid.UUID | None, headcount: int, now: datetime
) -> None:
    """From today the unit is called, stands and counts like this; before today it was as it was."""
    organisation_id = _organisation_of(unit_id)
    require_in(by, Verb.ORGANISATION_EDIT, organisation_id=organisation_id, now=now)
    _check(organisation_id, unit_id, name, parent, headcount, day_of(now))
    with transaction.atomic():
        end_version(unit_id, day_of(now))
        UnitVersion.objects.create(
            unit_id=unit_id, parent_id=parent, name=one_line(name), headcount=headcount, valid_from=day_of(now)
        )
        note(by=by, organisation_id=organisation_id, verb="unit.change", about=unit_id, now=now)


def close_unit(*, by: User, unit_id: uuid.UUID, now: datetime) -> None:
    """The unit ends today. Refused while units stand under it: move them first."""
    organisation_id = _organisation_of(unit_id)
    require_in(by, Verb.ORGANISATION_EDIT, organisation_id=organisation_id, now=now)
    if tree_on(organisation_id, day_of(now)).children[unit_id]:
        raise Refused(
            Text(
                da="Der ligger enheder under den. Flyt dem først.",
                en="There are units under it. Move them first.",
            )
        )
    with transaction.atomic():
        end_version(unit_id, day_of(now))
        note(by=by, organisation_id=organisation_id, verb="unit.close", about=unit_id, now=now)


def end_version(unit_id: uuid.UUID, today: date) -> None:
    """A version that began today never was; an older one ends today."""
    current = UnitVersion.objects.filter(unit_id=unit_id, valid_to__isnull=True)
    current.filter(valid_from=today).delete()
    UnitVersion.objects.filter(unit_id=unit_id, valid_to__isnull=True).update(valid_to=today)


def _check(
    organisation_id: uuid.UUID,
    unit_id: uuid.UUID | None,
    name: str,
    parent: uuid.UUID | None,
    headcount: int,
    today: date,
) -> None:
    faults = _empty({"name": name})
    if not 0 <= headcount <= MOST_PEOPLE:
        faults["headcount"] = Text(da="Skriv et antal fra 0.", en="Write a number from 0.")
    if parent is not None:
        tree = tree_on(organisation_id, today)
        line = tree.line_up(parent)
        if not line:
            faults["parent"] = Text(da="Vælg en enhed, der findes.", en="Choose a unit that exists.")
        if unit_id is not None and unit_id in line:
            faults["parent"] = Text(
                da="En enhed kan ikke ligge under sig selv.", en="A unit cannot stand under itself."
            )
        if too_deep(tree.parents, tree.parents | {unit_id or uuid.uuid4(): parent}):
            faults["parent"] = TOO_DEEP
    if faults:
        raise Faulty(next(iter(faults.values())), faults)


def _empty(values: dict[str, str]) -> dict[str, Text]:
    asks = {
        "name": Text(da="Skriv et navn.", en="Write a name."),
        "steward_email": Text(da="Skriv en mailadresse.", en="Write a mail address."),
    }
    return {key: asks[key] for key, value in values.items() if not one_line(value)}


def _organisation_of(unit_id: uuid.UUID) -> uuid.UUID:
    unit = Unit.objects.filter(id=unit_id).first()
    if unit is None:
        raise NotThere(NOTHING_HERE)
    return unit.organisation_id

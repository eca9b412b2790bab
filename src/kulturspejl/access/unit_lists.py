"""A list of units or people as values: what it says, held against the organisation as it stands, and until when."""

import hashlib
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kulturspejl.access.sight import grants_on
from kulturspejl.core.errors import Refused
from kulturspejl.core.permissions import Role
from kulturspejl.core.tables.mailbox import mailbox
from kulturspejl.core.tables.people import PersonLine
from kulturspejl.core.tables.units import UnitLine
from kulturspejl.core.units.difference import Difference, difference
from kulturspejl.core.units.line import Known
from kulturspejl.core.units.people import HeldGrant, PeopleDifference, people_difference
from kulturspejl.records.unit_lists import UnitList
from kulturspejl.values.known_units import known_units

KEPT = timedelta(days=1)
NOTHING = Difference((), 0, (), (), {}, ())


@dataclass(frozen=True)
class Against:
    """What a list changes, of the units that are here (`known`) and of permissions in force."""

    known: list[Known]
    units: Difference
    people: PeopleDifference

    @property
    def digest(self) -> str:
        """The same for the same difference: what somebody has seen is what is taken in."""
        told = (self.units.digest, self.people.given, self.people.same, self.people.missing)
        return hashlib.sha256(repr(told).encode()).hexdigest()

    @property
    def faults(self) -> Mapping[int, str]:
        """The lines that have to be mended first."""
        return {**dict.fromkeys(self.units.faults, ""), **{line: "" for line, _text in self.people.faults}}


def against(found: UnitList, day: date) -> Against:
    """Hold the list against what is here on the day."""
    known = known_units(found.organisation_id, day)
    lines = [UnitLine(**line) for line in found.lines]
    answers = {int(line): str(word) for line, word in found.answers.items()}
    units = difference(lines, known, answers) if lines else NOTHING
    if not found.people and not found.roles:
        return Against(known, units, PeopleDifference())
    people = [PersonLine(**person) for person in found.people]
    roles = {Role(role) for role in found.roles}
    held = held_grants(found.organisation_id, day)
    return Against(known, units, people_difference(people, roles, units if lines else None, known, held))


def held_grants(organisation_id: uuid.UUID, day: date) -> list[HeldGrant]:
    """Every permission in force."""
    rows = grants_on(day).filter(organisation_id=organisation_id).order_by("starts", "id")
    told = rows.values_list("id", "role", "user__email", "user__name", "unit_id")
    return [HeldGrant(id, Role(role), _mailbox(email), name or email, unit) for id, role, email, name, unit in told]


def _mailbox(address: str) -> str:
    """An account may be older than the normal form."""
    try:
        return mailbox(address)
    except Refused:
        return address


def may_be_undone(found: UnitList, now: datetime) -> bool:
    """For a day, and once."""
    return found.taken_at is not None and found.undone_at is None and now - KEPT <= found.taken_at

"""Lists of units as an administrator lays them beside the organisation, by the real actions."""

import uuid
from datetime import datetime

from kulturspejl.actions import organisations, units
from kulturspejl.core.tables.units import UnitLine
from kulturspejl.readers import unit_list
from tests.actions.town import Town


def laid(where: Town, now: datetime) -> uuid.UUID:
    """One new unit and nothing else, not taken in."""
    lines = [UnitLine(2, "77", "Drift", "", 4)]
    return units.begin(by=where.steward, organisation_id=where.organisation, lines=lines, now=now)


def taken(where: Town, now: datetime) -> uuid.UUID:
    """The same, taken in."""
    list_id = laid(where, now)
    seen = unit_list.page(where.steward, list_id, now=now).digest
    units.take(by=where.steward, list_id=list_id, seen=seen, now=now)
    return list_id


def closed_unit(where: Town, now: datetime) -> uuid.UUID:
    """A unit that is no more."""
    made = organisations.add_unit(
        by=where.steward, organisation_id=where.organisation, name="Vest", parent=where.top, headcount=3, now=now
    )
    organisations.close_unit(by=where.steward, unit_id=made, now=now)
    return made

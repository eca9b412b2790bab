"""Units as a pasted text, as an administrator takes them in."""

import uuid
from datetime import datetime

from kulturspejl.actions import units
from kulturspejl.core.tables.headings import understood
from kulturspejl.core.tables.read import read
from kulturspejl.core.tables.units import UNIT_COLUMNS, Units, units_from
from kulturspejl.readers import unit_list as reader
from tests.actions import town


def read_units(text: str) -> Units:
    """What the text says."""
    found = read(text)
    return units_from(found, understood(found.headings, wanted=UNIT_COLUMNS))


def looked_at(where: town.Town, text: str, now: datetime = town.NOW) -> tuple[uuid.UUID, str]:
    """The list, and the mark of the difference that was shown."""
    lines = read_units(text).lines
    list_id = units.begin(by=where.steward, organisation_id=where.organisation, lines=lines, now=now)
    return list_id, reader.page(where.steward, list_id, now=now).digest


def take(where: town.Town, list_id: uuid.UUID, seen: str, form: uuid.UUID | None = None) -> dict[str, int]:
    """Taken in as it was shown; how many of each kind of change."""
    return dict(units.take(by=where.steward, list_id=list_id, seen=seen, form=form, now=town.NOW))

"""Until when a list of units may be taken in, and taken back."""

from datetime import datetime, timedelta

from kulturspejl.core.tables.units import UnitLine
from kulturspejl.core.units.questions import Answers
from kulturspejl.records.unit_lists import UnitList

KEPT = timedelta(days=1)


def lines_of(found: UnitList) -> list[UnitLine]:
    """Its lines as values."""
    return [UnitLine(**line) for line in found.lines]


def answers_of(found: UnitList) -> Answers:
    """What has been answered, by line."""
    return {int(line): str(word) for line, word in found.answers.items()}


def may_be_undone(found: UnitList, now: datetime) -> bool:
    """For a day, and once."""
    return found.taken_at is not None and found.undone_at is None and now - KEPT <= found.taken_at

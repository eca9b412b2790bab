"""At which day of a course stock of the plan is taken: the nearest one, and the one still to come."""

import uuid
from datetime import date, timedelta

from kulturspejl.core.text import Text
from kulturspejl.readers.courses.of_unit import OwnDay, OwnDays

UNIT, TODAY = uuid.UUID(int=7), date(2026, 11, 27)


def own(*days: tuple[int, bool]) -> OwnDays:
    """Each so many days from today, over or not, with a day at which no stock is taken before it."""
    found = []
    for ahead, is_over in days:
        on = TODAY + timedelta(days=ahead)
        found += [OwnDay(uuid.uuid4(), on - timedelta(days=1), Text(da="Modul 2", en="Module 2"), False, True)]
        found += [OwnDay(uuid.uuid4(), on, Text(da="Modul 3", en="Module 3"), True, is_over)]
    return OwnDays(frozenset({UNIT}), tuple(found))


def test_in_the_evening_todays_day_is_past_and_asked_for_all_the_same():
    morning, evening = own((0, False), (365, False)), own((0, True), (365, False))
    assert morning.stock_of(UNIT, TODAY) == evening.stock_of(UNIT, TODAY) == TODAY
    assert morning.next_stock_of(UNIT) == TODAY
    assert evening.next_stock_of(UNIT) == TODAY + timedelta(days=365)
    assert evening.stock_of(UNIT, TODAY + timedelta(days=40)) == TODAY, "for weeks, whatever comes next year"


def test_of_another_unit_or_no_course_there_is_none():
    assert own((0, False)).stock_of(uuid.uuid4(), TODAY) is None
    assert own((-3, True)).next_stock_of(UNIT) is None
    assert OwnDays().stock_of(UNIT, TODAY) is None

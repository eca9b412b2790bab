"""The demo's half-year takes place on days on which people are at work, whatever day it is played on."""

from datetime import date

import pytest

from kulturspejl.cli.demo.half_year.days import FIRST, ONE, TOGETHER, days_before, is_summer, workday
from kulturspejl.core.workdays import is_workday

YEAR = [date(2026, 1, 1) + ONE * number for number in range(365)]


@pytest.mark.parametrize("last", [day for day in YEAR if is_workday(day)][::7])
def test_no_stop_falls_in_the_summer_and_a_round_stays_together(last):
    days = days_before(last)
    assert len(days) > FIRST
    assert days == sorted(days, reverse=True)
    assert not any(map(is_summer, days))
    assert all(workday(day) - day < 7 * ONE for day in days), "put off to the next working day, never past the summer"
    for near, far in TOGETHER:
        assert days[near] - days[far] == ONE * (far - near), "rounds close by date"


def test_outside_the_summer_a_day_is_so_many_days_before():
    days = days_before(date(2027, 6, 30))
    assert days[182] == date(2026, 12, 30)
    assert days_before(date(2026, 11, 27))[126] == date(2026, 6, 12), "six weeks more"


def test_a_day_is_put_off_to_the_next_on_which_people_work():
    assert workday(date(2026, 6, 27)) == date(2026, 8, 10)
    assert workday(date(2026, 12, 24)) == date(2026, 12, 28)

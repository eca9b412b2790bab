"""Working days and quiet hours, against the calendar."""

from datetime import date, datetime

import pytest
from dateutil import easter as reference

from kulturspejl.core.workdays import (
    answer_by,
    easter,
    is_workday,
    may_come,
    next_to_come,
    working_days_ahead,
    working_days_before,
)


def test_easter_is_where_others_reckon_it():
    assert [easter(year) for year in range(1900, 2300)] == [reference.easter(year) for year in range(1900, 2300)]


@pytest.mark.parametrize(
    ("day", "is_one"),
    [
        (date(2026, 11, 27), True), (date(2026, 11, 28), False), (date(2026, 11, 29), False),
        (date(2026, 4, 2), False), (date(2026, 5, 14), False), (date(2026, 5, 1), True), (date(2026, 6, 5), False),
        (date(2026, 12, 24), False), (date(2026, 12, 28), True),
    ],
)  # fmt: skip
def test_which_days_are_worked(day, is_one):
    assert is_workday(day) is is_one


@pytest.mark.parametrize(
    ("moment", "first"),
    [
        (datetime(2026, 11, 27, 17, 59), datetime(2026, 11, 27, 17, 59)),
        (datetime(2026, 11, 27, 18, 0), datetime(2026, 11, 30, 7, 0)),
        (datetime(2026, 11, 27, 6, 59), datetime(2026, 11, 27, 7, 0)),
        (datetime(2026, 11, 28, 12, 0), datetime(2026, 11, 30, 7, 0)),
        (datetime(2026, 12, 23, 19, 0), datetime(2026, 12, 28, 7, 0)),
    ],
)
def test_a_letter_comes_at_the_first_hour_of_work(moment, first):
    assert next_to_come(moment) == first
    assert may_come(moment) is (moment == first)


def test_days_are_counted_over_weekends_and_holidays():
    assert working_days_ahead(date(2026, 11, 27), 3) == date(2026, 12, 2)
    assert working_days_before(date(2026, 12, 28), 1) == date(2026, 12, 23)


def test_an_answer_is_asked_for_before_the_last_day():
    assert answer_by(date(2026, 11, 23), date(2026, 12, 7)) == date(2026, 11, 26)
    assert answer_by(date(2026, 11, 23), date(2026, 11, 25)) == date(2026, 11, 24)
    assert answer_by(date(2026, 11, 23), date(2026, 11, 24)) == date(2026, 11, 23)

"""The days on which Danish workplaces are closed, beside Saturdays and Sundays."""

from datetime import date, timedelta
from functools import lru_cache

from dateutil.easter import easter

AFTER_EASTER = (-3, -2, 1, 39, 50)
"""Maundy Thursday, Good Friday, Easter Monday, Ascension Day, Whit Monday. Great Prayer Day ended with 2023."""
FIXED = ((1, 1), (6, 5), (12, 24), (12, 25), (12, 26), (12, 31))
"""New Year's Day and Christmas by law; Constitution Day, Christmas Eve and New Year's Eve by nearly all agreements."""


def is_holiday(day: date) -> bool:
    """Whether nobody can be expected at work, the weekday apart."""
    return day in _of(day.year)


@lru_cache(maxsize=16)
def _of(year: int) -> frozenset[date]:
    sunday = easter(year)
    moving = (sunday + timedelta(days=days) for days in AFTER_EASTER)
    return frozenset((*moving, *(date(year, month, day) for month, day in FIXED)))

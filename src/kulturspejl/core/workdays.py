"""Working days in Denmark, and the hours in which a letter may come."""

from datetime import date, datetime, time, timedelta
from functools import lru_cache

SATURDAY = 5
FIRST_HOUR, LAST_HOUR = 7, 18
"""Letters come from 7 until 18: before and after they are read at home, in bed or not at all."""
DAYS_TO_ANSWER = 3
AFTER_EASTER = (-3, -2, 1, 39, 50)
"""Maundy Thursday, Good Friday, Easter Monday, Ascension Day, Whit Monday. Great Prayer Day ended with 2023."""
FIXED = ((1, 1), (6, 5), (12, 24), (12, 25), (12, 26), (12, 31))
"""New Year's Day and Christmas by law; Constitution Day, Christmas Eve and New Year's Eve by nearly all agreements."""


def is_holiday(day: date) -> bool:
    """Whether nobody can be expected at work, the weekday apart."""
    return day in _holidays(day.year)


def is_workday(day: date) -> bool:
    """Monday to Friday, and no Danish holiday."""
    return day.weekday() < SATURDAY and not is_holiday(day)


def working_days_ahead(day: date, count: int) -> date:
    """The day `count` working days after `day`."""
    return _walk(day, count, timedelta(days=1))


def working_days_before(day: date, count: int) -> date:
    """The day `count` working days before `day`."""
    return _walk(day, count, timedelta(days=-1))


def answer_by(asked_on: date, closes_on: date) -> date:
    """Until when AMR or TR are asked to look a round through: three working days, and before its last one."""
    last = working_days_before(closes_on, 1)
    return max(asked_on, min(working_days_ahead(asked_on, DAYS_TO_ANSWER), last))


def may_come(moment: datetime) -> bool:
    """Whether a letter may come now; `moment` is in the receivers' own zone."""
    return is_workday(moment.date()) and FIRST_HOUR <= moment.hour < LAST_HOUR


def next_to_come(moment: datetime) -> datetime:
    """`moment` where a letter may come then, else the next morning on which it may; in the same zone."""
    if may_come(moment):
        return moment
    day = moment.date()
    if not is_workday(day) or moment.hour >= LAST_HOUR:
        day = working_days_ahead(day, 1)
    return datetime.combine(day, time(FIRST_HOUR), tzinfo=moment.tzinfo)


def easter(year: int) -> date:
    """Easter Sunday (Gregorian): Meeus, Astronomical Algorithms, chapter 8, as Oudin wrote it."""
    century, golden = year // 100, year % 19
    moved = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon = moved - (moved // 28) * (1 - (29 // (moved + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    days = moon - weekday
    month = 3 + (days + 40) // 44
    return date(year, month, days + 28 - 31 * (month // 4))


def _walk(day: date, count: int, step: timedelta) -> date:
    while count:
        day += step
        count -= is_workday(day)
    return day


@lru_cache(maxsize=16)
def _holidays(year: int) -> frozenset[date]:
    sunday = easter(year)
    moving = (sunday + timedelta(days=days) for days in AFTER_EASTER)
    return frozenset((*moving, *(date(year, month, day) for month, day in FIXED)))

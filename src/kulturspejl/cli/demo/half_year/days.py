"""On which days the half-year takes place: counted back from today, past the weeks in which Denmark is on holiday."""

from collections.abc import Iterator
from datetime import date, timedelta

from kulturspejl.core.workdays import is_workday

SUMMER = range(27, 33)
"""By ISO week."""
TOGETHER = ((0, 29), (56, 98))
"""Days before the last one that stay side by side: in them a round is asked, answered and read, and rounds close by
date. The summer comes before or after."""
FIRST = 400
ONE = timedelta(days=1)


def days_before(last: date) -> list[date]:
    """The day so many days before the last one, for every number up to `FIRST`; none of them in the summer."""
    days: list[date] = []
    day = last
    for length in _lengths():
        while any(is_summer(day - ONE * number) for number in range(length)):
            day -= ONE
        days += [day - ONE * number for number in range(length)]
        day = days[-1] - ONE
    return days


def workday(day: date) -> date:
    """The day, or the next on which people work and are not on their summer holiday."""
    while not is_workday(day) or _week_of(day) in SUMMER:
        day += ONE
    return day


def is_summer(day: date) -> bool:
    """Whether most people are away on it, or on the next day on which there would be work."""
    while not is_workday(day):
        day += ONE
    return _week_of(day) in SUMMER


def _week_of(day: date) -> int:
    return day.isocalendar().week


def _lengths() -> Iterator[int]:
    """How many days stay side by side, from the last one back."""
    number, blocks = 0, dict(TOGETHER)
    while number <= FIRST:
        to = blocks.get(number, number)
        yield to - number + 1
        number = to + 1

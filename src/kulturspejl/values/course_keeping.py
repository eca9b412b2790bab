"""How long a class of a course is kept: said on its pages and carried out by the same rule."""

from collections.abc import Iterable
from datetime import date, timedelta

SHORTEST_KEPT, LONGEST_KEPT = 30, 365
"""Days after the last day of a class: long enough to fetch what one wants to keep, and no second year."""
TO_CONFIRM = timedelta(days=3)
"""So long somebody who has signed up has to open the letter."""


def deleted_on(days: Iterable[date], kept_days: int) -> date:
    """The day on which a class and everything in it is deleted; `days` are the days of the class, at least one."""
    return max(days) + timedelta(days=kept_days)

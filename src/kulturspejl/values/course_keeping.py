"""How long a class of a course is kept: said on its pages and carried out by the same rule."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.utils import timezone

from kulturspejl.values.ends_of_a_day import start_of

SHORTEST_KEPT, LONGEST_KEPT = 30, 365
"""Days after the last day of a class: long enough to fetch what one wants to keep, and no second year."""
TO_FETCH = timedelta(days=14)
"""So long people have at least to fetch what they keep, whatever is done to the last day or to how long it is kept."""
TO_CONFIRM = timedelta(days=3)
"""So long somebody who has signed up has to open the letter, the last day whole: the letter names it."""


def deleted_on(days: Iterable[date], kept_days: int) -> date:
    """The day on which a class and everything in it is deleted; `days` are the days of the class, at least one."""
    return max(days) + timedelta(days=kept_days)


def soonest_end(end: date, today: date) -> date:
    """The day before which a class is not deleted, whatever is changed, where it was to be on the day `end`."""
    return min(end, today + TO_FETCH)


def last_to_confirm(joined_at: datetime) -> date:
    """The last day on which whoever signed up then may say yes."""
    return timezone.localtime(joined_at).date() + TO_CONFIRM


def too_early(now: datetime) -> datetime:
    """Whoever signed up before this, and has not said yes, is too late."""
    return start_of(timezone.localtime(now).date() - TO_CONFIRM)

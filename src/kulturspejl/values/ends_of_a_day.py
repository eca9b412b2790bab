"""When a date begins and ends in the instance's own time zone."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone


def start_of(day: date) -> datetime:
    """The first moment of a date in the instance's own time zone."""
    return timezone.make_aware(datetime.combine(day, time()))


def end_of(day: date) -> datetime:
    """The last moment of a date: nothing that lasted until then has anything of the next day."""
    return start_of(day + timedelta(days=1)) - timedelta(microseconds=1)

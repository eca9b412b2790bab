"""The moment at which a closing day ends."""

from datetime import date, datetime, time

from django.utils import timezone


def end_of(day: date) -> datetime:
    """One minute to midnight, in the instance's own time zone."""
    return timezone.make_aware(datetime.combine(day, time(23, 59)))

"""Working days, and the moment at which a closing day ends."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from kulturspejl.faces.shared.holidays import is_holiday

SATURDAY = 5


def working_days_ahead(day: date, count: int) -> date:
    """The day `count` working days after `day`: Mondays to Fridays that are no Danish holiday."""
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < SATURDAY and not is_holiday(day)
    return day


def end_of(day: date) -> datetime:
    """One minute to midnight, in the instance's own time zone."""
    return timezone.make_aware(datetime.combine(day, time(23, 59)))

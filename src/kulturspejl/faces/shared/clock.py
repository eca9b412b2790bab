"""What time it is for this instance; moved by whole days for demos and tests."""

from datetime import date, datetime, timedelta

from django.conf import settings
from django.utils import timezone


def now() -> datetime:
    """The instance's present moment, aware, in UTC."""
    return timezone.now() + timedelta(days=settings.KULTURSPEJL_CLOCK_OFFSET_DAYS)


def today() -> date:
    """The instance's date in its own time zone."""
    return timezone.localdate(now())

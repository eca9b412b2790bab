"""What time it is for this instance; moved by whole days to try things out, and by seconds in a demo."""

from datetime import date, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.utils import timezone


def now() -> datetime:
    """The instance's present moment, aware, in UTC."""
    return timezone.now() + timedelta(days=settings.KULTURSPEJL_CLOCK_OFFSET_DAYS) + _moved()


def today() -> date:
    """The instance's date in its own time zone."""
    return timezone.localdate(now())


def _moved() -> timedelta:
    """The seconds that stand in a file, which a test writes anew to walk through a whole day; none without a demo."""
    file = settings.KULTURSPEJL_CLOCK_FILE
    return timedelta(seconds=float(Path(file).read_text(encoding="ascii"))) if file else timedelta()

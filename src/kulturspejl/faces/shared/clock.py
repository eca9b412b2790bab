"""What time it is for this instance; moved by whole days to try things out, and by seconds in a demo.

A demo that shows a month of its half-year stands in that month: pages, jobs and letters alike.
"""

from datetime import date, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from kulturspejl.faces.shared import played


def now() -> datetime:
    """The instance's present moment, aware, in UTC."""
    return timezone.now() + timedelta(days=settings.KULTURSPEJL_CLOCK_OFFSET_DAYS) + _moved()


def today() -> date:
    """The instance's date in its own time zone."""
    return timezone.localdate(now())


def _moved() -> timedelta:
    """The seconds that stand in a file, which a test writes anew to walk through a whole day, and those of the month
    that is shown; none without a demo."""
    file = settings.KULTURSPEJL_CLOCK_FILE
    by_hand = float(Path(file).read_text(encoding="ascii")) if file else 0.0
    return timedelta(seconds=by_hand + played.seconds())

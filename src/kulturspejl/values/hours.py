"""When a letter may come: on working days from 7 until 18, unless the instance's settings say otherwise."""

from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone

from kulturspejl.core.workdays import may_come, next_to_come
from kulturspejl.records.models import Round

ENOUGH_TIME = timedelta(days=1)
"""A round that closes sooner than this after the quiet hours does not wait for them."""


def comes_from(now: datetime) -> datetime:
    """The first moment from now on at which a letter may come."""
    return next_to_come(timezone.localtime(now)) if settings.KULTURSPEJL_QUIET_HOURS else now


def is_quiet(now: datetime) -> bool:
    """Whether letters wait until the morning."""
    return settings.KULTURSPEJL_QUIET_HOURS and not may_come(timezone.localtime(now))


def waits_for_the_morning(found: Round, now: datetime) -> bool:
    """Whether the letters of an open round wait; not where its people would then have less than a day to answer."""
    return is_quiet(now) and comes_from(now) + ENOUGH_TIME <= found.closes_at

"""A clock that jumps by days closes no round: what goes by the clock stands still until somebody says that it is right.

While the program runs the clock is held against the machine's own count of seconds. Over a stop it can only be held
against when it was last seen, so there a stop of days asks as well, where something would be closed or deleted.
"""

import time
from collections.abc import Callable
from datetime import datetime, timedelta

from kulturspejl.actions import instance_facts
from kulturspejl.records.models import Room, Round, RoundState
from kulturspejl.values.instance_facts import CLOCK_HELD, SEEN, fact

JUMP = timedelta(days=1)
"""What runs on by itself between two looks, summer time and a slow correction included, is far less."""
LONGEST_STOP = timedelta(days=2)


def count_of_seconds() -> float:
    """Seconds since the machine began, sleep included; nobody sets this clock."""
    return time.clock_gettime(time.CLOCK_BOOTTIME) if hasattr(time, "CLOCK_BOOTTIME") else time.monotonic()


def is_held() -> bool:
    """Whether what goes by the clock stands still."""
    return fact(CLOCK_HELD) is not None


def believe(now: datetime) -> None:
    """Somebody has looked at the clock and says that it is right."""
    instance_facts.forget(CLOCK_HELD)
    _see(now)


def at_start(now: datetime) -> bool:
    """Whether the clock is believed after a stop; if not, what goes by it stands still."""
    seen = fact(SEEN)
    is_right = seen is None or -JUMP < now - seen.at < LONGEST_STOP or not _has_something_to_lose()
    if is_right:
        believe(now)
    elif seen is not None:
        _hold(seen.at, now)
    return is_right


class Watch:
    """The look that a serving process takes now and then."""

    def __init__(self, count: Callable[[], float] = count_of_seconds) -> None:
        self._count = count
        self._right: tuple[float, datetime] | None = None
        self._holds = False

    def look(self, now: datetime) -> None:
        """Hold what goes by the clock if it has jumped; let go when it is back, or somebody says that it is right."""
        if self._right is None:
            self._right = (self._count(), now)
        count, wall = self._right
        expected = wall + timedelta(seconds=self._count() - count)
        if abs(now - expected) < JUMP:
            if self._holds:
                instance_facts.forget(CLOCK_HELD)
            self._holds, self._right = False, (self._count(), now)
        elif not self._holds:
            self._holds = True
            _hold(expected, now)
        elif not is_held():
            self._holds, self._right = False, (self._count(), now)
        if not is_held():
            _see(now)


def _hold(expected: datetime, now: datetime) -> None:
    instance_facts.keep(CLOCK_HELD, f"{expected:%Y-%m-%d %H:%M} → {now:%Y-%m-%d %H:%M} UTC", now)


def _see(now: datetime) -> None:
    """By the hour, and written once an hour: the row lies beside what people write, and must not beat time for it."""
    hour = now.replace(minute=0, second=0, microsecond=0)
    before = fact(SEEN)
    if before is None or before.at != hour:
        instance_facts.keep(SEEN, "", hour)


def _has_something_to_lose() -> bool:
    return Round.objects.filter(state=RoundState.OPEN).exists() or Room.objects.exists()

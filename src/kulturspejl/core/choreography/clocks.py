"""Clocks that run by themselves: a device needs the moment they were set, not a message a second."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True)
class Clock:
    """`seconds` were left at `since`; without `since` the clock stands still."""

    seconds: float
    since: datetime | None

    def left(self, now: datetime) -> float:
        """Seconds left at `now`; negative when the time is over."""
        return self.seconds - _passed(self.since, now)

    @property
    def ends_at(self) -> datetime | None:
        """The moment it reaches nought; None while it stands still."""
        return None if self.since is None else self.since + timedelta(seconds=self.seconds)

    def paused(self, now: datetime) -> "Clock":
        """The same, standing still."""
        return Clock(self.left(now), None)

    def running(self, now: datetime) -> "Clock":
        """The same, running from `now`; one that runs already goes on."""
        return self if self.since is not None else Clock(self.seconds, now)

    def longer(self, minutes: int, now: datetime) -> "Clock":
        """`minutes` more from what is left; from nought where the time is over, so that two minutes are two minutes."""
        left = max(0.0, self.left(now)) + 60 * minutes
        return Clock(left, None if self.since is None else now)


@dataclass(frozen=True)
class Walk:
    """How far a group has come through its stages: `seconds` before `since`, and what has passed since then."""

    seconds: float
    since: datetime | None

    def walked(self, now: datetime) -> float:
        """Seconds walked at `now`."""
        return self.seconds + _passed(self.since, now)

    def paused(self, now: datetime) -> "Walk":
        """The group stands still."""
        return Walk(self.walked(now), None)

    def running(self, now: datetime) -> "Walk":
        """The group goes on."""
        return self if self.since is not None else Walk(self.seconds, now)

    def pushed(self, stages: Sequence[int], now: datetime) -> "Walk":
        """At the beginning of the next stage, and walking; at the end after the last one."""
        index, left = stage_at(self.walked(now), stages)
        return Walk(60.0 * sum(stages) if index == len(stages) else self.walked(now) + left, now)


def stage_at(seconds: float, stages: Sequence[int]) -> tuple[int, float]:
    """The stage (0-based) after `seconds`, and the seconds left in it; (len(stages), 0.0) when all are over.

    `stages` are minutes. The device computes the same from the same two numbers, so a lost network stops nothing.
    """
    left = seconds
    for index, minutes in enumerate(stages):
        if left < 60 * minutes:
            return index, 60 * minutes - left
        left -= 60 * minutes
    return len(stages), 0.0


def _passed(since: datetime | None, now: datetime) -> float:
    return 0.0 if since is None else max(0.0, (now - since).total_seconds())

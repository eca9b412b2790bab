"""Wrong guesses at typed codes slow the whole instance down; no address is kept to do it.

Codes from links and QR carry 128 bits and are never slowed. A right code costs nothing; but while the
bucket is empty a right short code waits too, else guessing would go on at full speed.
"""

import time
from dataclasses import dataclass
from threading import Lock

from kulturspejl.core.content.text import Text
from kulturspejl.core.errors import SlowDown

CAPACITY = 60.0
PER_SECOND = 1.0
SLOW = Text(
    da="Der bliver prøvet mange forkerte koder lige nu. Vent lidt, og prøv igen. Link og QR-kode virker altid.",
    en="Many wrong codes are being tried just now. Wait a little and try again. Link and QR code always work.",
)


@dataclass
class Bucket:
    """Holds up to `capacity` wrong guesses and is refilled steadily. Times are seconds of one steady clock."""

    capacity: float
    per_second: float
    level: float
    at: float

    def refill(self, now: float) -> None:
        """What has come in since the last look."""
        self.level = min(self.capacity, self.level + max(0.0, now - self.at) * self.per_second)
        self.at = now

    def seconds_to_wait(self, now: float) -> float:
        """0 when a guess may be made."""
        self.refill(now)
        return max(0.0, (1.0 - self.level) / self.per_second)

    def take(self, now: float) -> None:
        """A wrong guess was made."""
        self.refill(now)
        self.level = max(0.0, self.level - 1.0)


_bucket = Bucket(CAPACITY, PER_SECOND, CAPACITY, time.monotonic())
_lock = Lock()


def guard() -> None:
    """Raise SlowDown while too many wrong guesses have been made."""
    with _lock:
        wait = _bucket.seconds_to_wait(time.monotonic())
    if wait > 0:
        raise SlowDown(SLOW)


def was_wrong() -> None:
    """Note a wrong guess."""
    with _lock:
        _bucket.take(time.monotonic())


def forget() -> None:
    """A full bucket again, for tests and a fresh start."""
    with _lock:
        _bucket.level, _bucket.at = CAPACITY, time.monotonic()

"""How long what has just failed is left alone: twice as long after each time, so that it stops nothing else."""

from datetime import datetime, timedelta

SHORTEST_WAIT = timedelta(seconds=10)
LONGEST_WAIT = timedelta(minutes=30)


class Patience:
    """In memory alone: after a restart everything is tried once more."""

    def __init__(self, shortest: timedelta = SHORTEST_WAIT, longest: timedelta = LONGEST_WAIT) -> None:
        self._shortest, self._longest = shortest, longest
        self._waits: dict[object, tuple[datetime, timedelta]] = {}

    def may_try(self, key: object, now: datetime) -> bool:
        """Whether its time has come."""
        return key not in self._waits or self._waits[key][0] <= now

    def is_new(self, key: object) -> bool:
        """Whether it has not failed before."""
        return key not in self._waits

    def is_long(self, key: object) -> bool:
        """Whether it has failed so often that it waits as long as anything does."""
        return key in self._waits and self._waits[key][1] >= self._longest

    def failed(self, key: object, now: datetime) -> None:
        """Leave it alone for a while, longer than before."""
        wait = min(self._longest, 2 * self._waits[key][1]) if key in self._waits else self._shortest
        self._waits[key] = (now + wait, wait)

    def done(self, key: object) -> None:
        """It went well, or is given up."""
        self._waits.pop(key, None)

    def keep_only(self, keys: set[object]) -> None:
        """What is not there any more is forgotten."""
        for key in self._waits.keys() - keys:
            del self._waits[key]

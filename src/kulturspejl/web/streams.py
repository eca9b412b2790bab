"""How many streams this process holds open, and for whom there is always room left.

A stream lasts as long as its page is open, so streams are what could fill a server. A room has as many as its people
can use; rooms that anybody may borrow have half of all together; and some connections are never given to streams at
all: pages, answers and the question whether the server is well go on, whoever listens.
"""

from collections import Counter
from dataclasses import dataclass, field

MOST_OPEN = 20_000
"""Open connections of a process at a time: each phone that listens holds one."""
KEPT_FREE = 0.2
"""This share of them is never a stream."""
LENT = 0.5
"""This share of the streams at most is for borrowed rooms."""
A_PERSON, SPARE = 2, 20
"""Streams for each person in a room (a phone and what it has forgotten), and for those who are just coming in."""
AGAIN_AFTER = 15
"""Seconds after which somebody who was turned away asks again."""


@dataclass(frozen=True)
class Seats:
    """What there is room for where somebody listens: so many at most (None: as many as come), or a borrowed room's."""

    most: int | None = None
    is_lent: bool = False


@dataclass
class Streams:
    """The counts of one process; touched in its event loop alone."""

    most_open: int = MOST_OPEN
    total: int = 0
    lent: int = 0
    by_topic: Counter[str] = field(default_factory=Counter)

    @property
    def most(self) -> int:
        """All streams together."""
        return int(self.most_open * (1 - KEPT_FREE))

    def enter(self, topic: str, seats: Seats) -> bool:
        """Count one more, where there is room for it."""
        is_full = self.total >= self.most or (seats.is_lent and self.lent >= self.most * LENT)
        if is_full or (seats.most is not None and self.by_topic[topic] >= seats.most):
            return False
        self.total += 1
        self.lent += seats.is_lent
        self.by_topic[topic] += 1
        return True

    def leave(self, topic: str, seats: Seats) -> None:
        """One less."""
        self.total -= 1
        self.lent -= seats.is_lent
        self.by_topic[topic] -= 1
        if not self.by_topic[topic]:
            del self.by_topic[topic]


streams = Streams()


def most_in_a_room(people: int) -> int:
    """How many may listen in a room with so many people."""
    return A_PERSON * people + SPARE

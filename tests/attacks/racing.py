"""Letting actions go at the same moment, with threads and connections of their own, and seeing what came of it.

Threads seldom meet where it hurts. With `slow_doors` every transaction begins, and ends, a moment late: whoever asked a
rule before it began has asked of yesterday, and whoever asks without a lock does not see what is about to be there.
"""

import random
import threading
import time
from collections.abc import Callable
from contextlib import contextmanager

from django.db import connection
from django.db.transaction import Atomic

from kulturspejl.core.errors import KulturspejlError

Work = Callable[[], object]


def together(*works: Work, apart: random.Random | None = None) -> list[object]:
    """All in threads of their own, let go at once, or a few milliseconds `apart`; what each returned or raised."""
    gate, outcomes = threading.Barrier(len(works)), [None] * len(works)
    waits = [apart.random() * 0.006 if apart else 0.0 for _ in works]

    def run(index: int, work: Work) -> None:
        gate.wait(60)
        time.sleep(waits[index])
        try:
            outcomes[index] = work()
        except Exception as error:
            outcomes[index] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=item) for item in enumerate(works)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
        assert not thread.is_alive(), "two actions wait for each other"
    return outcomes


def race(*works: Work, apart: random.Random | None = None) -> list[object]:
    """The same for actions: whoever loses is told by an error of the house, never by the store's."""
    with slow_doors(0.0 if apart else 0.03):
        outcomes = together(*works, apart=apart)
    strangers = [
        one for one in outcomes if isinstance(one, Exception) and not isinstance(one, KulturspejlError)
    ]
    assert strangers == []
    return outcomes


def went_through(outcomes: list[object]) -> int:
    """How many were told yes."""
    return sum(not isinstance(one, Exception) for one in outcomes)


@contextmanager
def slow_doors(seconds: float):
    """While it lasts, outermost transactions begin and end so much late."""
    enter, leave = Atomic.__enter__, Atomic.__exit__

    def late_in(self):
        if not connection.in_atomic_block:
            time.sleep(seconds)
        enter(self)

    def late_out(self, *error):
        if len(connection.savepoint_ids) == 0 and connection.in_atomic_block and not error[0]:
            time.sleep(seconds)
        leave(self, *error)

    Atomic.__enter__, Atomic.__exit__ = late_in, late_out
    try:
        yield
    finally:
        Atomic.__enter__, Atomic.__exit__ = enter, leave

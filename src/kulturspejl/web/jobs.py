"""Work that nobody waits for: mail that is due, rounds that are to close. Each in a thread of its own.

What is due stands in the rows themselves, so there is no queue whose arguments would keep addresses, and a
killed job is simply found again on the next turn.
"""

import logging
import random
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module

from django.conf import settings
from django.db import InterfaceError, OperationalError, close_old_connections, connection
from django.utils import timezone

from kulturspejl.actions import (
    clock_guard,
    closing,
    courses,
    key_keeping,
    own_plan,
    rooms,
    security_events,
    sent,
    sessions,
    sweeping,
    telling_near,
    trio,
    units,
)
from kulturspejl.actions.letters import due, sending
from kulturspejl.actions.reading import checking
from kulturspejl.faces.shared import clock
from kulturspejl.web import faults, news, turns
from kulturspejl.web.database_url import KEPT_SECONDS

SECONDS_BETWEEN = 3.0
A_ROBOTS_TURN = 2.0
A_MINUTE = 60.0
A_LOOK = 5.0
TEN_MINUTES = 600.0
DAY = 86_400.0
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Job:
    """A name for the log, what to do on each turn, and how long to rest between turns.

    What closes or deletes because its day has come goes by the clock, and stands still while nobody believes that.
    """

    name: str
    work: Callable[[], object]
    seconds: float = SECONDS_BETWEEN
    goes_by_clock: bool = True


def _move_robots() -> None:
    """What the robots of a practice room do in one turn."""
    rooms.move_robots(seconds=A_ROBOTS_TURN, now=clock.now(), rng=random.Random())


_watch = clock_guard.Watch()


ALL = (
    Job("mail", news.send_and_ring, goes_by_clock=False),
    Job("tell", lambda: due.tell_due(now=clock.now()), A_MINUTE),
    Job("close", lambda: closing.close_due(now=clock.now())),
    Job("participation", news.ring_for_participation, TEN_MINUTES, goes_by_clock=False),
    Job("keys", lambda: key_keeping.settle(now=clock.now()), TEN_MINUTES, goes_by_clock=False),
    Job("rooms", lambda: rooms.delete_due(now=clock.now()), TEN_MINUTES),
    Job("courses", lambda: courses.delete_due(now=clock.now()), TEN_MINUTES),
    Job("course letters", lambda: courses.tell_due(now=clock.now()), A_MINUTE),
    Job("changes", lambda: telling_near.take_a_turn(now=clock.now())),
    Job("forms", lambda: sent.forget_old(now=clock.now()), DAY),
    Job("clock", lambda: _watch.look(timezone.now()), A_LOOK, goes_by_clock=False),
    Job("practice", _move_robots, A_ROBOTS_TURN, goes_by_clock=False),
    Job("reading", lambda: checking.take_a_turn(now=clock.now()), TEN_MINUTES),
    Job("unit lists", lambda: units.forget_old(now=clock.now()), DAY),
    Job("minutes", lambda: trio.delete_due(now=clock.now()), DAY),
    Job("meetings", lambda: rooms.delete_old_meetings(now=clock.now()), DAY),
    Job("plan reminders", lambda: own_plan.tell_due(now=clock.now()), TEN_MINUTES),
    Job("shared lines", lambda: own_plan.forget_old_lines(now=clock.now()), DAY),
    Job("plans by address", lambda: own_plan.forget_old_plans(now=clock.now()), DAY),
    Job("letters", lambda: sending.forget_old(now=clock.now()), DAY),
    Job("sessions", lambda: import_module(settings.SESSION_ENGINE).SessionStore.clear_expired(), DAY),
    Job("ended", lambda: sessions.forget_old(now=timezone.now()), TEN_MINUTES),
    Job("sweep", lambda: sweeping.sweep_at_night(now=clock.now()), TEN_MINUTES),
    Job("events", lambda: security_events.forget_old(now=timezone.now()), DAY),
)


class Jobs:
    """The threads of an embedded instance."""

    def __init__(self, jobs: Sequence[Job] = ALL) -> None:
        self._stop = threading.Event()
        self._store_is_away = Once()
        self._threads = [
            threading.Thread(target=self._run, args=(job,), name=f"kulturspejl-{job.name}", daemon=True)
            for job in jobs
        ]

    def start(self) -> None:
        """Begin."""
        for thread in self._threads:
            thread.start()

    def stop(self, patience: float = 10.0) -> None:
        """Let each job finish its turn, and wait for it no longer than `patience` seconds."""
        self._stop.set()
        for thread in self._threads:
            thread.join(patience)

    def _run(self, job: Job) -> None:
        while not self._stop.is_set():
            self._turn(job)
            if job.seconds >= KEPT_SECONDS:
                # It would be closed by age at the next turn anyway, and two dozen that rest hold megabytes.
                connection.close()
            self._stop.wait(job.seconds)
        connection.close()

    def _turn(self, job: Job) -> None:
        close_old_connections()
        try:
            if job.goes_by_clock and not settings.KULTURSPEJL_DEMO and clock_guard.is_held():
                return
            with turns.alone(job.name) as is_ours:
                if is_ours:
                    job.work()
            self._store_is_away.is_over("The store answers again; the jobs go on.")
        except (OperationalError, InterfaceError) as error:
            # Every job finds it in the same moment and again in three seconds: said once.
            self._store_is_away.say(f"The store does not answer ({faults.in_short(error)}). The jobs wait for it.")
        except Exception:
            # A mail server that is down today must not stop the mails of tomorrow; the log says what went wrong.
            log.exception("The job %r failed and is tried again.", job.name)


class Once:
    """A trouble that many meet at once: one line when it begins, one an hour while it lasts, one when it is over."""

    AGAIN = 3_600.0

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._said: float | None = None

    def say(self, words: str) -> None:
        """It is there."""
        with self._lock:
            moment = time.monotonic()
            if self._said is None or moment - self._said > self.AGAIN:
                log.warning(words)
                self._said = moment

    def is_over(self, words: str) -> None:
        """It is gone."""
        with self._lock:
            if self._said is not None:
                log.warning(words)
                self._said = None

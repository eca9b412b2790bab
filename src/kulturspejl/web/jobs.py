"""Work that nobody waits for: mail that is due, rounds that are to close. Each in a thread of its own.

What is due stands in the rows themselves, so there is no queue whose arguments would keep addresses, and a
killed job is simply found again on the next turn.
"""

import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.db import close_old_connections, connection

from kulturspejl.actions import closing, mailing
from kulturspejl.faces.shared import clock

SECONDS_BETWEEN = 3.0
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Job:
    """A name for the log and what to do on each turn."""

    name: str
    work: Callable[[], object]


ALL = (
    Job("mail", lambda: mailing.send_due()),
    Job("close", lambda: closing.close_due(now=clock.now())),
)


class Jobs:
    """The threads of an embedded instance."""

    def __init__(self, jobs: Sequence[Job] = ALL, seconds: float = SECONDS_BETWEEN) -> None:
        self._stop = threading.Event()
        self._seconds = seconds
        self._threads = [
            threading.Thread(target=self._run, args=(job,), name=f"kulturspejl-{job.name}", daemon=True) for job in jobs
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
            self._stop.wait(self._seconds)
        connection.close()

    def _turn(self, job: Job) -> None:
        close_old_connections()
        try:
            job.work()
        except Exception:
            # A mail server that is down today must not stop the mails of tomorrow; the log says what went wrong.
            log.exception("The job %r failed and is tried again.", job.name)

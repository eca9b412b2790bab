"""The one writer of the embedded store: all that waits goes into one transaction (group commit).

SQLite lets one write at a time, so many writers wait for each other. Here one thread takes whatever has
come in, writes it in one durable transaction, and only then does anybody get an answer. On PostgreSQL,
which groups commits by itself, the same door commits directly.

Admissions and answers stand in different queues and never share a transaction (science.md 2.9).
"""

import threading
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction

from kulturspejl.core.errors import Unready
from kulturspejl.core.text import Text
from kulturspejl.vault.turn import turn

Outcome = Any
Apply = Callable[[Sequence[Any]], Sequence[Outcome]]
PATIENCE_SECONDS = 30.0
BATCH = 256


@dataclass(frozen=True)
class _Waiting:
    apply: Apply
    item: Any
    future: "Future[Outcome]"


class _Writer:
    """A thread that lives as long as the process, and is started again if it dies."""

    def __init__(self) -> None:
        self._waiting: deque[_Waiting] = deque()
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None

    def put(self, apply: Apply, item: Any) -> "Future[Outcome]":
        future: Future[Outcome] = Future()
        with self._changed:
            self._waiting.append(_Waiting(apply, item, future))
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._run, name="kulturspejl-writer", daemon=True)
                self._thread.start()
            self._changed.notify()
        return future

    def _run(self) -> None:
        try:
            while True:
                batch = self._take()
                _write(batch)
        finally:
            connection.close()

    def _take(self) -> list[_Waiting]:
        """The oldest that waits, and all that wait for the same door."""
        with self._changed:
            while not self._waiting:
                self._changed.wait()
            door = self._waiting[0].apply
            batch = [one for one in self._waiting if one.apply is door][:BATCH]
            chosen = {id(one) for one in batch}
            self._waiting = deque(one for one in self._waiting if id(one) not in chosen)
        return batch


def _write(batch: Sequence[_Waiting]) -> None:
    """One transaction for all; if it fails, one each, so that a bad one spoils no other."""
    try:
        outcomes = _commit(batch[0].apply, [one.item for one in batch])
    except Exception as error:
        if len(batch) == 1:
            batch[0].future.set_exception(error)
            connection.close()
            return
        for one in batch:
            _write([one])
        return
    for one, outcome in zip(batch, outcomes, strict=True):
        one.future.set_result(outcome)


def _commit(apply: Apply, items: Sequence[Any]) -> Sequence[Outcome]:
    with turn(), transaction.atomic(durable=True):
        return apply(items)


_writer = _Writer()


def write(apply: Apply, item: Any) -> Outcome:
    """Hand `item` to the door `apply` and return its outcome when it is on disk.

    `apply` takes the waiting items and returns one outcome each; an outcome that is an exception is raised
    here. Raises RuntimeError inside a transaction, where waiting would be a deadlock, and Unready when the
    store did not answer in time.
    """
    if connection.in_atomic_block:
        raise RuntimeError("The writer was called inside a transaction: it would wait for itself.")
    is_embedded = connection.vendor == "sqlite"
    outcome = _wait(_writer.put(apply, item)) if is_embedded else _commit(apply, [item])[0]
    if isinstance(outcome, Exception):
        raise outcome
    return outcome


def _wait(future: "Future[Outcome]") -> Outcome:
    try:
        return future.result(timeout=PATIENCE_SECONDS)
    except TimeoutError as error:
        raise Unready(
            Text(
                da="Serveren kan ikke gemme lige nu. Prøv igen om lidt. Det, du har skrevet, er der endnu.",
                en="The server cannot store anything right now. Try again shortly. What you wrote is still there.",
            )
        ) from error

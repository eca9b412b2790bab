"""The one writer of a process: all that waits goes into one transaction (group commit).

SQLite lets one write at a time, so many writers wait for each other. Here one thread takes whatever has
come in, writes it in one durable transaction, and only then does anybody get an answer. PostgreSQL takes many
at a time, but each commit has its way over the net and to the disk: there too one for all costs least.

Who hands something in waits in an event loop (`write_soon`) or in a thread (`write`); both stand in the same row.
On PostgreSQL, which groups commits by itself, a thread that waits anyway commits directly.
Admissions and answers stand in different queues and never share a transaction (science.md 2.9).
"""

import asyncio
import logging
import threading
import time
from collections import defaultdict, deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db import OperationalError, connection, transaction

from kulturspejl.core.errors import Unready
from kulturspejl.core.text import Text
from kulturspejl.vault.turn import turn

Outcome = Any
Apply = Callable[[Sequence[Any]], Sequence[Outcome]]
Told = TypeVar("Told")
PATIENCE_SECONDS = 30.0
BATCH = 256
CROWD, A_MOMENT, LOOKS = 4, 0.0005, 96
"""From so many on, the others are waited for: so long at a time, and so often at most, as long as more come. Whoever
was answered in a crowd comes back in one, with the voucher just given, so that the first few after it are waited for
too; and as soon as there are as many as there were, nobody else is."""
CANNOT = Text(
    da="Serveren kan ikke gemme lige nu. Prøv igen om lidt. Det, du har skrevet, er der endnu.",
    en="The server cannot store anything right now. Try again shortly. What you wrote is still there.",
)
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Order(Generic[Told]):
    """What an action asks of the writer once its rules have said yes: a door, an item, and what the outcome means.

    `told` is given the outcome and returns what the action returns, or raises. So an action is the same whether
    somebody waits for it in a thread (`fulfil`) or in an event loop (`fulfil_soon`).
    """

    apply: Apply
    item: Any
    told: Callable[[Outcome], Told]


@dataclass(frozen=True)
class _Waiting:
    apply: Apply
    item: Any
    future: "Future[Outcome] | asyncio.Future[Outcome]"


class _Writer:
    """A thread that lives as long as the process, and is started again if it dies."""

    def __init__(self) -> None:
        self._waiting: dict[Apply, deque[_Waiting]] = {}
        """By door, the doors in the order in which their oldest came."""
        self._changed = threading.Condition()
        self._crowd = 0
        """How many were in the last batch, or came in the ones before it: of them half are forgotten each time."""
        self._thread: threading.Thread | None = None

    def put(self, one: _Waiting) -> None:
        with self._changed:
            self._waiting.setdefault(one.apply, deque()).append(one)
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._run, name="kulturspejl-writer", daemon=True)
                self._thread.start()
            self._changed.notify()

    def _run(self) -> None:
        try:
            while True:
                batch = self._take()
                outcomes = _write(batch[0].apply, [one.item for one in batch])
                if not is_embedded():
                    # Kept as long as the setting says, and asked for signs of life before the next batch.
                    connection.close_if_unusable_or_obsolete()
                _tell(batch, outcomes)
        finally:
            connection.close()

    def _take(self) -> list[_Waiting]:
        """Those at the door that has waited longest; what is too many for one transaction stands behind the others."""
        with self._changed:
            while not self._waiting:
                self._changed.wait()
        self._let_the_crowd_come()
        with self._changed:
            door = next(iter(self._waiting))
            row = self._waiting.pop(door)
            batch = [row.popleft() for _ in range(min(BATCH, len(row)))]
            if row:
                self._waiting[door] = row
            self._crowd = max(len(batch), self._crowd // 2)
        return batch

    def _let_the_crowd_come(self) -> None:
        """Where many come at once the rest of them is near: a commit costs the same for ten as for two hundred, and
        while this thread sleeps the event loop takes them in undisturbed."""
        before, here, looks = 0, self._in_front(), 0
        while before < here < BATCH and looks < LOOKS and self._are_others_near(here):
            time.sleep(A_MOMENT)
            before, here, looks = here, self._in_front(), looks + 1

    def _are_others_near(self, here: int) -> bool:
        return here < self._crowd if self._crowd >= CROWD else here >= CROWD

    def _in_front(self) -> int:
        return len(next(iter(self._waiting.values())))


def _write(apply: Apply, items: Sequence[Any]) -> Sequence[Outcome]:
    """One transaction for all; if it fails, one each, so that a bad one spoils no other.

    A store that keeps nothing (full, broken, locked) is not asked so often: everybody is told at once.
    """
    try:
        return _commit(apply, items)
    except Exception as error:
        if len(items) > 1 and not isinstance(error, OperationalError):
            return [outcome for item in items for outcome in _write(apply, [item])]
        connection.close()
        return [_fault(error)] * len(items)


def _commit(apply: Apply, items: Sequence[Any]) -> Sequence[Outcome]:
    with turn(), transaction.atomic(durable=True):
        outcomes = apply(items)
    _trouble.clear()
    return outcomes


_trouble = threading.Event()
"""Set while the store keeps nothing, so that the log says it once: it may lie on the very disk that is full."""


def _fault(error: Exception) -> Exception:
    """What is told: that the store keeps nothing, where that is it; other faults as they are."""
    if not isinstance(error, OperationalError | OSError):
        return error
    if not _trouble.is_set():
        log.error("The store does not keep what comes in.", exc_info=error)
    _trouble.set()
    told = Unready(CANNOT)
    told.__cause__ = error
    return told


def _tell(batch: Sequence[_Waiting], outcomes: Sequence[Outcome]) -> None:
    """Each its outcome; an event loop is woken once for all of its own."""
    soon: dict[asyncio.AbstractEventLoop, list[tuple[asyncio.Future[Outcome], Outcome]]] = defaultdict(list)
    for one, outcome in zip(batch, outcomes, strict=True):
        if isinstance(one.future, asyncio.Future):
            soon[one.future.get_loop()].append((one.future, outcome))
        else:
            one.future.set_result(outcome)
    for loop, told in soon.items():
        # The loop may have ended meanwhile: what is stored stays stored.
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(_set_all, told)


def _set_all(told: Sequence[tuple["asyncio.Future[Outcome]", Outcome]]) -> None:
    for future, outcome in told:
        if not future.done():
            future.set_result(outcome)


_writer = _Writer()


def is_embedded() -> bool:
    """Whether the store is the file beside the program, which lets one write at a time."""
    return connection.vendor == "sqlite"


def write(apply: Apply, item: Any) -> Outcome:
    """Hand `item` to the door `apply` and return its outcome when it is on disk.

    `apply` takes the waiting items and returns one outcome each; an outcome that is an exception is raised
    here. Raises RuntimeError inside a transaction, where waiting would be a deadlock, and Unready when the
    store cannot keep it, or did not answer in time.
    """
    if connection.in_atomic_block:
        raise RuntimeError("The writer was called inside a transaction: it would wait for itself.")
    return _raised(_wait(apply, item) if is_embedded() else _write(apply, [item])[0])


async def write_soon(apply: Apply, item: Any) -> Outcome:
    """The same for somebody in an event loop, who gives no thread to the waiting."""
    loop = asyncio.get_running_loop()
    future: asyncio.Future[Outcome] = loop.create_future()
    _writer.put(_Waiting(apply, item, future))
    too_late = loop.call_later(PATIENCE_SECONDS, _set_all, [(future, Unready(CANNOT))])
    try:
        return _raised(await future)
    finally:
        too_late.cancel()


def fulfil(order: Order[Told]) -> Told:
    """What the action returns, once it is on disk."""
    return order.told(write(order.apply, order.item))


async def fulfil_soon(order: Order[Told]) -> Told:
    """The same in an event loop."""
    return order.told(await write_soon(order.apply, order.item))


def _wait(apply: Apply, item: Any) -> Outcome:
    future: Future[Outcome] = Future()
    _writer.put(_Waiting(apply, item, future))
    try:
        return future.result(timeout=PATIENCE_SECONDS)
    except TimeoutError as error:
        raise Unready(CANNOT) from error


def _raised(outcome: Outcome) -> Outcome:
    if isinstance(outcome, Exception):
        raise outcome
    return outcome

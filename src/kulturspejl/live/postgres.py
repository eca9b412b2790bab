"""The bell of several processes, on one machine or many: PostgreSQL carries each ring to all of them.

A ring inside a transaction is a NOTIFY inside it, so that PostgreSQL delivers it if and only if the change is
there, even if this process dies a moment later. Each process has one connection that listens. While that is lost
others' rings are missed; so when it is back every stamp becomes another one, and all pages ask again.
"""

import logging
import secrets
import threading
from collections.abc import AsyncGenerator, Callable
from typing import Any

import psycopg
from django.db import connection, transaction

from kulturspejl.live.memory import MemoryBell

CHANNEL = "kulturspejl_bell"
SECONDS_BETWEEN_LOOKS = 5.0
"""How long a connection that died without a word may go unnoticed."""
FIRST_WAIT, LONGEST_WAIT = 0.2, 5.0
KEEPALIVE = {
    "connect_timeout": 5, "keepalives_idle": 5, "keepalives_interval": 2, "keepalives_count": 3,
    "tcp_user_timeout": 10_000, "application_name": "kulturspejl bell",
}  # fmt: skip
DEAF = "What happens in other processes is not heard here."
log = logging.getLogger(__name__)


def _nothing(_topic: str) -> None:
    """Nobody wants to know."""


class PostgresBell:
    """Own rings sound here at once; those of other processes when PostgreSQL brings them.

    `heard` is called with each topic that another process has rung, before anybody here is told; `missed` when rings
    may have been missed. Both run in the thread that listens.
    """

    def __init__(
        self, heard: Callable[[str], object] = _nothing, missed: Callable[[], object] = lambda: None
    ) -> None:
        self._here = MemoryBell()
        self._heard, self._missed = heard, missed
        self._origin = secrets.token_hex(6)
        self._is_hearing = threading.Event()
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin to listen to other processes, for good: a lost connection is made anew."""
        if self._thread is None:
            # Anew, for copies of this process would take each other's rings for their own.
            self._origin = secrets.token_hex(6)
            # Read off here: Django's connections belong to the thread that asks for one.
            parameters = {**connection.get_connection_params(), **KEEPALIVE, "autocommit": True}
            self._thread = threading.Thread(
                target=self._run, args=(parameters,), name="kulturspejl-bell", daemon=True
            )
            self._thread.start()

    def stop(self, patience: float = SECONDS_BETWEEN_LOOKS) -> None:
        """Hang up."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join(patience)

    def stamp(self, topic: str) -> str:
        """What a page made now carries."""
        return self._here.stamp(topic)

    def ring(self, topic: str, version: int | None = None) -> None:
        """Tell everybody who listens, here and elsewhere. A version is of no use here: stamps are never used twice."""
        stamp = self._new_stamp()
        self._here.sound(topic, stamp)
        _notify(f"{stamp} {topic}")

    def ring_on_commit(self, topic: str) -> None:
        """The ring belongs to the transaction: it comes with the change, or not at all."""
        stamp = self._new_stamp()
        _notify(f"{stamp} {topic}")
        transaction.on_commit(lambda: self._here.sound(topic, stamp))

    def listen(self, topic: str) -> AsyncGenerator[bytes, None]:
        """Server-sent events for one listener."""
        return self._here.listen(topic)

    def listeners(self, topic: str) -> int:
        """How many listen in this process."""
        return self._here.listeners(topic)

    def trouble(self) -> str:
        """Why rings of other processes do not come; "" when they do."""
        return DEAF if self._thread is not None and not self._is_hearing.is_set() else ""

    def _new_stamp(self) -> str:
        # The same in every process, because a phone may ask one and listen to another.
        # A number that counts up would tell each listener how much is rung for others.
        return f"{self._origin}.{secrets.token_hex(5)}"

    def _run(self, parameters: dict[str, Any]) -> None:
        wait = FIRST_WAIT
        while not self._stop.is_set():
            try:
                self._hear(parameters)
            except psycopg.Error as error:
                if self._is_hearing.is_set() or wait == FIRST_WAIT:
                    log.warning("The bell has lost PostgreSQL and tries again. %s (%s)", DEAF, type(error).__name__)
                wait = FIRST_WAIT if self._is_hearing.is_set() else min(2 * wait, LONGEST_WAIT)
                self._is_hearing.clear()
                self._stop.wait(wait)

    def _hear(self, parameters: dict[str, Any]) -> None:
        """Until the connection is lost, which raises psycopg.Error, or somebody stops us."""
        with psycopg.connect(**parameters) as ear:
            ear.execute(f"LISTEN {CHANNEL}")
            # Only now: what is rung from here on is heard, and what was rung before is asked for.
            self._missed()
            self._here.begin_anew()
            self._is_hearing.set()
            log.info("The bell hears other processes.")
            while not self._stop.is_set():
                for notice in ear.notifies(timeout=SECONDS_BETWEEN_LOOKS):
                    self._take(notice.payload)
                ear.execute("SELECT 1")

    def _take(self, payload: str) -> None:
        stamp, _space, topic = payload.partition(" ")
        if stamp.startswith(f"{self._origin}."):
            return
        try:
            self._heard(topic)
        except Exception:
            # Whoever writes nonsense into the channel must not make us deaf.
            log.exception("A ring of another process could not be followed.")
        self._here.sound(topic, stamp)


def _notify(payload: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify(%s, %s)", [CHANNEL, payload])

"""A short question to the store: through Django's connection in a thread, through one that is kept in an event loop.

In an event loop Django refuses its own connection, and rightly: PostgreSQL is asked over a net, and everybody would
wait. The embedded store is a file beside the program: one indexed row of it costs less than a thread does. So the event
loop has one connection of its own, which only reads, is kept open, and holds nothing between two questions.
"""

import asyncio
import sqlite3
import threading
import uuid
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.core.exceptions import SynchronousOnlyOperation
from django.db import connection

from kulturspejl.records.sqlite_pragmas import PRAGMAS

Row = tuple[Any, ...]
_kept = threading.local()


def ask(statement: str, *words: str | int | uuid.UUID) -> list[Row]:
    """All rows, few as they are; `statement` has Django's %s for each word.

    In an event loop on PostgreSQL it raises SynchronousOnlyOperation, as Django does: ask again in a thread.
    """
    if not _in_event_loop():
        with connection.cursor() as cursor:
            cursor.execute(statement, words)
            return list(cursor.fetchall())
    # Not asked of Django's connection: of that each request in an event loop would make one of its own.
    if not str(settings.DATABASES["default"]["ENGINE"]).endswith("sqlite3"):
        raise SynchronousOnlyOperation("PostgreSQL is asked over a net: ask again in a thread.")
    # All are fetched: a row that is left would hold the log back that a close wants to see emptied.
    return _of_this_thread().execute(_with_marks(statement), words).fetchall()


def key_of(id: uuid.UUID) -> str | uuid.UUID:
    """An id as the store compares it."""
    return id if connection.features.has_native_uuid_field else id.hex


def id_of(value: object) -> uuid.UUID:
    """An id that the store has told."""
    return value if isinstance(value, uuid.UUID) else uuid.UUID(str(value))


def text_of(value: object) -> str:
    """The same as `str` of it, for many: an id is put together of its signs, and never counted out."""
    told = str(value)
    return told if "-" in told else "-".join((told[:8], told[8:12], told[12:16], told[16:20], told[20:]))


def moment_of(value: object) -> datetime:
    """A moment that the store has told: the embedded one writes it in UTC and without saying so."""
    found = value if isinstance(value, datetime) else _read_moment(str(value))
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def date_of(value: object) -> date:
    """A day that the store has told."""
    return value if isinstance(value, date) else date.fromisoformat(str(value))


@lru_cache(maxsize=256)
def _read_moment(written: str) -> datetime:
    return datetime.fromisoformat(written)


def close() -> None:
    """Let go of the connection that this thread has kept."""
    store = vars(_kept).pop("store", None)
    if store is not None:
        store[1].close()


def _of_this_thread() -> sqlite3.Connection:
    name = str(settings.DATABASES["default"]["NAME"])
    found: tuple[str, sqlite3.Connection] | None = getattr(_kept, "store", None)
    if found is None or found[0] != name:
        close()
        store = sqlite3.connect(name, isolation_level=None, timeout=20)
        for pragma in (*PRAGMAS, "PRAGMA query_only=ON"):
            store.execute(pragma)
        found = _kept.store = (name, store)
    return found[1]


def _in_event_loop() -> bool:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True


@lru_cache(maxsize=64)
def _with_marks(statement: str) -> str:
    return statement.replace("%s", "?")

"""Proving that the instance can store: a row by the one writer and a file among the keys, at most once in ten seconds.

The row holds noise and the hour, so that it tells nobody at which minute the answers beside it came.
"""

import secrets
import shutil
import threading
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection

from kulturspejl.actions import instance_facts, writer
from kulturspejl.core.errors import Unready
from kulturspejl.core.text import Text
from kulturspejl.values.instance_facts import PROOF
from kulturspejl.vault import proof

EVERY = 10.0
AGAIN_AFTER_A_FAULT = 1.0
LEAST_FREE = 2_000_000
"""Bytes: with less an answer may fit no more, though a small row still does."""


class Proving:
    """What is known of it in this process; asked by many, done by one."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._done: float | None = None
        self._failed: float | None = None
        self._fault = ""

    def ask(self, now: datetime) -> None:
        """Return when something real has been stored within the last ten seconds. Raises Unready with the reason."""
        if not self._is_due():
            return self._told()
        if not self._lock.acquire(blocking=False):
            # Somebody is at it: whoever only asks must not wait in a row behind a disk that hangs.
            return self._told(while_another_tries=True)
        try:
            if self._is_due():
                self._prove(now)
        finally:
            self._lock.release()
        return self._told()

    def _is_due(self) -> bool:
        moment = self._clock()
        if self._failed is not None:
            return moment - self._failed >= AGAIN_AFTER_A_FAULT
        return self._done is None or moment - self._done >= EVERY

    def _prove(self, now: datetime) -> None:
        try:
            store_something(now)
        except (Unready, DatabaseError, OSError) as error:
            self._failed, self._fault = self._clock(), _kind(error)
        else:
            self._done, self._failed, self._fault = self._clock(), None, ""

    def _told(self, *, while_another_tries: bool = False) -> None:
        is_late = self._done is None or self._clock() - self._done > 3 * EVERY
        if self._failed is not None or (while_another_tries and is_late):
            raise Unready(_cannot(self._fault))


def store_something(now: datetime) -> None:
    """A row and a file, on disk when this returns. Raises Unready, DatabaseError or OSError."""
    if full := [folder for folder in _folders() if free(folder) < LEAST_FREE]:
        raise Unready(_cannot(f"disk full: {full[0]}"))
    proof.write_one()
    writer.write(_write, now.replace(minute=0, second=0, microsecond=0))


def free(folder: Path) -> int:
    """Bytes that this user may still write where the folder is, or is to be."""
    while not folder.exists():
        folder = folder.parent
    return shutil.disk_usage(folder).free


def _folders() -> list[Path]:
    own = [Path(settings.KULTURSPEJL_KEYS)]
    return [Path(settings.KULTURSPEJL_VAR), *own] if connection.vendor == "sqlite" else own


def _write(hours: Sequence[Any]) -> Sequence[Any]:
    instance_facts.keep(PROOF, secrets.token_hex(instance_facts.LONGEST // 2), hours[-1])
    return [None for _ in hours]


def _kind(error: Exception) -> str:
    return error.text.en if isinstance(error, Unready) else type(error).__name__


def _cannot(why: str) -> Text:
    return Text(da=f"Der kan ikke gemmes lige nu. {why}".strip(), en=f"Nothing can be stored right now. {why}".strip())


proving = Proving()
"""Of this process."""

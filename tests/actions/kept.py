"""What hundreds of tests begin with: made once a process by the real actions, later laid as it stood, rows and keys.

Only where a test commits, for SQLite's own copying cannot be part of a transaction, and only where nothing has been
written since the store was empty or since an earlier such step: then what follows is the same each time.
"""

import copy
import sqlite3
from collections.abc import Callable, Collection, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from django.conf import settings
from django.db import connection

from kulturspejl.access import shown, union
from kulturspejl.actions import open_rounds
from kulturspejl.readers import asking
from kulturspejl.readers.rooms import on_paper
from kulturspejl.readers.rooms.regions import agenda
from kulturspejl.records.models import Organisation, Room, User
from kulturspejl.values import room_day
from kulturspejl.vault import keys
from kulturspejl.web import elsewhere

Made = TypeVar("Made")
Steps = tuple[Hashable, ...]


@dataclass(frozen=True)
class Standing:
    """After which steps the store stands, as long as neither this connection nor another has written since."""

    writer: sqlite3.Connection
    writes: tuple[int, int]
    steps: Steps


@dataclass(frozen=True)
class Kept:
    """What was made, and all that lay there after it: the store, and the bytes of each key file."""

    made: object
    store: sqlite3.Connection
    files: dict[str, bytes]

    def lay(self) -> object:
        """The store becomes what it was; the test gets things of its own."""
        self.store.backup(_writer())
        for name, raw in self.files.items():
            file = Path(settings.KULTURSPEJL_KEYS, name)
            file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            file.touch(mode=0o600)
            file.write_bytes(raw)
        _forget_what_was_read()
        return copy.deepcopy(self.made)


def _forget_what_was_read() -> None:
    """Ids come back here, which they never do else: what a process remembers under one of them is another test's."""
    elsewhere.forget_all()
    open_rounds._instruments.clear()
    shown._KEPT = shown._Kept(shown._KEPT._most)
    for remembered in (union._of_several, room_day._read, on_paper._counted, agenda._lines):
        remembered.cache_clear()
    for read in (asking._known, asking._rounds, asking._examples):
        read.clear()


def as_it_stands() -> Callable[[], None]:
    """Call what comes back, and the store and the keys are again as they are now; for tests that commit to SQLite."""
    store = sqlite3.connect(":memory:", check_same_thread=False)
    _writer().backup(store)
    now = Kept(None, store, _files())

    def lay() -> None:
        now.lay()

    return lay


@contextmanager
def made_anew() -> Iterator[None]:
    """For tests that watch how it comes to the disk: all is made by the actions, one write after the other."""
    global _is_laid
    _is_laid, before = False, _is_laid
    try:
        yield
    finally:
        _is_laid = before


_KEPT: dict[Steps, Kept] = {}
_is_laid = True
_standing: list[Standing] = []
"""Where this process's store stands; empty or one."""


def kept(step: Hashable, make: Callable[[], Made]) -> Made:
    """What `make` makes; `step` names everything that it depends on beside the steps before it."""
    before = _steps() if _is_laid else None
    if before is None:
        return make()
    steps = (*before, step)
    found = _KEPT.get(steps)
    if found is None:
        older = _KEPT[before].files if before else {}
        _sweep(older)
        lay_before = _files()
        made = make()
        new = {name: raw for name, raw in _files().items() if lay_before.get(name) != raw}
        store = sqlite3.connect(":memory:", check_same_thread=False)
        _writer().backup(store)
        _KEPT[steps] = Kept(copy.deepcopy(made), store, older | new)
    else:
        made = found.lay()  # type: ignore[assignment]
    _standing[:] = [Standing(_writer(), _writes(), steps)]
    return made


def _sweep(known: Collection[str]) -> None:
    """Keys of a test before, made after a step that was laid, are nobody's now: what is made finds none there."""
    for name in _files().keys() - known:
        if name.endswith((".key", ".boxes")):
            Path(settings.KULTURSPEJL_KEYS, name).unlink()
    keys.forget()


def _steps() -> Steps | None:
    """The steps after which the store stands; none where nobody can tell."""
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return None
    connection.ensure_connection()
    for one in _standing:
        if one.writer is _writer() and one.writes == _writes():
            return one.steps
    return None if any(table.objects.exists() for table in (User, Organisation, Room)) else ()


def _writer() -> sqlite3.Connection:
    connection.ensure_connection()
    return connection.connection


def _writes() -> tuple[int, int]:
    """Rows that this connection has changed, and a number that changes with what any other commits."""
    (others,) = _writer().execute("PRAGMA data_version").fetchone()
    return _writer().total_changes, others


def _files() -> dict[str, bytes]:
    folder = Path(settings.KULTURSPEJL_KEYS)
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}

"""A key for each box of an open round, or of a part of a room, replaced at every write.

Whoever copies database, write-ahead log and keys at one moment can open the boxes as they are, but none of
the earlier versions that the log still holds: their keys are gone. So the copy does not tell in what order
the answers came, while the order in which codes were spent alone says nothing (science.md 2.9).

A round has one file with 64 bytes a box (a room one file a box): the key in force, and the next one while a write
is under way.
Whichever of the two opens the box is the one in force, so a kill at any moment loses nothing.
"""

import fcntl
import os
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from cryptography.exceptions import InvalidTag
from django.conf import settings

from kulturspejl.vault.keys import KeyGone
from kulturspejl.vault.sealing import unseal

KEY = 32
SLOT = 2 * KEY
NONE = bytes(KEY)


def new_key() -> bytes:
    """32 random bytes."""
    return os.urandom(KEY)


def create(owner: uuid.UUID, first: list[bytes]) -> None:
    """Keep the first key of every box, by slot; on disk when this returns. An existing file is replaced."""
    file = _file(owner)
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as out:
        out.write(b"".join(key + NONE for key in first))
        out.flush()
        os.fsync(out.fileno())


def stage(owner: uuid.UUID, keys: Mapping[int, tuple[bytes, bytes]]) -> None:
    """Before a commit: write (in force, next) for these slots, on disk when this returns.

    Whoever stages a slot holds the lock on its box's row until the commit.
    """
    with _locked(owner) as handle:
        for slot, (in_force, following) in keys.items():
            os.pwrite(handle, in_force + following, slot * SLOT)
        os.fdatasync(handle)


def settle(owner: uuid.UUID, keys: Mapping[int, tuple[bytes, bytes]]) -> None:
    """After the commit that `stage` came before: only the new key of each pair is left.

    The row's lock is gone by now, so somebody may have staged the slot's next pair already: then it is left
    alone, and theirs will settle it. Lost by a kill, it is done at the box's next write. Where the file is
    gone the boxes have been opened meanwhile, and there is nothing to tidy.
    """
    if not _file(owner).exists():
        return
    with _locked(owner) as handle:
        for slot, (in_force, following) in keys.items():
            if os.pread(handle, SLOT, slot * SLOT) == in_force + following:
                os.pwrite(handle, following + NONE, slot * SLOT)


def open_box(owner: uuid.UUID, slot: int, sealed: bytes | memoryview, about: bytes) -> tuple[bytes, bytes]:
    """The plain bytes of a box and the key that opened it. Raises KeyGone where none does."""
    for key in _pair(owner, slot):
        if key == NONE:
            continue
        try:
            return unseal(key, sealed, about), key
        except InvalidTag:
            continue
    raise KeyGone(f"no key opens box {slot} of {owner}")


def destroy(owner: uuid.UUID) -> None:
    """Overwrite and remove the file. Doing it twice is the same as once."""
    file = _file(owner)
    if not file.exists():
        return
    with file.open("r+b") as handle:
        handle.write(os.urandom(file.stat().st_size))
        handle.flush()
        os.fsync(handle.fileno())
    file.unlink()


def untouched_since(moment: datetime) -> list[uuid.UUID]:
    """Whose files nobody has written to since then."""
    folder = Path(settings.KULTURSPEJL_KEYS)
    return [uuid.UUID(file.stem) for file in folder.glob("*.boxes") if file.stat().st_mtime < moment.timestamp()]


def _pair(owner: uuid.UUID, slot: int) -> tuple[bytes, bytes]:
    try:
        handle = os.open(_file(owner), os.O_RDONLY)
    except FileNotFoundError as error:
        raise KeyGone(str(owner)) from error
    try:
        raw = os.pread(handle, SLOT, slot * SLOT)
    finally:
        os.close(handle)
    return raw[:KEY], raw[KEY:]


@contextmanager
def _locked(owner: uuid.UUID) -> Iterator[int]:
    """The file, for one thread of one process at a time."""
    try:
        handle = os.open(_file(owner), os.O_RDWR)
    except FileNotFoundError as error:
        raise KeyGone(str(owner)) from error
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield handle
    finally:
        os.close(handle)


def _file(owner: uuid.UUID) -> Path:
    return Path(settings.KULTURSPEJL_KEYS) / f"{owner}.boxes"

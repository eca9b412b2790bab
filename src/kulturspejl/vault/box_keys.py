"""The keys of boxes, outside the database: one key a box, and the next one is written over it.

A round has one file with a place for each box; a part of a room has a file of its own. A place is 64 bytes, so none
lies across the border of a disk's sector of 512: after a power cut the disk has the old key or the new one, never half
of each. The second half of a place is empty. Until migration 0012 the next key stood there while a write was under way;
what a kill left there then goes at the box's next write, or by `boxes.settle`.

Whoever reads or writes a key holds its box: the kernel keeps the holders apart, threads and processes alike, and lets
go of what a killed one held. Whoever also locks rows locks the rows first, so no two ever wait for each other.
"""

import fcntl
import os
import struct
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from django.conf import settings

from kulturspejl.vault.keys import KeyGone, sync_folder

KEY = 32
PLACE = 2 * KEY
NONE = bytes(KEY)
_LOCK = struct.Struct("hhqqi")
"""The kernel's `struct flock`: kind, from where, start, length (0: to the end), and no process."""


def new_key() -> bytes:
    """32 random bytes."""
    return os.urandom(KEY)


def create(owner: uuid.UUID, first: Sequence[bytes]) -> None:
    """Keep the first key of every box, by slot; on disk when this returns. An existing file is written over."""
    file = _file(owner)
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = os.open(file, os.O_WRONLY | os.O_CREAT, 0o600)
    try:
        os.pwrite(handle, b"".join(key + NONE for key in first), 0)
        os.ftruncate(handle, len(first) * PLACE)
        os.fsync(handle)
    finally:
        os.close(handle)
    sync_folder(file.parent)


class KeyFile:
    """An owner's file, open. Raises KeyGone where there is none; `close` lets go of all that is held."""

    def __init__(self, owner: uuid.UUID) -> None:
        try:
            self._handle = os.open(_file(owner), os.O_RDWR)
        except FileNotFoundError as error:
            raise KeyGone(str(owner)) from error

    def hold(self, slot: int | None = None) -> None:
        """Wait until nobody else holds this box, or any box of the owner; then hold it until `close`."""
        start, length = (0, 0) if slot is None else (slot * PLACE, PLACE)
        fcntl.fcntl(
            self._handle, fcntl.F_OFD_SETLKW, _LOCK.pack(fcntl.F_WRLCK, os.SEEK_SET, start, length, 0)
        )

    def keys(self, slot: int) -> list[bytes]:
        """The box's key; with what an earlier version left, two."""
        raw = os.pread(self._handle, PLACE, slot * PLACE)
        return [key for key in (raw[:KEY], raw[KEY:]) if len(key) == KEY and key != NONE]

    def replace(self, keys: Mapping[int, bytes]) -> None:
        """Write these keys over the ones of their boxes, which are held; on disk when this returns."""
        for slot, key in keys.items():
            os.pwrite(self._handle, key + NONE, slot * PLACE)
        os.fdatasync(self._handle)

    def overwrite(self) -> None:
        """Noise over every key, on disk when this returns."""
        os.pwrite(self._handle, os.urandom(os.fstat(self._handle).st_size), 0)
        os.fsync(self._handle)

    def close(self) -> None:
        """Let go."""
        os.close(self._handle)


@contextmanager
def held(owner: uuid.UUID) -> Iterator[KeyFile]:
    """All boxes of an owner. Raises KeyGone."""
    file = KeyFile(owner)
    try:
        file.hold()
        yield file
    finally:
        file.close()


def is_there(owner: uuid.UUID) -> bool:
    """Whether the keys of the owner's boxes lie in their file."""
    return _file(owner).is_file()


def destroy(owner: uuid.UUID) -> None:
    """Overwrite and remove the file. Doing it twice is the same as once."""
    try:
        with held(owner) as file:
            file.overwrite()
            _file(owner).unlink(missing_ok=True)
    except KeyGone:
        return
    sync_folder(_file(owner).parent)


def untouched_since(moment: datetime) -> list[uuid.UUID]:
    """Whose files nobody has written to since then."""
    return [owner for owner, file in _files() if file.stat().st_mtime < moment.timestamp()]


def with_two() -> list[uuid.UUID]:
    """In whose files a version before migration 0012 has left the old key of a box beside the new one."""
    return [owner for owner, file in _files() if any(_second_halves(file.read_bytes()))]


def _second_halves(raw: bytes) -> Iterator[bool]:
    return (raw[at + KEY : at + PLACE].strip(b"\0") != b"" for at in range(0, len(raw), PLACE))


def _files() -> Iterator[tuple[uuid.UUID, Path]]:
    """A file that somebody has put there under another name is nobody's, and stops nothing."""
    for file in Path(settings.KULTURSPEJL_KEYS).glob("*.boxes"):
        with suppress(ValueError):
            yield uuid.UUID(file.stem), file


def _file(owner: uuid.UUID) -> Path:
    return Path(settings.KULTURSPEJL_KEYS) / f"{owner}.boxes"

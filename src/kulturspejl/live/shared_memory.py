"""A small table in memory that all processes of an instance share: what is counted by visitors' addresses stands here.

Nothing of it is ever on a disk, in the database, its write-ahead log or a backup: the memory has no name and no file,
is made before the processes part, and is gone with the last of them. What something is kept under is a keyed hash; the
key is drawn in this memory and lives an hour, and five minutes more for what is still counting. So not even a copy of
the memory says whose address it was before that.

Fixed in size: where a row of places is full, what ends first gives way. Places are found by the hash, so no list grows.
"""

import contextlib
import fcntl
import hashlib
import mmap
import os
import secrets
import struct
import threading
import time
from collections.abc import Iterator

HOUR, GRACE = 3600.0, 300.0
PLACES, A_ROW, SIZE = 8_192, 8, 1_536
"""Twelve megabytes: so many places, each of so many bytes; a hash may stand in any place of its row."""
_HEAD = struct.Struct("<d32s32s")
"""When the key in force was drawn, the key, and the one before it."""
_PLACE = struct.Struct("<16sdH")
"""Hash, when it ends, and how many bytes are kept."""
LONGEST = SIZE - _PLACE.size
_NONE = bytes(32)


class SharedMemory:
    """Bytes under words, for a while. Every method may be called from any thread of any process."""

    def __init__(self, places: int = PLACES) -> None:
        self._rows = places // A_ROW
        self._thread, self._depth = threading.RLock(), 0
        length = SIZE * (places + 1)
        self._file = _nameless(length)
        self._memory = mmap.mmap(-1, length) if self._file is None else mmap.mmap(self._file, length)

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        """Nobody else changes anything meanwhile; a process that is killed lets go of it."""
        with self._thread:
            self._depth += 1
            try:
                if self._depth == 1 and self._file is not None:
                    fcntl.lockf(self._file, fcntl.LOCK_EX)
                yield
            finally:
                self._depth -= 1
                if self._depth == 0 and self._file is not None:
                    fcntl.lockf(self._file, fcntl.LOCK_UN)

    def get(self, words: str, *, now: float | None = None) -> bytes | None:
        """What is kept under the words, unless its time is over."""
        with self.held():
            moment = time.time() if now is None else now
            for hashed in self._hashes(words, moment):
                for at in self._row(hashed):
                    kept, ends, length = _PLACE.unpack_from(self._memory, at)
                    if kept == hashed and ends > moment:
                        return self._memory[at + _PLACE.size : at + _PLACE.size + length]
        return None

    def put(self, words: str, value: bytes, seconds: float, *, now: float | None = None) -> None:
        """Keep it for so long, and never for longer than the key lives. ValueError where it is too long."""
        if len(value) > LONGEST:
            raise ValueError(f"at most {LONGEST} bytes are kept, not {len(value)}")
        with self.held():
            moment = time.time() if now is None else now
            hashed = self._hashes(words, moment)[0]
            at = min(self._row(hashed), key=lambda place: self._ends(place, hashed, moment))
            _PLACE.pack_into(self._memory, at, hashed, moment + seconds, len(value))
            self._memory[at + _PLACE.size : at + _PLACE.size + len(value)] = value

    def drop(self, words: str) -> None:
        """Forget what is kept under the words."""
        with self.held():
            for hashed in self._hashes(words, time.time()):
                for at in self._row(hashed):
                    if self._memory[at : at + len(hashed)] == hashed:
                        self._memory[at : at + SIZE] = bytes(SIZE)

    def clear(self) -> None:
        """Forget everything, the key as well; nothing was ever kept where no key has been drawn."""
        with self.held():
            if any(self._memory[: _HEAD.size]):
                self._memory[:] = bytes(len(self._memory))

    def _ends(self, at: int, hashed: bytes, moment: float) -> float:
        """The own place first, then one whose time is over, then the one that ends first."""
        kept, ends, _length = _PLACE.unpack_from(self._memory, at)
        if kept == hashed:
            return -1.0
        return 0.0 if ends <= moment else ends

    def _row(self, hashed: bytes) -> range:
        first = int.from_bytes(hashed[:8], "big") % self._rows * A_ROW + 1
        return range(first * SIZE, (first + A_ROW) * SIZE, SIZE)

    def _hashes(self, words: str, moment: float) -> list[bytes]:
        """Under the key in force, and under the one before it while that is still good."""
        text = words.encode(errors="surrogatepass")
        return [hashlib.blake2b(text, key=key, digest_size=16).digest() for key in self._keys(moment)]

    def _keys(self, moment: float) -> list[bytes]:
        began, key, before = _HEAD.unpack_from(self._memory, 0)
        if key == _NONE or not 0 <= moment - began < HOUR:
            before = key if 0 <= moment - began < HOUR + GRACE else _NONE
            began, key = moment, secrets.token_bytes(32)
            _HEAD.pack_into(self._memory, 0, began, key, before)
        if before != _NONE and moment - began >= GRACE:
            before = _NONE
            _HEAD.pack_into(self._memory, 0, began, key, before)
        return [key] if before == _NONE else [key, before]


def _nameless(length: int) -> int | None:
    """A file of memory alone, for the lock between processes; None where there is no such thing, and one process."""
    if not hasattr(os, "memfd_create"):
        return None
    made = os.memfd_create("kulturspejl", os.MFD_CLOEXEC)
    os.ftruncate(made, length)
    return made


memory = SharedMemory()
"""This instance's. It is made when the program begins, before the server's processes part."""

"""What a disk may hold of the key files while people answer, and somebody who takes one copy of it.

Between two syncs a disk is free to hold any part of what was written, sector by sector; `Recorder` notes every write
and sync and makes each such disk. Of the database its spy is given more than any log keeps: every version of every box
that was ever sealed, also the one that is not committed yet. So no part of the database's own writes helps it further.
"""

import itertools
import os
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from cryptography.exceptions import InvalidTag

from kulturspejl.vault import box_keys, boxes, turn
from kulturspejl.vault.sealing import unseal
from tests.actions.kept import made_anew

SECTOR = 512
Files = dict[str, bytes]


@dataclass(frozen=True)
class Version:
    """A box as it was once sealed."""

    about: bytes
    key: bytes
    sealed: bytes


@dataclass(frozen=True)
class Moment:
    """From `since` until the next one the disk holds one of `disks`; so many versions have been sealed."""

    since: float
    versions: int
    disks: list[Files]


@dataclass
class Recorder:
    """Stands where box_keys has its `os`, and notes what is written and what is synced."""

    versions: list[Version] = field(default_factory=list)
    moments: list[Moment] = field(default_factory=list)
    _synced: Files = field(default_factory=dict)
    _pending: list[tuple[str, int, bytes]] = field(default_factory=list)

    def __getattr__(self, name: str) -> Any:
        return getattr(os, name)

    def pwrite(self, handle: int, data: bytes, at: int) -> int:
        """From now on each sector of it may be on the disk, or not."""
        written, file = os.pwrite(handle, data, at), _name(handle)
        for start, part in _by_sector(at, data):
            self._pending.append((file, start, part))
        self._note()
        return written

    def fdatasync(self, handle: int) -> None:
        """What was written to this file is on the disk, and stays."""
        os.fdatasync(handle)
        self._on_disk(handle)

    def fsync(self, handle: int) -> None:
        """The same."""
        os.fsync(handle)
        self._on_disk(handle)

    def _on_disk(self, handle: int) -> None:
        file = _name(handle)
        for name, at, part in self._pending:
            if name == file:
                self._synced[file] = _with(self._synced.get(file, b""), at, part)
        self._pending = [one for one in self._pending if one[0] != file]
        self._note()

    def _note(self) -> None:
        disks = []
        for chosen in itertools.product((False, True), repeat=len(self._pending)):
            disk = dict(self._synced)
            for file, at, part in itertools.compress(self._pending, chosen):
                disk[file] = _with(disk.get(file, b""), at, part)
            disks.append(disk)
        self.moments.append(Moment(time.perf_counter(), len(self.versions), disks))


@contextmanager
def recording() -> Iterator[Recorder]:
    """Everything that is written of keys and sealed of boxes meanwhile."""
    made = Recorder()
    real = boxes.seal_list

    def sealed(key: bytes, records: dict[bytes, bytes], about: bytes) -> bytes:
        done = real(key, records, about)
        made.versions.append(Version(about, key, done))
        return done

    with made_anew(), replaced(box_keys, "os", made), replaced(boxes, "seal_list", sealed):
        yield made


@contextmanager
def as_it_was() -> Iterator[None]:
    """The way before migration 0012: the next key beside the one in force, and the tidying never synced."""

    def stage(self: turn.Turn, owner: Any, slot: int, key: bytes) -> None:
        file = self._files[owner]
        box_keys.os.pwrite(file._handle, file.keys(slot)[0] + key, slot * box_keys.PLACE)
        box_keys.os.fdatasync(file._handle)
        self._next[owner][slot] = key

    def settle(self: box_keys.KeyFile, keys: dict[int, bytes]) -> None:
        for slot, key in keys.items():
            box_keys.os.pwrite(self._handle, key + box_keys.NONE, slot * box_keys.PLACE)

    with replaced(turn.Turn, "replace", stage), replaced(box_keys.KeyFile, "replace", settle):
        yield


@contextmanager
def replaced(where: Any, name: str, what: object) -> Iterator[None]:
    """`what` stands there meanwhile."""
    before = getattr(where, name)
    setattr(where, name, what)
    try:
        yield
    finally:
        setattr(where, name, before)


def keys_in(files: Iterable[bytes]) -> set[bytes]:
    """All that could be a key in these files."""
    return {raw[at : at + 32] for raw in files for at in range(0, len(raw), 32)} - {bytes(32)}


def opened(versions: Iterable[Version], keys: set[bytes]) -> dict[bytes, list[bytes]]:
    """Of each box the contents that some key opens, oldest first. Empty ones tell nothing and are left out."""
    found: dict[bytes, list[bytes]] = defaultdict(list)
    for one in versions:
        for key in keys:
            try:
                plain = unseal(key, one.sealed, one.about)
            except InvalidTag:
                continue
            if plain and plain not in found[one.about]:
                found[one.about].append(plain)
    return found


def lying_in(raw: bytes, versions: Iterable[Version], keys: set[bytes]) -> list[Version]:
    """Which of the versions that one of these keys opens lie in the bytes: told by the number they begin with."""
    return [one for one in tuple(versions) if one.key in keys and one.sealed[:12] in raw]


def told_apart(contents: dict[bytes, list[bytes]]) -> int:
    """How many boxes open in two versions: what the younger one has more came later, from somebody who came later."""
    return sum(len(versions) > 1 for versions in contents.values())


@dataclass
class Found:
    """How many disks there could have been, how many tell answers apart, and how long there was one that did."""

    disks: int = 0
    telling: int = 0
    seconds: float = 0.0
    telling_seconds: float = 0.0

    @property
    def share_of_time(self) -> float:
        """Between 0 and 1."""
        return self.telling_seconds / self.seconds


def spy_on(recorder: Recorder) -> Found:
    """Take each disk that there could have been, by itself, and look for two versions of a box that open.

    A version that is sealed between two moments counts as there from the first of them on. Before a second answer has
    come into some box there is nothing to tell apart, and nothing is counted.
    """
    found = Found()
    for now, after in itertools.pairwise(recorder.moments):
        versions = recorder.versions[: after.versions]
        if not told_apart(opened(versions, {one.key for one in versions})):
            continue
        telling = [bool(told_apart(opened(versions, keys_in(disk.values())))) for disk in now.disks]
        found.disks += len(telling)
        found.telling += sum(telling)
        found.seconds += after.since - now.since
        found.telling_seconds += (after.since - now.since) * any(telling)
    return found


def _name(handle: int) -> str:
    return os.readlink(f"/proc/self/fd/{handle}")


def _by_sector(at: int, data: bytes) -> Iterator[tuple[int, bytes]]:
    for sector in range(at // SECTOR, (at + len(data) - 1) // SECTOR + 1):
        start, end = max(at, sector * SECTOR), min(at + len(data), (sector + 1) * SECTOR)
        yield start, data[start - at : end - at]


def _with(raw: bytes, at: int, part: bytes) -> bytes:
    return raw[:at].ljust(at, b"\0") + part + raw[at + len(part) :]

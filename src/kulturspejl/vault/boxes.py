"""Boxes: sealed lists of answers, whose key is replaced at every write (vault.turn says how, and why so).

The write-ahead log holds older versions of a box, but their keys are gone; the order in which codes were spent, which
the log tells too, says nothing about the answers (science.md 2.9).
"""

import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag

from kulturspejl.vault import box_keys, turn
from kulturspejl.vault.keys import KeyGone
from kulturspejl.vault.sealed_list import Records, seal_list
from kulturspejl.vault.sealing import laid_open


@dataclass(frozen=True)
class Kept:
    """A box as its row keeps it: `sealed` as it was last written, `before` as it was then.

    `owner` and `slot` say where its key lies. Only if a kill came before the last write's key is `before` in force, so
    it is asked for then alone: it is as long as the box.
    """

    owner: uuid.UUID
    slot: int
    about: bytes
    sealed: bytes | memoryview
    before: Callable[[], bytes | memoryview] = bytes


class OpenBox:
    """A box that is held until the end of this thread's turn."""

    def __init__(self, kept: Kept, size: int) -> None:
        self._kept = kept
        self._in_force, _key, plain = _in_force(kept, turn.current().keys(kept.owner, kept.slot))
        self.records = Records(plain, size)

    def rewritten(self) -> tuple[bytes, bytes]:
        """`sealed` and `before` for the row, with the records as they are now, under a key of their own."""
        key = box_keys.new_key()
        turn.current().replace(self._kept.owner, self._kept.slot, key)
        return seal_list(key, self.records, self._kept.about), self._in_force


def build(owner: uuid.UUID, abouts: Sequence[bytes]) -> list[bytes]:
    """Keys for the owner's boxes at these places, by slot, and the boxes themselves: sealed, and empty."""
    return build_filled(owner, [(about, {}) for about in abouts])


def build_filled(owner: uuid.UUID, filled: Sequence[tuple[bytes, Mapping[bytes, bytes]]]) -> list[bytes]:
    """The same for boxes that begin with records; keys that lie there already are written over."""
    first = [box_keys.new_key() for _ in filled]
    box_keys.create(owner, first)
    return [seal_list(key, records, about) for key, (about, records) in zip(first, filled, strict=True)]


class Reading:
    """All boxes of an owner, held: nothing is written, and no key replaced, while they are read."""

    def __init__(self, keys: box_keys.KeyFile | None) -> None:
        self._keys = keys

    def records(self, kept: Kept, size: int) -> Records:
        """What lies in the box. Its row is read after it was held, or is locked. Raises KeyGone."""
        keys = self._keys.keys(kept.slot) if self._keys else []
        return Records(_in_force(kept, keys)[2], size)


@contextmanager
def reading(owner: uuid.UUID) -> Iterator[Reading]:
    """Read boxes of an owner. Where the keys are gone, each box says so when it is to be opened."""
    with ExitStack() as stack:
        try:
            keys = stack.enter_context(box_keys.held(owner))
        except KeyGone:
            keys = None
        yield Reading(keys)


def settle(owner: uuid.UUID, boxes: Iterable[Kept]) -> None:
    """Where an earlier version was killed between two keys of a box, keep the one that opens it, and that alone.

    `boxes` are read when all of them are held. Those of an owner whose keys are gone meanwhile are left alone, and so
    is one that no key opens: whoever wants to read it is told.
    """
    with suppress(KeyGone), box_keys.held(owner) as file:
        for kept in boxes:
            keys = file.keys(kept.slot)
            with suppress(KeyGone):
                if len(keys) > 1:
                    file.replace({kept.slot: _in_force(kept, keys)[1]})


def _in_force(kept: Kept, keys: Sequence[bytes]) -> tuple[bytes, bytes, bytearray]:
    """The version that a key opens, the key, and what the version holds."""
    for version in _versions(kept):
        for key in keys if version else ():
            try:
                return version, key, laid_open(key, version, kept.about)
            except InvalidTag:
                continue
    raise KeyGone(f"no key opens box {kept.slot} of {kept.owner}")


def _versions(kept: Kept) -> Iterator[bytes]:
    yield bytes(kept.sealed)
    yield bytes(kept.before())

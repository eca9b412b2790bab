"""Round a transaction that writes boxes: which are held, and their next keys, put in force once it is through.

A new key is nowhere but in memory until the database has both the box as it was and the box as it is to be. Then the
key takes the place of the old one, and only then does anybody hear that their answer is stored. So at every moment one
key of a box lies on the disk, and it opens one version of the box; and a kill at any moment loses nothing that was
acknowledged: before the key is written the old box is in force, afterwards the new one.
"""

import threading
import uuid
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager

from kulturspejl.vault.box_keys import KeyFile


class Turn:
    """The boxes that one transaction writes."""

    def __init__(self) -> None:
        self._files: dict[uuid.UUID, KeyFile] = {}
        self._next: dict[uuid.UUID, dict[int, bytes]] = defaultdict(dict)

    def keys(self, owner: uuid.UUID, slot: int) -> list[bytes]:
        """What may open the box, which is held from now on to the end of the turn. Its row is locked already."""
        file = self._files.get(owner)
        if file is None:
            file = self._files[owner] = KeyFile(owner)
        file.hold(slot)
        return file.keys(slot)

    def replace(self, owner: uuid.UUID, slot: int, key: bytes) -> None:
        """Once the transaction is through, `key` is the box's."""
        self._next[owner][slot] = key

    def put_in_force(self) -> None:
        """The transaction is through: write the new keys, on disk when this returns."""
        for owner, keys in self._next.items():
            self._files[owner].replace(keys)

    def end(self) -> None:
        """Let go of everything."""
        for file in self._files.values():
            file.close()


_of_this_thread = threading.local()


@contextmanager
def turn() -> Iterator[None]:
    """Put it round a transaction. If that fails nothing becomes of the new keys, and the boxes stay as they were."""
    if getattr(_of_this_thread, "turn", None) is not None:
        raise RuntimeError("A turn inside a turn would wait for itself.")
    made = _of_this_thread.turn = Turn()
    try:
        yield
        made.put_in_force()
    finally:
        _of_this_thread.turn = None
        made.end()


def current() -> Turn:
    """The turn of this thread. Raises RuntimeError outside one: a key written before the commit could lose a box."""
    found: Turn | None = getattr(_of_this_thread, "turn", None)
    if found is None:
        raise RuntimeError("Boxes are written inside `turn()`, round the transaction.")
    return found

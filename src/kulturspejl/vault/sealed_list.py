"""A sealed list: records of one size, each under a random number, sorted by it and sealed whole.

No row stands for a record, and a write changes the whole list, so nothing that is stored tells when or in what order
its records came. A list is bound to its place (`about`) and opens nowhere else. There are two kinds: a gate keeps its
key as long as its round or part is open (vault.keys), a box has a new one at every write (vault.boxes).
"""

from kulturspejl.vault.sealing import seal, unseal
from kulturspejl.vault.wiping import wipe

NUMBER = 16
"""Bytes of the random number at the head of each record."""

Records = dict[bytes, bytes]
"""The number of each record -> the rest of it."""
Held = dict[bytes, bytes | memoryview]
"""The same while a list is held to be written anew: what was in it lies in one place, which is overwritten at once."""


def seal_list(key: bytes, records: Records | Held, about: bytes) -> bytes:
    """The whole list under `key`, in the order of its random numbers."""
    plain = b"".join(piece for number in sorted(records) for piece in (number, records[number]))
    try:
        return seal(key, plain, about)
    finally:
        wipe(plain)


def open_list(key: bytes, sealed: bytes | memoryview, about: bytes, size: int) -> Records:
    """The records, `size` bytes each with their number; raises InvalidTag when key, place or bytes are not the ones."""
    return take_apart(unseal(key, sealed, about), size)


def take_apart(plain: bytes, size: int) -> Records:
    """The records of an opened list, which is overwritten in memory."""
    records = {plain[at : at + NUMBER]: plain[at + NUMBER : at + size] for at in range(0, len(plain), size)}
    wipe(plain)
    return records


def laid_open(plain: bytes, size: int) -> Held:
    """The records of an opened list where they lie."""
    rest = memoryview(plain)
    return {plain[at : at + NUMBER]: rest[at + NUMBER : at + size] for at in range(0, len(plain), size)}

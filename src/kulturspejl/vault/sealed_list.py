"""A list of records of one size, sealed as one text and written whole: a row then tells neither when nor in what
order its records came.

Gates (who may answer) and boxes (what was answered), of rounds and of rooms, are such lists. A gate keeps its round's
key as long as its round or part is open (vault.keys), a box has a new one at every write (vault.boxes).
"""

from collections.abc import Iterator, Mapping, MutableMapping

from kulturspejl.vault.sealing import laid_open, seal
from kulturspejl.vault.wiping import wipe

NUMBER = 16
"""Bytes of the random number at the head of each record."""


class Records(MutableMapping[bytes, bytes]):
    """The number of each record -> the rest of it, as they lie in an opened list: packed, in the order of the numbers.

    A write changes one record of many, so they are looked up where they lie, and what is new is kept beside them until
    all is packed anew. It all lies in few places, and is overwritten there (`forget`).
    """

    def __init__(self, plain: bytearray, size: int) -> None:
        self._plain, self._size = plain, size
        self._changed: dict[bytes, bytes | None] = {}
        """The rest of those that are new, and None for those that are taken out."""

    def __getitem__(self, number: bytes) -> bytes:
        if number in self._changed:
            rest = self._changed[number]
            if rest is None:
                raise KeyError(number)
            return rest
        at, is_there = self._find(number)
        if not is_there:
            raise KeyError(number)
        return self._rest(at)

    def __setitem__(self, number: bytes, rest: bytes) -> None:
        if len(number) != NUMBER or len(rest) != self._size - NUMBER:
            raise ValueError(f"a record of {self._size} bytes has {NUMBER} of a number, not {len(number)}")
        self._changed[number] = rest

    def __delitem__(self, number: bytes) -> None:
        if number not in self:
            raise KeyError(number)
        self._changed[number] = None

    def __iter__(self) -> Iterator[bytes]:
        """In the order of the numbers, which is that of chance."""
        there = (bytes(self._plain[at : at + NUMBER]) for at in range(0, len(self._plain), self._size))
        kept = [number for number in there if number not in self._changed]
        return iter(sorted([*kept, *(number for number, rest in self._changed.items() if rest is not None)]))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def packed(self) -> bytearray:
        """All of it as it is now."""
        view, pieces, at = memoryview(self._plain), list[bytes | memoryview](), 0
        for number, rest in sorted(self._changed.items()):
            place, is_there = self._find(number)
            pieces.append(view[at:place])
            pieces += () if rest is None else (number, rest)
            at = place + self._size * is_there
        return bytearray().join([*pieces, view[at:]])

    def forget(self) -> None:
        """Overwrite all of it in memory: it lies sealed elsewhere, or is needed no more."""
        self._plain[:] = bytes(len(self._plain))
        wipe(*(rest for rest in self._changed.values() if rest is not None))

    def _find(self, number: bytes) -> tuple[int, bool]:
        """Where the record lies, or would lie; and whether it is there."""
        low, high = 0, len(self._plain) // self._size
        while low < high:
            middle = (low + high) // 2
            at = middle * self._size
            if self._plain[at : at + NUMBER] < number:
                low = middle + 1
            else:
                high = middle
        at = low * self._size
        return at, self._plain[at : at + NUMBER] == number

    def _rest(self, at: int) -> bytes:
        return bytes(self._plain[at + NUMBER : at + self._size])


def seal_list(key: bytes, records: Mapping[bytes, bytes], about: bytes) -> bytes:
    """The whole list under `key`, in the order of its random numbers."""
    plain = records.packed() if isinstance(records, Records) else _in_order(records)
    try:
        return seal(key, plain, about)
    finally:
        plain[:] = bytes(len(plain))


def open_list(key: bytes, sealed: bytes | memoryview, about: bytes, size: int) -> Records:
    """The records; `size` is the length of one with its number. Raises cryptography's InvalidTag."""
    return Records(laid_open(key, sealed, about), size)


def _in_order(records: Mapping[bytes, bytes]) -> bytearray:
    return bytearray().join(piece for number in sorted(records) for piece in (number, records[number]))

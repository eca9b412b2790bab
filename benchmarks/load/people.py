"""What people answer: numbers that say who answered, so that a lost or doubled answer shows."""

import uuid
from dataclasses import dataclass, field

TOTAL = 10
BASE = 286
"""So many ways are there to divide 10 points over four statements."""
_WAYS = [
    (a, b, c, TOTAL - a - b - c)
    for a in range(TOTAL + 1)
    for b in range(TOTAL + 1 - a)
    for c in range(TOTAL + 1 - a - b)
]


def numbered(person: int) -> dict[str, int]:
    """A complete answer that only this person gives: the number is written in the first two questions."""
    answers: dict[str, int] = {}
    digits = [person % BASE, person // BASE % BASE, *[(person * 7 + at) % BASE for at in range(4)]]
    for dimension, digit in enumerate(digits, start=1):
        for letter, points in zip("ABCD", _WAYS[digit], strict=True):
            answers[f"now_d{dimension}_{letter}"] = points
    return answers | {"wish_A": 15, "wish_B": 15, "wish_C": 15, "wish_D": 15}


def number_of(row: "list[int]") -> int:
    """The person who gave this row of numbers."""
    ways: list[tuple[int, ...]] = list(_WAYS)
    first, second = ways.index(tuple(row[0:4])), ways.index(tuple(row[4:8]))
    return first + BASE * second


@dataclass
class Person:
    """Somebody with a code, and what their device keeps until the server says stored."""

    number: int
    code: str
    secret: str = field(default_factory=lambda: uuid.uuid4().hex + uuid.uuid4().hex)
    retry_id: str = field(default_factory=lambda: str(uuid.uuid4()))
    voucher: str = ""

"""How long an answer to a part can become, so that a sealed list of answers does not tell how long each one is."""

import json
from collections.abc import Callable, Mapping

from kulturspejl.core.content.contributions import CHOICE, SIDE, Values
from kulturspejl.core.content.exercise import Part
from kulturspejl.core.content.kinds import Kind

BYTES_A_SIGN = 4
"""UTF-8 at its longest; a sign that JSON escapes takes two."""
PUNCTUATION = 6
"""Quotes, colon and comma around a name and what stands under it."""
OTHERWISE = 2048
"""For numbers of an instrument: 48 of them, each with its name, take about 900."""


def width_of(part: Part) -> int:
    """The most bytes that a checked answer to the part takes."""
    return 2 + _WIDTHS[part.kind](part) if part.kind in _WIDTHS else OTHERWISE


def packed(part: Part, values: Values) -> bytes:
    """The values as JSON, filled up with spaces to `width_of(part)`. ValueError where they do not fit."""
    plain = json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()
    if len(plain) > width_of(part):
        raise ValueError(f"an answer to {part.id} takes {len(plain)} bytes")
    return plain.ljust(width_of(part))


def unpacked(record: bytes) -> Values:
    """The values again."""
    found: Values = json.loads(record)
    return found


def _notes(part: Part) -> int:
    return sum(_name(item.id) + BYTES_A_SIGN * part.longest for item in part.items)


def _numbers(part: Part) -> int:
    widest = max(len(str(number)) for number in (part.least, part.most))
    side = _name(SIDE) + max((len(one.id.encode()) for one in part.sides), default=0) if part.sides else 0
    return side + sum(_name(item.id) + widest for item in part.statements)


def _choice(part: Part) -> int:
    return _name(CHOICE) + max(len(item.id.encode()) for item in part.items)


def _name(id: str) -> int:
    return len(id.encode()) + PUNCTUATION


_WIDTHS: Mapping[Kind, Callable[[Part], int]] = {
    Kind.BOARD: _notes,
    Kind.SHEET: _notes,
    Kind.AGREEMENT_ITEMS: _numbers,
    Kind.PAIRS: _numbers,
    Kind.ANCHORED_SCALE: _numbers,
    Kind.FIELD: _numbers,
    Kind.CHOICE: _choice,
}

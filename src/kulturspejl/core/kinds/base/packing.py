"""An answer as bytes of one length, so that a sealed list of answers does not tell how long each one is."""

import json

from kulturspejl.core.kinds.base.part import Part, Values

BYTES_A_SIGN = 4
"""UTF-8 at its longest; a sign that JSON escapes takes two."""
PUNCTUATION = 6
"""Quotes, colon and comma around a name and what stands under it."""
BRACES = 2


def width_of(part: Part) -> int:
    """The most bytes that a checked answer to the part takes."""
    return BRACES + part.shape.width


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


def name_width(id: str) -> int:
    """Of a name with all that stands around it."""
    return len(id.encode()) + PUNCTUATION

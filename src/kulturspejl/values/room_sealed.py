"""What a phone has sealed: a text that nobody here can read, and the mark by which two phones notice each other."""

import hashlib
import re

from kulturspejl.core.errors import Faulty
from kulturspejl.core.text import Text

LONGEST = 65_536
"""Signs; 12 profiles and 40 pages of notes take less."""

OF_A_ROOM = 12_000_000
"""Signs of everybody in a room together: 1,000 people take two thirds of it with the room that each answer has."""
OF_A_LENT_ROOM = 600_000
SEALED = re.compile(r"1\.[A-Za-z0-9+/]{38,}={0,2}")
"""The version, and in base64 twelve bytes of chance, the sealed notes and sixteen bytes that show tampering."""
NOT_SEALED = Text(
    da="Telefonen sendte noget, der ikke er låst. Det er ikke gemt.",
    en="The phone sent something that is not locked. It has not been kept.",
)
TOO_LONG = Text(
    da="Der er mere, end der er plads til. Det bliver liggende på telefonen.",
    en="There is more than there is room for. It stays on the phone.",
)
CHANGED = Text(
    da="En anden telefon har gemt noget i mellemtiden.", en="Another phone has kept something meanwhile."
)


def require_sealed(sealed: str) -> None:
    """Raises Faulty for what is too long, and for what no browser of ours has locked."""
    if len(sealed) > LONGEST:
        raise Faulty(TOO_LONG, {"sealed": TOO_LONG})
    if not SEALED.fullmatch(sealed):
        raise Faulty(NOT_SEALED, {"sealed": NOT_SEALED})


def mark_of(sealed: str) -> str:
    """The mark of what is kept; "" for nothing."""
    return hashlib.sha256(sealed.encode()).hexdigest()[:32] if sealed else ""

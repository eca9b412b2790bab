"""What a phone has sealed: a text that nobody here can read, and the mark by which two phones notice each other."""

import hashlib

LONGEST = 65_536
"""Signs; 12 profiles and 40 pages of notes take less."""

OF_A_ROOM = 12_000_000
"""Signs of everybody in a room together: 1,000 people take two thirds of it with the room that each answer has."""
OF_A_LENT_ROOM = 600_000


def mark_of(sealed: str) -> str:
    """The mark of what is kept; "" for nothing."""
    return hashlib.sha256(sealed.encode()).hexdigest()[:32] if sealed else ""

"""What a phone has sealed: a text that nobody here can read, and the mark by which two phones notice each other."""

import hashlib

LONGEST = 65_536
"""Signs; 12 profiles and 40 pages of notes take less."""


def mark_of(sealed: str) -> str:
    """The mark of what is kept; "" for nothing."""
    return hashlib.sha256(sealed.encode()).hexdigest()[:32] if sealed else ""

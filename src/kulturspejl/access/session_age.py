"""How long somebody stays signed in."""

from datetime import datetime, timedelta

IDLE = timedelta(hours=8)
"""Unused for so long a session ends; the desk of a running room counts as use."""
LONGEST = timedelta(days=7)
"""However much it is used."""


def why_over(*, began: datetime, used: datetime, now: datetime) -> str | None:
    """`idle` or `too long` where a session has run out, else None."""
    if now - used > IDLE:
        return "idle"
    return "too long" if now - began > LONGEST else None

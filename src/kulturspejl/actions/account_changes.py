"""A change of how somebody logs in, or of who they are here: written down, and told to the owner by a letter."""

from collections.abc import Sequence
from datetime import datetime

from kulturspejl.actions import security_events
from kulturspejl.records.models import User


def tell(
    *, user: User, what: str, now: datetime, decided_by: User | None = None, also: Sequence[str] = ()
) -> None:
    """Write it down and tell the owner, in the caller's transaction; `also` are addresses beside the account's own."""
    security_events.note(user=user, kind=what, by=decided_by, now=now)

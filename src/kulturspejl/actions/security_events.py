"""What happened to an account: signed in, refused, changed, ended. Never a code, nor the address of a stranger."""

import logging
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F

from kulturspejl.records.models import SecurityEvent, User

KEPT = timedelta(days=180)
"""As long as somebody may need to find out what happened; the job deletes what is older."""
TOGETHER = timedelta(hours=1)
"""What is refused again within this time is counted on one line."""
REFUSED = "refused"
log = logging.getLogger("kulturspejl.security")


def note(*, user: User | None, kind: str, now: datetime, about: str = "", by: User | None = None) -> None:
    """One line, in the caller's transaction; `by` where somebody else than the owner did it."""
    other = by if by is not None and by != user else None
    SecurityEvent.objects.create(user=user, by=other, at=now, kind=kind, about=about[:100])
    said = f"{kind}: account {_short(user)}{f' ({about})' if about else ''}{f', by {_short(other)}' if other else ''}"
    # Not before it is true: what is taken back did not happen.
    transaction.on_commit(lambda: log.info("%s", said))


def refused(*, user: User | None, about: str, now: datetime) -> None:
    """Somebody was not let in; `about` is the way that was tried. `user` None: an address without an account."""
    lately = SecurityEvent.objects.filter(user=user, kind=REFUSED, about=about, at__gt=now - TOGETHER)
    found = lately.order_by("-id").values_list("id", flat=True).first()
    if found is None:
        note(user=user, kind=REFUSED, about=about, now=now)
    else:
        SecurityEvent.objects.filter(id=found).update(times=F("times") + 1)


def forget_old(*, now: datetime) -> None:
    """Delete what is older than it is kept for."""
    SecurityEvent.objects.filter(at__lt=now - KEPT).delete()


def _short(user: User | None) -> str:
    return user.pk.hex[:8] if user else "unknown"

"""Somebody's own account: where they are signed in, and what has happened to it."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from kulturspejl.access import session_age
from kulturspejl.records.models import OpenSession, SecurityEvent, User

MOST = 100


@dataclass(frozen=True)
class SessionLine:
    """A browser in which somebody is signed in; `is_this` where it is the one that asks."""

    id: uuid.UUID
    browser: str
    began: datetime
    used: datetime
    is_this: bool


@dataclass(frozen=True)
class EventLine:
    """What happened, how often within the hour, and who did it where that was somebody else."""

    at: datetime
    kind: str
    about: str
    times: int
    by: str
    whose: str = ""


def open_sessions(user: User, this: uuid.UUID | None = None) -> tuple[SessionLine, ...]:
    """Sessions that have not run out, the one that asks first, then the newest use."""
    now = timezone.now()
    lines = [
        SessionLine(one.id, one.browser, one.began_at, one.used_at, one.id == this)
        for one in OpenSession.objects.filter(user=user).order_by("-used_at")
        if session_age.why_over(began=one.began_at, used=one.used_at, now=now) is None
    ]
    return tuple(sorted(lines, key=lambda line: not line.is_this))


def events(user: User) -> tuple[EventLine, ...]:
    """The newest first."""
    rows = SecurityEvent.objects.filter(user=user).select_related("by").order_by("-at", "-id")[:MOST]
    return tuple(EventLine(row.at, row.kind, row.about, row.times, str(row.by or "")) for row in rows)

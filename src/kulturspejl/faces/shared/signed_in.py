"""A session's own mark: which row it is, when it began, when it was last used."""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest
from django.utils.translation import gettext as _

from kulturspejl.access import session_age
from kulturspejl.actions import sessions
from kulturspejl.faces.shared import browsers
from kulturspejl.records.models import User

MARK = "kulturspejl_session"


@dataclass(frozen=True)
class Mark:
    """What the session says of itself."""

    id: uuid.UUID
    began: datetime
    used: datetime


def mark_of(session: SessionBase) -> Mark | None:
    """The mark, or None in a session from before version 0.3, or of nobody."""
    raw = session.get(MARK)
    if not isinstance(raw, dict):
        return None
    return Mark(
        uuid.UUID(raw["id"]), datetime.fromisoformat(raw["began"]), datetime.fromisoformat(raw["used"])
    )


def begin(request: HttpRequest, user: User, *, now: datetime) -> None:
    """Keep the session as one that its owner can see and end."""
    if not request.session.session_key:
        request.session.create()
    browser = browsers.coarse(request.META.get("HTTP_USER_AGENT", ""))
    made = sessions.begin(user=user, session_key=request.session.session_key or "", browser=browser, now=now)
    _write(request.session, Mark(made, now, now))


def touch(session: SessionBase, mark: Mark, *, now: datetime) -> bool:
    """Note the use, at most every few minutes; False where the session has been ended."""
    if now - mark.used < sessions.LATE:
        return True
    if not sessions.used(session_id=mark.id, now=now):
        return False
    _write(session, Mark(mark.id, mark.began, now))
    return True


def said_of(over: str) -> str:
    """Why somebody has been logged out."""
    if over == "idle":
        hours = session_age.IDLE // timedelta(hours=1)
        return _("You were logged out because nothing had been done here for %(hours)s hours.") % {"hours": hours}
    days = session_age.LONGEST.days
    return _("You were logged out because you had been logged in for %(days)s days.") % {"days": days}


def _write(session: SessionBase, mark: Mark) -> None:
    session[MARK] = {"id": str(mark.id), "began": mark.began.isoformat(), "used": mark.used.isoformat()}

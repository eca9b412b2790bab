"""Where people are signed in: begun, used, ended by themselves, by an administrator or by time.

The row of the framework's own session goes with ours, so an ended session opens nothing from that moment.
"""

import uuid
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.contrib.sessions.models import Session

from kulturspejl.access.session_age import IDLE, LONGEST
from kulturspejl.actions import security_events
from kulturspejl.actions.deciding import deciding
from kulturspejl.records.models import OpenSession, User

LATE = timedelta(minutes=5)
"""Use is written down at most so often."""
ENDED = "session.ended"


def begin(*, user: User, session_key: str, browser: str, now: datetime) -> uuid.UUID:
    """Keep that somebody is signed in; the id under which the session can be ended."""
    OpenSession.objects.filter(session_key=session_key).exclude(user=user).delete()
    made = OpenSession(user=user, session_key=session_key, browser=browser, began_at=now, used_at=now)
    # Two requests of one browser may be the first at the same time: then both are the same session.
    OpenSession.objects.bulk_create([made], ignore_conflicts=True)
    return OpenSession.objects.values_list("id", flat=True).get(session_key=session_key)


def used(*, session_id: uuid.UUID, now: datetime) -> bool:
    """Note that it is used; False where it has been ended meanwhile."""
    return bool(OpenSession.objects.filter(id=session_id).update(used_at=now))


def moved(*, session_id: uuid.UUID, session_key: str) -> None:
    """The framework has given the session another key."""
    OpenSession.objects.filter(id=session_id).update(session_key=session_key)


def end(*, by: User, session_id: uuid.UUID, now: datetime) -> None:
    """End one of one's own; ended already it stays so."""
    with deciding(User, by.id) as owner:
        close(OpenSession.objects.filter(user=owner, id=session_id), now=now)


def end_others(*, by: User, keep: uuid.UUID | None, now: datetime) -> int:
    """End all of one's own but the one that asks; how many there were."""
    with deciding(User, by.id) as owner:
        mine = OpenSession.objects.filter(user=owner)
        return close(mine.exclude(id=keep) if keep else mine, now=now)


def close(
    sessions: Iterable[OpenSession], *, now: datetime, about: str = "", decided_by: User | None = None
) -> int:
    """End these, in the caller's transaction, with a line for each; how many there were."""
    found = list(sessions)
    Session.objects.filter(session_key__in=[one.session_key for one in found]).delete()
    OpenSession.objects.filter(id__in=[one.id for one in found]).delete()
    for one in found:
        security_events.note(user=one.user, kind=ENDED, about=about or one.browser, by=decided_by, now=now)
    return len(found)


def forget_old(*, now: datetime) -> None:
    """Take away rows of sessions that have run out, without a line for each: nobody has done anything."""
    old = OpenSession.objects.filter(used_at__lt=now - IDLE - LATE) | OpenSession.objects.filter(
        began_at__lt=now - LONGEST
    )
    keys = list(old.values_list("session_key", flat=True))
    Session.objects.filter(session_key__in=keys).delete()
    OpenSession.objects.filter(session_key__in=keys).delete()

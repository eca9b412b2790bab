"""The secret address under which somebody's calendar reads a unit's days: made, replaced, ended."""

import uuid
from datetime import datetime

from kulturspejl.access.permission import day_of, require
from kulturspejl.actions import security_events
from kulturspejl.actions.deciding import deciding
from kulturspejl.actions.sent import keep, made_before, secret_of
from kulturspejl.core.permissions import Verb
from kulturspejl.records.models import CalendarFeed, Unit, User
from kulturspejl.vault import codes


def make_feed(*, by: User, unit_id: uuid.UUID, form: uuid.UUID | None = None, now: datetime) -> str:
    """A new secret for this person and unit, shown once; the one before is no good from now on.

    The same form once more gives the same one, as long as it is the one in force.
    """
    secret = codes.long_from(secret_of(form)) if form else codes.make_long()
    with deciding(Unit, unit_id) as unit:
        require(by, Verb.PLAN_READ, unit_id=unit_id, now=now)
        if made_before(form, by) is None:
            CalendarFeed.objects.update_or_create(
                user=by, unit=unit, defaults={"token_hash": codes.fingerprint(secret), "made_on": day_of(now)}
            )
            security_events.note(user=by, kind="calendar.made", now=now)
            keep(form, by, unit_id, now)
    return secret


def end_feed(*, by: User, unit_id: uuid.UUID, now: datetime) -> None:
    """The address is no good from now on. Nothing where there is none."""
    with deciding(Unit, unit_id):
        require(by, Verb.PLAN_READ, unit_id=unit_id, now=now)
        gone, _of_what = CalendarFeed.objects.filter(user=by, unit_id=unit_id).delete()
        if gone:
            security_events.note(user=by, kind="calendar.ended", now=now)

"""The minutes of a TRIO meeting: written together, kept as long as the three say, deleted by any of them."""

import uuid
from collections.abc import Mapping
from datetime import datetime

from kulturspejl.access.permission import day_of, require
from kulturspejl.actions.auditing import note
from kulturspejl.actions.deciding import deciding
from kulturspejl.actions.sent import keep, made_before, may_be_gone
from kulturspejl.actions.trio.agreeing import CHANGED_MEANWHILE
from kulturspejl.actions.trio.ending import delete
from kulturspejl.core.errors import Conflict, Refused
from kulturspejl.core.permissions import Verb
from kulturspejl.core.text import Text
from kulturspejl.core.trio.minutes import minutes_of
from kulturspejl.records.models import TrioMeeting, User

NOT_YET = Text(
    da="Mødet er ikke holdt endnu. Referatet skrives på dagen eller bagefter.",
    en="The meeting has not been held yet. Its minutes are written on the day or afterwards.",
)


def write_minutes(
    *, by: User, meeting_id: uuid.UUID, seen: int, values: Mapping[str, str], months: int,
    form: uuid.UUID | None = None, now: datetime,
) -> uuid.UUID:  # fmt: skip
    """What was decided, who does what, what the team is told, kept for `months` after the meeting; returns the unit.

    Raises Conflict where somebody was first, Refused before the day, Faulty with a sentence a field.
    """
    with deciding(TrioMeeting, meeting_id) as meeting:
        require(by, Verb.TRIO_EDIT, unit_id=meeting.unit_id, now=now)
        if made_before(form, by) is not None:
            return meeting.unit_id
        if meeting.day > day_of(now):
            raise Refused(NOT_YET)
        made = minutes_of(values, months=months, meeting=meeting.day)
        if meeting.version != seen:
            raise Conflict(CHANGED_MEANWHILE)
        TrioMeeting.objects.filter(id=meeting.id).update(
            minutes=dict(made.fields),
            months=months,
            kept_until=made.kept_until,
            version=seen + 1,
            written_by=by,
        )
        note(
            by=by,
            organisation_id=meeting.unit.organisation_id,
            verb="trio.minutes",
            about=meeting.unit_id,
            now=now,
        )
        keep(form, by, meeting.id, now)
    return meeting.unit_id


def delete_meeting(*, by: User, meeting_id: uuid.UUID, form: uuid.UUID | None = None, now: datetime) -> None:
    """The meeting and its minutes are gone for all of them, also from a backup that is loaded again."""
    with may_be_gone(form, by), deciding(TrioMeeting, meeting_id) as meeting:
        require(by, Verb.TRIO_EDIT, unit_id=meeting.unit_id, now=now)
        note(
            by=by,
            organisation_id=meeting.unit.organisation_id,
            verb="trio.delete",
            about=meeting.unit_id,
            now=now,
        )
        delete([meeting.id], now)
        keep(form, by, meeting_id, now)

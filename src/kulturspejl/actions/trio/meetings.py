"""A TRIO meeting: planned, moved, called off. One stands ahead at a time, and whoever comes second is told."""

import uuid
from datetime import date, datetime, time

from django.db.models import QuerySet

from kulturspejl.access.permission import day_of, require
from kulturspejl.actions.auditing import note
from kulturspejl.actions.deciding import deciding
from kulturspejl.actions.sent import keep, made_before, may_be_gone
from kulturspejl.actions.trio.agreeing import CHANGED_MEANWHILE
from kulturspejl.core.errors import Conflict, Refused
from kulturspejl.core.permissions import Verb
from kulturspejl.core.text import Text
from kulturspejl.core.trio.meeting import MeetingDraft
from kulturspejl.records.models import TrioMeeting, Unit, User

ALREADY = Text(
    da="Der er allerede et møde foran jer. Flyt det, hvis det skal være en anden dag.",
    en="There is a meeting ahead of you already. Move it if it is to be another day.",
)
IS_WRITTEN = Text(
    da="Der står et referat af det møde. Slet referatet først, hvis mødet skal væk.",
    en="That meeting has minutes. Delete them first if the meeting is to go.",
)


def plan_meeting(
    *, by: User, unit_id: uuid.UUID, day: date | None, starts: time | None = None, place: str = "",
    form: uuid.UUID | None = None, now: datetime,
) -> None:  # fmt: skip
    """The next meeting. Raises Refused where one stands ahead already, Faulty with a sentence a field."""
    with deciding(Unit, unit_id) as unit:
        require(by, Verb.TRIO_EDIT, unit_id=unit_id, now=now)
        if made_before(form, by) is not None:
            return
        when, hour, where = MeetingDraft(day, starts, place).checked(day_of(now))
        if _ahead(unit_id, now).exists():
            raise Refused(ALREADY)
        made = TrioMeeting.objects.create(unit=unit, day=when, starts=hour, place=where, planned_by=by)
        note(by=by, organisation_id=unit.organisation_id, verb="trio.plan", about=unit.id, now=now)
        keep(form, by, made.id, now)


def change_meeting(
    *, by: User, meeting_id: uuid.UUID, seen: int, day: date | None, starts: time | None = None, place: str = "",
    now: datetime,
) -> uuid.UUID:  # fmt: skip
    """Another day, hour or place; returns the unit. Raises Conflict where somebody was first, Refused, Faulty."""
    with deciding(TrioMeeting, meeting_id) as meeting:
        require(by, Verb.TRIO_EDIT, unit_id=meeting.unit_id, now=now)
        when, hour, where = MeetingDraft(day, starts, place).checked(day_of(now))
        if (meeting.day, meeting.starts, meeting.place) == (when, hour, where):
            return meeting.unit_id
        if meeting.version != seen:
            raise Conflict(CHANGED_MEANWHILE)
        if meeting.minutes:
            raise Refused(IS_WRITTEN)
        if _ahead(meeting.unit_id, now).exclude(id=meeting.id).exists():
            raise Refused(ALREADY)
        TrioMeeting.objects.filter(id=meeting.id).update(
            day=when, starts=hour, place=where, version=seen + 1, planned_by=by
        )
        note(
            by=by,
            organisation_id=meeting.unit.organisation_id,
            verb="trio.move",
            about=meeting.unit_id,
            now=now,
        )
    return meeting.unit_id


def call_off(*, by: User, meeting_id: uuid.UUID, form: uuid.UUID | None = None, now: datetime) -> None:
    """The meeting is not held. Raises Refused where minutes stand in it."""
    with may_be_gone(form, by), deciding(TrioMeeting, meeting_id) as meeting:
        require(by, Verb.TRIO_EDIT, unit_id=meeting.unit_id, now=now)
        if meeting.minutes:
            raise Refused(IS_WRITTEN)
        note(
            by=by,
            organisation_id=meeting.unit.organisation_id,
            verb="trio.call_off",
            about=meeting.unit_id,
            now=now,
        )
        meeting.delete()
        keep(form, by, meeting_id, now)


def _ahead(unit_id: uuid.UUID, now: datetime) -> "QuerySet[TrioMeeting]":
    return TrioMeeting.objects.filter(unit_id=unit_id, day__gte=day_of(now), minutes={})

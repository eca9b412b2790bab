"""TRIO meetings and matters of a town's unit."""

import uuid
from datetime import timedelta

from kulturspejl.actions import trio
from kulturspejl.faces.shared import clock
from kulturspejl.records.models import AnnualMatter, TrioMeeting

MINUTES = {"decided": "Vi prøver makkerpar.", "who_does_what": "Karen laver listen\nAmir spørger aftenvagten"}


def a_meeting(where, *, days: int = 0, by=None) -> uuid.UUID:
    """So many days from today."""
    trio.plan_meeting(
        by=by or where.amr, unit_id=where.unit, day=clock.today() + timedelta(days=days), now=clock.now()
    )
    return TrioMeeting.objects.get(unit_id=where.unit, minutes={}).id


def with_minutes(where) -> uuid.UUID:
    """A meeting of today, written by the TR."""
    made = a_meeting(where)
    trio.write_minutes(by=where.tr, meeting_id=made, seen=1, values=MINUTES, months=12, now=clock.now())
    return made


def a_matter(where, words: str = "Støj i køkkenet") -> uuid.UUID:
    trio.put_on_sheet(by=where.amr, unit_id=where.unit, words=words, now=clock.now())
    return AnnualMatter.objects.get(unit_id=where.unit, words=words).id

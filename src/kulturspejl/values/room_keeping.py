"""How long a room is kept: said on the page and carried out by the same rule."""

from datetime import date, datetime, timedelta

from django.utils import timezone

from kulturspejl.records.rooms import Room, RoomKind

KEPT_AFTER = timedelta(days=30)
PRACTICE_KEPT = timedelta(hours=24)
BORROWED_KEPT = timedelta(hours=24)
NUMBERS_KEPT = timedelta(days=3 * 365)
"""What is left of a class: numbers alone."""
MEETING_KEPT = timedelta(days=3 * 365)
"""What a unit keeps of a team's meeting: as long as until the next assessment of the workplace (APV) at the latest."""
SHEET_DAYS = 90
"""A feedback sheet on somebody's own device; faces/shared/static/shared/sheets.js carries it out."""


def hours_lent() -> int:
    """How many hours a borrowed room is kept."""
    return BORROWED_KEPT // timedelta(hours=1)


def years_kept() -> int:
    """How many years the numbers of a class are kept when it is gone."""
    return NUMBERS_KEPT.days // 365


def years_of_meeting() -> int:
    """How many years a unit keeps what it has taken over from a team's room."""
    return MEETING_KEPT.days // 365


def days_kept() -> int:
    """How many days the names of a day are kept after it."""
    return KEPT_AFTER.days


def deleted_on(room: Room) -> date:
    """The day on which the room is gone: 30 days after its own, a practice or borrowed one a day after it was made."""
    if room.kind == RoomKind.PRACTICE:
        return timezone.localdate(room.made_at + PRACTICE_KEPT)
    gone = gone_at(room)
    return timezone.localdate(gone) if gone else room.day + KEPT_AFTER


def gone_at(room: Room) -> datetime | None:
    """The moment at which a borrowed room is gone; None for the others, which go by days."""
    return room.made_at + BORROWED_KEPT if room.kind == RoomKind.BORROWED else None

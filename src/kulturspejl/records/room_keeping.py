"""How long a room is kept: said on the page and carried out by the same rule."""

from datetime import date, timedelta

from django.utils import timezone

from kulturspejl.records.rooms import Room, RoomKind

KEPT_AFTER = timedelta(days=30)
PRACTICE_KEPT = timedelta(hours=24)


def deleted_on(room: Room) -> date:
    """The day on which the room is gone: 30 days after its own, a practice room a day after it was made."""
    if room.kind == RoomKind.PRACTICE:
        return timezone.localdate(room.made_at + PRACTICE_KEPT)
    return room.day + KEPT_AFTER

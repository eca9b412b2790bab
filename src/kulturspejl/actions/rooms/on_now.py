"""Which part takes answers just now: one of the station that is on, and not shown yet; and which gives them back."""

from kulturspejl.access.permission import NOTHING_HERE
from kulturspejl.core.choreography.state import from_json
from kulturspejl.core.errors import Conflict, NotThere
from kulturspejl.core.kinds.base.part import Part
from kulturspejl.core.text import Text
from kulturspejl.records.models import Room, RoomPicture
from kulturspejl.values.room_day import day_of_room

MOVED_ON = Text(
    da="Rummet er gået videre, så det kom ikke med. Sig det højt i stedet.",
    en="The room has moved on, so this was not taken along. Say it aloud instead.",
)
SHOWN = Text(
    da="Svarene er vist, så der kan ikke komme flere med.",
    en="The answers have been shown, so no more can be taken in.",
)


def part_on_now(room: Room, key: str) -> Part:
    """The part. Raises NotThere where there is none of that name, Conflict where it takes nothing (any more)."""
    day, state = day_of_room(room), from_json(room.state)
    found = day.find_part(key)
    if found is None:
        raise NotThere(NOTHING_HERE)
    station, _part = found
    if state.is_over or state.at < 0 or day.script[state.at].key != station.key:
        raise Conflict(MOVED_ON)
    return part_not_shown(room, key)


def part_not_shown(room: Room, key: str) -> Part:
    """The part, on whichever step the room is: what is in its box can be taken back. Raises as `part_on_now`."""
    found = day_of_room(room).find_part(key)
    if found is None:
        raise NotThere(NOTHING_HERE)
    _station, part = found
    if RoomPicture.objects.filter(room=room, part=key, is_final=True).exists():
        raise Conflict(SHOWN)
    return part

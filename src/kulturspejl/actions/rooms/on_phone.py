"""What a participant may ask of the room: a number in the count, the own case, a pause for the own group."""

from collections.abc import Callable, Mapping
from datetime import datetime

from kulturspejl.access.room_access import participant_of, room_of
from kulturspejl.actions.deciding import deciding
from kulturspejl.actions.rooms.running import apply, state_of
from kulturspejl.actions.rooms.seating import station_of
from kulturspejl.core.choreography import Command
from kulturspejl.core.choreography import commands as do
from kulturspejl.core.choreography.groups import group_of
from kulturspejl.core.choreography.steps import NOT_NOW
from kulturspejl.core.errors import Conflict
from kulturspejl.records.models import Room

VERBS: Mapping[str, Callable[[int], Command]] = {"pause": do.GroupPause, "resume": do.GroupResume}


def say_number(*, code: str, key: str, number: int, now: datetime) -> int:
    """The number that one said aloud."""
    with deciding(Room, room_of(code).id) as room:
        return apply(room, do.Say(_me(room, key), number), now)


def claim(*, code: str, key: str, now: datetime) -> int:
    """»Min sag«: the first role in one's own group."""
    with deciding(Room, room_of(code).id) as room:
        return apply(room, do.Claim(_me(room, key)), now)


def group_step(*, code: str, key: str, verb: str, now: datetime) -> int:
    """ "pause" or "resume" for one's own group; Conflict for somebody who sits in none."""
    with deciding(Room, room_of(code).id) as room:
        station = station_of(room)
        sat = state_of(room).divisions.get(station.gathering, ()) if station else ()
        index = group_of(sat, _me(room, key))
        if index is None or verb not in VERBS:
            raise Conflict(NOT_NOW)
        return apply(room, VERBS[verb](index), now)


def _me(room: Room, key: str) -> str:
    return str(participant_of(room, key).id)

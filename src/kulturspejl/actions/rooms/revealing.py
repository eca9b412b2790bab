"""On the way on: all pictures of the step that is on are shown at once, and its answers are closed."""

import uuid
from datetime import datetime

from kulturspejl.access.room_access import Runner, require_room
from kulturspejl.actions.deciding import deciding
from kulturspejl.actions.rooms.running import apply, state_of
from kulturspejl.core.choreography import commands as do
from kulturspejl.records.models import Room
from kulturspejl.values.room_day import day_of_room


def show_all(*, by: Runner, room_id: uuid.UUID, seen: int, now: datetime) -> int:
    """Show every part of the station that is not up yet; the version afterwards.

    Nothing happens where somebody else has moved the room since `seen`, or where nothing is left to show.
    """
    with deciding(Room, room_id) as room:
        require_room(by, room, now=now)
        state, script = state_of(room), day_of_room(room).script
        if state.is_over or state.at < 0 or seen < state.moved:
            return state.version
        station, version = script[state.at], state.version
        for part in station.reveals:
            version = apply(room, do.Show(part), now)
        return version

"""How much of a planned day has begun and stays as it is."""

from kulturspejl.core.choreography.state import BEFORE, RoomState
from kulturspejl.records.models import Participant, Room
from kulturspejl.values.room_day import RoomDay


def fixed_items(room: Room, state: RoomState, day: RoomDay) -> int:
    """How many items from the first have begun: up to where the room has ever been.

    A look ahead while nobody is here fixes nothing, once the room is back at its beginning.
    """
    if state.is_over:
        return len(day.programme.items)
    nobody = state.at == BEFORE and not Participant.objects.filter(room=room).exists()
    return 0 if nobody or state.furthest < 0 else day.script[state.furthest].slot + 1

"""What was chosen for a day, and how much of it has begun and stays as it is."""

from kulturspejl.core.choreography.state import BEFORE, RoomState
from kulturspejl.records.models import Participant, Room
from kulturspejl.values.room_day import RoomDay


def chosen_in(day: RoomDay) -> dict[str, list[tuple[str, int]]]:
    """{item of the programme: [(exercise, minutes)]} in order, read back from the stations."""
    found: dict[str, dict[str, tuple[str, int]]] = {item.id: {} for item in day.programme.items}
    for station in day.script:
        if station.exercise:
            nth = station.key.rsplit(".", 1)[0]
            known = found[day.item_of(station).id]
            known[nth] = (station.exercise, known.get(nth, ("", 0))[1] + station.minutes)
    return {item: list(one.values()) for item, one in found.items()}


def fixed_items(room: Room, state: RoomState, day: RoomDay) -> int:
    """How many items from the first have begun: up to where the room has ever been.

    A look ahead while nobody is here fixes nothing, once the room is back at its beginning.
    """
    if state.is_over:
        return len(day.programme.items)
    nobody = state.at == BEFORE and not Participant.objects.filter(room=room).exists()
    return 0 if nobody or state.furthest < 0 else day.script[state.furthest].slot + 1

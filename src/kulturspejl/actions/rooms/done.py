"""Who has said that they are done, as it is kept: all that wait for the writer in one transaction.

Another transaction than the answers', always: written together they would say who answered.
"""

import uuid
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from kulturspejl.access.permission import NOTHING_HERE
from kulturspejl.actions.deciding import lock_all
from kulturspejl.actions.rooms.ringing import ring_desk
from kulturspejl.core.choreography.state import from_json
from kulturspejl.core.errors import KulturspejlError, NotThere
from kulturspejl.records.models import Participant, Room
from kulturspejl.records.rooms import HEAVY


@dataclass(frozen=True)
class Done:
    """A participant, and a station of their room."""

    participant: uuid.UUID
    station: str


def mark_all(items: Sequence[Done]) -> list[KulturspejlError | None]:
    """Mark them; the desk of a room in which anything has changed is told once. When the day is over nothing changes.

    Runs inside the writer's transaction.
    """
    people = {one.id: one for one in lock_all(Participant.objects.filter(id__in={one.participant for one in items}))}
    theirs = Room.objects.defer(*HEAVY).filter(id__in={one.room_id for one in people.values()})
    rooms = {room.id: room for room in theirs if not from_json(room.state).is_over}
    changed: dict[str, set[uuid.UUID]] = defaultdict(set)
    for one in items:
        found = people.get(one.participant)
        if found is not None and found.room_id in rooms and found.done != one.station:
            found.done = one.station
            changed[one.station].add(found.id)
    for station, ids in changed.items():
        Participant.objects.filter(id__in=[id for id in ids if people[id].done == station]).update(done=station)
    for room_id in {people[id].room_id for ids in changed.values() for id in ids}:
        ring_desk(rooms[room_id])
    return [None if one.participant in people else NotThere(NOTHING_HERE) for one in items]

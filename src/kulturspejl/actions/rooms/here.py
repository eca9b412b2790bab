"""The list of who is here, at the desk: somebody without a phone, somebody who was there twice."""

import uuid
from datetime import datetime

from kulturspejl.access.permission import NOTHING_HERE
from kulturspejl.access.room_access import Runner, require_room
from kulturspejl.actions.deciding import deciding, lock_all
from kulturspejl.actions.rooms.joining import come_in
from kulturspejl.actions.rooms.ringing import ring_desk
from kulturspejl.actions.rooms.running import apply, state_of
from kulturspejl.actions.sent import forget, id_before, keep, made_before
from kulturspejl.core.choreography import commands as do
from kulturspejl.core.errors import NotThere
from kulturspejl.records.models import Participant, Room


def add_on_paper(
    *, by: Runner, room_id: uuid.UUID, name: str, workplace: str, form: uuid.UUID | None = None, now: datetime
) -> uuid.UUID:
    """Somebody who has no phone stands in pairs, groups and counts like everybody else."""
    with deciding(Room, room_id) as room:
        require_room(by, room, now=now)
        if before := id_before(form, by):
            return before
        made = come_in(room, name, workplace, None, now).id
        keep(form, by, made, now)
    return made


def remove(
    *, by: Runner, room_id: uuid.UUID, participant: uuid.UUID, form: uuid.UUID | None = None, now: datetime
) -> None:
    """Somebody has gone home, or stands there twice; what they wrote for the room goes along."""
    with deciding(Room, room_id) as room:
        require_room(by, room, now=now)
        if made_before(form, by) is not None:
            return
        gone = lock_all(Participant.objects.filter(room=room, id=participant))
        if not gone:
            raise NotThere(NOTHING_HERE)
        _take_off(room, gone[0], now)
        keep(form, by, "", now)
        ring_desk(room)


def remove_since(
    *, by: Runner, room_id: uuid.UUID, since: datetime, form: uuid.UUID | None = None, now: datetime
) -> int:
    """Everybody who has come on a phone since then is taken off the list together; how many they were."""
    with deciding(Room, room_id) as room:
        require_room(by, room, now=now)
        if before := made_before(form, by):
            return int(before)
        gone = lock_all(Participant.objects.filter(room=room, key_hash__isnull=False, came_at__gte=since))
        for one in gone:
            _take_off(room, one, now)
        keep(form, by, len(gone), now)
        ring_desk(room)
    return len(gone)


def lock_door(*, by: Runner, room_id: uuid.UUID, is_locked: bool, now: datetime) -> None:
    """From now on nobody new comes in, or they do again. Whoever is in comes back as before, also on another phone."""
    with deciding(Room, room_id) as room:
        require_room(by, room, now=now)
        Room.objects.filter(id=room.id).update(is_locked=is_locked)
        ring_desk(room)


def _take_off(room: Room, one: Participant, now: datetime) -> None:
    id = one.id
    one.delete()
    forget(id)
    state = state_of(room)
    if state.divisions and not state.is_over:
        apply(room, do.Leave(str(id)), now)

"""Whoever leads a team's borrowed room offers it to a unit, or takes the offer back. It goes with the room."""

import uuid
from datetime import datetime

from kulturspejl.access.room_access import Runner, require_room
from kulturspejl.actions.deciding import deciding
from kulturspejl.actions.rooms.ringing import ring_all
from kulturspejl.core.errors import Conflict, Refused
from kulturspejl.core.text import Text
from kulturspejl.records.models import Room, RoomKind, RoomOffer
from kulturspejl.values.room_kept import what_goes

ONLY_BORROWED = Text(
    da="Kun et teams eget rum kan overdrages til en enhed.",
    en="Only a team’s own room can be handed over to a unit.",
)
NOTHING_YET = Text(
    da="Her er ikke noget at overdrage endnu. Skriv jeres aftale, eller vis, hvor I står.",
    en="There is nothing to hand over yet. Write what you agree on, or show where you stand.",
)
TAKEN = Text(
    da="Mødet er overtaget. AMR eller TR i enheden kan tage det af igen.",
    en="The meeting has been taken over. AMR or TR of the unit can take it off again.",
)


def offer(*, by: Runner, room_id: uuid.UUID, now: datetime) -> None:
    """Offer the room: the opener's own act. Once more does nothing. Raises Conflict for another kind of room, Refused
    where there is nothing to hand over.
    """
    with deciding(Room, room_id) as room:
        require_room(by, room, now=now)
        if room.kind != RoomKind.BORROWED:
            raise Conflict(ONLY_BORROWED)
        if RoomOffer.objects.filter(room=room).exists():
            return
        if what_goes(room).is_nothing:
            raise Refused(NOTHING_YET)
        RoomOffer.objects.create(room=room, offered_at=now)
        ring_all(room)


def take_back_offer(*, by: Runner, room_id: uuid.UUID, now: datetime) -> None:
    """Nobody can take the room over any more, until it is offered again. Raises Conflict once it is taken over."""
    with deciding(Room, room_id) as room:
        require_room(by, room, now=now)
        found = RoomOffer.objects.filter(room=room).first()
        if found is None:
            return
        if found.taken_at is not None:
            raise Conflict(TAKEN)
        found.delete()
        ring_all(room)

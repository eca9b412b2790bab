"""The list of who is here, at the desk: somebody without a phone, somebody who was there twice."""

import uuid
from datetime import datetime

from django.db import transaction

from kulturspejl.access.permission import NOTHING_HERE
from kulturspejl.access.room_access import Runner, require_room
from kulturspejl.actions.rooms.joining import come_in
from kulturspejl.actions.rooms.ringing import ring_desk
from kulturspejl.actions.rooms.running import apply, state_of
from kulturspejl.core.choreography import commands as do
from kulturspejl.core.errors import NotThere
from kulturspejl.records.models import Participant


def add_on_paper(*, by: Runner, room_id: uuid.UUID, name: str, workplace: str, now: datetime) -> uuid.UUID:
    """Somebody who has no phone stands in pairs, groups and counts like everybody else."""
    room = require_room(by, room_id, now=now)
    with transaction.atomic():
        return come_in(room, name, workplace, None, now).id


def remove(*, by: Runner, room_id: uuid.UUID, participant: uuid.UUID, now: datetime) -> None:
    """Somebody has gone home, or stands there twice; what they wrote for the room goes along."""
    room = require_room(by, room_id, now=now)
    with transaction.atomic():
        if not Participant.objects.filter(room=room, id=participant).delete()[0]:
            raise NotThere(NOTHING_HERE)
        state = state_of(room)
        if state.divisions and not state.is_over:
            apply(room_id, do.Leave(str(participant)), now)
        ring_desk(room)

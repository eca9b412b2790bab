"""What people fill in. With a name behind it (V1, V2) it is a note; without (V3) it goes into the part's box."""

import re
import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal

from django.db import transaction

from kulturspejl.actions.rooms.ringing import ring_desk
from kulturspejl.actions.rooms.running import state_of
from kulturspejl.actions.rooms.showing import is_unsigned
from kulturspejl.core.content.contributions import check_contribution
from kulturspejl.core.content.exercise import Part
from kulturspejl.core.content.text import Text
from kulturspejl.core.errors import Conflict, Faulty, NotThere, Refused
from kulturspejl.records.models import Participant, Room, RoomBox, RoomNote, RoomPicture
from kulturspejl.records.permission import NOTHING_HERE
from kulturspejl.records.room_access import participant_of, room_of
from kulturspejl.records.room_day import day_of_room

TOKEN = re.compile(r"[A-Za-z0-9_-]{16,64}")
Outcome = Literal["stored", "again"]
MOVED_ON = Text(
    da="Rummet er gået videre, så det kom ikke med. Sig det højt i stedet.",
    en="The room has moved on, so this was not taken along. Say it aloud instead.",
)
SHOWN = Text(
    da="Svarene er vist, så der kan ikke komme flere med.",
    en="The answers have been shown, so no more can be taken in.",
)
ALL_HERE = Text(
    da="Der er lige så mange svar, som der er telefoner i rummet. Gå ind i rummet først.",
    en="There are as many answers as phones in the room. Join the room first.",
)
NO_TOKEN = Text(
    da="Telefonen sendte ikke det, der skal til. Genindlæs siden, og send igen.",
    en="The phone did not send what is needed. Reload the page and send again.",
)


def contribute(
    *,
    code: str,
    id: uuid.UUID,
    part: str,
    values: Mapping[str, object],
    key: str | None,
    token: str | None,
    now: datetime,
) -> Outcome:
    """Take in what somebody has filled in at a part of the station that is on; "again" for the same id once more.

    Another id from the same phone replaces what it sent before. Without a name (V3) only `token` counts, and
    nothing that was sent leads to a participant. Raises Faulty, and Conflict once the room has moved on.
    """
    room_id = room_of(code).id
    with transaction.atomic():
        # The lock decides between an answer and the moment in which its part is shown.
        room = Room.objects.select_for_update().defer("content", "script").get(id=room_id)
        found = _part_that_is_on(room, part)
        kept = check_contribution(found, values)
        if is_unsigned(found.visibility):
            return _into_box(room, part, str(id), token, kept)
        return _as_note(room, part, id, participant_of(room, key), kept)


def mark_done(*, code: str, key: str, station: str, now: datetime) -> None:
    """»Jeg er færdig«: counted at the desk. Another request than the answer's, because one write would be a key."""
    room = room_of(code)
    me = participant_of(room, key)
    if station not in [one.key for one in day_of_room(room).script]:
        raise NotThere(NOTHING_HERE)
    with transaction.atomic():
        if Participant.objects.filter(id=me.id).exclude(done=station).update(done=station):
            ring_desk(room)


def _part_that_is_on(room: Room, key: str) -> Part:
    day, state = day_of_room(room), state_of(room)
    found = day.find_part(key)
    if found is None:
        raise NotThere(NOTHING_HERE)
    station, part = found
    if state.is_over or state.at < 0 or day.script[state.at].key != station.key:
        raise Conflict(MOVED_ON)
    if RoomPicture.objects.filter(room=room, part=key, is_final=True).exists():
        raise Conflict(SHOWN)
    return part


def _into_box(room: Room, part: str, id: str, token: str | None, values: dict[str, Any]) -> Outcome:
    if token is None or not TOKEN.fullmatch(token):
        raise Faulty(NO_TOKEN, {"token": NO_TOKEN})
    box, _made = RoomBox.objects.get_or_create(room=room, part=part)
    before = box.answers.get(token)
    if before is not None and before["id"] == id:
        return "again"
    if before is None and len(box.answers) >= _phones(room):
        raise Refused(ALL_HERE)
    answers = {**box.answers, token: {"id": id, "values": values}}
    RoomBox.objects.filter(id=box.id).update(answers=dict(sorted(answers.items())))
    return "stored"


def _phones(room: Room) -> int:
    """People on paper do not count: else whoever runs the room could fill the box up to a threshold alone."""
    return Participant.objects.filter(room=room, key_hash__isnull=False).count()


def _as_note(room: Room, part: str, id: uuid.UUID, me: Participant, values: dict[str, Any]) -> Outcome:
    before = RoomNote.objects.filter(id=id).first()
    if before is not None:
        if before.participant_id != me.id:
            raise NotThere(NOTHING_HERE)
        return "again"
    RoomNote.objects.filter(participant=me, part=part).delete()
    RoomNote.objects.create(id=id, room=room, participant=me, part=part, values=values)
    return "stored"

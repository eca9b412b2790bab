"""What people fill in. With a name behind it (V1, V2) it is a note; without (V3) it goes into the part's box.

Without a name there are two requests, as for rounds: `buy_voucher` knows the phone's key and sees no answer,
`contribute` takes the voucher with the answer and sees no key.
"""

import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from kulturspejl.access.permission import NOTHING_HERE
from kulturspejl.access.room_access import participant_of, room_of
from kulturspejl.actions import vouchers, writer
from kulturspejl.actions.deciding import deciding
from kulturspejl.actions.rooms import boxes, sheets
from kulturspejl.actions.rooms.boxes import Outcome, box_id
from kulturspejl.actions.rooms.on_now import part_not_shown, part_on_now
from kulturspejl.actions.rooms.ringing import ring_all, ring_desk
from kulturspejl.actions.rooms.showing import is_unsigned
from kulturspejl.core.choreography.state import from_json
from kulturspejl.core.errors import Conflict, Faulty, NotThere, Refused
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.text import Text
from kulturspejl.records.models import Participant, Room, RoomNote
from kulturspejl.values.room_day import day_of_room
from kulturspejl.vault import keys

HAS_ONE = Text(
    da="Du har allerede svaret her på en anden telefon eller en anden side. Ret svaret der.",
    en="You have answered here already, on another phone or another page. Change the answer there.",
)
NO_VOUCHER = Text(
    da="Telefonen sendte ikke det, der skal til. Genindlæs siden, og send igen.",
    en="The phone did not send what is needed. Reload the page and send again.",
)


def buy_voucher(*, code: str, part: str, key: str | None, secret: bytes | None, now: datetime) -> str:
    """The right to one answer without a name, for whoever holds the key; the same phone gets the same one again.

    `secret` is a random number of the phone, at least 16 bytes, that is used and not kept. Without one the process
    makes it up. Raises Refused for a participant who has a voucher with another number, Conflict for a part that takes
    no answers now: a phone keeps what came too late for its owner, not what would stand beside an answer that counts.
    """
    room = room_of(code)
    me = participant_of(room, key)
    if not is_unsigned(part_on_now(room, part).visibility):
        raise NotThere(NOTHING_HERE)
    entry, id = me.id.bytes, box_id(room.id, part)
    number = vouchers.secret_of(secret, entry + id.bytes)
    if not writer.write(boxes.admit_all, boxes.Buying(room.id, part, entry, number)):
        raise Refused(HAS_ONE)
    try:
        return str(vouchers.make(keys.get(id), id, "", entry, number))
    except keys.KeyGone as error:
        raise Conflict(boxes.LOST) from error


def contribute(
    *,
    code: str,
    id: uuid.UUID,
    part: str,
    values: Mapping[str, object],
    key: str | None = None,
    voucher: str | None = None,
    now: datetime,
) -> Outcome:
    """Take in what somebody has filled in at a part of the station that is on; "again" for the same id once more.

    Another id replaces what was sent before, by the same phone or with the same voucher. Without a name (V3) only the
    voucher counts. Who has just the key has the voucher bought first, in a transaction of its own: the plain form does
    so. Never call it inside a transaction. Raises Faulty, and Conflict once the room has moved on.
    """
    room = room_of(code)
    found = part_on_now(room, part)
    kept = found.check(values)
    if not is_unsigned(found.visibility):
        return _as_note(room.id, part, id, key, kept)
    if voucher is None and key:
        voucher = buy_voucher(code=code, part=part, key=key, secret=None, now=now)
    answer = boxes.Answer(room.id, part, _serial(box_id(room.id, part), voucher), id, kept)
    stored: Outcome = writer.write(boxes.drop_all, answer)
    return stored


def require_voucher(voucher: str | None) -> None:
    """Raise Faulty for one that was never given, and Conflict where its part is over; no room is looked at for it."""
    given = vouchers.read(voucher) if voucher else None
    try:
        if given is not None and vouchers.is_genuine(keys.get(given.place), given):
            return
    except keys.KeyGone as error:
        raise Conflict(boxes.LOST) from error
    raise Faulty(NO_VOUCHER, {"voucher": NO_VOUCHER})


def withdraw(*, code: str, part: str, key: str | None = None, voucher: str | None = None, now: datetime) -> None:
    """What was handed in without a name is taken out of the box again, until it is shown; nothing where nothing lies.

    The voucher is the receipt: the phone alone has it, and it leads to the answer and to nobody. Who has just the key
    has the voucher bought anew, as the plain form does. Raises Faulty, and Conflict once the part is shown.
    """
    room = room_of(code)
    if not is_unsigned(part_not_shown(room, part).visibility):
        raise NotThere(NOTHING_HERE)
    if voucher is None and key:
        voucher = buy_voucher(code=code, part=part, key=key, secret=None, now=now)
    writer.write(boxes.withdraw_all, boxes.Withdrawal(room.id, part, _serial(box_id(room.id, part), voucher)))


def take_back(*, code: str, key: str, part: str, now: datetime) -> None:
    """What I wrote for my group is deleted, on whichever step the room is; nothing where there is nothing."""
    with deciding(Room, room_of(code).id) as room:
        me = participant_of(room, key)
        if not is_for_the_group(room, part):
            raise NotThere(NOTHING_HERE)
        if RoomNote.objects.filter(participant=me, part=part).delete()[0]:
            ring_all(room)


def is_for_the_group(room: Room, key: str) -> bool:
    """Whether a part is shared with named people (V1)."""
    found = day_of_room(room).find_part(key)
    return found is not None and found[1].visibility is Visibility.NAMED


def mark_done(*, code: str, key: str, station: str, now: datetime) -> None:
    """»Jeg er færdig«: counted at the desk. Another request than the answer's, because one write would be a key.

    When the day is over it counts for nothing, and is not kept.
    """
    room = room_of(code)
    with deciding(Participant, participant_of(room, key).id) as me:
        if station not in [one.key for one in day_of_room(room.id).script]:
            raise NotThere(NOTHING_HERE)
        if me.done != station and not from_json(me.room.state).is_over:
            Participant.objects.filter(id=me.id).update(done=station)
            ring_desk(room)


def _serial(id: uuid.UUID, voucher: str | None) -> bytes:
    """Under which the answer lies in the box `id`."""
    given = vouchers.read(voucher) if voucher else None
    try:
        if given is not None and given.place == id and vouchers.is_genuine(keys.get(id), given):
            return given.serial
    except keys.KeyGone as error:
        raise Conflict(boxes.LOST) from error
    raise Faulty(NO_VOUCHER, {"voucher": NO_VOUCHER})


def _as_note(
    room_id: uuid.UUID, part: str, id: uuid.UUID, key: str | None, values: dict[str, Any]
) -> Outcome:
    # The lock decides between a note and the moment in which its part is shown.
    with deciding(Room, room_id) as room:
        me = participant_of(room, key)
        part_on_now(room, part)
        before = RoomNote.objects.filter(id=id).first()
        if before is not None:
            if before.participant_id != me.id:
                raise NotThere(NOTHING_HERE)
            return "again"
        about = sheets.about(room, part, me)
        RoomNote.objects.filter(participant=me, part=part).delete()
        made = RoomNote(id=id, room=room, participant=me, part=part, values=values, about_id=about)
        # The id is the phone's own. Not by trying: a refused row would stand in PostgreSQL's log with its words.
        RoomNote.objects.bulk_create([made], ignore_conflicts=True)
        if not RoomNote.objects.filter(id=id, participant=me).exists():
            raise NotThere(NOTHING_HERE)
        if is_for_the_group(room, part):
            ring_all(room)
    return "stored"

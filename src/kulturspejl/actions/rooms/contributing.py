"""What people fill in. With a name behind it (V1, V2) it is a note; without (V3) it goes into the part's box.

Without a name there are two requests, as for rounds: `buy_voucher` knows the phone's key and sees no answer,
`contribute` takes the voucher with the answer and sees no key.
"""

import uuid
from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import TypeVar

from kulturspejl.access.permission import NOTHING_HERE
from kulturspejl.access.room_access import Place, participant_of, place_of, room_of, seat_of
from kulturspejl.actions import vouchers, writer
from kulturspejl.actions.deciding import deciding
from kulturspejl.actions.rooms import boxes, done, notes
from kulturspejl.actions.rooms.boxes import Outcome, box_id
from kulturspejl.actions.rooms.on_now import part_not_shown, part_on_now
from kulturspejl.actions.rooms.ringing import ring_all
from kulturspejl.actions.rooms.showing import is_unsigned
from kulturspejl.core.errors import Conflict, Faulty, NotThere, Refused
from kulturspejl.core.kinds.base.part import Part
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.text import Text
from kulturspejl.records.models import Room, RoomNote
from kulturspejl.values.room_day import day_of_plan, day_of_room
from kulturspejl.vault import codes, keys

Kept = TypeVar("Kept")
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
    return writer.fulfil(purchase(code=code, part=part, key=key, secret=secret))


def purchase(*, code: str, part: str, key: str | None, secret: bytes | None) -> writer.Order[str]:
    """What `buy_voucher` asks of the writer, which asks once more whether the part takes answers. Raises as it does."""
    place, me = seat_of(code, key)
    entry, id = me.bytes, box_id(place.room_id, part)
    if not is_unsigned(_part_in(place, part).visibility):
        raise NotThere(NOTHING_HERE)
    number = vouchers.secret_of(secret, entry + id.bytes)
    buying = boxes.Buying(place.room_id, part, entry, number)
    return writer.Order(boxes.admit_all, buying, partial(_voucher, id, entry, number))


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
    # Looked at first, though the writer decides: whoever comes too late is told that, and not what else is wrong.
    found = part_on_now(room_of(code), part)
    found.check(values)
    if is_unsigned(found.visibility) and voucher is None and key:
        voucher = buy_voucher(code=code, part=part, key=key, secret=None, now=now)
    return writer.fulfil(contribution(code=code, id=id, part=part, values=values, key=key, voucher=voucher))


def contribution(
    *, code: str, id: uuid.UUID, part: str, values: Mapping[str, object], key: str | None, voucher: str | None
) -> writer.Order[Outcome]:
    """What `contribute` asks of the writer, which asks whether the part takes answers. Raises as it does."""
    place = seat_of(code, key)[0] if key and not voucher else place_of(code)
    found = _part_in(place, part)
    kept = found.check(values)
    if not is_unsigned(found.visibility):
        note = notes.Note(place.room_id, part, id, codes.fingerprint(key) if key else "", kept)
        return writer.Order(notes.keep_all, note, _as_it_is)
    answer = boxes.Answer(place.room_id, part, _serial(box_id(place.room_id, part), voucher), id, kept)
    return writer.Order(boxes.drop_all, answer, _as_it_is)


def _part_in(place: Place, part: str) -> Part:
    """The part of that name in the room's plan, on or not."""
    found = day_of_plan(place.room_id, place.plan).find_part(part)
    if found is None:
        raise NotThere(NOTHING_HERE)
    return found[1]


def _voucher(id: uuid.UUID, entry: bytes, number: bytes, has_right: bool) -> str:
    if not has_right:
        raise Refused(HAS_ONE)
    try:
        return str(vouchers.make(keys.get(id), id, "", entry, number))
    except keys.KeyGone as error:
        raise Conflict(boxes.LOST) from error


def _as_it_is(outcome: Kept) -> Kept:
    return outcome


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
    writer.fulfil(completion(code=code, key=key, station=station))


def completion(*, code: str, key: str | None, station: str) -> writer.Order[None]:
    """What `mark_done` asks of the writer, after every rule of its own. Raises as it does."""
    place, me = seat_of(code, key)
    if station not in [one.key for one in day_of_plan(place.room_id, place.plan).script]:
        raise NotThere(NOTHING_HERE)
    return writer.Order(done.mark_all, done.Done(me, station), _as_it_is)


def _serial(id: uuid.UUID, voucher: str | None) -> bytes:
    """Under which the answer lies in the box `id`."""
    given = vouchers.read(voucher) if voucher else None
    try:
        if given is not None and given.place == id and vouchers.is_genuine(keys.get(id), given):
            return given.serial
    except keys.KeyGone as error:
        raise Conflict(boxes.LOST) from error
    raise Faulty(NO_VOUCHER, {"voucher": NO_VOUCHER})

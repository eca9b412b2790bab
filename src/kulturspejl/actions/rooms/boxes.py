"""Gates and boxes of a room's parts without a name: the only action that touches a room's raw answers.

A gate says which participants have a voucher, a box holds the answers, each a sealed list in a table of its own; what
is done to the one is never done in the same transaction as to the other. Only their making and their end are one.
"""

import uuid
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Literal, TypeVar

from django.db import transaction
from django.db.models import QuerySet

from kulturspejl.actions import gates
from kulturspejl.actions.each import each
from kulturspejl.actions.result_letters import lists
from kulturspejl.actions.rooms.on_now import part_not_shown, part_on_now
from kulturspejl.core.errors import Conflict, KulturspejlError
from kulturspejl.core.kinds.base.packing import packed, unpacked
from kulturspejl.core.kinds.base.part import Part, Values
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.text import Text
from kulturspejl.records.models import Participant, Room, Round
from kulturspejl.records.room_boxes import RoomBox, RoomGate
from kulturspejl.records.rooms import HEAVY
from kulturspejl.values.room_day import RoomDay, day_of_room
from kulturspejl.vault import box_keys, keys
from kulturspejl.vault.boxes import Kept, OpenBox, build, reading
from kulturspejl.vault.boxes import settle as settle_keys
from kulturspejl.vault.room_answers import RETRY, size_of
from kulturspejl.vault.sealed_list import Records, open_list, seal_list
from kulturspejl.vault.wiping import wipe

SLOT = 0
LEFT_OVER_AFTER = timedelta(days=1)
LOST = Text(
    da="Svaret kan ikke gemmes her mere. Sig det højt i stedet.",
    en="The answer can no longer be stored here. Say it aloud instead.",
)
Outcome = Literal["stored", "again"]


@dataclass(frozen=True)
class Buying:
    """A participant (`entry`) at the gate of a part, with a secret number of their phone."""

    room_id: uuid.UUID
    part: str
    entry: bytes
    secret: bytes


@dataclass(frozen=True)
class Answer:
    """A checked answer on its way into a part's box, under the serial of a voucher that has been believed."""

    room_id: uuid.UUID
    part: str
    serial: bytes
    retry_id: uuid.UUID
    values: Values


@dataclass(frozen=True)
class Withdrawal:
    """Whoever holds the voucher under whose serial an answer lies wants it out of the box again."""

    room_id: uuid.UUID
    part: str
    serial: bytes


One = TypeVar("One", Buying, Answer, Withdrawal)


def box_id(room_id: uuid.UUID, part: str) -> uuid.UUID:
    """Always the same for a part, so that keys that a kill left without a row are found and used, or destroyed."""
    return uuid.uuid5(room_id, part)


def admit_all(buyings: Sequence[Buying]) -> list[bool | KulturspejlError]:
    """Whether each has the right to a voucher; the same phone twice has it again.

    Runs inside the writer's transaction.
    """
    return _at_each_part(buyings, _admit)


def drop_all(answers: Sequence[Answer]) -> list[Outcome | KulturspejlError]:
    """Put the answers into their boxes: "again" for one that is there, replaced where the voucher brings another.

    Runs inside the writer's transaction; each box is read and written once.
    """
    return _at_each_part(answers, _drop)


def withdraw_all(items: Sequence[Withdrawal]) -> list[Literal["gone"] | KulturspejlError]:
    """Take answers out of their boxes, on whichever step the room is; where none lies it is gone as well.

    Runs inside the writer's transaction. The box is written anew in every case, so nothing tells whether one lay there.
    """
    return _at_each_part(items, _withdraw, part_not_shown)


def read_answers(room_id: uuid.UUID, part: str) -> list[Values]:
    """All answers to a part, in the order of their random serials; the box is held until the transaction ends."""
    box = _boxes().filter(id=box_id(room_id, part)).first()
    found = day_of_room(room_id).find_part(part)
    if box is None or found is None:
        return []
    try:
        with reading(box.id) as held:
            records = held.records(_kept(box), size_of(found[1]))
    except keys.KeyGone:
        return []
    rests = list(records.values())
    values = [unpacked(rest[RETRY:]) for rest in rests]
    wipe(*rests)
    records.forget()
    return values


def holders_here(room_id: uuid.UUID, part: str) -> int:
    """How many of those who stand on the room's list have a voucher; whoever was taken off it hides nobody."""
    gate = RoomGate.objects.filter(id=box_id(room_id, part)).first()
    if gate is None:
        return 0
    try:
        entries = open_list(keys.get(gate.id), gate.sealed, _about("gate", gate.id), gates.RECORD)
    except keys.KeyGone:
        return 0
    ids = [uuid.UUID(bytes=entry) for entry in entries]
    return Participant.objects.filter(room_id=room_id, id__in=ids).count()


def parts_with_a_box(room_id: uuid.UUID) -> list[str]:
    """The parts that somebody has a voucher for, or has answered, and that are not shown yet."""
    return list(RoomBox.objects.filter(room_id=room_id).order_by("part").values_list("part", flat=True))


def destroy(room_id: uuid.UUID, *parts: str) -> None:
    """Delete these boxes in the caller's transaction, and their keys when it is through. Repeating does no harm."""
    for table in (RoomGate, RoomBox):
        table.objects.filter(room_id=room_id, part__in=parts).delete()
    for part in parts:
        transaction.on_commit(partial(_destroy_keys, box_id(room_id, part)))


def destroy_all(room_id: uuid.UUID) -> None:
    """The same for every part without a name that the room has, filled in or not."""
    destroy(room_id, *unsigned_parts(day_of_room(room_id)))


def destroy_left_over(now: datetime) -> None:
    """Keys without a box, a day old: a kill came between a commit and what follows it."""
    old = set(box_keys.untouched_since(now - LEFT_OVER_AFTER))
    in_use = set(RoomBox.objects.filter(id__in=old).values_list("id", flat=True))
    in_use |= set(Round.objects.filter(id__in=old).values_list("id", flat=True))
    in_use |= lists.owners_in_use()
    for one in each("keys left over", old - in_use, now=now):
        with one as id:
            _destroy_keys(id)


def without_keys() -> int:
    """How many boxes nothing opens any more."""
    ids = RoomBox.objects.values_list("id", flat=True)
    return sum(not (keys.is_there(id) and box_keys.is_there(id)) for id in ids)


def settle(*, now: datetime) -> None:
    """Leave one key to each box for which an earlier version of the program has left two."""
    for one in each("keys of rooms", box_keys.with_two(), now=now):
        with one as id:
            settle_keys(id, (_kept(box) for box in RoomBox.objects.filter(id=id).iterator()))


def unsigned_parts(day: RoomDay) -> list[str]:
    """The keys of all parts of a day that are handed in without a name."""
    steps = ((station, day.step_of(station)) for station in day.script)
    return [
        f"{station.key}/{part.id}"
        for station, step in steps
        if step is not None
        for part in step.parts
        if part.visibility is Visibility.AGGREGATE
    ]


def _destroy_keys(id: uuid.UUID) -> None:
    keys.destroy(id)
    box_keys.destroy(id)


def _at_each_part(
    items: Sequence[One],
    act: Callable[[uuid.UUID, Part, Sequence[One]], list[Any]],
    part_of: Callable[[Room, str], Part] = part_on_now,
) -> list[Any]:
    """The outcomes of `items`, box by box; an error is an outcome as well, for those whom it concerns."""
    places: dict[tuple[uuid.UUID, str], list[int]] = defaultdict(list)
    for index, one in enumerate(items):
        places[one.room_id, one.part].append(index)
    outcomes: list[Any] = [None] * len(items)
    rooms = _locked_rooms({room_id for room_id, _part in places})
    for (room_id, part), indexes in places.items():
        try:
            found = part_of(rooms[room_id], part)
            done = act(_there(room_id, part), found, [items[index] for index in indexes])
        except (KulturspejlError, keys.KeyGone, KeyError) as error:
            done = [error if isinstance(error, KulturspejlError) else Conflict(LOST)] * len(indexes)
        for index, outcome in zip(indexes, done, strict=True):
            outcomes[index] = outcome
    return outcomes


def _locked_rooms(ids: set[uuid.UUID]) -> dict[uuid.UUID, Room]:
    """The lock decides between an answer and the moment in which its part is shown."""
    rows = Room.objects.select_for_update().defer(*HEAVY).filter(id__in=ids).order_by("id")
    return {room.id: room for room in rows}


def _there(room_id: uuid.UUID, part: str) -> uuid.UUID:
    """The id of the part's gate and box, made with their keys where they are not there yet. The room is locked."""
    id = box_id(room_id, part)
    if not RoomGate.objects.filter(id=id).exists():
        (empty,) = build(id, [_about("box", id)])
        gate = seal_list(keys.create(id), {}, _about("gate", id))
        RoomGate.objects.create(id=id, room_id=room_id, part=part, sealed=gate)
        RoomBox.objects.create(id=id, room_id=room_id, part=part, sealed=empty)
    return id


def _boxes() -> QuerySet[RoomBox]:
    """Locked where the store locks rows. What is hardly ever in force is read where it is asked for."""
    return RoomBox.objects.select_for_update().defer("before")


def _admit(id: uuid.UUID, _part: Part, buyings: Sequence[Buying]) -> list[bool]:
    key, gate = keys.get(id), RoomGate.objects.select_for_update().get(id=id)
    records = open_list(key, gate.sealed, _about("gate", id), gates.RECORD)
    for one in buyings:
        records.setdefault(one.entry, gates.unspent())
    outcomes = [gates.spend(records, one.entry, one.secret, key) is not None for one in buyings]
    RoomGate.objects.filter(id=id).update(sealed=seal_list(key, records, _about("gate", id)))
    return outcomes


def _drop(id: uuid.UUID, part: Part, answers: Sequence[Answer]) -> list[Outcome]:
    with _rewriting(id, part) as records:
        return [_put(records, part, one) for one in answers]


def _withdraw(id: uuid.UUID, part: Part, items: Sequence[Withdrawal]) -> list[str]:
    with _rewriting(id, part) as records:
        for one in items:
            records.pop(one.serial, None)
    return ["gone"] * len(items)


@contextmanager
def _rewriting(id: uuid.UUID, part: Part) -> Iterator[Records]:
    """The answers in the box, which is written anew with what has become of them."""
    opened = OpenBox(_kept(_boxes().get(id=id)), size_of(part))
    yield opened.records
    sealed, before = opened.rewritten()
    opened.records.forget()
    RoomBox.objects.filter(id=id).update(sealed=sealed, before=before)


def _put(records: Records, part: Part, one: Answer) -> Outcome:
    there = records.get(one.serial)
    if there is not None and there[:RETRY] == one.retry_id.bytes:
        return "again"
    records[one.serial] = one.retry_id.bytes + packed(part, one.values)
    return "stored"


def _kept(box: RoomBox) -> Kept:
    return Kept(box.id, SLOT, _about("box", box.id), box.sealed, lambda: box.before)


def _about(what: str, id: uuid.UUID) -> bytes:
    return b"room " + what.encode() + id.bytes

"""The end of a day, and what was promised to be deleted."""

import random
import uuid
from collections.abc import Callable
from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet

from kulturspejl.access.permission import day_of
from kulturspejl.access.room_access import Runner, require_room
from kulturspejl.actions.auditing import note
from kulturspejl.actions.deciding import deciding, lock_all
from kulturspejl.actions.each import each
from kulturspejl.actions.rooms import boxes, showing
from kulturspejl.actions.rooms.numbers import delete_old_numbers, keep_numbers
from kulturspejl.actions.rooms.running import apply
from kulturspejl.actions.sent import forget, keep, may_be_gone
from kulturspejl.actions.sweeping import sweep_afterwards, tables_under
from kulturspejl.core.choreography import commands as do
from kulturspejl.core.errors import Conflict, NotThere
from kulturspejl.core.text import Text
from kulturspejl.records.models import (
    CourseDay,
    Participant,
    Room,
    RoomKind,
    RoomNote,
    RoomPicture,
    SealedNotes,
    User,
)
from kulturspejl.values.room_day import day_of_room
from kulturspejl.values.room_keeping import BORROWED_KEPT, KEPT_AFTER, PRACTICE_KEPT
from kulturspejl.vault import ledger
from kulturspejl.vault.wiping import fill_what_is_free

NOT_BORROWED = Text(da="Kun et lånt rum kan slettes med det samme.", en="Only a borrowed room can be deleted at once.")
SWEPT = tables_under(Room)
"""The tables that people's words are deleted from; the room's own holds what a team has agreed on, and its trait."""


def _say_so(room: Room, by: Runner | None, verb: str, now: datetime) -> None:
    """A line for the organisation; a borrowed room has none, and leaves none."""
    if room.organisation_id is not None:
        who = by if isinstance(by, User) else None
        note(by=who, organisation_id=room.organisation_id, verb=verb, about=room.id, now=now)


def finish(*, by: Runner, room_id: uuid.UUID, seen: int, form: uuid.UUID | None = None, now: datetime) -> None:
    """Close the day: notes and answers are deleted at once, a practice room with everything in it."""
    with may_be_gone(form, by), deciding(Room, room_id) as room:
        require_room(by, room, now=now)
        if room.finished_on is not None:
            return
        if room.kind == RoomKind.PRACTICE:
            _delete(room, by, now)
        else:
            _close(room, by, seen, now)
        keep(form, by, "", now)
        sweep_afterwards(*SWEPT)


def delete_now(*, by: Runner, room_id: uuid.UUID, form: uuid.UUID | None = None, now: datetime) -> None:
    """A borrowed room with everything in it, at once. Conflict for another: its deletion has a date of its own."""
    with may_be_gone(form, by), deciding(Room, room_id) as room:
        require_room(by, room, now=now)
        if room.kind != RoomKind.BORROWED:
            raise Conflict(NOT_BORROWED)
        _delete(room, by, now)
        keep(form, by, "", now)
        sweep_afterwards(*SWEPT)


def delete_due(*, now: datetime) -> list[uuid.UUID]:
    """Carry out what was promised; returns the rooms that are gone. Repeating does no harm.

    A day that nobody closed is closed when it is over; a room goes 30 days after its day, a practice room
    and a borrowed one after 24 hours. A room to which it cannot be done stops no other.
    """
    today = day_of(now)
    forgotten = Room.objects.filter(finished_on__isnull=True, day__lt=today).exclude(kind=RoomKind.BORROWED)
    closed = _each("end a day", forgotten, lambda room: _close(room, None, room.version, now), now)
    old = Q(kind=RoomKind.CLASS, day__lte=today - KEPT_AFTER)
    tried = Q(kind=RoomKind.PRACTICE, made_at__lte=now - PRACTICE_KEPT)
    lent = Q(kind=RoomKind.BORROWED, made_at__lte=now - BORROWED_KEPT)
    due = Room.objects.filter(old | tried | lent)
    gone = _each("delete a room", due, lambda room: _delete(room, None, now), now)
    boxes.destroy_left_over(now)
    delete_old_numbers(now=now)
    if closed or gone:
        sweep_afterwards(*SWEPT)
    return gone


def _each(
    job: str, due: "QuerySet[Room]", act: Callable[[Room], None], now: datetime
) -> list[uuid.UUID]:  # fmt: skip
    """The rooms to which it was done."""
    done = []
    for one in each(job, list(due.values_list("id", flat=True)), now=now):
        with one as id:
            if _still(id, due, act):
                done.append(id)
    return done


def _still(room_id: uuid.UUID, due: "QuerySet[Room]", act: Callable[[Room], None]) -> bool:
    """Do it to a room that is due now that it is locked; somebody may have closed, moved or deleted it meanwhile."""
    try:
        with deciding(Room, room_id) as room:
            is_due = due.filter(id=room_id).exists()
            if is_due:
                act(room)
            return is_due
    except NotThere:
        return False


def _close(room: Room, by: Runner | None, seen: int, now: datetime) -> None:
    apply(room, do.Finish(seen), now)
    showing.freeze_unsigned(room, random.SystemRandom())
    ledger.note(what=ledger.ROOM_NOTES, round_id=room.id, on=day_of(now))
    RoomNote.objects.filter(room=room).delete()
    boxes.destroy_all(room.id)
    transaction.on_commit(fill_what_is_free)
    _forget_shown_notes(room)
    keep_numbers(room)
    came = Participant.objects.filter(room=room).count()
    CourseDay.objects.filter(room=room, came=None).update(came=came)
    # Whoever sent is done: beside how many have answered, the marks of the last step would tell who has.
    Participant.objects.filter(room=room).update(done="")
    if room.kind == RoomKind.BORROWED:  # What each keeps of a team's meeting is on their own phone, and nowhere else.
        SealedNotes.objects.filter(participant__room=room).delete()
    Room.objects.filter(id=room.id).update(finished_on=day_of(now))
    _say_so(room, by, "room.finish", now)


def _forget_shown_notes(room: Room) -> None:
    """Words that were on the wall go with the notes; what was combined without names stays for the class."""
    day = day_of_room(room)
    for row in RoomPicture.objects.filter(room=room):
        found = day.find_part(row.part)
        if found is None or not row.is_final or not showing.is_unsigned(found[1].visibility):
            row.delete()


def _delete(room: Room, by: Runner | None, now: datetime) -> None:
    ledger.note(what=ledger.ROOM, round_id=room.id, on=day_of(now))
    _say_so(room, by, "room.delete", now)
    boxes.destroy_all(room.id)
    transaction.on_commit(fill_what_is_free)
    forget(room.id, *(one.id for one in lock_all(room.participants.all())))
    room.delete()

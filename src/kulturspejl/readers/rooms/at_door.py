"""What somebody sees who has a code and is not in the room yet, and who may hear its bells."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count

from kulturspejl.access.permission import NOTHING_HERE
from kulturspejl.access.room_access import Runner, require_room, room_of
from kulturspejl.access.room_access import is_in as is_in
from kulturspejl.core.choreography.state import from_json
from kulturspejl.core.content.gathering import Gathering
from kulturspejl.core.errors import NotThere
from kulturspejl.records.models import Room, RoomKind
from kulturspejl.records.questions import ask
from kulturspejl.values.room_day import day_of_room
from kulturspejl.values.room_keeping import deleted_on, gone_at
from kulturspejl.vault import codes


@dataclass(frozen=True)
class Door:
    """A room from outside: what it asks of whoever comes in, and when it forgets them.

    `gone_at` is the moment of a borrowed room, and None for the others, which go by days. `has_trio`: the day puts
    those of the same workplace together, else it keeps them apart.
    """

    room_id: uuid.UUID
    code: str
    name: str
    language: str
    is_over: bool
    deleted_on: date
    gone_at: datetime | None
    asks_workplace: bool
    has_trio: bool


def door(code: str) -> Door:
    """The room of a code; NotThere for an unknown one. The caller slows wrong guesses."""
    room = room_of(code)
    return Door(
        room.id, room.code, room.name, room.language, from_json(room.state).is_over, deleted_on(room), gone_at(room),
        asks_workplace=room.kind != RoomKind.BORROWED,
        has_trio=any(one.gathering is Gathering.TRIO for one in day_of_room(room).script),
    )  # fmt: skip


@dataclass(frozen=True)
class Plate:
    """What stands on a room's door: all that somebody needs who has just come in."""

    code: str
    name: str


def plate(code: str) -> Plate:
    """The same of a code as `door`, by one indexed row."""
    rows = ask("SELECT code, name FROM records_room WHERE code = %s", codes.normalise(code))
    if not rows:
        raise NotThere(NOTHING_HERE)
    return Plate(*rows[0])


@dataclass(frozen=True)
class Hall:
    """Whose bell it is: how many are in the room, and whether it is one that anybody may borrow."""

    people: int
    is_lent: bool


def may_hear(code: str) -> Hall | None:
    """The room whose bell it is, None for an unknown code: it says when something is new, and nothing else."""
    rooms = Room.objects.filter(code=code).annotate(people=Count("participants"))
    found = rooms.values_list("people", "kind").first()
    return None if found is None else Hall(found[0], found[1] == RoomKind.BORROWED)


def may_hear_desk(user: Runner, room_id: uuid.UUID, *, now: datetime) -> bool:
    """Whether somebody may hear who has come and who is done."""
    try:
        require_room(user, room_id, now=now)
    except NotThere:
        return False
    return True

"""What a class is prepared from: the day as it stands, the exercises and models to choose among, and who is there."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from kulturspejl.access.permission import NOTHING_HERE, day_of
from kulturspejl.access.room_access import organisations_of, require_room
from kulturspejl.core.choreography.state import from_json
from kulturspejl.core.content.exercise import Exercise
from kulturspejl.core.content.programme import Programme
from kulturspejl.core.errors import NotThere
from kulturspejl.readers import reading
from kulturspejl.readers.rooms.on_paper import sheets_of
from kulturspejl.records.models import Participant, Room, User
from kulturspejl.values.own_exercises import own_exercises
from kulturspejl.values.room_day import day_of_room
from kulturspejl.values.room_plan import fixed_items
from kulturspejl.values.the_library import the_library


@dataclass(frozen=True)
class PlannedRoom:
    """What stands in a room that is being changed, or made again; `plan` is the number of its plan, `sheets` are
    the pages of one set on paper."""

    room_id: uuid.UUID
    name: str
    day: date
    check_in: str
    homework: str
    next_day: date | None
    here: int
    has_begun: bool
    kind: str
    plan: int
    sheets: int


@dataclass(frozen=True)
class Prepare:
    """The day, and all that it may be made of; its first `fixed` items have begun. `models` are (id, name).

    `own` are the ids of the exercises that are the facilitator's own. `planned` is the room that is changed; `like` the
    one that a new day is made after.
    """

    plan: Programme
    exercises: Mapping[str, Exercise]
    models: tuple[tuple[str, str], ...]
    language: str
    own: frozenset[str] = frozenset()
    fixed: int = 0
    planned: PlannedRoom | None = None
    like: PlannedRoom | None = None


def prepare(user: User, programme: str, *, language: str, now: datetime) -> Prepare:
    """For somebody who may make rooms; NotThere for anybody else, and for an unknown programme."""
    library = the_library()
    if not organisations_of(user, day_of(now)) or programme not in library.programmes:
        raise NotThere(NOTHING_HERE)
    own = own_exercises(user)
    exercises = {**library.exercises, **own}
    return Prepare(library.programmes[programme], exercises, _models(language), language, frozenset(own))


def again(user: User, room_id: uuid.UUID, *, language: str, now: datetime) -> Prepare:
    """A new day like that of a room; NotThere for somebody who may not run it."""
    room = require_room(user, room_id, now=now)
    day = day_of_room(room)
    own = own_exercises(user)
    exercises = {**the_library().exercises, **own, **day.exercises}
    like = _planned(room, language, begun=0)
    return Prepare(day.programme, exercises, _models(language), language, frozenset(own), like=like)


def change(user: User, room_id: uuid.UUID, *, language: str, now: datetime) -> Prepare:
    """What stands in a room, with the times as they are by now; NotThere for somebody who may not run it."""
    room = require_room(user, room_id, now=now)
    day, state = day_of_room(room), from_json(room.state)
    fixed = fixed_items(room, state, day)
    items = tuple(
        replace(item, start=slot.start, end=slot.end)
        for item, slot in zip(day.programme.items, state.slots, strict=True)
    )
    own = own_exercises(user)
    plan, exercises = replace(day.programme, items=items), {**the_library().exercises, **own, **day.exercises}
    planned = _planned(room, language, begun=fixed)
    return Prepare(plan, exercises, _models(language), language, frozenset(own), fixed=fixed, planned=planned)


def _planned(room: Room, language: str, *, begun: int) -> PlannedRoom:
    return PlannedRoom(
        room_id=room.id, name=room.name, day=room.day, check_in=room.check_in, homework=room.homework,
        next_day=room.next_day, here=Participant.objects.filter(room=room).count(), has_begun=begun > 0, kind=room.kind,
        plan=room.plan, sheets=sheets_of(room, language),
    )  # fmt: skip


def _models(language: str) -> tuple[tuple[str, str], ...]:
    return tuple((one.id, one.name.into(language)) for some in reading.by_block().values() for one in some)

"""Practising a day: a room of its own with robots in it, who use the same actions as people do."""

import random
import uuid
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from kulturspejl.access.permission import NOTHING_HERE, day_of
from kulturspejl.access.room_access import key_of_words, require_room
from kulturspejl.actions.deciding import deciding
from kulturspejl.actions.each import each
from kulturspejl.actions.rooms import making, on_phone
from kulturspejl.actions.rooms.contributing import contribute, mark_done
from kulturspejl.actions.rooms.joining import come_in, join
from kulturspejl.actions.rooms.running import MOST_PEOPLE, state_of
from kulturspejl.actions.sent import id_before, keep
from kulturspejl.core.choreography import RoomState, Station
from kulturspejl.core.choreography.groups import group_of
from kulturspejl.core.choreography.robots import Robot, crew, fill_in, is_ready, number_of
from kulturspejl.core.content.crew import CrewTexts
from kulturspejl.core.content.gathering import DIVIDED
from kulturspejl.core.errors import KulturspejlError, NotThere
from kulturspejl.core.writing.namesakes import is_called
from kulturspejl.library.crew import crew_in
from kulturspejl.records.models import Participant, Room, RoomKind, User
from kulturspejl.records.rooms import HEAVY
from kulturspejl.values.room_day import RoomDay, day_of_room
from kulturspejl.values.the_library import the_library
from kulturspejl.vault import codes

COMING = 600.0
"""Seconds in which somebody of the crew may still come in; whoever is taken off the list later stays away."""


def practise(*, by: User, room_id: uuid.UUID, form: uuid.UUID | None = None, now: datetime) -> uuid.UUID:
    """A practice room with the same day as this one, from its beginning; returns its id."""
    with deciding(Room, room_id) as room:
        require_room(by, room, now=now)
        if before := id_before(form, by):
            return before
        made = making.copy_to_practise(room, by, now)
        keep(form, by, made, now)
    return made


def practise_programme(
    *, by: User, programme: str, language: str, form: uuid.UUID | None = None, now: datetime
) -> uuid.UUID:
    """A practice room with all that a programme ticks; returns its id."""
    plan = the_library().programmes.get(programme)
    if plan is None:
        raise NotThere(NOTHING_HERE)
    return making.create_class(
        by=by, plan=plan, name=plan.name.into(language), day=day_of(now),
        check_in=plan.check_ins[0].into(language), homework=plan.homework.into(language), language=language,
        is_practice=True, form=form, now=now,
    )  # fmt: skip


@dataclass(frozen=True)
class _Turn:
    """One look at one room; `seconds` have passed since the last."""

    room: Room
    day: RoomDay
    state: RoomState
    texts: CrewTexts
    seconds: float
    now: datetime
    rng: random.Random

    @property
    def station(self) -> Station | None:
        """What is on."""
        at = self.state.at
        return self.day.script[at] if 0 <= at < len(self.day.script) else None


def move_robots(*, seconds: float, now: datetime, rng: random.Random) -> None:
    """Let the robots of every practice room do what they would do within `seconds`. Nothing where nobody practises."""
    rooms = Room.objects.defer(*HEAVY).filter(kind=RoomKind.PRACTICE, finished_on__isnull=True)
    found = {room.id: room for room in rooms}
    for one in each("practice", list(found), now=now):
        with one as id:
            texts = crew_in(found[id].language)
            turn = _Turn(found[id], day_of_room(id), state_of(found[id]), texts, seconds, now, rng)
            _move_all(turn, crew(texts))


def _move_all(turn: _Turn, robots: Collection[Robot]) -> None:
    people = list(Participant.objects.filter(room=turn.room))
    here = {row.key_hash: row for row in people if row.key_hash}
    on_paper = [row.name for row in people if not row.key_hash]
    for robot in robots:
        key = key_of_robot(turn.room, robot)
        if robot.is_on_paper and any(is_called(one, robot.name) for one in on_paper):
            continue
        found = here.get(codes.fingerprint(key))
        # A facilitator may have moved the room on meanwhile, or taken the robot off the list: then it is left out.
        with suppress(KulturspejlError):
            if found is None:
                _come(turn, robot, key, len(people))
            else:
                _act(turn, robot, key, found)


def key_of_robot(room: Room, robot: Robot) -> str:
    """The same whenever it is asked for, so that nothing about a robot has to be kept."""
    return key_of_words(room.id, f"robot {robot.number}")


def _come(turn: _Turn, robot: Robot, key: str, here: int) -> None:
    since = (turn.now - turn.room.made_at).total_seconds()
    if not robot.comes_after <= since < COMING or here >= MOST_PEOPLE:
        return
    if robot.is_on_paper:
        with deciding(Room, turn.room.id) as room:
            come_in(room, robot.name, robot.workplace, None, turn.now)
    else:
        join(
            code=turn.room.code,
            name=robot.name,
            workplace=robot.workplace,
            key=key,
            now=turn.now,
            rng=turn.rng,
        )


def _act(turn: _Turn, robot: Robot, key: str, me: Participant) -> None:
    """At most one thing a turn, as a person would."""
    station, state, code = turn.station, turn.state, turn.room.code
    if station is None or not is_ready(robot, turn.seconds, turn.rng):
        return
    if state.counting:
        if str(me.id) not in state.said:
            on_phone.say_number(code=code, key=key, number=number_of(robot, state.counting), now=turn.now)
    elif _nobody_owns(turn, station, str(me.id)):
        on_phone.claim(code=code, key=key, now=turn.now)
    elif station.exercise and me.done != station.key:
        _hand_in(turn, station, robot, key)
        mark_done(code=code, key=key, station=station.key, now=turn.now)


def _nobody_owns(turn: _Turn, station: Station, me: str) -> bool:
    if not station.roles or station.gathering not in DIVIDED:
        return False
    place = group_of(turn.state.divisions.get(station.gathering, ()), me)
    return place is not None and place < len(turn.state.owners) and not turn.state.owners[place]


def _hand_in(turn: _Turn, station: Station, robot: Robot, key: str) -> None:
    step = turn.day.step_of(station)
    for part in step.parts if step else ():
        values = fill_in(part, turn.texts, turn.rng)
        name = f"{station.key}/{part.id}"
        if values is None:
            continue
        # What has been shown already takes no more; the robot is done all the same.
        with suppress(KulturspejlError):
            contribute(
                code=turn.room.code, id=uuid.uuid5(turn.room.id, f"{name} {robot.number}"), part=name, values=values,
                key=key, now=turn.now,
            )  # fmt: skip

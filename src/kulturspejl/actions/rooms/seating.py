"""Pairs, groups and TRIOs: in one tap, or, but for those who came together, by counting off aloud."""

import random
import uuid
from datetime import datetime

from kulturspejl.access.room_access import Runner, require_room
from kulturspejl.actions.deciding import deciding
from kulturspejl.actions.rooms.running import apply_once, state_of
from kulturspejl.actions.sent import made_before
from kulturspejl.core.choreography import Station, groups
from kulturspejl.core.choreography import commands as do
from kulturspejl.core.choreography.groups import Person
from kulturspejl.core.choreography.steps import NOT_NOW
from kulturspejl.core.content.gathering import DIVIDED, Gathering
from kulturspejl.core.errors import Conflict, Refused
from kulturspejl.core.text import Text
from kulturspejl.records.models import Participant, Room
from kulturspejl.values.room_day import day_of_room

NOBODY = Text(da="Der er ingen i rummet endnu.", en="Nobody is in the room yet.")


def divide(
    *, by: Runner, room_id: uuid.UUID, rng: random.Random, form: uuid.UUID | None = None, now: datetime
) -> int:
    """Everybody who is here, into the groups of the station that is on; returns the room's version.

    Where the TRIOs sit together, by the group of the course that each came in with, else by the workplace that each has
    written; chance has no part in it.
    """
    with deciding(Room, room_id) as room:
        require_room(by, room, now=now)
        gathering, size = _wanted(room)
        people = _people(room)
        if gathering is Gathering.TRIO:
            made = groups.together(people)
        else:
            made = groups.divide(people, size, rng.sample(range(len(people)), len(people)))
        return apply_once(by, room, do.Divide(gathering, made), form, now)


def count_to(*, by: Runner, room_id: uuid.UUID, form: uuid.UUID | None = None, now: datetime) -> int:
    """Let people count aloud to as many groups as there will be; returns that number."""
    with deciding(Room, room_id) as room:
        require_room(by, room, now=now)
        gathering, size = _wanted(room)
        if gathering is Gathering.TRIO:
            raise Conflict(NOT_NOW)
        number = groups.number_of_groups(len(_people(room)), size)
        apply_once(by, room, do.CountTo(number), form, now)
        return number


def groups_from_count(*, by: Runner, room_id: uuid.UUID, form: uuid.UUID | None = None, now: datetime) -> int:
    """Seat people by the number that they have tapped; returns the room's version."""
    with deciding(Room, room_id) as room:
        require_room(by, room, now=now)
        if before := made_before(form, by):
            return int(before)
        gathering, _size = _wanted(room)
        state = state_of(room)
        if not state.counting:
            raise Conflict(NOT_NOW)
        made = groups.count_off([one.id for one in _people(room)], state.said, state.counting)
        return apply_once(by, room, do.Divide(gathering, made), form, now)


def _wanted(room: Room) -> tuple[Gathering, int]:
    station = station_of(room)
    if station is None or station.gathering not in DIVIDED:
        raise Conflict(NOT_NOW)
    return station.gathering, station.size or groups.PAIR


def _people(room: Room) -> list[Person]:
    rows = Participant.objects.filter(room=room).order_by("id")
    people = [Person(str(row.id), row.workplace, row.group_mark) for row in rows]
    if not people:
        raise Refused(NOBODY)
    return people


def station_of(room: Room) -> Station | None:
    """What is on."""
    script, at = day_of_room(room).script, state_of(room).at
    return script[at] if 0 <= at < len(script) else None

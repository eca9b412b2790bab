"""One command to a room, under the room's lock, and what follows from it."""

import random
import uuid
from collections.abc import Sequence
from datetime import datetime

from kulturspejl.access.room_access import Runner, require_room
from kulturspejl.actions.deciding import deciding
from kulturspejl.actions.rooms import showing
from kulturspejl.actions.rooms.ringing import ring_all, ring_desk
from kulturspejl.actions.sent import keep, made_before
from kulturspejl.core.choreography import Command, Event, RoomState, step
from kulturspejl.core.choreography import commands as do
from kulturspejl.core.choreography.state import from_json, to_json
from kulturspejl.core.choreography.steps import NO_SUCH
from kulturspejl.core.errors import Conflict, NotThere
from kulturspejl.core.text import Text
from kulturspejl.records.models import Room
from kulturspejl.records.single import write
from kulturspejl.values.room_day import RoomDay, day_of_room, state_of_room

COUNTED_ALONE = "said"
"""A number that somebody tapped is news for the desk: 300 phones must not ask again for each of 300."""
MOST_PEOPLE = 1000
BY_ITSELF = Text(da="Luk dagen på knappen »Slut dagen«.", en="Close the day by the button “Close the day”.")


def run(
    *, by: Runner, room_id: uuid.UUID, command: Command, form: uuid.UUID | None = None, now: datetime
) -> int:
    """Carry out a facilitator's command; the version of the room afterwards. A second press changes nothing."""
    with deciding(Room, room_id) as room:
        require_room(by, room, now=now)
        if isinstance(command, do.Finish):
            raise Conflict(BY_ITSELF)
        return apply_once(by, room, command, form, now)


def apply_once(by: Runner, room: Room, command: Command, form: uuid.UUID | None, now: datetime) -> int:
    """Carry out a command that a form asked for, in the caller's lock; the version where it has done so before.

    Most commands know a second press by themselves; two minutes more, or another division, are two of them.
    """
    if before := made_before(form, by):
        return int(before)
    version = apply(room, command, now)
    keep(form, by, version, now)
    return version


def apply(room: Room, command: Command, now: datetime) -> int:
    """Carry out a command, whoever asked for it, in a room that the caller has locked; its version afterwards.

    The row has moved on as well then: one press reads it once.
    """
    before, day = state_of_room(room, now), day_of_room(room)
    if isinstance(command, do.PutUp):
        _require_model(command.model, before, day)
    after, events = step(before, command, script=day.script, now=now)
    if not events:
        return before.version
    room.state, room.version = to_json(after), after.version
    write(room, "state", "version")
    _follow(room, after, events)
    ring = ring_desk if {event.name for event in events} == {COUNTED_ALONE} else ring_all
    ring(room)
    return after.version


def _require_model(model: str, state: RoomState, day: RoomDay) -> None:
    """A room puts up what its exercise or the item that is on names, and nothing else that the instance holds."""
    station = day.script[state.at] if 0 <= state.at < len(day.script) else None
    if station is not None and model not in day.models_at(station):
        raise NotThere(NO_SUCH)


def _follow(room: Room, state: RoomState, events: Sequence[Event]) -> None:
    for event in events:
        if event.name == "shown":
            showing.show(room, event.about, random.SystemRandom())
        elif event.name == "moved" and event.about:
            showing.begin_again(room, event.about)


def state_of(room: Room) -> RoomState:
    """Where the room is."""
    return from_json(room.state)

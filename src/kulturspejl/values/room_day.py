"""A room's day as values: programme, exercises and script, read once for each plan of a room."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache

from django.utils import timezone

from kulturspejl.core.choreography import RoomState
from kulturspejl.core.choreography.agenda import begun_at
from kulturspejl.core.choreography.script import Script, Station, script_from_json
from kulturspejl.core.choreography.state import BEFORE, from_json
from kulturspejl.core.content.exercise import Exercise, Step
from kulturspejl.core.content.parse_exercise import exercise_from_json
from kulturspejl.core.content.parse_programme import parse_programme
from kulturspejl.core.content.programme import AgendaItem, Programme
from kulturspejl.core.disclosure.policy import Policy
from kulturspejl.core.kinds.base.part import Part
from kulturspejl.library.policies import load_policy
from kulturspejl.records.rooms import Room, RoomKind

MOST_IN_MEMORY = 128


@dataclass(frozen=True)
class RoomDay:
    """What was planned."""

    programme: Programme
    exercises: Mapping[str, Exercise]
    script: Script

    def step_of(self, station: Station) -> Step | None:
        """The step of an exercise that a station is; None for an item of the agenda alone."""
        return self.exercises[station.exercise].step(station.step) if station.exercise else None

    def item_of(self, station: Station) -> AgendaItem:
        """The item of the agenda that a station belongs to."""
        return self.programme.items[station.slot]

    def place_of(self, station: Station) -> str:
        """Its name that stays when the day is changed: "<item>", or "<item>/<exercise>/<step>"."""
        return "/".join(one for one in (self.item_of(station).id, station.exercise, station.step) if one)

    def models_at(self, station: Station) -> tuple[str, ...]:
        """The figures that may be put up there: that of the step, the exercise's others, then those of the item."""
        exercise, step = self.exercises.get(station.exercise), self.step_of(station)
        own = (exercise.model_of(step), *exercise.models) if exercise and step else ()
        return tuple(dict.fromkeys(one for one in (*own, *self.item_of(station).models) if one))

    def find_part(self, key: str) -> tuple[Station, Part] | None:
        """The station and part of a key "<station>/<part>"."""
        place, _slash, name = key.partition("/")
        station = next((one for one in self.script if one.key == place), None)
        step = self.step_of(station) if station else None
        part = next((one for one in step.parts if one.id == name), None) if step else None
        return (station, part) if station and part else None


def day_of_room(room: Room | uuid.UUID) -> RoomDay:
    """The room's day, by a row that has just been read, or by its id. Raises Room.DoesNotExist."""
    if isinstance(room, uuid.UUID):
        return _read(room, Room.objects.values_list("plan", flat=True).get(id=room))
    return _read(room.id, room.plan)


def day_of_plan(room_id: uuid.UUID, plan: int) -> RoomDay:
    """The same by a number of a plan that has just been read: nothing is asked of the store for a day that is known."""
    return _read(room_id, plan)


@lru_cache(maxsize=MOST_IN_MEMORY)
def _read(room_id: uuid.UUID, plan: int) -> RoomDay:
    """`plan` is the number that the caller has seen: another one is another day."""
    content, script = Room.objects.values_list("content", "script").get(id=room_id)
    return RoomDay(
        programme=parse_programme(content["programme"], "room"),
        exercises={key: exercise_from_json(raw) for key, raw in content["exercises"].items()},
        script=script_from_json(script),
    )


def minute_of(moment: datetime) -> int:
    """Minutes after midnight, where the instance is."""
    local = timezone.localtime(moment)
    return 60 * local.hour + local.minute


def state_of_room(room: Room, now: datetime) -> RoomState:
    """Where the room is. A borrowed one is planned for no hour: before it begins, its times are as if it began now."""
    state = from_json(room.state)
    if room.kind != RoomKind.BORROWED or state.at != BEFORE:
        return state
    return replace(state, slots=begun_at(state.slots, minute_of(now)))


def policy_of_room(room: Room) -> Policy:
    """What may be shown from which size in this room."""
    policy = load_policy(room.policy_version)
    return policy.raised_to(max(policy.mean, room.minimum))

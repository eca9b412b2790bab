"""A room's day as values: programme, exercises and script, read once for each plan of a room."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache

from django.utils import timezone

from kulturspejl.core.choreography import RoomState
from kulturspejl.core.choreography.agenda import begun_at
from kulturspejl.core.choreography.chosen import as_sequence, is_older
from kulturspejl.core.choreography.script import Script, Station, script_from_json
from kulturspejl.core.choreography.state import BEFORE, from_json
from kulturspejl.core.content.as_written import as_written
from kulturspejl.core.content.exercise import Exercise, Step
from kulturspejl.core.content.own_goals import with_goals
from kulturspejl.core.content.parse_exercise import exercise_from_json
from kulturspejl.core.content.parse_programme import parse_programme
from kulturspejl.core.content.programme import AgendaItem, Planned, Programme
from kulturspejl.core.disclosure.policy import Policy
from kulturspejl.core.kinds.base.part import Part
from kulturspejl.core.text import Text
from kulturspejl.library.policies import load_policy
from kulturspejl.records.rooms import Room, RoomKind
from kulturspejl.values.the_library import the_library

MOST_IN_MEMORY = 128
LONGEST_TITLE = 50
"""Of a title in the name of a place: what stands there keeps that name in a column."""


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

    def planned_of(self, station: Station) -> Planned | None:
        """What the item was planned to hold there; None for an item that holds nothing."""
        return self.item_of(station).held[station.nth] if station.nth >= 0 else None

    def place_of(self, station: Station) -> str:
        """Its name that stays when the day is changed: "<item>", and the exercise with its step, or what is told."""
        planned = self.planned_of(station)
        told = station.model or (planned.title.da[:LONGEST_TITLE] if planned and planned.title else "")
        return "/".join(one for one in (self.item_of(station).id, station.exercise, station.step, told) if one)

    def models_at(self, station: Station) -> tuple[str, ...]:
        """The figures at hand there: that of the step or the input, the exercise's others, then those of the item.

        What is told is told one figure at a time: there the others of the sequence are a key away, and no button.
        """
        item, exercise, step = self.item_of(station), self.exercises.get(station.exercise), self.step_of(station)
        own = (exercise.model_of(step), *exercise.models) if exercise and step else (station.model,)
        others = item.models if station.nth >= 0 and not exercise else item.figures
        return tuple(dict.fromkeys(one for one in (*own, *others) if one))

    def as_written(self, words: str) -> Text:
        """The room's question or homework in each language, where it was left as the programme has it."""
        offered = the_library().exercises.values()
        return as_written(self.programme, words, (one.name for one in (*offered, *self.exercises.values())))

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
    content, rows = Room.objects.values_list("content", "script").get(id=room_id)
    programme, script = parse_programme(content["programme"], "room"), script_from_json(rows)
    if is_older(script):
        programme, script = as_sequence(programme, script)
    exercises = {
        key: with_goals(exercise_from_json(raw), programme.goals) for key, raw in content["exercises"].items()
    }
    return RoomDay(programme=programme, exercises=exercises, script=script)


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

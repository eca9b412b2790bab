"""The form of a class: the agenda, what each item may hold, and the words of each step."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kulturspejl.access.permission import NOTHING_HERE, day_of
from kulturspejl.access.room_access import organisations_of, require_room
from kulturspejl.core.choreography.state import from_json
from kulturspejl.core.content.exercise import Exercise, Step
from kulturspejl.core.content.own_words import plain
from kulturspejl.core.content.programme import PROTECTED, AgendaItem, Offer, Programme
from kulturspejl.core.errors import NotThere
from kulturspejl.readers.rooms.regions.agenda import time_of_day
from kulturspejl.readers.rooms.regions.station import WITH_WHOM
from kulturspejl.records.models import Participant, User
from kulturspejl.values.room_day import day_of_room
from kulturspejl.values.room_plan import chosen_in, fixed_items
from kulturspejl.values.the_library import the_library


@dataclass(frozen=True)
class StepWords:
    """A step's own words as a form holds them: on the wall, and on the phones (without who sees what is written)."""

    step: str
    title: str
    wall: str
    phone: str


@dataclass(frozen=True)
class OfferView:
    """An exercise that an item may hold, as the preparing page shows it; `steps` are (title, with whom, minutes).

    `place` (from 1) is its place in the item.
    """

    exercise: str
    name: str
    purpose: str
    minutes: int
    is_ticked: bool
    steps: tuple[tuple[str, str, int], ...]
    words: tuple[StepWords, ...] = ()
    place: int = 0


@dataclass(frozen=True)
class ItemView:
    """One item of the agenda with what it may hold; `is_fixed`: it has begun, and stays as it is."""

    key: str
    start: str
    end: str
    title: str
    minutes: int
    is_break: bool
    offers: tuple[OfferView, ...]
    is_fixed: bool = False


@dataclass(frozen=True)
class Planned:
    """What stands in a room that is being changed."""

    room_id: uuid.UUID
    name: str
    day: date
    check_in: str
    homework: str
    next_day: date | None
    here: int
    has_begun: bool
    kind: str


@dataclass(frozen=True)
class Prepare:
    """The form of a new class, or of a planned one; `language` is that of the words in its steps."""

    programme: str
    programme_name: str
    items: tuple[ItemView, ...]
    check_ins: tuple[str, ...]
    homework: str
    goals: tuple[str, ...]
    language: str = "da"
    planned: Planned | None = None


def prepare(user: User, programme: str, *, language: str, now: datetime) -> Prepare:
    """For somebody who may make rooms; NotThere for anybody else, and for an unknown programme."""
    library = the_library()
    if not organisations_of(user, day_of(now)) or programme not in library.programmes:
        raise NotThere(NOTHING_HERE)
    plan = library.programmes[programme]
    ticked = {
        item.id: [
            (one.exercise, library.exercises[one.exercise].minutes) for one in item.offers if one.is_ticked
        ]
        for item in plan.items
    }
    return _form(plan, ticked, 0, library.exercises, language, None)


def change(user: User, room_id: uuid.UUID, *, language: str, now: datetime) -> Prepare:
    """The form with what stands in a room; NotThere for somebody who may not run it."""
    room = require_room(user, room_id, now=now)
    day, state = day_of_room(room), from_json(room.state)
    fixed = fixed_items(room, state, day)
    planned = Planned(
        room_id=room.id, name=room.name, day=room.day, check_in=room.check_in, homework=room.homework,
        next_day=room.next_day, here=Participant.objects.filter(room=room).count(), has_begun=fixed > 0, kind=room.kind,
    )  # fmt: skip
    exercises = {**the_library().exercises, **day.exercises}
    return _form(day.programme, chosen_in(day), fixed, exercises, language, planned)


def _form(
    plan: Programme,
    chosen: Mapping[str, Sequence[tuple[str, int]]],
    fixed: int,
    exercises: Mapping[str, Exercise],
    language: str,
    planned: Planned | None,
) -> Prepare:
    return Prepare(
        programme=plan.id, programme_name=plan.name.into(language),
        items=tuple(
            _item(item, chosen[item.id], place < fixed, exercises, language) for place, item in enumerate(plan.items)
        ),
        check_ins=tuple(text.into(language) for text in plan.check_ins), homework=plan.homework.into(language),
        goals=tuple(text.into(language) for text in plan.goals), language=language, planned=planned,
    )  # fmt: skip


def _item(
    item: AgendaItem,
    chosen: Sequence[tuple[str, int]],
    is_fixed: bool,
    exercises: Mapping[str, Exercise],
    language: str,
) -> ItemView:
    return ItemView(
        key=item.id, start=time_of_day(item.start, language), end=time_of_day(item.end, language),
        title=item.title.into(language), minutes=item.minutes, is_break=item.kind in PROTECTED,
        offers=tuple(
            _offer(exercises[one], dict(chosen), place, language)
            for place, one in enumerate(_in_order(item.offers, chosen), start=1)
            if one in exercises
        ),
        is_fixed=is_fixed,
    )  # fmt: skip


def _in_order(offers: Sequence[Offer], chosen: Sequence[tuple[str, int]]) -> list[str]:
    """In the programme's order, unless somebody has chosen another: then the chosen ones first."""
    offered, picked = [one.exercise for one in offers], [exercise for exercise, _minutes in chosen]
    if [one for one in offered if one in picked] == picked:
        return offered
    return list(dict.fromkeys([*picked, *offered]))


def _offer(exercise: Exercise, chosen: Mapping[str, int], place: int, language: str) -> OfferView:
    return OfferView(
        exercise=exercise.id, name=exercise.name.into(language), purpose=exercise.purpose.into(language),
        minutes=chosen.get(exercise.id, exercise.minutes), is_ticked=exercise.id in chosen,
        steps=tuple(
            (step.title.into(language), WITH_WHOM[step.gathering].into(language), step.minutes)
            for step in exercise.steps
        ),
        words=tuple(_words(step, language) for step in exercise.steps), place=place,
    )  # fmt: skip


def _words(step: Step, language: str) -> StepWords:
    return StepWords(
        step.id, step.title.into(language), plain(step.wall, language), plain(step.phone, language)
    )

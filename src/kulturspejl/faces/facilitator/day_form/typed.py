"""A day as it stands in a form: every field a string, so that nothing typed is lost, whatever it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.http import QueryDict

from kulturspejl.core.content.exercise import Exercise
from kulturspejl.core.content.planning import MOST_ITEMS, MOST_STATIONS
from kulturspejl.core.content.programme import AgendaItem, Planned, PlannedKind, Programme, SlotKind
from kulturspejl.core.toml.keys import ID

LONGEST, LONGEST_ID = 4000, 60


@dataclass(frozen=True)
class TypedStation:
    """`was` is the place that it had in the day before anybody typed, "<item>.<place>"; "" for a new one.

    `steps` are the minutes of each step of an exercise; an empty one is left out.
    """

    kind: str
    was: str = ""
    is_ticked: bool = True
    minutes: str = ""
    model: str = ""
    exercise: str = ""
    title: str = ""
    lines: str = ""
    notes: str = ""
    steps: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class TypedItem:
    """One item of the agenda; `id` is the one that it has in the day."""

    id: str
    start: str
    end: str
    kind: str
    title: str
    stations: tuple[TypedStation, ...] = ()


@dataclass(frozen=True)
class TypedDay:
    """All of it that is a programme; `goals` are one a line."""

    items: tuple[TypedItem, ...]
    goals: str
    preparation: str


def from_programme(plan: Programme, exercises: Mapping[str, Exercise], language: str) -> TypedDay:
    """What stands in the form before anybody has typed."""
    return TypedDay(
        items=tuple(_item(one, exercises, language) for one in plan.items),
        goals="\n".join(one.into(language) for one in plan.goals),
        preparation=plan.preparation.into(language) if plan.preparation else "",
    )


def from_post(data: QueryDict, exercises: Mapping[str, Exercise]) -> TypedDay:
    """What was sent. An item is named once; a kind that is none is a block, or an input."""
    sent = dict.fromkeys(one for one in data.getlist("item") if len(one) <= LONGEST_ID and ID.fullmatch(one))
    ids = list(sent)[: MOST_ITEMS + 1]
    return TypedDay(
        items=tuple(_posted_item(id, data, exercises) for id in ids),
        goals=_of(data, "goals"), preparation=_of(data, "preparation"),
    )  # fmt: skip


def clock(minutes: int) -> str:
    """ "09:15", as a field for a time of day holds it."""
    return "{:02}:{:02}".format(*divmod(minutes, 60))


def new_exercise(exercise: Exercise, *, is_ticked: bool = True, was: str = "") -> TypedStation:
    """An exercise with the minutes that it says itself."""
    steps = {step.id: str(step.minutes) for step in exercise.steps}
    return TypedStation(PlannedKind.EXERCISE, was, is_ticked, exercise=exercise.id, steps=steps)


def _item(item: AgendaItem, exercises: Mapping[str, Exercise], language: str) -> TypedItem:
    stations = [
        _station(one, f"{item.id}.{place}", exercises, language)
        for place, one in enumerate(item.stations)
        if not one.exercise or one.exercise in exercises
    ]
    return TypedItem(
        item.id, clock(item.start), clock(item.end), item.kind.value, item.title.into(language), tuple(stations)
    )


def _station(one: Planned, was: str, exercises: Mapping[str, Exercise], language: str) -> TypedStation:
    if one.kind is PlannedKind.EXERCISE:
        made = new_exercise(exercises[one.exercise], is_ticked=one.is_ticked, was=was)
        if not one.steps:
            return made
        given = {step.id: str(step.minutes or made.steps.get(step.id, "")) for step in one.steps}
        return TypedStation(
            one.kind, was, one.is_ticked, exercise=one.exercise, steps={id: given.get(id, "") for id in made.steps}
        )
    return TypedStation(
        one.kind, was, one.is_ticked, str(one.minutes), one.model,
        title=one.title.into(language) if one.title else "",
        lines="\n".join(text.into(language) for text in one.lines),
        notes="\n".join(text.into(language) for text in one.notes),
    )  # fmt: skip


def _posted_item(id: str, data: QueryDict, exercises: Mapping[str, Exercise]) -> TypedItem:
    count = _of(data, f"count.{id}")
    many = min(int(count), MOST_STATIONS + 1) if count.isascii() and count.isdigit() else 0
    kind = _of(data, f"kind.{id}")
    return TypedItem(
        id, _of(data, f"start.{id}"), _of(data, f"end.{id}"), kind if kind in set(SlotKind) else SlotKind.BLOCK,
        _of(data, f"title.{id}"), tuple(_posted(f"{id}.{place}", data, exercises) for place in range(many)),
    )  # fmt: skip


def _posted(at: str, data: QueryDict, exercises: Mapping[str, Exercise]) -> TypedStation:
    kind, exercise = _of(data, f"kind.{at}"), _of(data, f"exercise.{at}")
    known = exercises.get(exercise)
    steps = {step.id: _of(data, f"step.{at}.{step.id}") for step in known.steps} if known else {}
    return TypedStation(
        kind if kind in set(PlannedKind) else PlannedKind.INPUT, _of(data, f"was.{at}"), _of(data, f"tick.{at}") == "1",
        _of(data, f"minutes.{at}"), _of(data, f"model.{at}"), exercise, _of(data, f"title.{at}"),
        _of(data, f"lines.{at}"), _of(data, f"notes.{at}"), steps,
    )  # fmt: skip


def _of(data: QueryDict, name: str) -> str:
    return data.get(name, "")[:LONGEST].strip()

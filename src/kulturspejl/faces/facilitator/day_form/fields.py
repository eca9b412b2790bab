"""What the page draws of a day that is being prepared: each field with its name, its words and its fault."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from django.http import QueryDict
from django.utils.translation import gettext as _

from kulturspejl.core.choreography.changeover import changeover
from kulturspejl.core.content.exercise import Exercise, Step
from kulturspejl.core.content.gathering import Gathering
from kulturspejl.core.content.own_words import faces_of, plain
from kulturspejl.core.content.programme import PROTECTED, PlannedKind
from kulturspejl.faces.facilitator.day_form.made import minute_of, number_of
from kulturspejl.faces.facilitator.day_form.typed import TypedDay, TypedItem, TypedStation
from kulturspejl.readers.rooms.preparing import Prepare
from kulturspejl.readers.rooms.regions.station import WITH_WHOM


@dataclass(frozen=True)
class WordsField:
    """One text of a step: the wall's, the phones' or the desk's."""

    name: str
    face: str
    typed: str
    fault: str


@dataclass(frozen=True)
class StepField:
    """A step of an exercise: its minutes, and what it says."""

    id: str
    title: str
    with_whom: str
    form: str
    minutes: str
    words: tuple[WordsField, ...]


@dataclass(frozen=True)
class StationField:
    """One place in an item; `at` is "<item>.<place>", and what its fields are called by. `called` is it alone.

    `has_words`: the words of an exercise can be changed where it stands first in the day; everywhere it says the same.
    """

    at: str
    typed: TypedStation
    name: str
    purpose: str
    steps: tuple[StepField, ...]
    fault: str
    called: str
    has_words: bool = False

    @property
    def is_open(self) -> bool:
        """Then its words are not folded away."""
        return any(one.fault for step in self.steps for one in step.words)


@dataclass(frozen=True)
class ItemField:
    """An item with what it holds, and its sum of minutes, changeovers counted."""

    typed: TypedItem
    stations: tuple[StationField, ...]
    used: int
    changeovers: int
    fault: str

    @property
    def called(self) -> str:
        """With its time, for a day has several breaks."""
        return _at(self.typed)

    @property
    def is_at_fault(self) -> bool:
        """Then it stands open on the page."""
        return bool(self.fault) or any(one.fault or one.is_open for one in self.stations)

    @property
    def is_break(self) -> bool:
        """A break holds nothing."""
        return self.typed.kind in PROTECTED

    @property
    def minutes(self) -> int:
        """How long the item is; 0 while its times cannot be read."""
        start, end = minute_of(self.typed.start), minute_of(self.typed.end)
        return max(0, end - start) if start is not None and end is not None else 0

    @property
    def over(self) -> int:
        """Minutes that are too many; negative where there is room left."""
        return self.used - self.minutes

    @property
    def says(self) -> str:
        """ "62 af 75 minutter, 13 tilbage. Skift: 4"; prepare.js says the same while it is being typed."""
        words = _("{used} of {minutes} minutes").format(used=self.used, minutes=self.minutes)
        rest = _(", {n} too many") if self.over > 0 else _(", {n} left") if self.over < 0 else ""
        return words + rest.replace("{n}", str(abs(self.over)))


def items_of(
    day: TypedDay, view: Prepare, data: QueryDict | None, faults: Mapping[str, str]
) -> tuple[ItemField, ...]:
    """All items as they are typed; people come back to plenary in a break."""
    found, seated, worded = [], Gathering.PLENARY, set[str]()
    for item in day.items:
        stations = []
        for place, one in enumerate(item.stations):
            made = _station(item, place, one, view, data, faults)
            stations.append(replace(made, has_words=bool(made.steps) and one.exercise not in worded))
            worded.add(one.exercise)
        used, between, seated = _sum(item, view.exercises, seated)
        found.append(ItemField(item, tuple(stations), used, between, faults.get(item.id, "")))
    return tuple(found)


def _sum(item: TypedItem, exercises: Mapping[str, Exercise], seated: Gathering) -> tuple[int, int, Gathering]:
    """(minutes with changeovers, changeovers, how people sit at the end)."""
    used = between = 0
    for minutes, gathering, is_break in _held(item, exercises):
        change = changeover(seated, gathering)
        used, between = used + minutes + change, between + change
        seated = Gathering.PLENARY if is_break else gathering
    return used, between, Gathering.PLENARY if item.kind in PROTECTED or not used else seated


def _held(item: TypedItem, exercises: Mapping[str, Exercise]) -> Iterator[tuple[int, Gathering, bool]]:
    for one in item.stations:
        if not one.is_ticked:
            continue
        if one.kind != PlannedKind.EXERCISE:
            yield number_of(one.minutes) or 0, Gathering.PLENARY, one.kind == PlannedKind.BREAK
        elif one.exercise in exercises:
            for step in exercises[one.exercise].steps:
                if minutes := number_of(one.steps.get(step.id, "")):
                    yield minutes, step.gathering, False


def _station(
    item: TypedItem, place: int, one: TypedStation, view: Prepare, data: QueryDict | None, faults: Mapping[str, str]
) -> StationField:
    exercise, language = view.exercises.get(one.exercise), view.language
    steps = tuple(_step(exercise, step, one, view, data, faults) for step in exercise.steps) if exercise else ()
    name = exercise.name.into(language) if exercise else one.title or dict(view.models).get(one.model, "")
    at, purpose = f"{item.id}.{place}", exercise.purpose.into(language) if exercise else ""
    return StationField(at, one, name, purpose, steps, faults.get(at, ""), _called(one, name, place, _at(item)))


def _at(item: TypedItem) -> str:
    """What tells it from the day's other breaks."""
    return f"{item.start} {item.title}"


def _called(one: TypedStation, name: str, place: int, item: str) -> str:
    """What nothing else in the day is called: an input and an exercise may have one name, and stand in two places."""
    kinds = {PlannedKind.EXERCISE.value: _("Exercise"), PlannedKind.BREAK.value: _("Break")}
    said = _("{what}: {name}, no. {n} in {item}") if name else _("{what}, no. {n} in {item}")
    return said.format(what=kinds.get(one.kind, _("Input")), name=name, n=place + 1, item=item)


def _step(
    exercise: Exercise, step: Step, one: TypedStation, view: Prepare, data: QueryDict | None, faults: Mapping[str, str]
) -> StepField:
    words = []
    for face, text in faces_of(step).items():
        name = f"text.{exercise.id}.{step.id}.{face}"
        stands = plain(text, view.language)
        words.append(WordsField(name, face, data.get(name, stands) if data else stands, faults.get(name, "")))
    return StepField(
        step.id, step.title.into(view.language), WITH_WHOM[step.gathering].into(view.language), step.gathering.value,
        one.steps.get(step.id, ""), tuple(words),
    )  # fmt: skip

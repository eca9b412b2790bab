"""The day's forms for paper: the same steps, questions, letters and numbers as the phones have."""

import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from kulturspejl.access.room_access import Runner, require_room
from kulturspejl.core.content.exercise import Exercise, Stage, Step
from kulturspejl.core.content.programme import SlotKind
from kulturspejl.core.kinds.base.paper import Field, Head, Points, Stretches
from kulturspejl.core.kinds.base.part import Shape
from kulturspejl.core.kinds.base.questionnaire import Questionnaire
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.text import Text
from kulturspejl.core.writing.dates import day as day_in_words
from kulturspejl.readers.rooms.regions.group import EACH
from kulturspejl.readers.rooms.regions.station import WITH_WHOM
from kulturspejl.records.models import Room
from kulturspejl.reports.paper import PaperDay, PaperStep
from kulturspejl.values import links
from kulturspejl.values.own_logo import logo_svg
from kulturspejl.values.room_day import RoomDay, day_of_room
from kulturspejl.values.the_library import the_library

OWN = Text(da="Arket er dit eget. Ingen samler det ind.", en="The sheet is yours. Nobody collects it.")
NOT_COUNTED = Text(
    da="Det, du skriver på papir, kommer ikke med på skærmen. Sig det højt, hvis du har lyst.",
    en="What you write on paper does not appear on the screen. Say it aloud if you like.",
)
TWO_LINES = Text(
    da="Nu: hel streg. Ønsket, senere: stiplet streg.", en="Now: a whole line. Wished for, later: a broken one."
)
INTO_THE_SAME = Text(
    da="Skriv de fire tal for din ønskede kultur om et år, og tegn dem med stiplet streg i det spindelvæv, hvor du "
    "tegnede nu. Får én kultur mere, får de andre mindre.",
    en="Write the four numbers that you would wish for in a year, and draw them with a broken line into the web where "
    "you drew now. What one culture gets more, the others get less.",
)
ABOUT = Text(da="{with_whom}, {minutes} minutter", en="{with_whom}, {minutes} minutes")
UNNAMED = Text(
    da="Tal fra papir kommer ikke med på skærmen. Du kan aflevere arket uden navn.",
    en="Numbers from paper do not appear on the screen. You may hand the sheet in without a name.",
)
Say = Callable[[Text | None], str]


def paper(user: Runner, room_id: uuid.UUID, *, language: str, now: datetime) -> PaperDay:
    """For whoever may run the room; NotThere for anybody else."""
    room = require_room(user, room_id, now=now)
    return paper_of(room, day_of_room(room.id), language)


def paper_of(room: Room, day: RoomDay, language: str) -> PaperDay:
    """The exercises in the day's order, each once with the minutes that it has in this room."""

    def say(text: Text | None) -> str:
        return text.into(language) if text else ""

    return PaperDay(
        title=room.name, day=f"{say(day.programme.name)} · {day_in_words(room.day, language)}", code=room.code,
        address=links.short_address(), url=links.room_url(room.code), logo=logo_svg(room.made_by_id),
        exercises=tuple(
            (say(exercise.name), tuple(_steps(room, day, exercise, say))) for exercise in _in_order(day)
        ),
    )  # fmt: skip


def _in_order(day: RoomDay) -> list[Exercise]:
    ids = dict.fromkeys(station.exercise for station in day.script if station.exercise)
    return [day.exercises[id] for id in ids]


@dataclass(frozen=True)
class _Page:
    """The sheet of one exercise, as a kind asks about it (core/kinds/base/paper.py)."""

    exercise: Exercise
    say: Say

    def sides(self) -> list[tuple[str, Shape]]:
        """The two sides of its sheet."""
        reads = next((step.reads for step in self.exercise.steps if step.reads), ())
        parts = [self.exercise.side(id)[1] for id in reads]
        return [(self.say(part.label), part.shape) for part in parts]

    def questionnaire(self, id: str) -> Questionnaire:
        """The instrument, as this instance has it."""
        return the_library().instruments[id]


def _steps(room: Room, day: RoomDay, exercise: Exercise, say: Say) -> Iterator[PaperStep]:
    for station in day.script:
        if station.exercise != exercise.id:
            continue
        step = exercise.step(station.step)
        is_asked = step.parts and day.item_of(station).kind is SlotKind.CHECK_IN
        about = say(ABOUT).format(with_whom=say(WITH_WHOM[step.gathering]), minutes=station.minutes)
        yield PaperStep(
            title=say(step.title), about=about[0].upper() + about[1:],
            text=room.check_in if is_asked else say(step.paper or step.wall),
            who_sees=_who_sees(step, say), fields=tuple(_fields(exercise, step, station.stages, say)),
        )  # fmt: skip


def _who_sees(step: Step, say: Say) -> str:
    levels = {part.visibility for part in step.parts}
    if not levels:
        return ""
    alone = {Visibility.PRIVATE: OWN, Visibility.AGGREGATE: UNNAMED}
    return say(alone.get(min(levels), NOT_COUNTED) if len(levels) == 1 else NOT_COUNTED)


def _fields(exercise: Exercise, step: Step, minutes: tuple[int, ...], say: Say) -> Iterator[Field]:
    page = _Page(exercise, say)
    for part in step.parts:
        if len(step.parts) > 1 and not part.shape.says_its_label:
            yield Head(say(part.label))
        for field in part.shape.paper(say(part.label), page):
            yield _in_one_web(field, exercise, page) if isinstance(field, Points) else field
    if step.stages:
        yield Stretches(tuple(_stretch(step, *one, say) for one in zip(step.stages, minutes, strict=True)))


def _in_one_web(field: Points, exercise: Exercise, page: "_Page") -> Points:
    """Where an exercise asks for both, what is wished for is drawn into the web of what is."""
    webs = [
        one
        for step in exercise.steps
        for part in step.parts
        for one in part.shape.paper("", page)
        if isinstance(one, Points)
    ]
    if not (any(one.questions for one in webs) and any(not one.questions for one in webs)):
        return field
    if field.questions:
        return replace(field, legend=page.say(TWO_LINES))
    return replace(field, instruction=page.say(INTO_THE_SAME), has_web=False)


def _stretch(step: Step, stage: Stage, minutes: int, say: Say) -> tuple[int, str, tuple[tuple[str, str], ...]]:
    """A group of the size that was meant: each has the same share of the last round."""
    each = str(max(1, minutes // max(1, step.size)))
    labels = {role.id: say(role.label) for role in step.roles}
    said = tuple((labels[id], say(words).replace(EACH, each)) for id, words in stage.says.items())
    return minutes, say(stage.title), said

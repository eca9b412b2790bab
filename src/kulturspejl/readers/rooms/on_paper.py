"""The day's forms for paper: the same steps, questions, letters and numbers as the phones have."""

import uuid
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from itertools import zip_longest

from kulturspejl.access.room_access import Runner, require_room
from kulturspejl.core.content.contributions import WHICH_SIDE
from kulturspejl.core.content.exercise import Exercise, Part, Stage, Step
from kulturspejl.core.content.instrument import AllocationInstrument
from kulturspejl.core.content.kinds import Kind
from kulturspejl.core.content.programme import SlotKind
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.profile.form import ON_PAPER
from kulturspejl.core.text import Text
from kulturspejl.core.writing.dates import day as day_in_words
from kulturspejl.readers.rooms.pieces import WITH_WHOM
from kulturspejl.readers.rooms.places import CORNERS
from kulturspejl.readers.rooms.sitting import EACH
from kulturspejl.records.models import Room
from kulturspejl.reports.paper import (
    Field,
    Head,
    Numbers,
    PaperDay,
    PaperStep,
    Points,
    Poles,
    Ruled,
    Sides,
    Square,
    Stretches,
    Texts,
    Ticks,
)
from kulturspejl.values import links
from kulturspejl.values.room_day import RoomDay, day_of_room
from kulturspejl.values.the_library import the_library

OWN = Text(da="Arket er dit eget. Ingen samler det ind.", en="The sheet is yours. Nobody collects it.")
NOT_COUNTED = Text(
    da="Det, du skriver på papir, kommer ikke med på skærmen. Sig det højt, hvis du har lyst.",
    en="What you write on paper does not appear on the screen. Say it aloud if you like.",
)
ABOUT = Text(da="{with_whom}, {minutes} minutter", en="{with_whom}, {minutes} minutes")
UNNAMED = Text(
    da="Tal fra papir kommer ikke med på skærmen. Du kan aflevere arket uden navn.",
    en="Numbers from paper do not appear on the screen. You may hand the sheet in without a name.",
)
TO_DRAW = Text(
    da="Skriv de fire tal, du kunne ønske dig om et år, og tegn dem. Når én kultur får mere, får en anden mindre.",
    en="Write the four numbers that you would wish for in a year, and draw them. More of one means less of another.",
)
SAY_THEMSELVES = (Kind.CHOICE, Kind.ALLOCATION)
"""Their own label stands over their fields already."""
MOST_BESIDE = 6
"""Longer rows of numbers stand under their statement, not beside it."""
NOW, WISH = "now", "wish"
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
        address=links.short_address(), url=links.room_url(room.code),
        exercises=tuple(
            (say(exercise.name), tuple(_steps(room, day, exercise, say))) for exercise in _in_order(day)
        ),
    )  # fmt: skip


def _in_order(day: RoomDay) -> list[Exercise]:
    ids = dict.fromkeys(station.exercise for station in day.script if station.exercise)
    return [day.exercises[id] for id in ids]


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
    for part in step.parts:
        if part.kind is Kind.SHEET:
            yield from _sheet(exercise, part, say)
            continue
        if len(step.parts) > 1 and part.kind not in SAY_THEMSELVES:
            yield Head(say(part.label))
        yield from _FIELDS[part.kind](part, say)
    if step.stages:
        yield Stretches(tuple(_stretch(step, *one, say) for one in zip(step.stages, minutes, strict=True)))


def _stretch(step: Step, stage: Stage, minutes: int, say: Say) -> tuple[int, str, tuple[tuple[str, str], ...]]:
    """A group of the size that was meant: each has the same share of the last round."""
    each = str(max(1, minutes // max(1, step.size)))
    labels = {role.id: say(role.label) for role in step.roles}
    said = tuple((labels[id], say(words).replace(EACH, each)) for id, words in stage.says.items())
    return minutes, say(stage.title), said


def _board(part: Part, say: Say) -> Iterator[Field]:
    for item in part.items:
        yield Ruled(say(item.label), part.longest)


def _sheet(exercise: Exercise, part: Part, say: Say) -> Iterator[Field]:
    """Both sides on one form, where its own side is written; the others write in the same form."""
    reads = next((step.reads for step in exercise.steps if step.reads), ())
    if not reads or reads[0] != part.id:
        return
    own, others = (exercise.side(id)[1] for id in reads)
    rows: list[tuple[str, str, str]] = []
    for scale in own.scales:
        sides = [[say(item.label) for item in side.items if item.scale == scale.id] for side in (own, others)]
        for at, (left, right) in enumerate(zip_longest(*sides, fillvalue="")):
            rows.append(("" if at else say(scale.label), left, right))
    yield Sides(say(own.label), say(others.label), tuple(rows))


def _statements(part: Part, say: Say) -> Iterator[Field]:
    said = tuple(say(item.label) for item in part.items)
    if part.sides:
        yield Ticks(say(WHICH_SIDE), tuple(say(side.label) for side in part.sides))
    is_wide = part.most - part.least > MOST_BESIDE
    yield Numbers(said, part.least, part.most, say(part.low), say(part.high), is_wide=is_wide)


def _pairs(part: Part, say: Say) -> Iterator[Field]:
    ends = ((item.low, item.low_says, item.high, item.high_says) for item in part.items)
    yield Poles(tuple((say(low), say(a), say(high), say(b)) for low, a, high, b in ends), part.most - part.least + 1)


def _line(part: Part, say: Say) -> Iterator[Field]:
    yield Texts(tuple((str(one.value), say(one.label), say(one.says)) for one in part.anchors))
    yield from _statements(part, say)


def _square(part: Part, say: Say) -> Iterator[Field]:
    fields = {item.corner: item for item in part.items}
    names = [say(fields[corner].label) for corner in CORNERS]
    x, y = ((say(axis.label), say(axis.low), say(axis.high)) for axis in part.axes)
    yield Square((names[0], names[1], names[2], names[3]), x, y)
    yield Texts(tuple(("", say(item.label), say(item.says)) for item in part.items if item.says))


def _choice(part: Part, say: Say) -> Iterator[Field]:
    yield Ticks(say(part.label), tuple(say(item.label) for item in part.items))


def _allocation(part: Part, say: Say) -> Iterator[Field]:
    """Now: six questions, four sums and a web. Wished for: the four numbers alone, as they are drawn on a phone."""
    instrument = the_library().instruments[part.instrument]
    names = {letter: say(instrument.cultures[letter].name) for letter in sorted(instrument.cultures)}
    if part.asks != WISH:
        said = say(instrument.instructions(ON_PAPER)[0])
        yield Points(said, _questions(instrument, say), ON_PAPER.total, names)
    if part.asks != NOW:
        yield Points(say(TO_DRAW), (), ON_PAPER.total, names)


def _questions(
    instrument: AllocationInstrument, say: Say
) -> tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]:
    return tuple(
        (
            f"{one.number}. {say(one.label)}", say(one.stem),
            tuple((letter, say(one.statements[letter])) for letter in sorted(one.statements)),
        )
        for one in instrument.dimensions
    )  # fmt: skip


_FIELDS: Mapping[Kind, Callable[[Part, Say], Iterator[Field]]] = {
    Kind.BOARD: _board,
    Kind.AGREEMENT_ITEMS: _statements,
    Kind.PAIRS: _pairs,
    Kind.ANCHORED_SCALE: _line,
    Kind.FIELD: _square,
    Kind.CHOICE: _choice,
    Kind.ALLOCATION: _allocation,
}
"""A test holds it to every kind that an exercise may use, but for a sheet: its two sides are one form."""

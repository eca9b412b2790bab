"""Exercises that somebody tries alone, on their own device: the server gives the questions and hears no answer."""

from dataclasses import dataclass

from kulturspejl.access.permission import NOTHING_HERE
from kulturspejl.core.content.exercise import Exercise
from kulturspejl.core.errors import NotThere
from kulturspejl.core.kinds.sheet import Sheet
from kulturspejl.core.text import Text
from kulturspejl.core.writing.order import danish_key
from kulturspejl.readers.rooms.regions.lines import joined
from kulturspejl.readers.rooms.regions.part import PartView, Say, view_of
from kulturspejl.values.the_library import the_library


@dataclass(frozen=True)
class AloneCard:
    """One line in the list: what it is for, and about how long it takes."""

    id: str
    name: str
    purpose: str
    minutes: int


@dataclass(frozen=True)
class AloneStep:
    """What one does, and what is filled in."""

    text: str
    parts: tuple[PartView, ...]


@dataclass(frozen=True)
class Alone:
    """A whole exercise for one."""

    card: AloneCard
    steps: tuple[AloneStep, ...]


@dataclass(frozen=True)
class SheetForm:
    """A sheet to fill in at home: its two sides, and what follows from it."""

    title: str
    own: PartView
    others: PartView
    after: PartView | None


def alone_list(language: str) -> tuple[AloneCard, ...]:
    """Every exercise that makes sense for one, by name."""
    found = (_card(one, _saying(language)) for one in the_library().exercises.values() if one.for_one)
    return tuple(sorted(found, key=lambda card: danish_key(card.name)))


def alone(id: str, language: str) -> Alone:
    """The exercise of that id. Raises NotThere where there is none for one person."""
    found, say = the_library().exercises.get(id), _saying(language)
    if found is None or not found.for_one:
        raise NotThere(NOTHING_HERE)
    steps = tuple(
        AloneStep(
            text=say(step.alone),
            parts=joined(tuple(view_of(part, f"{step.id}/{part.id}", say) for part in step.parts)),
        )
        for step in found.for_one
    )  # fmt: skip
    return Alone(_card(found, say), steps)


def sheet_form(language: str) -> SheetForm | None:
    """The sheet with two sides of this instance; None where no exercise has one."""
    say = _saying(language)
    for exercise in the_library().exercises.values():
        step = next((one for one in exercise.steps if one.reads), None)
        if step is None:
            continue
        own, others = (view_of(exercise.side(id)[1], id, say) for id in step.reads)
        kept = [part for one in exercise.steps for part in one.parts if part.role and not isinstance(part.shape, Sheet)]
        return SheetForm(say(exercise.name), own, others, view_of(kept[0], kept[0].id, say) if kept else None)
    return None


def _card(exercise: Exercise, say: Say) -> AloneCard:
    minutes = sum(step.minutes for step in exercise.for_one)
    return AloneCard(exercise.id, say(exercise.name), say(exercise.alone or exercise.purpose), minutes)


def _saying(language: str) -> Say:
    def say(text: Text | None) -> str:
        return text.into(language) if text else ""

    return say

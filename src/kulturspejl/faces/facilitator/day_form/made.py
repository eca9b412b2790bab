"""From what was typed to a programme: words that nobody touched keep all their languages."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kulturspejl.core.content.exercise import Exercise
from kulturspejl.core.content.planning import MINUTES, NO_TITLE
from kulturspejl.core.content.programme import AgendaItem, Planned, PlannedKind, Programme, SlotKind, StepTime
from kulturspejl.core.errors import Faulty
from kulturspejl.core.text import REQUIRED, Text
from kulturspejl.faces.facilitator.day_form.typed import TypedDay, TypedItem, TypedStation

TIME = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)")
NO_TIME = Text(da="Skriv et klokkeslæt, for eksempel 9.15.", en="Write a time of day, for example 9:15.")
NO_STEPS = Text(
    da="Giv mindst ét trin minutter, eller fjern fluebenet ved øvelsen.",
    en="Give at least one step minutes, or untick the exercise.",
)
NO_ITEM_TITLE = Text(da="Skriv, hvad punktet hedder.", en="Write what the item is called.")
Faults = dict[str, Text]


def made(day: TypedDay, base: Programme, fixed: int, exercises: Mapping[str, Exercise], language: str) -> Programme:
    """The programme; its first `fixed` items are those of `base`. Raises Faulty with a sentence for each place.

    A fault stands under "<item>" or "<item>.<place>", as `core.content.planning` names them.
    """
    faults: Faults = {}
    was = {f"{item.id}.{place}": one for item in base.items for place, one in enumerate(item.stations)}
    known = {item.id: item for item in base.items}
    items = [
        _item(one, known.get(one.id), was, exercises, language, faults)
        for one in day.items
        if one.id not in {item.id for item in base.items[:fixed]}
    ]
    if faults:
        raise Faulty(next(iter(faults.values())), faults)
    return replace(
        base, items=(*base.items[:fixed], *items), goals=_texts(day.goals, base.goals, language),
        preparation=_text(day.preparation, base.preparation, language) if day.preparation else None,
    )  # fmt: skip


def minute_of(typed: str) -> int | None:
    """Minutes after midnight; None for something that is no time."""
    found = TIME.fullmatch(typed)
    return 60 * int(found[1]) + int(found[2]) if found else None


def number_of(typed: str) -> int | None:
    """A whole number of minutes; None for anything else."""
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= 4 else None


def _item(
    typed: TypedItem, stood: AgendaItem | None, was: Mapping[str, Planned], exercises: Mapping[str, Exercise],
    language: str, faults: Faults,
) -> AgendaItem:  # fmt: skip
    start, end = minute_of(typed.start), minute_of(typed.end)
    if start is None or end is None:
        faults[typed.id] = NO_TIME
    if not typed.title:
        faults[typed.id] = NO_ITEM_TITLE
    stations = [
        _station(one, was.get(one.was), exercises, language, faults, f"{typed.id}.{place}")
        for place, one in enumerate(typed.stations)
    ]
    return AgendaItem(
        id=typed.id, start=start or 0, end=end or 0, kind=SlotKind(typed.kind),
        title=_text(typed.title, stood.title if stood else None, language), stations=tuple(stations),
        models=stood.models if stood else (),
    )  # fmt: skip


def _station(
    typed: TypedStation, stood: Planned | None, exercises: Mapping[str, Exercise], language: str, faults: Faults,
    at: str,
) -> Planned:  # fmt: skip
    if typed.kind == PlannedKind.EXERCISE:
        return _exercise(typed, exercises, faults, at)
    minutes = number_of(typed.minutes)
    if minutes is None and typed.is_ticked:
        faults[at] = MINUTES
    if typed.kind == PlannedKind.INPUT and not typed.model and not typed.title:
        faults[at] = NO_TITLE
    return Planned(
        PlannedKind(typed.kind), minutes or 1, typed.model,
        title=_text(typed.title, stood.title if stood else None, language) if typed.title else None,
        lines=_texts(typed.lines, stood.lines if stood else (), language),
        notes=_texts(typed.notes, stood.notes if stood else (), language), is_ticked=typed.is_ticked,
    )  # fmt: skip


def _exercise(typed: TypedStation, exercises: Mapping[str, Exercise], faults: Faults, at: str) -> Planned:
    given = {id: number_of(minutes) for id, minutes in typed.steps.items() if minutes and minutes != "0"}
    if typed.is_ticked and None in given.values():
        faults[at] = MINUTES
    if typed.is_ticked and typed.exercise in exercises and not given:
        faults[at] = NO_STEPS
    steps = tuple(StepTime(id, minutes) for id, minutes in given.items() if minutes)
    return Planned(PlannedKind.EXERCISE, exercise=typed.exercise, steps=steps, is_ticked=typed.is_ticked)


def _text(typed: str, stood: Text | None, language: str) -> Text:
    """What stood there, where nobody has touched it; else the typed words, in every language that is needed."""
    words = " ".join(typed.split())
    if stood is not None and " ".join(stood.into(language).split()) == words:
        return stood
    return Text(**dict.fromkeys(REQUIRED, words))


def _texts(typed: str, stood: Sequence[Text], language: str) -> tuple[Text, ...]:
    """One a line."""
    known = {" ".join(one.into(language).split()): one for one in stood}
    lines = [" ".join(line.split()) for line in typed.splitlines() if line.strip()]
    return tuple(known.get(line) or _text(line, None, language) for line in lines)

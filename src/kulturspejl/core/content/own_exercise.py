"""An exercise of a facilitator's own: its id, how much it may hold, and the day on which it alone is practised."""

from collections.abc import Iterator, Mapping
from typing import Any

from kulturspejl.core.content.exercise import ABROAD, Exercise
from kulturspejl.core.content.file_name import plain_file_name
from kulturspejl.core.content.planning import DAY_ENDS
from kulturspejl.core.content.programme import AgendaItem, Planned, PlannedKind, Programme, SlotKind
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.text import REQUIRED, Text
from kulturspejl.core.toml.faults import Fault
from kulturspejl.core.writing.length import too_long
from kulturspejl.core.writing.line import several_lines
from kulturspejl.core.writing.sentence import filled

OWN = "own_"
"""An own exercise's id begins so, and none that comes along: the two never stand for each other."""
LONGEST_ID = 40
MOST_BYTES = 40_000
"""Of a file; the largest that comes along takes a third."""
MOST_STEPS, MOST_PARTS, MOST_ROWS = 12, 6, 24
MOST_ROWS_IN_ALL = 200
"""Each is up to nine fields of a form that is sent as a whole (`DATA_UPLOAD_MAX_NUMBER_FIELDS`)."""
MOST_WIDE = 12_000
"""Bytes of one person's answer to a part, for a sealed list keeps room for the longest from everybody."""
LONGEST = {
    "name": 100, "purpose": 300, "title": 60, "label": 160, "says": 300, "low": 60, "high": 60, "skip": 60,
    "low_says": 160, "high_says": 160, "wall": 160, "phone": 600, "desk": 600, "paper": 300, "alone": 300, "todo": 60,
    "calendar": 60, "claim": 40,
}  # fmt: skip
"""Characters, by the name that a text has in the file; another one has as many as `says`."""
SHORTEN = Text(da="Gør den kortere.", en="Make it shorter.")
FEWER = Text(da="Slet nogle.", en="Delete some.")
TOO_MANY = Text(da="Der er plads til {most} her.", en="There is room for {most} here.")
ROWS_IN_ALL = Text(
    da="Der er plads til {most} rækker i hele øvelsen.", en="There is room for {most} rows in the whole exercise."
)
TOO_WIDE = Text(
    da="Der bliver spurgt om for meget på én gang.", en="Too much is asked for at a time."
)  # fmt: skip
HIDDEN = Text(da="Her er tegn, som ingen kan se.", en="There are signs here that nobody can see.")
RETYPE = Text(da="Skriv teksten igen.", en="Type the text again.")
LONG_ID = Text(da="Et id har højst {most} tegn.", en="An id has at most {most} characters.")
TRYING = Text(da="Se, hvordan øvelsen virker.", en="See how the exercise works.")
QUESTION = Text(da="Hvad er du kommet for?", en="What have you come for?")
BEGINS = 9 * 60
SOFT_HYPHEN = "\u00ad"
"""Where a long word may be broken: nobody sees it, and it is meant so."""
POINTING = ("brings", "reads", "promises")
"""Lists of what stands elsewhere in the file."""


def own_id(name: str, mark: str) -> str:
    """The id of a new one called `name`: "own_fire_spoergsmaal_3fa2", so that its file says what it is."""
    words = plain_file_name(name).replace("-", "_")[: LONGEST_ID - len(OWN) - len(mark) - 1].strip("_")
    return f"{OWN}{words}_{mark}" if words else OWN + mark


def is_own(id: str) -> bool:
    """Whether it is somebody's own."""
    return id.startswith(OWN)


def limits(exercise: Exercise, file: str) -> list[Fault]:
    """What an exercise holds too much of; [] for one that a room can carry."""
    return [Fault(file, key, wrong, remedy) for key, wrong, remedy in _limits(exercise)]


Found = Iterator[tuple[str, Text, Text]]


def _limits(exercise: Exercise) -> Found:
    yield from _texts(exercise.raw, "", "")
    if len(exercise.steps) > MOST_STEPS:
        yield "step", filled(TOO_MANY, most=MOST_STEPS), FEWER
    if sum(map(_rows, exercise.raw["step"])) > MOST_ROWS_IN_ALL:
        yield "step", filled(ROWS_IN_ALL, most=MOST_ROWS_IN_ALL), FEWER
    for step in exercise.steps:
        if len(step.parts) > MOST_PARTS:
            yield f"step.{step.id}.part", filled(TOO_MANY, most=MOST_PARTS), FEWER
        for part in step.parts:
            if part.shape.width > MOST_WIDE:
                yield f"step.{step.id}.part.{part.id}.label", TOO_WIDE, FEWER


def _rows(step: Mapping[str, Any]) -> int:
    """How many rows its parts have together."""
    lists = [one for part in step.get("part", []) for one in part.values() if isinstance(one, list)]
    return sum(len(one) for one in lists if one and isinstance(one[0], Mapping))


def _texts(value: Any, key: str, name: str) -> Found:
    """Every word of the file by its key, as the reader of the file calls it."""
    if isinstance(value, str):
        yield from _words(value, key, name)
    elif isinstance(value, Mapping):
        for inner, one in value.items():
            # A language stands under what its text is called; everything else has a name of its own.
            called = name if set(REQUIRED) <= set(value) else inner
            yield from _texts(one, f"{key}.{inner}" if key else inner, called)
    elif isinstance(value, list):
        if len(value) > MOST_ROWS:
            yield key, filled(TOO_MANY, most=MOST_ROWS), FEWER
        for number, one in enumerate(value, start=1):
            row = one.get("id", one.get("value", number)) if isinstance(one, Mapping) else number
            yield from _texts(one, f"{key}.{row}" if isinstance(one, Mapping) else key, name)


def _words(words: str, key: str, name: str) -> Found:
    if name == "id":
        if len(words) > LONGEST_ID:
            yield key, filled(LONG_ID, most=LONGEST_ID), SHORTEN
        return
    most = LONGEST.get(name, LONGEST["says"])
    if len(words) > most:
        yield key, too_long(words, most), SHORTEN
    if " ".join(several_lines(words).split()) != " ".join(words.replace(SOFT_HYPHEN, "").split()):
        yield key, HIDDEN, RETYPE


def tidied(data: Mapping[str, Any]) -> dict[str, Any]:
    """The same without what points at a step's part that is no longer there: what is brought, read, promised.

    It is nothing that a form shows, so nobody could mend it there.
    """
    steps, before, stays = [], set[str](), set[str]()
    for step in data.get("step", []):
        parts = step.get("part", [])
        kept = dict(step)
        kept["brings"] = [one for one in step.get("brings", []) if ABROAD in one or one in stays]
        if not set(step.get("reads", [])) <= before:
            kept["reads"] = []
        kept = {name: one for name, one in kept.items() if one or name not in POINTING}
        steps.append(kept)
        before |= {part.get("id", "") for part in parts}
        stays |= {
            part.get("id", "") for part in parts
            if part.get("carried") or part.get("visibility") in (Visibility.PRIVATE, Visibility.AGGREGATE)
        }  # fmt: skip
    head = dict(data.get("exercise", {}))
    head["promises"] = [one for one in head.get("promises", []) if one.partition(ABROAD)[0] in stays]
    kept_head = {name: one for name, one in head.items() if one or name not in POINTING}
    return {**data, "exercise": kept_head, "step": steps}


def day_of(exercise: Exercise) -> Programme:
    """A day that holds this exercise and nothing else."""
    planned = Planned(PlannedKind.EXERCISE, exercise=exercise.id)
    ends = min(BEGINS + max(15, exercise.minutes + 5), DAY_ENDS)
    return Programme(
        id="own_exercise", version="1", source="", name=exercise.name, goals=(TRYING,), check_ins=(QUESTION,),
        homework=TRYING, items=(AgendaItem("block", BEGINS, ends, SlotKind.BLOCK, exercise.name, (planned,)),),
    )  # fmt: skip

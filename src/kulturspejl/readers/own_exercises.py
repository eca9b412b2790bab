"""A facilitator's own exercises: the list of them, one to change or to begin from, its file, and what the form says."""

import uuid
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from kulturspejl.access.permission import NOTHING_HERE, day_of
from kulturspejl.access.room_access import organisations_of
from kulturspejl.core import kinds
from kulturspejl.core.content.exercise import Exercise
from kulturspejl.core.errors import NotThere
from kulturspejl.core.kinds.base.part import Part
from kulturspejl.core.kinds.board import Board
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.text import Text
from kulturspejl.core.toml.faults import ContentError, Fault
from kulturspejl.core.toml.lines import line_of, lines_of
from kulturspejl.core.writing.order import danish_key
from kulturspejl.core.writing.sentence import filled
from kulturspejl.library import own_file
from kulturspejl.library.policies import load_policy
from kulturspejl.readers import reading
from kulturspejl.readers.rooms.who_sees import who_sees
from kulturspejl.records.models import OwnExercise, User
from kulturspejl.values.own_exercises import MOST_OF_A_PERSON, exercise_of, mark_of
from kulturspejl.values.the_library import the_library

LINE = Text(da="Linje {line}: ", en="Line {line}: ")
MOST_TOLD = 40
"""Faults of a file; whoever has mended those sees the next."""
AND_MORE = Text(da="Og {more} fejl til. Ret først dem her.", en="And {more} more faults. Mend these first.")


@dataclass(frozen=True)
class OwnCard:
    """One line of the list; `fault` says why it cannot be held here, and then its name is its id."""

    id: uuid.UUID
    name: str
    purpose: str
    minutes: int
    steps: int
    changed_at: datetime
    says_one_language: bool = False
    fault: Fault | None = None


@dataclass(frozen=True)
class OwnList:
    """All of a person's, and what comes along to begin from as (name, id)."""

    cards: tuple[OwnCard, ...]
    begins: tuple[tuple[str, str], ...]
    most: int = MOST_OF_A_PERSON


@dataclass(frozen=True)
class Basis:
    """What a form begins with: the data of a file, the mark of its text, and whose it is (None for a new one)."""

    data: Mapping[str, Any] = field(default_factory=dict)
    mark: str = ""
    exercise_id: uuid.UUID | None = None
    models: tuple[tuple[str, str], ...] = ()
    instruments: tuple[tuple[str, str], ...] = ()


def own_list(user: User, *, language: str, now: datetime) -> OwnList:
    """For somebody who may make rooms; NotThere for anybody else."""
    _require(user, now)
    cards = [_card(row, language) for row in OwnExercise.objects.filter(owner=user)]
    begins = [(one.name.into(language), id) for id, one in the_library().exercises.items()]
    return OwnList(
        tuple(sorted(cards, key=lambda card: danish_key(card.name))),
        tuple(sorted(begins, key=lambda one: danish_key(one[0]))),
    )


def own_file_of(user: User, exercise_id: uuid.UUID, *, now: datetime) -> tuple[str, str]:
    """(id, text) of one; NotThere for another person's."""
    row = _own(user, exercise_id, now)
    return row.key, row.text


def to_change(user: User, exercise_id: uuid.UUID, *, language: str, now: datetime) -> Basis:
    """One as it stands; NotThere for another person's."""
    row = _own(user, exercise_id, now)
    return _basis(own_file.data_of(row.text), language, mark_of(row.text), row.id)


def to_begin(user: User, like: str, *, language: str, now: datetime) -> Basis:
    """Nothing, or an exercise that comes along or is one's own, by its id. NotThere for an unknown one."""
    _require(user, now)
    if not like:
        return _basis({}, language)
    found = the_library().exercises.get(like)
    text = OwnExercise.objects.filter(owner=user, key=like).values_list("text", flat=True).first()
    if found is None and text is None:
        raise NotThere(NOTHING_HERE)
    data = dict(deepcopy(found.raw if found is not None else own_file.data_of(text or "")))
    left = {"source", "version", "id"}
    data["exercise"] = {name: one for name, one in data["exercise"].items() if name not in left}
    return _basis(data, language)


def becomes(level: Visibility, picture: str, role: str = "") -> Text:
    """What is said to whoever fills in a part that is so shown, in a class: computed as in the class itself."""
    drawn = kinds.PICTURES[picture][0] if picture in kinds.PICTURES else None
    part = Part("part", Text(da="", en=""), level, drawn, role, shape=Board((), 1))
    return who_sees(part, load_policy(), is_sealed=True, is_taken=True)


def faults_of(text: str) -> list[Fault]:
    """What the reader of the file says of it while it is being written; nothing is kept."""
    try:
        exercise_of(text)
    except ContentError as error:
        return error.faults
    return []


def told_with_lines(faults: Sequence[Fault], given: bytes, language: str) -> list[str]:
    """Each fault of a file that came in with the line that it stands on, where it stands on one."""
    text = given.decode("utf-8-sig", "replace")
    try:
        data = own_file.data_of(text)
    except ContentError:
        data = {}
    shown, more = faults[:MOST_TOLD], len(faults[MOST_TOLD:])
    lines = lines_of(text)
    told = [_told(one, line_of(lines, data, one.key) if data else _line_said(one), language) for one in shown]
    return [*told, filled(AND_MORE, more=more).into(language)] if more else told


def _told(fault: Fault, line: int | None, language: str) -> str:
    where = filled(LINE, line=line).into(language) if line else ""
    key = "" if fault.key.startswith("line ") else f"{fault.key}: " if fault.key else ""
    return f"{where}{key}{fault.wrong.into(language)} {fault.remedy.into(language)}"


def _line_said(fault: Fault) -> int | None:
    """Of a file that cannot be read its reader says the line."""
    _word, _space, number = fault.key.partition(" ")
    return int(number) if number.isdigit() else None


def speaks_one(exercise: Exercise) -> bool:
    """Whether some of its words are the same in Danish and English: whoever reads the other reads those."""
    return any(one.da == one.en and any(map(str.isalpha, one.da)) for one in (exercise.name, exercise.purpose))


def _basis(data: Mapping[str, Any], language: str, mark: str = "", id: uuid.UUID | None = None) -> Basis:
    models = tuple((one.id, one.name.into(language)) for some in reading.by_block().values() for one in some)
    asks = tuple((id, one.name.into(language)) for id, one in the_library().instruments.items())
    return Basis(data, mark, id, models, asks)


def _card(row: OwnExercise, language: str) -> OwnCard:
    try:
        made = exercise_of(row.text)
    except ContentError as error:
        return OwnCard(row.id, row.key, "", 0, 0, row.changed_at, fault=error.faults[0])
    return OwnCard(
        row.id, made.name.into(language), made.purpose.into(language), made.minutes, len(made.steps), row.changed_at,
        speaks_one(made),
    )  # fmt: skip


def _require(user: User, now: datetime) -> None:
    if not organisations_of(user, day_of(now)):
        raise NotThere(NOTHING_HERE)


def _own(user: User, exercise_id: uuid.UUID, now: datetime) -> OwnExercise:
    _require(user, now)
    found = OwnExercise.objects.filter(owner=user, id=exercise_id).first()
    if found is None:
        raise NotThere(NOTHING_HERE)
    return found

"""An exercise as data: what people do at each step, with whom, how long, what is filled in and who sees it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from kulturspejl.core.choreography.script import Gathering
from kulturspejl.core.content.kinds import Kind
from kulturspejl.core.content.text import Text
from kulturspejl.core.permissions.visibility import Visibility

ABROAD = "/"
"""Between an exercise and its part, where a step brings something from another exercise."""


class Picture(StrEnum):
    """How a part looks when a facilitator shows it."""

    LINES = "lines"  # short notes in an order of chance
    SCALES = "scales"  # each statement's mean, from five answers
    PULL = "pull"  # which way the wished profiles pull, counted over the room
    PROFILE = "profile"  # one spider web of a team's combined profile
    COUNTS = "counts"  # how many chose what
    PLACES = "places"  # each pair's middle on its line, for one team
    LINE = "line"  # where one team stands on a line with texts
    NUMBERS = "numbers"  # how many chose which numbers, for people from different units
    ELEMENTS = "elements"  # one bar a scale, and the statement to begin the talk with
    FIELDS = "fields"  # how many stand in which of four fields
    SIDES = "sides"  # a bar a scale for each of two sides, and where they differ most


@dataclass(frozen=True)
class Item:
    """One statement, place, pair, axis, field or choice in a part; `says` is a line under its name.

    A pair and an axis have two ends, `low` and `high`, and a pair says a line about each. A statement may belong to a
    `scale`. A field's `corner` is where it lies: (low or high on x, low or high on y).
    """

    id: str
    label: Text
    says: Text | None = None
    low: Text | None = None
    high: Text | None = None
    low_says: Text | None = None
    high_says: Text | None = None
    scale: str = ""
    corner: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class Anchor:
    """A number on a line that has a name and a text of its own."""

    value: int
    label: Text
    says: Text


@dataclass(frozen=True)
class Part:
    """Something that is filled in.

    `instrument` and `asks` ("now", "wish" or "both") belong to an allocation; `items`, `least`, `most` and the
    labels of the two ends to statements, with `scales` where they measure several things; `longest` (characters) to
    notes; `anchors` to a line; `axes` (x, then y) to a field of four, whose items are its four fields. `skip` is
    what one chooses who does not know; `sides` are the two that somebody may answer for. `picture` is None for what
    is never shown. `calendar` is what notes are called as an appointment, None for no button. `role` is the role of the
    step that fills it in, "" for everybody; one side of a sheet has its rows in `scales`. A choice may be about what
    lies `between` two items of what its step brings: it stands between them.
    """

    id: str
    kind: Kind
    visibility: Visibility
    label: Text
    picture: Picture | None = None
    instrument: str = ""
    asks: str = ""
    items: tuple[Item, ...] = ()
    least: int = 1
    most: int = 5
    low: Text | None = None
    high: Text | None = None
    longest: int = 140
    scales: tuple[Item, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    axes: tuple[Item, ...] = ()
    skip: Text | None = None
    sides: tuple[Item, ...] = ()
    role: str = ""
    calendar: Text | None = None
    between: tuple[str, ...] = ()

    @property
    def statements(self) -> tuple[Item, ...]:
        """What gets a number: the items, or the two axes of a field."""
        return self.axes or self.items


@dataclass(frozen=True)
class Role:
    """What one does in a group's walk; `claim` is the button of whoever takes it, None for everybody else."""

    id: str
    label: Text
    claim: Text | None = None


@dataclass(frozen=True)
class Stage:
    """One stretch of a group's walk: minutes, and what each role does. Texts may hold {each}: minutes a person."""

    minutes: int
    title: Text
    says: Mapping[str, Text]


@dataclass(frozen=True)
class Step:
    """One step. `phone` may hold {who_sees}; `size` is the wanted group, 0 where nobody is placed.

    `paper` is what the printed sheet says; without it the sheet says what the wall does. `reads` are the two sides of a
    sheet that the group reads together here, by the parts' ids: the own side, then that of the others. `alone` is what
    whoever tries it alone is told; without it the step is none for one person. `brings` are parts of earlier steps, or
    of another exercise ("exercise/part"), whose answers each has before them here, on the own phone alone.
    """

    id: str
    gathering: Gathering
    minutes: int
    title: Text
    phone: Text
    wall: Text
    desk: Text | None = None
    size: int = 0
    parts: tuple[Part, ...] = ()
    roles: tuple[Role, ...] = ()
    stages: tuple[Stage, ...] = ()
    paper: Text | None = None
    reads: tuple[str, ...] = ()
    alone: Text | None = None
    brings: tuple[str, ...] = ()
    todo: tuple[Text, ...] = ()
    model: str = ""
    keeps: bool = False

    @property
    def reveals(self) -> tuple[str, ...]:
        """The parts that may be shown."""
        return tuple(part.id for part in self.parts if part.picture)


@dataclass(frozen=True)
class Exercise:
    """A choreography. `source` is the folder it came from, `raw` the TOML that a room keeps.

    `alone` is what it is for whoever tries it alone; without it that is the purpose. `model` is the id of its own figure,
    "" for none.
    """

    id: str
    version: str
    source: str
    name: Text
    purpose: Text
    steps: tuple[Step, ...]
    raw: Mapping[str, Any] = field(repr=False, compare=False)
    alone: Text | None = None
    model: str = ""

    @property
    def minutes(self) -> int:
        """As long as its steps are."""
        return sum(step.minutes for step in self.steps)

    @property
    def for_one(self) -> tuple[Step, ...]:
        """The steps that make sense alone; () for an exercise that takes others."""
        return tuple(step for step in self.steps if step.alone)

    @property
    def models(self) -> tuple[str, ...]:
        """Every figure that the wall may show with it, its own first."""
        return tuple(dict.fromkeys(one for one in (self.model, *(step.model for step in self.steps)) if one))

    def model_of(self, step: Step) -> str:
        """The figure of a step: its own, else that of the exercise; "" for none."""
        return step.model or self.model

    def side(self, id: str) -> tuple[Step, Part]:
        """One side of a sheet, with its step. Raises LookupError."""
        for step in self.steps:
            for part in step.parts:
                if part.id == id and part.kind is Kind.SHEET:
                    return step, part
        raise LookupError(f"{self.id} has no sheet {id!r}")

    def step(self, id: str) -> Step:
        """The step of that id. Raises LookupError."""
        found = next((one for one in self.steps if one.id == id), None)
        if found is None:
            raise LookupError(f"{self.id} has no step {id!r}")
        return found

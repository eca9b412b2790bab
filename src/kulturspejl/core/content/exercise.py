"""An exercise as data: what people do at each step, with whom, how long, what is filled in and who sees it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from kulturspejl.core.choreography.script import Gathering
from kulturspejl.core.content.kinds import Kind
from kulturspejl.core.content.text import Text
from kulturspejl.core.permissions.visibility import Visibility


class Picture(StrEnum):
    """How a part looks when a facilitator shows it."""

    LINES = "lines"  # short notes in an order of chance
    SCALES = "scales"  # each statement's mean, from five answers
    PULL = "pull"  # which way the wished profiles pull, counted over the room
    PROFILE = "profile"  # one spider web of a team's combined profile
    COUNTS = "counts"  # how many chose what


@dataclass(frozen=True)
class Item:
    """One statement, place or choice in a part."""

    id: str
    label: Text


@dataclass(frozen=True)
class Part:
    """Something that is filled in.

    `instrument` and `asks` ("now", "wish" or "both") belong to an allocation; `items`, `least`, `most` and the
    labels of the two ends to statements; `longest` (characters) to notes. `picture` is None for what is never shown.
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

    `paper` is what the printed sheet says; without it the sheet says what the wall does.
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

    @property
    def reveals(self) -> tuple[str, ...]:
        """The parts that may be shown."""
        return tuple(part.id for part in self.parts if part.picture)


@dataclass(frozen=True)
class Exercise:
    """A choreography. `source` is the folder it came from, `raw` the TOML that a room keeps."""

    id: str
    version: str
    source: str
    name: Text
    purpose: Text
    steps: tuple[Step, ...]
    raw: Mapping[str, Any] = field(repr=False, compare=False)

    @property
    def minutes(self) -> int:
        """As long as its steps are."""
        return sum(step.minutes for step in self.steps)

    def step(self, id: str) -> Step:
        """The step of that id. Raises LookupError."""
        found = next((one for one in self.steps if one.id == id), None)
        if found is None:
            raise LookupError(f"{self.id} has no step {id!r}")
        return found

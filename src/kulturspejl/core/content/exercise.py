"""An exercise as data: what people do at each step, with whom, how long, what is filled in and who sees it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kulturspejl.core.content.gathering import Gathering
from kulturspejl.core.kinds.base.part import Part
from kulturspejl.core.kinds.sheet import Sheet
from kulturspejl.core.text import Text

ABROAD = "/"
"""Between an exercise and its part, where a step brings something from another exercise."""


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

    `paper` is what the printed sheet says; without it the sheet says what the phone does. `reads` are the two sides
    of a sheet that the group reads together here, by the parts' ids: the own side, then that of the others. `alone`
    is what whoever tries it alone is told; without it the step is none for one person. `brings` are parts of
    earlier steps, or of another exercise ("exercise/part"), whose answers each has before them here, on the own
    phone alone. `opens` is a page that it sends people on to (core/content/opens), "" for none.
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
    opens: str = ""

    @property
    def reveals(self) -> tuple[str, ...]:
        """The parts that may be shown."""
        return tuple(part.id for part in self.parts if part.picture)


@dataclass(frozen=True)
class Exercise:
    """A choreography. `source` is the folder it came from, `raw` the TOML that a room keeps.

    `alone` is what it is for whoever tries it alone; without it that is the purpose. `model` is the id of its own
    figure, "" for none. `promises` are notes in which somebody says what they will do, as "part/item".
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
    promises: tuple[str, ...] = ()

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
                if part.id == id and isinstance(part.shape, Sheet):
                    return step, part
        raise LookupError(f"{self.id} has no sheet {id!r}")

    def step(self, id: str) -> Step:
        """The step of that id. Raises LookupError."""
        found = next((one for one in self.steps if one.id == id), None)
        if found is None:
            raise LookupError(f"{self.id} has no step {id!r}")
        return found

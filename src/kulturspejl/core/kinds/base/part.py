"""A part of an exercise: what every part has, and the shape of its kind."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any, ClassVar, Self

from kulturspejl.core.errors import Refused
from kulturspejl.core.kinds.base.form import KindForm
from kulturspejl.core.kinds.base.guide import Guide
from kulturspejl.core.kinds.base.paper import Field, Page
from kulturspejl.core.kinds.base.picture import Answers, PartPicture, Picture
from kulturspejl.core.kinds.base.thresholds import Thresholds
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.text import Text
from kulturspejl.core.toml.table import Table

Values = dict[str, Any]
LEVELS = (Visibility.PRIVATE, Visibility.NAMED, Visibility.TEAM, Visibility.AGGREGATE)
"""The levels on which somebody fills in something; the others are what may become of it later."""
LEFT_HERE = Text(
    da="Det her bliver på din egen telefon og kan ikke sendes.",
    en="This stays on your own phone and cannot be sent.",
)


@dataclass(frozen=True)
class PartHead:
    """What every part has, whatever its kind. `picture` is None for what is never shown.

    `role` is the role of the step that fills it in, "" for everybody. `is_only_here`: it never leaves the device that
    it is written on, not even as a locked copy. `is_about_goals`: in a room it asks about the day's own purposes.
    """

    id: str
    label: Text
    visibility: Visibility
    picture: Picture | None = None
    role: str = ""
    is_only_here: bool = False
    is_about_goals: bool = False


class Shape(ABC):
    """What a part of one kind holds, and all that its kind can do. A subclass is one kind, in a file of its own.

    `kind` is what stands in TOML, and the name of the file. `pictures` are the ways in which it can be shown, () for
    none; `levels` are who may see what is filled in, `guide` is what docs/en/content.md says of it. `says_its_label`:
    on paper its label stands in its own fields already. `form` is how a facilitator makes one without writing TOML,
    None for a kind that is written in a file alone.
    """

    kind: ClassVar[str]
    pictures: ClassVar[tuple[Picture, ...]]
    guide: ClassVar[Guide]
    levels: ClassVar[tuple[Visibility, ...]] = LEVELS
    says_its_label: ClassVar[bool] = False
    form: ClassVar[KindForm | None] = None

    @classmethod
    @abstractmethod
    def read(cls, row: Table, head: PartHead) -> Self:
        """What a table of TOML holds for this kind; what is wrong with it is noted there."""

    @abstractmethod
    def check(self, values: Mapping[str, object]) -> Values:
        """The values as they are kept. Raises Faulty with a sentence for each field."""

    @property
    @abstractmethod
    def width(self) -> int:
        """The most bytes that a checked answer takes as JSON: in a sealed list each takes as many."""

    @abstractmethod
    def robot(self, lines: Sequence[str], rng: Random) -> Values:
        """What a robot fills in, and `check` takes; `lines` are what it has to say."""

    def picture(self, asked: Picture, answers: Answers, let: Thresholds) -> PartPicture:
        """The picture of all answers. Only `let` may count, average or order them."""
        raise NotImplementedError(f"{self.kind} is never shown")

    @abstractmethod
    def paper(self, label: str, page: Page) -> Iterator[Field]:
        """The fields on paper: the same questions, to be answered with a pen."""

    @property
    def asks_with(self) -> str:
        """The id of the instrument whose words it asks with; "" for words of its own."""
        return ""


@dataclass(frozen=True)
class Part(PartHead):
    """Something that is filled in: what every part has, and the `shape` that its kind gives it."""

    shape: Shape = field(kw_only=True)

    @property
    def kind(self) -> str:
        """The word for its kind, as it stands in TOML."""
        return self.shape.kind

    @property
    def is_carried(self) -> bool:
        """Whether one writes it for a group whose phones all keep it: such is a board that says so."""
        return bool(getattr(self.shape, "is_carried", False))

    @property
    def is_of_group(self) -> bool:
        """Whether one writes it for a group, and it is shown as the group’s words: what is counted then are groups."""
        return bool(self.role) and self.visibility is Visibility.TEAM

    @property
    def is_in_hand(self) -> bool:
        """Whether each who answered, or whose group did, has it on the own phone afterwards."""
        return self.is_carried or self.visibility in (Visibility.PRIVATE, Visibility.AGGREGATE)

    def check(self, values: Mapping[str, object]) -> Values:
        """The values as they are kept. Faulty has a sentence a field, Refused is for what never leaves the phone."""
        if self.visibility is Visibility.PRIVATE:
            raise Refused(LEFT_HERE)
        return self.shape.check(values)

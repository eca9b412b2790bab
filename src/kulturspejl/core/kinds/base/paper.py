"""What can stand on a sheet of paper: the fields that a kind puts there, and what it may ask about the sheet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from kulturspejl.core.kinds.base.questionnaire import Questionnaire
from kulturspejl.core.text import Text


@dataclass(frozen=True, slots=True)
class Ruled:
    """Something to write: ruled lines under a question, enough for `longest` characters."""

    label: str
    longest: int
    kind: Literal["ruled"] = "ruled"


@dataclass(frozen=True, slots=True)
class Numbers:
    """Statements, each with the numbers `least` to `most` to put a ring round; under it where they are many."""

    statements: tuple[str, ...]
    least: int
    most: int
    low: str
    high: str
    is_wide: bool = False
    kind: Literal["numbers"] = "numbers"


@dataclass(frozen=True, slots=True)
class Poles:
    """Pairs of opposites, each with seven places to put a mark: (low, what it says, high, what it says)."""

    rows: tuple[tuple[str, str, str, str], ...]
    steps: int
    kind: Literal["poles"] = "poles"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of numbers from `least` to `most`, once for each thing asked; `marks` explain places on it.

    `marks` are (number, name, text), the lowest first.
    """

    asked: tuple[str, ...]
    least: int
    most: int
    marks: tuple[tuple[int, str, str], ...]
    kind: Literal["line"] = "line"


@dataclass(frozen=True, slots=True)
class Around:
    """Something in the middle and what lies around it, each a question with room to write `longest` characters."""

    centre: str
    boxes: tuple[str, ...]
    longest: int
    kind: Literal["around"] = "around"


@dataclass(frozen=True, slots=True)
class Beside:
    """The same rows asked about several things: a column for each, so that what belongs together stands together."""

    columns: tuple[str, ...]
    rows: tuple[str, ...]
    longest: int
    kind: Literal["beside"] = "beside"


@dataclass(frozen=True, slots=True)
class Texts:
    """Names with a text each, to choose by: (mark, name, text)."""

    rows: tuple[tuple[str, str, str], ...]
    kind: Literal["texts"] = "texts"


@dataclass(frozen=True, slots=True)
class Square:
    """A field of four to put a cross in: names up left, up right, down left, down right; axes (label, low, high)."""

    corners: tuple[str, str, str, str]
    x: tuple[str, str, str]
    y: tuple[str, str, str]
    kind: Literal["square"] = "square"


@dataclass(frozen=True, slots=True)
class Sides:
    """Two sides to write beside each other: (heading, what the left is asked, what the right is asked)."""

    left: str
    right: str
    rows: tuple[tuple[str, str, str], ...]
    kind: Literal["sides"] = "sides"


@dataclass(frozen=True, slots=True)
class Head:
    """What the fields under it are about, where a step asks about several things."""

    label: str
    kind: Literal["head"] = "head"


@dataclass(frozen=True, slots=True)
class Ticks:
    """One of several: `options` are (label, a line under it or "")."""

    label: str
    options: tuple[tuple[str, str], ...]
    kind: Literal["ticks"] = "ticks"


@dataclass(frozen=True, slots=True)
class Points:
    """Points divided over four letters in each of some questions, then a web to draw.

    `questions` are (label, stem, ((letter, statement), ...)); with none of them only the four sums and the web.
    `legend` says how two profiles are told apart in one web; without `has_web` it is drawn into one that stands before.
    """

    instruction: str
    questions: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]
    total: int
    names: Mapping[str, str]
    legend: str = ""
    has_web: bool = True
    kind: Literal["points"] = "points"


@dataclass(frozen=True, slots=True)
class Stretches:
    """A talk with roles: (minutes, title, ((role, what one does), ...)) for each stretch of time."""

    rows: tuple[tuple[int, str, tuple[tuple[str, str], ...]], ...]
    kind: Literal["stretches"] = "stretches"


Field = Ruled | Numbers | Ticks | Points | Stretches | Poles | Line | Around | Beside | Texts | Square | Sides | Head


class Page(Protocol):
    """The sheet that a part is printed on, in one language."""

    def say(self, text: Text | None) -> str:
        """The text in the sheet's language; "" where there is none."""
        ...

    def sides(self) -> Sequence[tuple[str, object]]:
        """The two sides that the exercise's groups read together, as (label, shape), the own first; () for none."""
        ...

    def questionnaire(self, id: str) -> Questionnaire:
        """The instrument of that id."""
        ...

    def around(self) -> int:
        """How many fields the exercise's figure has around its middle; 0 where it is another figure, or none."""
        ...

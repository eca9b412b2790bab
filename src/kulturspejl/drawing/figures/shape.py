"""What a figure of a model holds: boxes with words, ends of axes, a centre, and perhaps somebody's marks."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kulturspejl.drawing.series import Kind

MARGIN = 12.0


@dataclass(frozen=True, slots=True)
class Page:
    """What is drawn on. Letters have the same size on every page; a wide one lays out beside what else is below.

    `signs`: how many times as large as on paper the small drawings over words may be, where a figure has such.
    """

    width: float
    is_wide: bool = False
    signs: float = 1.0

    @property
    def inner(self) -> float:
        """Between the margins."""
        return self.width - 2 * MARGIN

    @property
    def middle(self) -> float:
        """Half way across."""
        return self.width / 2

    def share(self, count: int, gap: float) -> float:
        """The width of each of `count` beside each other."""
        return (self.inner - gap * (count - 1)) / count


UPRIGHT = Page(360.0)
"""A phone, or half a sheet of paper."""


@dataclass(frozen=True, slots=True)
class Box:
    """One field in the reader's language; `at` is its place on a line, `note` a line under its name."""

    label: str
    words: tuple[str, ...] = ()
    note: str = ""
    at: float | None = None


@dataclass(frozen=True, slots=True)
class Marks:
    """One person's or one group's places: a value for each pair, any on a line, or x, y, x, y in a field."""

    name: str
    kind: Kind
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """`edges` are up, down, left and right; `here` is the place of "you are here", -1 for none;
    `here_says` are other words for it.

    `has_own`: with the reader's own mark, unseen until a script on the page has been told where (see `own`).
    """

    kind: str
    boxes: tuple[Box, ...]
    centre: str = ""
    edges: Mapping[str, str] = field(default_factory=dict)
    marks: tuple[Marks, ...] = ()
    here: int = -1
    has_own: bool = False
    here_says: str = ""

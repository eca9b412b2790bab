"""The names of two corners beside each other: broken into lines, and set smaller, until neither runs into the other."""

from dataclasses import dataclass

from kulturspejl.drawing.badges import RADIUS
from kulturspejl.drawing.figures.lines import width_of
from kulturspejl.drawing.layout import MARGIN, WIDTH
from kulturspejl.drawing.terms import SIZE as TERM_SIZE

SIZES = (15.0, 14.5, 14.0, 13.5, 13.0, 12.0)
BESIDE = 2 * RADIUS + 6
"""From the edge to where a name begins: the badge stands before it."""
ROOM = WIDTH - 2 * (MARGIN + BESIDE)
"""Of two names on one line."""
GAP = 3.0
"""Beyond what an upper estimate of both leaves free already."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a `size`: `first` is the line over it, "" where there is none; the term stands under it."""

    first: str
    last: str
    term: str
    size: float

    @property
    def widths(self) -> tuple[float, float, float]:
        """Of the lines from above; upper estimates."""
        first, last = (width_of(one, self.size, bold=True) for one in (self.first, self.last))
        return first, last, width_of(self.term, TERM_SIZE)


def beside(left: tuple[str, str], right: tuple[str, str]) -> tuple[Name, Name]:
    """The names (label, term) of a left and of a right corner, in the largest size in which both have room."""
    for size in SIZES:
        for way in (_as_it_is, _even):
            names = way(*left, size), way(*right, size)
            if _have_room(*names):
                return names
    return names


def _have_room(left: Name, right: Name) -> bool:
    return all(one + other + GAP <= ROOM for one, other in zip(left.widths, right.widths, strict=True))


def _as_it_is(label: str, term: str, size: float) -> Name:
    """A term alone on one line; everyday words on two, so that those of two corners have room beside each other."""
    return _even(label, term, size) if term else Name("", label, term, size)


def _even(label: str, term: str, size: float) -> Name:
    """Broken where the wider of the two lines is the least wide."""
    words = label.split(" ")
    ways = [Name(" ".join(words[:at]), " ".join(words[at:]), term, size) for at in range(len(words))]
    return min(ways, key=lambda one: max(one.widths))

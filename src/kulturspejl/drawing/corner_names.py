"""The names of two corners beside each other: broken into lines, and set smaller, until neither runs into the other."""

from dataclasses import dataclass

from kulturspejl.drawing.badges import RADIUS
from kulturspejl.drawing.figures.lines import width_of
from kulturspejl.drawing.layout import MARGIN, WIDTH
from kulturspejl.drawing.terms import BEFORE
from kulturspejl.drawing.terms import SIZE as TERM_SIZE

SIZES = (15.0, 14.0, 13.0, 12.0)
BESIDE = 2 * RADIUS + 6
"""From the edge to where a name begins: the badge stands before it."""
ROOM = WIDTH - 2 * (MARGIN + BESIDE)
"""Of two names on one line."""
GAP = 3.0
"""Beyond what an upper estimate of both leaves free already."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a `size`: `first` is the line over it, "" where there is none; `last` stands before the term."""

    first: str
    last: str
    term: str
    size: float

    @property
    def widths(self) -> tuple[float, float]:
        """Of the line above and of the line with the term; upper estimates."""
        with_term = width_of(BEFORE + self.term, TERM_SIZE) if self.term else 0.0
        return width_of(self.first, self.size, bold=True), width_of(self.last, self.size, bold=True) + with_term


def beside(left: tuple[str, str], right: tuple[str, str]) -> tuple[Name, Name]:
    """The names (label, term) of a left and of a right corner, in the largest size in which both have room."""
    for size in SIZES:
        for way in (_last_word_alone, _even):
            names = way(*left, size), way(*right, size)
            if _have_room(*names):
                return names
    return names


def _have_room(left: Name, right: Name) -> bool:
    return all(one + other + GAP <= ROOM for one, other in zip(left.widths, right.widths, strict=True))


def _last_word_alone(label: str, term: str, size: float) -> Name:
    """A term alone on one line; everyday words on two, so that those of two corners have room beside each other."""
    first, _, last = label.rpartition(" ") if term else ("", "", label)
    return Name(first, last, term, size)


def _even(label: str, term: str, size: float) -> Name:
    """Broken where the wider of the two lines is the least wide."""
    words = label.split(" ")
    ways = [Name(" ".join(words[:at]), " ".join(words[at:]), term, size) for at in range(len(words))]
    return min(ways, key=lambda one: max(one.widths))

"""What a leader drew beside a team's dots: the own answer over the line, the guess under it, and no dot hidden.

The marks are those of the web: an open square, and an open triangle.
"""

from collections.abc import Callable, Mapping

from kulturspejl.core.instruments.base.lines import GUESS, OWN
from kulturspejl.drawing.ink import Ink
from kulturspejl.drawing.markup import Node, add, points

MARKS = (OWN, GUESS)
"""In the order in which they are named below a picture."""
HALF = 5.5
AWAY = 8.0
"""How far from the line a mark begins."""
ROOM = 12.0
"""What a line needs more on either side where a mark stands there."""


def draw(root: Node, kind: str, x: float, y: float, ink: Ink) -> None:
    """The mark of a value at x on a line at y."""
    shape(root, kind, x, y - AWAY - HALF if kind == OWN else y + AWAY + HALF, ink)


def in_legend(kind: str) -> Callable[[Node, float, float, Ink], None]:
    """The same in the middle of a line of words."""

    def put(root: Node, x: float, y: float, ink: Ink) -> None:
        shape(root, kind, x, y, ink)

    return put


def shape(root: Node, kind: str, x: float, y: float, ink: Ink) -> None:
    """Around (x, y): no colour is needed to tell the two apart."""
    wide = HALF if kind == OWN else HALF + 1.5
    square = ((x - wide, y - HALF), (x + wide, y - HALF), (x + wide, y + HALF), (x - wide, y + HALF))
    triangle = ((x, y - HALF), (x + wide, y + HALF), (x - wide, y + HALF))
    add(root, "polygon", points=points(square if kind == OWN else triangle), fill=ink("paper"), stroke=ink(kind),
        stroke_width=2, data_series=kind)  # fmt: skip


def above(lines: Mapping[str, float]) -> float:
    """What a row needs more over its line."""
    return ROOM if OWN in lines else 0.0


def below(lines: Mapping[str, float]) -> float:
    """And under it."""
    return ROOM if GUESS in lines else 0.0

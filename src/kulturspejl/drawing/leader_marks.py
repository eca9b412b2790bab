"""What a leader drew beside a team's dots: the own answer over the line, the guess under it, and no dot hidden."""

from collections.abc import Callable, Mapping

from kulturspejl.drawing.ink import Ink
from kulturspejl.drawing.markup import Node, add, points

OWN, GUESS = "own", "guess"
MARKS = (OWN, GUESS)
"""In the order in which they are named below a picture."""
SIZE = 7.0
AWAY = 8.0
"""How far from the line the tip of a mark stands."""
ROOM = 12.0
"""What a line needs more on either side where a mark stands there."""


def draw(root: Node, kind: str, x: float, y: float, ink: Ink) -> None:
    """The mark of a value at x on a line at y: filled and pointing down, or hollow and pointing up."""
    tip, base = (y - AWAY, y - AWAY - 1.7 * SIZE) if kind == OWN else (y + AWAY, y + AWAY + 1.7 * SIZE)
    shape(root, kind, points(((x, tip), (x - SIZE, base), (x + SIZE, base))), ink)


def in_legend(kind: str) -> Callable[[Node, float, float, Ink], None]:
    """The same in the middle of a line of words."""

    def put(root: Node, x: float, y: float, ink: Ink) -> None:
        half = 0.85 * SIZE
        tip, base = (y + half, y - half) if kind == OWN else (y - half, y + half)
        shape(root, kind, points(((x, tip), (x - SIZE, base), (x + SIZE, base))), ink)

    return put


def shape(root: Node, kind: str, corners: str, ink: Ink) -> None:
    """A triangle: filled for the own answer, hollow for the guess, so that no colour is needed to tell them apart."""
    fill = ink(kind) if kind == OWN else ink("paper")
    add(root, "polygon", points=corners, fill=fill, stroke=ink(kind), stroke_width=2, data_series=kind)


def above(lines: Mapping[str, float]) -> float:
    """What a row needs more over its line."""
    return ROOM if OWN in lines else 0.0


def below(lines: Mapping[str, float]) -> float:
    """And under it."""
    return ROOM if GUESS in lines else 0.0

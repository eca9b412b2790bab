"""The reader's own mark: drawn unseen by the server, and moved on the device, so that nobody else learns where."""

from dataclasses import dataclass

from kulturspejl.drawing.figures.shape import Figure
from kulturspejl.drawing.ink import Ink
from kulturspejl.drawing.markup import Node, add
from kulturspejl.drawing.styles import add_marker

FURTHEST = 3
LEAST, MOST, LARGER = 1, 10, 1.4


@dataclass(frozen=True, slots=True)
class Scale:
    """One thing to place oneself on: its two ends in words, and its numbers."""

    low: str
    high: str
    least: int
    most: int


def own_scales(figure: Figure) -> tuple[Scale, ...]:
    """What a reader places for the own mark, in the order of the marks' values; () where a figure has no places."""
    if figure.kind == "pairs":
        return tuple(Scale(box.label, box.words[0], -FURTHEST, FURTHEST) for box in figure.boxes)
    if figure.kind == "field":
        ends = (figure.edges[low] for low in ("left", "right", "down", "up"))
        left, right, down, up = ends
        return Scale(left, right, -FURTHEST, FURTHEST), Scale(down, up, -FURTHEST, FURTHEST)
    if figure.kind == "line":
        return (Scale(figure.boxes[0].label, figure.boxes[-1].label, LEAST, MOST),)
    return ()


@dataclass(frozen=True, slots=True)
class Way:
    """Where the mark stands at 0 on a scale, and how far it goes for each number."""

    scale: int
    zero: float
    each: float


def add_own(root: Node, x: Way, y: Way, ink: Ink) -> None:
    """The unseen mark, with all that a script needs to move it."""
    data: dict[str, str | float] = {}
    for name, way in (("x", x), ("y", y)):
        data |= {f"data_{name}": way.scale, f"data_{name}_zero": way.zero, f"data_{name}_each": way.each}
    mark = add_marker(add(root, "g", data_own="", visibility="hidden", **data), "own", ink)
    mark.attrib |= {"fill": ink("own"), "stroke": ink("paper"), "transform": f"scale({LARGER:g})"}

"""Two by two, with an axis each way: what quadrants and the field share."""

from collections.abc import Sequence
from dataclasses import dataclass

from kulturspejl.drawing.figures.card import card, height
from kulturspejl.drawing.figures.lines import Said, block, put
from kulturspejl.drawing.figures.shape import INNER, MARGIN, WIDTH, Box, Figure
from kulturspejl.drawing.ink import Ink
from kulturspejl.drawing.markup import Node, add

ROAD = 40.0
TOP = 28.0
HALF = (INNER - 12) / 2


@dataclass(frozen=True, slots=True)
class Ground:
    """Where the four cells ended up."""

    top: float
    middle: float
    bottom: float


def cells(root: Node, figure: Figure, order: Sequence[int], badges: str, ink: Ink) -> Ground:
    """The boxes in the order up left, up right, down left, down right; returns their edges."""
    four = [figure.boxes[place] for place in order]
    upper, lower = (max(height(box, HALF, bool(badges)) for box in pair) for pair in (four[:2], four[2:]))
    middle = TOP + upper + ROAD / 2
    ground = Ground(TOP, middle, middle + ROAD / 2 + lower)
    _axes(root, figure, ground, ink)
    for place, box in enumerate(four):
        x = MARGIN if place % 2 == 0 else WIDTH - MARGIN - HALF
        y, tall = (TOP, upper) if place < 2 else (middle + ROAD / 2, lower)
        _card(root, box, x, y, tall, badges[order[place]] if badges else "", ink)
    return ground


def _card(root: Node, box: Box, x: float, y: float, tall: float, badge: str, ink: Ink) -> None:
    card(root, box, x, y, HALF, tall, ink, badge=badge)


def _axes(root: Node, figure: Figure, ground: Ground, ink: Ink) -> None:
    add(
        root,
        "line",
        x1=WIDTH / 2,
        x2=WIDTH / 2,
        y1=ground.top,
        y2=ground.bottom,
        stroke=ink("grid"),
        stroke_width=2,
    )
    says = {name: block([Said(text, 13, paint="ink-soft")], INNER if name in ("up", "down") else HALF - 26)
            for name, text in figure.edges.items()}  # fmt: skip
    for name, x, y, anchor in (
        ("up", WIDTH / 2, 6.0, "middle"), ("down", WIDTH / 2, ground.bottom + 6, "middle"),
        ("left", MARGIN, 0.0, "start"), ("right", WIDTH - MARGIN, 0.0, "end"),
    ):  # fmt: skip
        if name in says:
            top = y or ground.middle - says[name].height / 2
            put(root, says[name], x, top, ink, anchor)

"""Two by two, with an axis each way: what quadrants and the field share."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kulturspejl.drawing.figures.card import card, height
from kulturspejl.drawing.figures.lines import SMALL, Said, block, put
from kulturspejl.drawing.figures.shape import MARGIN, Box, Figure, Page
from kulturspejl.drawing.ink import Ink
from kulturspejl.drawing.markup import Node, add

ROAD, NARROW = 40.0, 24.0
"""Between the upper and the lower two; on a wall as little as the words there need."""
TOP = 24.0
GAP = 12.0


@dataclass(frozen=True, slots=True)
class Ground:
    """Where the four cells ended up."""

    top: float
    middle: float
    bottom: float


def cells(root: Node, figure: Figure, order: Sequence[int], badges: str, ink: Ink, page: Page) -> Ground:
    """The boxes in the order up left, up right, down left, down right; returns their edges."""
    half = page.share(2, GAP)
    four = [_told(figure.boxes[place], page) for place in order]
    upper, lower = (max(height(box, half, bool(badges)) for box in pair) for pair in (four[:2], four[2:]))
    road = NARROW if page.is_wide else ROAD
    middle = TOP + upper + road / 2
    ground = Ground(TOP, middle, middle + road / 2 + lower)
    _axes(root, figure, ground, ink, page)
    for place, box in enumerate(four):
        x = MARGIN if place % 2 == 0 else page.width - MARGIN - half
        y, tall = (TOP, upper) if place < 2 else (middle + road / 2, lower)
        card(root, box, x, y, half, tall, ink, badge=badges[order[place]] if badges else "")
    return ground


def _told(box: Box, page: Page) -> Box:
    """Single words under each other on a phone, and after each other where there is room."""
    return replace(box, words=(" · ".join(box.words),)) if page.is_wide and len(box.words) > 1 else box


def _axes(root: Node, figure: Figure, ground: Ground, ink: Ink, page: Page) -> None:
    add(
        root,
        "line",
        x1=page.middle,
        x2=page.middle,
        y1=ground.top,
        y2=ground.bottom,
        stroke=ink("grid"),
        stroke_width=2,
    )
    wide = {"up": page.inner, "down": page.inner}
    says = {name: block([Said(text, SMALL, paint="ink-soft")], wide.get(name, page.share(2, GAP) - 26))
            for name, text in figure.edges.items()}  # fmt: skip
    for name, x, y, anchor in (
        ("up", page.middle, 6.0, "middle"), ("down", page.middle, ground.bottom + 6, "middle"),
        ("left", MARGIN, 0.0, "start"), ("right", page.width - MARGIN, 0.0, "end"),
    ):  # fmt: skip
        if name in says:
            top = y or ground.middle - says[name].height / 2
            put(root, says[name], x, top, ink, anchor)

"""Three that need each other: a triangle of cards, joined both ways."""

from kulturspejl.drawing.figures.card import card, height
from kulturspejl.drawing.figures.lines import Said, block, put
from kulturspejl.drawing.figures.shape import INNER, MARGIN, WIDTH, Figure
from kulturspejl.drawing.ink import Ink
from kulturspejl.drawing.markup import Node, add

TOP_WIDTH, ROAD = 230.0, 62.0
HALF = (INNER - 22) / 2


def draw(root: Node, figure: Figure, lang: str, ink: Ink) -> float:
    """Draw it; returns the height."""
    first, *below = figure.boxes
    upper, lower = height(first, TOP_WIDTH), max(height(box, HALF) for box in below)
    low = 6 + upper + ROAD
    line: dict[str, str | float] = {"stroke": ink("now"), "stroke_width": 2.5}
    left, right = MARGIN + HALF / 2, WIDTH - MARGIN - HALF / 2
    for x, near in ((left, WIDTH / 2 - 84), (right, WIDTH / 2 + 84)):
        add(root, "line", x1=near, y1=6 + upper, x2=x, y2=low, **line)
    add(root, "line", x1=left, x2=right, y1=low + 24, y2=low + 24, **line)
    card(root, first, (WIDTH - TOP_WIDTH) / 2, 6, TOP_WIDTH, upper, ink, anchor="middle")
    for place, box in enumerate(below):
        card(root, box, MARGIN if place == 0 else WIDTH - MARGIN - HALF, low, HALF, lower, ink)
    says = block([Said(figure.centre, 13, bold=True, paint="now")], 136)
    put(root, says, WIDTH / 2, 6 + upper + (ROAD - says.height) / 2, ink, "middle")
    return low + lower + 6

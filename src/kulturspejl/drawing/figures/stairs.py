"""A staircase that goes down: the first step is the highest, and below it all the others have their place."""

from kulturspejl.drawing.figures.card import card, height
from kulturspejl.drawing.figures.shape import MARGIN, Figure, Page
from kulturspejl.drawing.ink import Ink
from kulturspejl.drawing.markup import Node, add

WIDTH, GAP, EDGE = 0.82, 2.0, 3.0
BESIDE, DROP = 8.0, 34.0
"""Across: between two steps, and how much lower the next one is."""
ACROSS = 760.0
"""A page that is narrower has the steps under each other: there their lines are longer, and its letters larger."""


def draw(root: Node, figure: Figure, lang: str, ink: Ink, page: Page) -> float:
    """Draw it; returns the height."""
    return (_across if page.width >= ACROSS else _down)(root, figure, ink, page) + EDGE


def _down(root: Node, figure: Figure, ink: Ink, page: Page) -> float:
    """Each step further to the right."""
    wide, y = page.inner * WIDTH, EDGE
    each = (page.inner - wide) / max(1, len(figure.boxes) - 1)
    for place, box in enumerate(figure.boxes):
        tall, x = height(box, wide), MARGIN + each * place
        card(root, box, x, y, wide, tall, ink)
        _edge(root, x, y, wide, ink)
        y += tall + GAP
    return y - GAP


def _across(root: Node, figure: Figure, ink: Ink, page: Page) -> float:
    """Beside each other, all down to the floor."""
    wide = page.share(len(figure.boxes), BESIDE)
    floor = max(EDGE + place * DROP + height(box, wide) for place, box in enumerate(figure.boxes))
    for place, box in enumerate(figure.boxes):
        x, top = MARGIN + place * (wide + BESIDE), EDGE + place * DROP
        card(root, box, x, top, wide, floor - top, ink)
        _edge(root, x, top, wide, ink)
    return floor


def _edge(root: Node, x: float, y: float, wide: float, ink: Ink) -> None:
    add(root, "line", x1=x, x2=x + wide, y1=y, y2=y, stroke=ink("now"), stroke_width=3)

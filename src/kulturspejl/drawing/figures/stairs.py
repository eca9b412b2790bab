"""A staircase that goes down: the first step is the highest, and below it all the others have their place."""

from kulturspejl.drawing.figures.card import card, height
from kulturspejl.drawing.figures.lines import Said, block, put
from kulturspejl.drawing.figures.shape import MARGIN, Figure, Page
from kulturspejl.drawing.ink import Ink
from kulturspejl.drawing.markup import Node, add

WIDTH, GAP, CAPTION = 0.76, 10.0, 26.0
BESIDE, DROP = 8.0, 34.0
"""Across: between two steps, and how much lower the next one is."""


def draw(root: Node, figure: Figure, lang: str, ink: Ink, page: Page) -> float:
    """Draw it; what is said above and below stands at the first step and at the last."""
    top = _caption(root, figure.edges.get("up", ""), MARGIN, 2, "start", ink, page)
    floor = (_across if page.is_wide else _down)(root, figure, top, ink, page)
    return floor + _caption(root, figure.edges.get("down", ""), page.width - MARGIN, floor + 4, "end", ink, page)


def _caption(root: Node, words: str, x: float, y: float, anchor: str, ink: Ink, page: Page) -> float:
    if words:
        put(root, block([Said(words, 13, paint="ink-soft")], page.inner), x, y, ink, anchor)
    return CAPTION if words else 6.0


def _down(root: Node, figure: Figure, y: float, ink: Ink, page: Page) -> float:
    """Each step further to the right."""
    wide = page.inner * WIDTH
    each = (page.inner - wide) / max(1, len(figure.boxes) - 1)
    for place, box in enumerate(figure.boxes):
        tall, x = height(box, wide), MARGIN + each * place
        card(root, box, x, y, wide, tall, ink)
        add(root, "line", x1=x, x2=x + wide, y1=y, y2=y, stroke=ink("now"), stroke_width=3)
        y += tall + GAP
    return y


def _across(root: Node, figure: Figure, y: float, ink: Ink, page: Page) -> float:
    """Beside each other, all down to the floor."""
    wide = page.share(len(figure.boxes), BESIDE)
    floor = max(y + place * DROP + height(box, wide) for place, box in enumerate(figure.boxes))
    for place, box in enumerate(figure.boxes):
        x, top = MARGIN + place * (wide + BESIDE), y + place * DROP
        card(root, box, x, top, wide, floor - top, ink)
        add(root, "line", x1=x, x2=x + wide, y1=top, y2=top, stroke=ink("now"), stroke_width=3)
    return floor

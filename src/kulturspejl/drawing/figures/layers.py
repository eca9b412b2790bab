"""Layers: what can be seen above the line, what is taken for granted below it, wider the deeper it lies."""

from kulturspejl.drawing.figures.card import card, height
from kulturspejl.drawing.figures.lines import SMALL, Said, block, put
from kulturspejl.drawing.figures.shape import Figure, Page
from kulturspejl.drawing.ink import Ink
from kulturspejl.drawing.markup import Node, add

NARROWEST, GAP, CAPTION = 0.7, 18.0, 28.0


def draw(root: Node, figure: Figure, lang: str, ink: Ink, page: Page) -> float:
    """Draw it; returns the height."""
    y = CAPTION
    put(
        root,
        block([Said(figure.edges.get("up", ""), SMALL, paint="ink-soft")], page.inner),
        page.middle,
        4,
        ink,
        "middle",
    )
    steps = max(1, len(figure.boxes) - 1)
    for place, box in enumerate(figure.boxes):
        wide = page.inner * (NARROWEST + (1 - NARROWEST) * place / steps)
        tall = height(box, wide)
        card(
            root, box, (page.width - wide) / 2, y, wide, tall, ink, anchor="middle", is_strong=place == steps
        )
        y += tall
        if place == 0:
            middle = y + GAP / 2
            add(root, "line", x1=4, x2=page.width - 4, y1=middle, y2=middle, stroke=ink("now"), stroke_width=2,
                stroke_dasharray="7 5")  # fmt: skip
        y += GAP if place < steps else 0
    put(
        root,
        block([Said(figure.edges.get("down", ""), SMALL, paint="ink-soft")], page.inner),
        page.middle,
        y + 6,
        ink,
        "middle",
    )
    return y + CAPTION + 4

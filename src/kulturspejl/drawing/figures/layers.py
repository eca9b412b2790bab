"""Layers: what can be seen above the line, what is taken for granted below it, wider the deeper it lies."""

from kulturspejl.drawing.figures.card import card, height
from kulturspejl.drawing.figures.lines import Said, block, put
from kulturspejl.drawing.figures.shape import INNER, WIDTH, Figure
from kulturspejl.drawing.ink import Ink
from kulturspejl.drawing.markup import Node, add

NARROWEST, GAP, CAPTION = 236.0, 18.0, 28.0


def draw(root: Node, figure: Figure, lang: str, ink: Ink) -> float:
    """Draw it; returns the height."""
    y = CAPTION
    put(
        root,
        block([Said(figure.edges.get("up", ""), 13, paint="ink-soft")], INNER),
        WIDTH / 2,
        4,
        ink,
        "middle",
    )
    steps = max(1, len(figure.boxes) - 1)
    for place, box in enumerate(figure.boxes):
        wide = NARROWEST + (INNER - NARROWEST) * place / steps
        tall = height(box, wide)
        card(root, box, (WIDTH - wide) / 2, y, wide, tall, ink, anchor="middle", is_strong=place == steps)
        y += tall
        if place == 0:
            add(root, "line", x1=4, x2=WIDTH - 4, y1=y + GAP / 2, y2=y + GAP / 2, stroke=ink("now"), stroke_width=2,
                stroke_dasharray="7 5")  # fmt: skip
        y += GAP if place < steps else 0
    put(
        root,
        block([Said(figure.edges.get("down", ""), 13, paint="ink-soft")], INNER),
        WIDTH / 2,
        y + 6,
        ink,
        "middle",
    )
    return y + CAPTION + 4

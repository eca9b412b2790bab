"""Boundaries, each with a small drawing of the line that it makes between two."""

from kulturspejl.drawing.figures.lines import Said, block, put
from kulturspejl.drawing.figures.shape import INNER, MARGIN, Figure
from kulturspejl.drawing.ink import Ink
from kulturspejl.drawing.markup import Node, add

SIGN, GAP = 56.0, 18.0
DRAWN = (
    ("M18 6h20v16h-20z M18 38h20v16h-20z", "M6 30h44"),
    ("M4 20h18v20h-18z M34 20h18v20h-18z", "M28 8v44"),
    ("M20 22h16v16h-16z", "M28 6a24 24 0 1 0 .1 0z"),
    ("M4 20h18v20h-18z M44 20l10 20h-20z", "M28 8v44"),
    ("M2 22h14v16h-14z M40 22h14v16h-14z", "M18 30h20"),
)
"""Over and under, side by side, inside and outside, unlike each other, far apart: the figures, then the line."""


def draw(root: Node, figure: Figure, lang: str, ink: Ink) -> float:
    """Draw it; returns the height."""
    y = 6.0
    for place, box in enumerate(figure.boxes):
        says = block(
            [Said(box.label, 15, bold=True), *(Said(word, 13) for word in box.words)], INNER - SIGN - 16
        )
        sign = add(root, "g", transform=f"translate({MARGIN:g} {y:g})", fill="none", stroke_width=2)
        things, boundary = DRAWN[place % len(DRAWN)]
        add(sign, "path", d=things, stroke=ink("now"))
        add(sign, "path", d=boundary, stroke=ink("preferred"), stroke_dasharray="5 4")
        put(root, says, MARGIN + SIGN + 16, y + max(0.0, (60 - says.height) / 2), ink)
        y += max(60.0, says.height) + GAP
    return y - GAP + 6

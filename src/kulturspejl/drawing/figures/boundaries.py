"""Boundaries, each with a small drawing of the line that it makes between two."""

from kulturspejl.drawing.figures.lines import SMALL, Block, Said, block, put
from kulturspejl.drawing.figures.shape import MARGIN, Box, Figure, Page
from kulturspejl.drawing.ink import Ink
from kulturspejl.drawing.markup import Node, add

SIGN, TALL, BESIDE, GAP = 56.0, 60.0, 16.0, 18.0
DRAWN = (
    ("M18 6h20v16h-20z M18 38h20v16h-20z", "M6 30h44"),
    ("M4 20h18v20h-18z M34 20h18v20h-18z", "M28 8v44"),
    ("M20 22h16v16h-16z", "M28 6a24 24 0 1 0 .1 0z"),
    ("M4 20h18v20h-18z M44 20l10 20h-20z", "M28 8v44"),
    ("M2 22h14v16h-14z M40 22h14v16h-14z", "M18 30h20"),
)
"""Over and under, side by side, inside and outside, unlike each other, far apart: the figures, then the line."""


def draw(root: Node, figure: Figure, lang: str, ink: Ink, page: Page) -> float:
    """Draw it; returns the height. Over their words the signs may grow: wider than high, the figure has the room."""
    return _beside(root, figure, ink, page) if page.is_wide else _below(root, figure, ink, page)


def _below(root: Node, figure: Figure, ink: Ink, page: Page) -> float:
    y = 6.0
    for place, box in enumerate(figure.boxes):
        says = _says(box, page.inner - SIGN - BESIDE)
        _sign(root, place, MARGIN, y, ink)
        put(root, says, MARGIN + SIGN + BESIDE, y + max(0.0, (TALL - says.height) / 2), ink)
        y += max(TALL, says.height) + GAP
    return y - GAP + 6


def _beside(root: Node, figure: Figure, ink: Ink, page: Page) -> float:
    wide = page.share(len(figure.boxes), GAP)
    says = [_says(box, wide) for box in figure.boxes]
    times = min(page.signs, wide / SIGN)
    for place, one in enumerate(says):
        x = MARGIN + place * (wide + GAP)
        _sign(root, place, x, 6, ink, times)
        put(root, one, x, times * TALL + 14, ink)
    return times * TALL + 20 + max(one.height for one in says)


def _says(box: Box, width: float) -> Block:
    return block([Said(box.label, 15, bold=True), *(Said(word, SMALL) for word in box.words)], width)


def _sign(root: Node, place: int, x: float, y: float, ink: Ink, times: float = 1.0) -> None:
    things, boundary = DRAWN[place % len(DRAWN)]
    sign = add(root, "g", transform=f"translate({x:g} {y:g}) scale({times:g})", fill="none", stroke_width=2)
    add(sign, "path", d=things, stroke=ink("now"))
    add(sign, "path", d=boundary, stroke=ink("preferred"), stroke_dasharray="5 4")

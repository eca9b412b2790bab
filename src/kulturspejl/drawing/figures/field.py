"""A field with two measures: four named cells, and points where somebody stands."""

from kulturspejl.drawing.figures.cells import TOP, cells
from kulturspejl.drawing.figures.own import FURTHEST, Way, add_own
from kulturspejl.drawing.figures.shape import MARGIN, Figure, Page
from kulturspejl.drawing.ink import Ink
from kulturspejl.drawing.markup import Node, add, number
from kulturspejl.drawing.styles import add_marker

INSET = 14.0


def draw(root: Node, figure: Figure, lang: str, ink: Ink, page: Page) -> float:
    """Draw it; boxes are up left, up right, down left, down right; points are x, y from 0 to 1, y upwards."""
    ground = cells(root, figure, (0, 1, 2, 3), "", ink, page)
    for marks in figure.marks:
        for x, y in zip(marks.values[::2], marks.values[1::2], strict=True):
            left, top = MARGIN + x * page.inner, ground.bottom - y * (ground.bottom - ground.top)
            point = add(root, "g", transform=f"translate({number(left)} {number(top)})")
            add_marker(point, marks.kind, ink)
    if figure.has_own:
        high = ground.bottom - ground.top
        add_own(root, Way(0, page.middle, (page.inner / 2 - INSET) / FURTHEST),
                Way(1, ground.top + high / 2, -(high / 2 - INSET) / FURTHEST), ink)  # fmt: skip
    return ground.bottom + TOP

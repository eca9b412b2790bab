"""Competing values: A up left, B up right, C down right, D down left; what pulls apart stands on the diagonals."""

from kulturspejl.drawing.figures.cells import TOP, cells
from kulturspejl.drawing.figures.shape import Figure, Page
from kulturspejl.drawing.ink import Ink
from kulturspejl.drawing.markup import Node, add

CLOCKWISE = (0, 1, 3, 2)
REACH = 13.0


def draw(root: Node, figure: Figure, lang: str, ink: Ink, page: Page) -> float:
    """Draw it; returns the height."""
    ground = cells(root, figure, CLOCKWISE, "ABCD", ink, page)
    x, y = page.middle, ground.middle
    for down in (1, -1):
        add(root, "line", x1=x - REACH, x2=x + REACH, y1=y - down * REACH, y2=y + down * REACH, stroke=ink("axis"),
            stroke_width=2, stroke_linecap="round")  # fmt: skip
        for side in (-1, 1):
            tip_x, tip_y = x + side * REACH, y + side * down * REACH
            add(root, "path", d=f"M{tip_x - side * 7:g} {tip_y:g}H{tip_x:g}V{tip_y - side * down * 7:g}", fill="none",
                stroke=ink("axis"), stroke_width=2, stroke_linecap="round")  # fmt: skip
    return ground.bottom + TOP

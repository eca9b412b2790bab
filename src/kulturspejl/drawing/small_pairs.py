"""A small picture of means on several lines, for a line of results: where each dot lies."""

from collections.abc import Sequence

from kulturspejl.drawing.ink import SCREEN, Ink
from kulturspejl.drawing.markup import add, picture, render

SIDE, EDGE, DOT = 72.0, 6.0, 4.0


def small_pairs(
    means: Sequence[float], *, most: int, title: str, description: str, key: str, ink: Ink = SCREEN
) -> str:
    """An inline SVG of 72 units, as a small web is."""
    root = picture(key, width=SIDE, height=SIDE, title=title, description=description, letters=ink.letters)
    for place, mean in enumerate(means, start=1):
        y = SIDE * place / (len(means) + 1)
        x = EDGE + (SIDE - 2 * EDGE) * (mean - 1) / (most - 1)
        add(root, "line", x1=EDGE, y1=y, x2=SIDE - EDGE, y2=y, stroke=ink("axis"), stroke_width=1.5)
        add(root, "circle", cx=x, cy=y, r=DOT, fill=ink("now"), stroke=ink("paper"), data_series="now")
    return render(root)

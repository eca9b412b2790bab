"""A small picture of a mean on a scale, for a line of several: the number, and where it lies."""

from kulturspejl.core.writing.numbers import decimal
from kulturspejl.drawing.ink import SCREEN, Ink
from kulturspejl.drawing.markup import Node, add, picture, points, render, write

SIDE = 72.0
EDGE = 7.0
LINE_AT = 54.0
DOT = 6.0


def small_steps(
    now: float, goal: float | None, *, most: int, title: str, description: str, lang: str, key: str, ink: Ink = SCREEN
) -> str:
    """An inline SVG of 72 units, as a small web is. `goal` is where one would like to be."""
    root = picture(key, width=SIDE, height=SIDE, title=title, description=description, letters=ink.letters)
    write(root, decimal(now, lang), SIDE / 2, 34, text_anchor="middle", font_size=26, font_weight="700",
          fill=ink("now"))  # fmt: skip
    add(root, "line", x1=EDGE, y1=LINE_AT, x2=SIDE - EDGE, y2=LINE_AT, stroke=ink("axis"), stroke_width=1.5)
    for step in range(1, most + 1):
        x = _x(step, most)
        add(root, "line", x1=x, y1=LINE_AT - 4, x2=x, y2=LINE_AT + 4, stroke=ink("axis"))
    if goal is not None:
        _goal(root, _x(goal, most), ink)
    add(root, "circle", cx=_x(now, most), cy=LINE_AT, r=DOT, fill=ink("now"), stroke=ink("paper"), data_series="now")
    return render(root)


def _x(value: float, most: int) -> float:
    return EDGE + (SIDE - 2 * EDGE) * (value - 1) / (most - 1)


def _goal(root: Node, x: float, ink: Ink) -> None:
    """Another shape, not only another colour."""
    size = DOT + 1
    corners = ((x - size, LINE_AT), (x, LINE_AT - size), (x + size, LINE_AT), (x, LINE_AT + size))
    add(root, "polygon", points=points(corners), fill=ink("paper"), stroke=ink("preferred"), stroke_width=2,
        data_series="preferred")  # fmt: skip

"""Which line is which: line, marker and name."""

from collections.abc import Sequence

from kulturspejl.drawing.ink import Ink
from kulturspejl.drawing.markup import Node, add, number, write
from kulturspejl.drawing.series import Series
from kulturspejl.drawing.styles import add_marker, stroke

ROW = 24.0
COLUMN = 168.0
LEFT = 12.0
SHORT_NAME = 13
"""So many letters fit into half the width in the widest of the common system fonts."""


def legend_height(series: Sequence[Series]) -> float:
    """Room for a rule, the rows, and the line that says what the numbers are out of."""
    return 14 + ROW * (-(-len(series) // _columns(series))) + ROW


def add_legend(root: Node, series: Sequence[Series], top: float, note: str, ink: Ink) -> None:
    """The legend below `top`, and `note` under it."""
    columns = _columns(series)
    add(root, "line", x1=LEFT, y1=top, x2=LEFT + 2 * COLUMN, y2=top, stroke=ink("grid"))
    for place, one in enumerate(series):
        _add_entry(root, one, LEFT + COLUMN * (place % columns), top + ROW * (place // columns) + 20, ink)
    write(root, note, LEFT, top + legend_height(series) - 8, font_size=13, fill=ink("ink-soft"))


def _columns(series: Sequence[Series]) -> int:
    return 2 if all(len(one.name) <= SHORT_NAME for one in series) else 1


def _add_entry(root: Node, series: Series, x: float, y: float, ink: Ink) -> None:
    add(root, "line", x1=x, y1=y, x2=x + 38, y2=y, **stroke(series.kind, ink))
    add_marker(add(root, "g", transform=f"translate({number(x + 19)} {number(y)})"), series.kind, ink)
    write(root, series.name, x + 48, y + 4.6, font_size=14, fill=ink("ink"))

"""Which line is which: line, marker and name."""

from collections.abc import Sequence

from kulturspejl.drawing.figures.lines import width_of
from kulturspejl.drawing.ink import Ink
from kulturspejl.drawing.layout import LEGEND_ROW
from kulturspejl.drawing.markup import Node, add, number, write
from kulturspejl.drawing.series import Series
from kulturspejl.drawing.styles import add_marker, stroke

COLUMN = 168.0
LEFT = 12.0
NAME, NOTE = 14.0, 13.75
BEFORE_NAME = 45.0
SHORT_NAME = 13
"""So many letters fit into half the width in the widest of the common system fonts."""


def legend_height(series: Sequence[Series], note: str) -> float:
    """Room for a rule, the rows, and the line that says what the numbers are out of, where it has one of its own."""
    rows = 1 if _in_one_row(series, note) else -(-len(series) // _columns(series)) + 1
    return 14 + LEGEND_ROW * rows


def add_legend(root: Node, series: Sequence[Series], top: float, note: str, ink: Ink) -> None:
    """The legend below `top`, and `note` under it, or beside it where all have room in one row."""
    columns, x, is_row = _columns(series), LEFT, _in_one_row(series, note)
    add(root, "line", x1=LEFT, y1=top, x2=LEFT + 2 * COLUMN, y2=top, stroke=ink("grid"))
    for place, one in enumerate(series):
        at = x if is_row else LEFT + COLUMN * (place % columns)
        _add_entry(root, one, at, top + (0 if is_row else LEGEND_ROW * (place // columns)) + 20, ink)
        x += _width(one)
    if is_row:
        write(root, note, LEFT + 2 * COLUMN, top + 25, text_anchor="end", font_size=NOTE, fill=ink("ink-soft"))
    else:
        bottom = top + legend_height(series, note) - 8
        write(root, note, LEFT, bottom, font_size=NOTE, fill=ink("ink-soft"))


def _width(series: Series) -> float:
    """Of an entry in one row with the others, and the gap after it."""
    return BEFORE_NAME + width_of(series.name, NAME) + 14


def _in_one_row(series: Sequence[Series], note: str) -> bool:
    return bool(series) and sum(map(_width, series)) + width_of(note, NOTE) <= 2 * COLUMN


def _columns(series: Sequence[Series]) -> int:
    return 2 if all(len(one.name) <= SHORT_NAME for one in series) else 1


def _add_entry(root: Node, series: Series, x: float, y: float, ink: Ink) -> None:
    add(root, "line", x1=x, y1=y, x2=x + 38, y2=y, **stroke(series.kind, ink))
    add_marker(add(root, "g", transform=f"translate({number(x + 19)} {number(y)})"), series.kind, ink)
    write(root, series.name, x + BEFORE_NAME, y + 4.6, font_size=NAME, fill=ink("ink"))

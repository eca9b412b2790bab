"""Bars in full width: what was asked, how far it reaches, and its number."""

from collections.abc import Sequence
from dataclasses import dataclass

from kulturspejl.drawing.ink import SCREEN, Ink
from kulturspejl.drawing.markup import Node, add, render
from kulturspejl.drawing.room import Canvas
from kulturspejl.drawing.wall.canvas import LARGE, PLAIN, SMALL, Named, centred, opened, said
from kulturspejl.drawing.wall.letters import wide

LABEL, AIR = 0.42, 20.0
LEAST_ROW, MOST_ROW, THICK, NARROW = 46.0, 110.0, 34.0, 1000.0


@dataclass(frozen=True, slots=True)
class Bar:
    """`share` from 0 to 1; None where there are too few to show, which `value` says."""

    label: str
    value: str
    share: float | None


def sides_of(rows: Sequence[Bar], canvas: Canvas) -> list[list[Bar]]:
    """The rows as many as fit on a side, shared out evenly."""
    fits = max(1, int(canvas.height // _row(rows, canvas)))
    many = max(1, -(-len(rows) // fits))
    each = max(1, -(-len(rows) // many))
    return [list(rows[place : place + each]) for place in range(0, len(rows), each)]


def bars(rows: Sequence[Bar], *, canvas: Canvas, named: Named, ink: Ink = SCREEN) -> str:
    """One under the other; the letters are as large as the rows are high."""
    root = opened(canvas, named, ink)
    each = min(MOST_ROW, canvas.height / max(1, len(rows)))
    size = LARGE if canvas.width > NARROW else SMALL
    value = max((wide(row.value, size, bold=True) for row in rows if row.share is not None), default=0.0) + AIR
    top = (canvas.height - each * len(rows)) / 2 if len(rows) < 3 else 0.0
    for place, row in enumerate(rows):
        _bar(root, row, top + (place + 0.5) * each, size, value, canvas, ink)
    return render(root)


def _row(rows: Sequence[Bar], canvas: Canvas) -> float:
    tallest = max((said(row.label, PLAIN, LABEL * canvas.width - AIR).height for row in rows), default=0.0)
    return max(LEAST_ROW, tallest + 12)


def _bar(root: Node, row: Bar, y: float, size: float, value: float, canvas: Canvas, ink: Ink) -> None:
    label, left = LABEL * canvas.width, LABEL * canvas.width
    centred(root, said(row.label, PLAIN, label - AIR), label - AIR, y, ink, "end")
    if row.share is None:
        centred(root, said(row.value, SMALL, canvas.width - left, paint="ink-soft"), left, y, ink, "start")
        return
    whole = canvas.width - left - value
    add(root, "rect", x=left, y=y - THICK / 2, width=whole, height=THICK, rx=6, fill=ink("grid"), fill_opacity=0.55)
    add(root, "rect", x=left, y=y - THICK / 2, width=whole * row.share, height=THICK, rx=6, fill=ink("now"),
        data_share=row.share)  # fmt: skip
    centred(root, said(row.value, size, value, bold=True), canvas.width, y, ink, "end")

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
    """The rows as many as fit on a side, shared out evenly where each part fits."""
    full: list[list[Bar]] = [[]]
    left = canvas.height
    for row in rows:
        needs = _least(row, canvas)
        if full[-1] and needs > left:
            full.append([])
            left = canvas.height
        full[-1].append(row)
        left -= needs
    each = max(1, -(-len(rows) // len(full)))
    even = [list(rows[place : place + each]) for place in range(0, len(rows), each)]
    return even if all(sum(_least(row, canvas) for row in side) <= canvas.height for side in even) else full


def bars(rows: Sequence[Bar], *, canvas: Canvas, named: Named, ink: Ink = SCREEN) -> str:
    """One under the other, with what is left of the height shared out between them."""
    root = opened(canvas, named, ink)
    needs = [_least(row, canvas) for row in rows]
    more = max(0.0, canvas.height - sum(needs)) / max(1, len(rows))
    heights = [min(max(MOST_ROW, one), one + more) for one in needs]
    size = LARGE if canvas.width > NARROW else SMALL
    value = max((wide(row.value, size, bold=True) for row in rows if row.share is not None), default=0.0) + AIR
    top = (canvas.height - sum(heights)) / 2
    for row, height in zip(rows, heights, strict=True):
        _bar(root, row, top + height / 2, size, value, canvas, ink)
        top += height
    return render(root)


def _least(row: Bar, canvas: Canvas) -> float:
    """The height that its label needs."""
    return max(LEAST_ROW, said(row.label, PLAIN, LABEL * canvas.width - AIR).height + 12)


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

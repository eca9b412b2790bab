"""Many things weighed on one scale: a strip for each, cut where how many stand there may be told."""

from collections.abc import Sequence

from kulturspejl.drawing.ink import SCREEN, Ink
from kulturspejl.drawing.markup import Node, add, render, write
from kulturspejl.drawing.room import Canvas
from kulturspejl.drawing.wall.canvas import PLAIN, SMALL, Named, centred, opened, said
from kulturspejl.drawing.wall.spread import Scale

LABEL, AIR, TOP, FOOT = 0.4, 18.0, 42.0, 30.0
LEAST_ROW, MOST_ROW, PAD = 40.0, 84.0, 6.0
LOWEST = 0.74
"""Of a strip's height where few stand at each number of a stretch; as many as half of all fill it."""


def fitting(height: float) -> int:
    """How many strips have room."""
    return max(1, int((height - TOP - FOOT) // LEAST_ROW))


def strips(
    head: str, rows: Sequence[Scale], least: int, most: int, ends: tuple[str, str], *, canvas: Canvas, named: Named,
    ink: Ink = SCREEN,
) -> str:  # fmt: skip
    """One strip a row under `head`, the numbers once above them and what the ends mean below."""
    root = opened(canvas, named, ink)
    left, step = LABEL * canvas.width, (1 - LABEL) * canvas.width / (most - least + 1)
    each = min(MOST_ROW, (canvas.height - TOP - FOOT) / max(1, len(rows)))
    centred(root, said(head, PLAIN, left - AIR, bold=True, paint="now"), 0, TOP / 2, ink, "start")
    for value in range(least, most + 1):
        x = left + (value - least + 0.5) * step
        write(root, str(value), x, TOP - 12, text_anchor="middle", font_size=SMALL, font_weight="700", fill=ink("ink"))
    for place, row in enumerate(rows):
        _strip(root, row, left, step, least, TOP + (place + 0.5) * each, each - PAD, canvas, ink)
    foot = TOP + len(rows) * each + FOOT / 2
    for words, x, anchor in ((ends[0], left, "start"), (ends[1], canvas.width, "end")):
        centred(root, said(words, SMALL, (canvas.width - left) / 2, paint="ink-soft"), x, foot, ink, anchor)
    return render(root)


def _strip(
    root: Node, row: Scale, left: float, step: float, least: int, y: float, tall: float, canvas: Canvas, ink: Ink
) -> None:
    centred(root, said(row.label, SMALL, left - AIR), left - AIR, y, ink, "end")
    if not row.stretches:
        centred(root, said(row.value, SMALL, canvas.width - left, paint="ink-soft"), left, y, ink, "start")
    people = max(1, sum(count for _first, _last, count in row.stretches))
    for first, last, count in row.stretches:
        many = last - first + 1
        x, share = left + (first - least) * step, count / many / people
        high = tall * (LOWEST + (1 - LOWEST) * min(1.0, 2 * share))
        add(root, "rect", x=x + 2, y=y - high / 2, width=many * step - 4, height=high, rx=6, fill=ink("now"),
            fill_opacity=0.88, data_from=first, data_to=last, data_count=count)  # fmt: skip
        write(root, str(count), x + many * step / 2, y + SMALL * 0.35, text_anchor="middle", font_size=SMALL,
              font_weight="700", fill=ink("paper"))  # fmt: skip

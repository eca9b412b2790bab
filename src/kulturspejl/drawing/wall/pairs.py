"""Pairs of opposites in full width: where a team stands between the two, or how many chose the pair."""

from collections.abc import Sequence
from dataclasses import dataclass

from kulturspejl.drawing.ink import SCREEN, Ink
from kulturspejl.drawing.markup import Node, add, number, render
from kulturspejl.drawing.room import Canvas
from kulturspejl.drawing.styles import add_marker
from kulturspejl.drawing.wall.canvas import LARGE, PLAIN, SMALL, Named, centred, opened, said
from kulturspejl.drawing.wall.letters import wide as wide_of

WORDS, AIR, FURTHEST, FOOT = 0.31, 26.0, 3, 40.0
THICK = 40.0


@dataclass(frozen=True, slots=True)
class Pair:
    """`share` of all chose it (0 to 1); or `at` from -3 to +3 is the middle of all, and `half` their middle half.

    `value` is written on it: a count, or why there is none.
    """

    low: str
    high: str
    share: float | None = None
    at: float | None = None
    half: tuple[float, float] | None = None
    value: str = ""


def pairs(rows: Sequence[Pair], *, canvas: Canvas, named: Named, foot: str = "", ink: Ink = SCREEN) -> str:
    """All of them under each other, as high as there is room; `foot` is about what is in none of them."""
    root = opened(canvas, named, ink)
    each = (canvas.height - (FOOT if foot else 0)) / max(1, len(rows))
    if foot:
        centred(root, said(foot, SMALL, canvas.width), canvas.width / 2, canvas.height - FOOT / 2, ink)
    wide = WORDS * canvas.width
    size = _size([word for row in rows for word in (row.low, row.high)], wide - AIR)
    for place, row in enumerate(rows):
        y = (place + 0.5) * each
        centred(root, said(row.low, size, wide - AIR, bold=True), wide - AIR, y, ink, "end")
        centred(root, said(row.high, size, wide - AIR, bold=True), canvas.width - wide + AIR, y, ink, "start")
        _between(root, row, wide, canvas.width - wide, y, ink)
    return render(root)


def _size(words: Sequence[str], room: float) -> float:
    """One size for all, so that each stands on one line where letters are large enough for it."""
    longest = max((wide_of(word, 1.0, bold=True) for word in words), default=1.0)
    return max(SMALL, min(LARGE, room / longest))


def _between(root: Node, row: Pair, left: float, right: float, y: float, ink: Ink) -> None:
    middle, reach = (left + right) / 2, (right - left) / 2 - 18
    add(root, "line", x1=left + 18, x2=right - 18, y1=y, y2=y, stroke=ink("axis"), stroke_width=3)
    if row.share is not None:
        half = row.share * reach
        add(root, "rect", x=middle - half, y=y - THICK / 2, width=2 * half, height=THICK, rx=8, fill=ink("now"),
            data_share=row.share)  # fmt: skip
        _count(root, row.value, middle, half, reach, y, ink)
        return
    for step in range(-FURTHEST, FURTHEST + 1):
        x, tall = middle + step / FURTHEST * reach, 9 if step else 16
        add(root, "line", x1=x, x2=x, y1=y - tall, y2=y + tall, stroke=ink("axis"), stroke_width=3)
    if row.at is not None:
        _place(root, row.at, row.half, middle, reach, y, ink)
    elif row.value:
        _few(root, row.value, middle, y, right - left, ink)


def _count(root: Node, value: str, middle: float, half: float, reach: float, y: float, ink: Ink) -> None:
    """On the bar where it is wide enough, else after it, and under it where the other word begins there."""
    if 2 * half >= wide_of(value, PLAIN, bold=True) + AIR:
        centred(root, said(value, PLAIN, 2 * half, bold=True, paint="paper"), middle, y, ink)
        return
    words = said(value, PLAIN, 400, bold=True)
    long = wide_of(value, PLAIN, bold=True)
    if half + 10 + long > reach + 18:
        centred(root, said(value, SMALL, 400, bold=True), middle, y + THICK / 2 + 14, ink)
        return
    add(root, "rect", x=middle + half + 6, y=y - THICK / 2, width=long + 8, height=THICK, fill=ink("paper"))
    centred(root, words, middle + half + 10, y, ink, "start")


def _place(
    root: Node, at: float, half: tuple[float, float] | None, middle: float, reach: float, y: float, ink: Ink
) -> None:
    if half:
        start, end = (middle + one / FURTHEST * reach for one in half)
        add(root, "rect", x=start - 12, y=y - 20, width=end - start + 24, height=40, rx=20, fill=ink("now"),
            fill_opacity=0.28)  # fmt: skip
    mark = add(root, "g", transform=f"translate({number(middle + at / FURTHEST * reach)} {number(y)}) scale(2.8)")
    add_marker(mark, "now", ink)


def _few(root: Node, value: str, middle: float, y: float, wide: float, ink: Ink) -> None:
    words = said(value, PLAIN, wide, paint="ink-soft")
    add(root, "rect", x=middle - 150, y=y - 20, width=300, height=40, fill=ink("paper"))
    centred(root, words, middle, y, ink)

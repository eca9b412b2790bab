"""One collaboration seen from two sides: both means of a scale on one line, joined, so that one sees the distance."""

from collections.abc import Sequence
from dataclasses import dataclass

from kulturspejl.drawing.ink import SCREEN, Ink
from kulturspejl.drawing.markup import Node, add, number, render, write
from kulturspejl.drawing.room import Canvas
from kulturspejl.drawing.series import Kind
from kulturspejl.drawing.styles import add_marker
from kulturspejl.drawing.wall.canvas import LARGE, PLAIN, SMALL, Named, centred, opened, said
from kulturspejl.drawing.wall.letters import wide

WIDE, NARROW, AIR, EDGE = 0.24, 0.34, 20.0, 40.0
MARK, ROOMY = 60.0, 116.0
"""What a mark takes before its name; and how high a row is in which its numbers keep off the next row's."""
KINDS: tuple[Kind, Kind] = ("now", "preferred")


@dataclass(frozen=True, slots=True)
class Seen:
    """A scale with both sides' means from `least` to `most`; both as written, and None where there are too few."""

    label: str
    means: tuple[float, float] | None
    values: tuple[str, str]


def two_sides(
    rows: Sequence[Seen], names: tuple[str, str], least: int, most: int, *, canvas: Canvas, named: Named,
    ink: Ink = SCREEN,
) -> str:  # fmt: skip
    """One line a scale; who is who stands above."""
    root = opened(canvas, named, ink)
    head = _names(root, names, canvas, ink) + AIR
    left, right = (WIDE if canvas.width > 1000 else NARROW) * canvas.width, canvas.width - 40
    each = (canvas.height - head - EDGE) / max(1, len(rows))
    size = LARGE if each > ROOMY else PLAIN
    for place, row in enumerate(rows):
        _row(root, row, (left, right), head + (place + 0.5) * each, (least, most), ink, size)
    for value in range(least, most + 1):
        x = left + (value - least) / (most - least) * (right - left)
        write(root, str(value), x, canvas.height - 10, text_anchor="middle", font_size=SMALL, fill=ink("ink-soft"))
    return render(root)


def _names(root: Node, names: tuple[str, str], canvas: Canvas, ink: Ink) -> float:
    """Beside each other where each has room on one line, else one under the other; the height that they take."""
    half, y, high = canvas.width / 2, AIR / 2, 0.0
    is_beside = all(wide(name, PLAIN, bold=True) <= half - MARK for name in names)
    for place, (name, kind) in enumerate(zip(names, KINDS, strict=True)):
        told = said(name, PLAIN, (half if is_beside else canvas.width) - MARK, bold=True, paint=kind)
        x, middle = (place * half if is_beside else 0.0), y + told.height / 2
        add_marker(add(root, "g", transform=f"translate({number(x + 20)} {number(middle)}) scale(2)"), kind, ink)
        centred(root, told, x + 48, middle, ink, "start")
        y, high = (y, max(high, told.height)) if is_beside else (y + told.height, high + told.height)
    return high


def _row(
    root: Node, row: Seen, across: tuple[float, float], y: float, reach: tuple[int, int], ink: Ink, size: float
) -> None:
    (left, right), (least, most), off = across, reach, size * 0.78
    centred(root, said(row.label, PLAIN, left - 30, bold=True), 0, y, ink, "start")
    add(root, "line", x1=left, x2=right, y1=y, y2=y, stroke=ink("grid"), stroke_width=4, stroke_linecap="round")
    if row.means is None:
        centred(root, said(row.values[0], PLAIN, right - left, paint="ink-soft"), (left + right) / 2, y - 26, ink)
        return
    xs = [left + (mean - least) / (most - least) * (right - left) for mean in row.means]
    add(root, "line", x1=xs[0], x2=xs[1], y1=y, y2=y, stroke=ink("ink"), stroke_width=8)
    for x, value, kind, beside in zip(xs, row.values, KINDS, (-off, off + 0.75 * size), strict=True):
        add_marker(add(root, "g", transform=f"translate({number(x)} {number(y)}) scale(2.6)"), kind, ink)
        write(root, value, x, y + beside, text_anchor="middle", font_size=size, font_weight="700", fill=ink(kind))

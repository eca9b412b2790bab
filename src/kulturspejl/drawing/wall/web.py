"""The spider web in full height: the shape in the middle, and each culture's name and numbers at its corner."""

from collections.abc import Mapping, Sequence

from kulturspejl.core.instruments.allocation.numbers import DIMENSIONS, LETTERS
from kulturspejl.core.instruments.allocation.paper import paper_points
from kulturspejl.drawing.geometry import Frame, corners
from kulturspejl.drawing.ink import SCREEN, Ink
from kulturspejl.drawing.markup import Node, add, number, points, render, write
from kulturspejl.drawing.numbers import paper_total
from kulturspejl.drawing.palette import CULTURES
from kulturspejl.drawing.room import Canvas
from kulturspejl.drawing.scale import web_scale
from kulturspejl.drawing.series import Series
from kulturspejl.drawing.styles import STYLES, add_marker, stroke
from kulturspejl.drawing.wall.canvas import HUGE, LARGE, PLAIN, SMALL, Named, centred, opened, said
from kulturspejl.drawing.words import say

LEGEND, BADGE = 44.0, 19.0
BESIDE, NAMES = 200.0, 62.0
"""Where a name has less than this beside the shape, names stand over and under it, in rows of this height."""
SHARE, AIR = 0.29, 4.0

Names = tuple[str, str]
"""What a culture is called, and its term or ""."""


def web(
    series: Sequence[Series], *, labels: Mapping[str, str], total: int, canvas: Canvas, named: Named, ink: Ink = SCREEN,
    terms: Mapping[str, str] | None = None,
) -> str:  # fmt: skip
    """As large as the height allows; numbers as on paper, of 60. `terms` stand in grey under the labels."""
    root = opened(canvas, named, ink)
    scale = web_scale(series, total)
    half = min((canvas.height - LEGEND) / 2, canvas.width * SHARE) - AIR
    is_narrow = canvas.width / 2 - half - 28 - 2 * BADGE - 14 < BESIDE
    names = NAMES if is_narrow else 0.0
    half = min(half, (canvas.height - LEGEND) / 2 - names - AIR)
    frame = Frame(canvas.width / 2, names + half + AIR, half * 2**0.5, scale.maximum)
    _ground(root, frame, half, scale.rings, ink)
    for one in series:
        fill: dict[str, str | float] = {"fill": "none"}
        if STYLES[one.kind].is_filled:
            fill = {"fill": ink(one.kind), "fill_opacity": 0.2}
        line = {**stroke(one.kind, ink), "stroke_width": 2 * STYLES[one.kind].width}
        add(root, "polygon", points=points(corners(frame, one.values)), data_series=one.kind, **fill, **line)
    for one in series:
        for letter in LETTERS:
            x, y = frame.point(letter, one.values[letter])
            add_marker(add(root, "g", transform=f"translate({number(x)} {number(y)}) scale(2)"), one.kind, ink)
    for letter in LETTERS:
        said_of = (labels[letter], (terms or {}).get(letter, ""))
        corner = _over if is_narrow else _beside
        corner(root, series, letter, said_of, frame, half, canvas, ink)
    _legend(root, series, total, canvas, named.lang, ink)
    return render(root)


def _ground(root: Node, frame: Frame, half: float, rings: Sequence[float], ink: Ink) -> None:
    for letter in LETTERS:
        x, y = frame.point(letter, frame.maximum)
        add(root, "rect", x=min(x, frame.cx), y=min(y, frame.cy), width=half, height=half, fill=ink(CULTURES[letter]),
            fill_opacity=0.09)  # fmt: skip
        add(root, "line", x1=frame.cx, y1=frame.cy, x2=x, y2=y, stroke=ink("axis"), stroke_width=2)
    for ring in rings:
        square = points(corners(frame, dict.fromkeys(LETTERS, ring)))
        add(root, "polygon", points=square, fill="none", stroke=ink("grid"), stroke_width=2)
        write(root, str(round(ring * len(DIMENSIONS))), frame.cx + 6, frame.cy - frame.half_side(ring) + 24,
              font_size=SMALL, fill=ink("ink-soft"))  # fmt: skip


def _beside(
    root: Node, series: Sequence[Series], letter: str, names: Names, frame: Frame, half: float, canvas: Canvas, ink: Ink
) -> None:
    """The name, its term in grey and, under them, its numbers in a row."""
    is_left, is_up = letter in "AD", letter in "AB"
    inner = frame.cx - half - 24 if is_left else frame.cx + half + 24
    anchor, way = ("end", -1) if is_left else ("start", 1)
    wide = canvas.width / 2 - half - 28
    name = said(names[0], LARGE if wide > 300 else PLAIN, wide - 2 * BADGE - 14, bold=True)
    term = said(names[1], SMALL, wide - 2 * BADGE - 14, paint="ink-soft")
    tall = name.height + term.height
    top = 4.0 if is_up else frame.cy + half - tall - 74
    _badge(root, letter, inner + way * BADGE, top + 22, ink)
    centred(root, name, inner + way * (2 * BADGE + 12), top + name.height / 2, ink, anchor)
    centred(root, term, inner + way * (2 * BADGE + 12), top + name.height + term.height / 2, ink, anchor)
    slot = 120.0 if wide > 250 else 100.0
    for place, one in enumerate(reversed(series) if is_left else series):
        _number(root, one, letter, inner + way * place * slot, top + tall + 60, way, ink)


def _over(
    root: Node, series: Sequence[Series], letter: str, names: Names, frame: Frame, half: float, canvas: Canvas, ink: Ink
) -> None:
    """The name alone over or under the shape, from the edge inwards, and its numbers under each other beside it."""
    is_left, is_up = letter in "AD", letter in "AB"
    edge, way, anchor = (0.0, 1, "start") if is_left else (canvas.width, -1, "end")
    middle = NAMES / 2 if is_up else frame.cy + half + AIR + NAMES / 2
    name = said(names[0], SMALL, canvas.width / 2 - 2 * BADGE - 30, bold=True)
    _badge(root, letter, edge + way * BADGE, middle, ink)
    centred(root, name, edge + way * (2 * BADGE + 12), middle, ink, anchor)
    inner = frame.cx - half - 14 if is_left else frame.cx + half + 14
    first = frame.cy - half + 54 if is_up else frame.cy + half - 12 - (len(series) - 1) * HUGE
    for place, one in enumerate(series):
        _number(root, one, letter, inner, first + place * HUGE, -way, ink)


def _badge(root: Node, letter: str, x: float, y: float, ink: Ink) -> None:
    add(root, "circle", cx=x, cy=y, r=BADGE, fill=ink(CULTURES[letter]))
    write(root, letter, x, y + 9, text_anchor="middle", font_size=PLAIN, font_weight="700", fill=ink("paper"))


def _number(root: Node, one: Series, letter: str, x: float, foot: float, way: int, ink: Ink) -> None:
    """The marker of whose it is, at `x`, and the points, away from the shape; `foot` is what the digits stand on."""
    mark = x + way * 14
    where = f"translate({number(mark)} {number(foot - 20)}) scale(1.7)"
    add_marker(add(root, "g", transform=where), one.kind, ink)
    write(root, str(paper_points(one.values)[letter]), mark + way * 20, foot, font_size=HUGE, font_weight="700",
          text_anchor="end" if way < 0 else "start", fill=ink(one.kind))  # fmt: skip


def _legend(root: Node, series: Sequence[Series], total: int, canvas: Canvas, lang: str, ink: Ink) -> None:
    y = canvas.height - LEGEND / 2
    x = canvas.width / 2 - 150.0 * len(series)
    for one in series:
        add_marker(add(root, "g", transform=f"translate({number(x)} {number(y)}) scale(1.6)"), one.kind, ink)
        write(root, one.name, x + 20, y + 8, font_size=SMALL, font_weight="600", fill=ink("ink"))
        x += 150.0
    write(root, say("points_out_of", lang).format(total=paper_total(total)), x + 10, y + 8, font_size=SMALL,
          fill=ink("ink-soft"))  # fmt: skip

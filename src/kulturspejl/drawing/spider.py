"""The spider web: four cultures on the diagonals, one shape for each series, the numbers beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kulturspejl.core.disclosure.numbers import LETTERS
from kulturspejl.core.scoring.paper import paper_points
from kulturspejl.drawing.badges import RADIUS, add_badge
from kulturspejl.drawing.geometry import Frame, corners
from kulturspejl.drawing.ink import SCREEN, Ink
from kulturspejl.drawing.legend import add_legend, legend_height
from kulturspejl.drawing.marks import NUMBER_LINE, add_numbers, number_lines
from kulturspejl.drawing.markup import Node, add, number, picture, points, render, write
from kulturspejl.drawing.numbers import mean_of, on_paper, paper_total
from kulturspejl.drawing.palette import CULTURES
from kulturspejl.drawing.scale import ALL_STEPS, SMALLEST_STEPS, Scale, web_scale
from kulturspejl.drawing.series import Series
from kulturspejl.drawing.styles import STYLES, add_marker, stroke
from kulturspejl.drawing.table import Table
from kulturspejl.drawing.words import Edge, edges, inside, say, sentence_case

WIDTH = 360.0
HALF_SIDE = 126.0
MARGIN = 12.0
CX = WIDTH / 2
INTERACTIVE_STEPS = 4
_ROUNDING = 1e-9
HANDLE = 24.0
"""Half of 48 picture units: a finger's width on a phone, where a unit is about a pixel."""


@dataclass(frozen=True, slots=True)
class _Layout:
    """Heights that follow from how many lines of numbers stand at each corner."""

    lines: int

    @property
    def top(self) -> float:
        return 64 + NUMBER_LINE * self.lines

    @property
    def cy(self) -> float:
        return self.top + HALF_SIDE

    @property
    def bottom(self) -> float:
        return self.cy + HALF_SIDE

    @property
    def height(self) -> float:
        return self.bottom + self.top


def spider_web(
    series: Sequence[Series],
    *,
    labels: Mapping[str, str],
    total: int,
    title: str,
    description: str,
    lang: str = "da",
    interactive: bool = False,
    key: str = "web",
    ends: Mapping[Edge, str] | None = None,
    ink: Ink = SCREEN,
) -> str:
    """An inline SVG without script, style or outer font. `docs/en/drawing.md` names its data attributes.

    `labels` and `ends` (up, down, left, right) are in the reader's language; `lang` sets the few words of the
    picture itself. `key` must differ between pictures of one page. With `interactive` the last series gets handles
    of 48 units, and rings up to the total stand ready, so that a script can move and rescale.
    """
    scale = web_scale(series, total, at_least=INTERACTIVE_STEPS if interactive else SMALLEST_STEPS)
    layout = _Layout(number_lines(len(series)))
    frame = Frame(CX, layout.cy, HALF_SIDE * 2**0.5, scale.maximum)
    height = layout.height + legend_height(series)
    root = picture(key, width=WIDTH, height=height, title=title, description=description, letters=ink.letters)
    _mark_frame(root, frame, total)
    _add_ground(root, frame, scale, total, interactive, ink)
    _add_ends(root, ends or edges(lang), layout, ink)
    for one in series:
        _add_shape(root, one, frame, ink)
    for one in series:
        _add_corners(root, one, frame, interactive and one is series[-1], ink)
    _add_labels(root, series, labels, layout, ink)
    add_legend(root, series, layout.height, say("points_out_of", lang).format(total=paper_total(total)), ink)
    return render(root)


def as_table(series: Sequence[Series], *, labels: Mapping[str, str], total: int, lang: str) -> Table:
    """One row a culture, one column a series: "21 af 60 (3,5 af 10)"."""
    sums = [paper_points(one.values) for one in series]
    rows = tuple(
        (
            f"{letter} {labels[letter]}",
            *(
                f"{on_paper(points[letter], total, lang)} ({mean_of(one.values[letter], total, lang)})"
                for one, points in zip(series, sums, strict=True)
            ),
        )
        for letter in LETTERS
    )
    return Table((say("culture", lang), *(one.name for one in series)), rows)


def as_sentence(values: Mapping[str, float], *, labels: Mapping[str, str], total: int, lang: str) -> str:
    """ "Klan 21, adhokrati 9, marked 12, hierarki 18 af 60"."""
    parts = ", ".join(f"{inside(labels[letter])} {points}" for letter, points in paper_points(values).items())
    return f"{sentence_case(parts)} {say('of', lang)} {paper_total(total)}"


def _mark_frame(root: Node, frame: Frame, total: int) -> None:
    root.set("class", "web")
    root.set("data-cx", number(frame.cx))
    root.set("data-cy", number(frame.cy))
    root.set("data-radius", repr(round(frame.radius, 4)))
    root.set("data-max", repr(round(frame.maximum, 6)))
    root.set("data-total", str(total))


def _add_ground(root: Node, frame: Frame, scale: Scale, total: int, interactive: bool, ink: Ink) -> None:
    for letter in LETTERS:
        x, y = frame.point(letter, frame.maximum)
        corner = {"x": min(x, frame.cx), "y": min(y, frame.cy), "width": HALF_SIDE, "height": HALF_SIDE}
        add(root, "rect", **corner, fill=ink(CULTURES[letter]), fill_opacity=0.07)
    ground = add(root, "g", fill="none", stroke=ink("grid"), stroke_width=1)
    for ring in web_scale((), total, at_least=ALL_STEPS).rings if interactive else scale.rings:
        _add_ring(ground, frame, ring, ink)
    cross = f"M{number(CX - HALF_SIDE)} {number(frame.cy)}h{number(2 * HALF_SIDE)}"
    add(ground, "path", d=f"{cross}M{number(CX)} {number(frame.cy - HALF_SIDE)}v{number(2 * HALF_SIDE)}")
    for letter in LETTERS:
        x, y = frame.point(letter, frame.maximum)
        add(ground, "line", x1=CX, y1=frame.cy, x2=x, y2=y, stroke=ink("axis"))


def _add_ring(ground: Node, frame: Frame, ring: float, ink: Ink) -> None:
    seen = "hidden" if ring > frame.maximum + _ROUNDING else "visible"
    square = corners(frame, dict.fromkeys(LETTERS, ring))
    is_outer = abs(ring - frame.maximum) < _ROUNDING
    paint = ink("axis") if is_outer else ink("grid")
    add(
        ground,
        "polygon",
        points=points(square),
        data_ring=repr(round(ring, 6)),
        stroke=paint,
        visibility=seen,
    )
    at = (CX + 4, frame.cy - frame.half_side(ring) + 12)
    write(
        ground, str(round(ring * 6)), *at, data_ring_label=repr(round(ring, 6)),
        font_size=11, fill=ink("ink-soft"), stroke="none", visibility=seen,
    )  # fmt: skip


def _add_ends(root: Node, names: Mapping[Edge, str], layout: _Layout, ink: Ink) -> None:
    ends = add(root, "g", text_anchor="middle", font_size=13, font_style="italic", fill=ink("ink-soft"))
    write(ends, names["up"], CX, 18)
    write(ends, names["down"], CX, layout.height - 10)
    for name, x, turn in (
        (names["left"], CX - HALF_SIDE - 16, -90),
        (names["right"], CX + HALF_SIDE + 16, 90),
    ):
        around = f"rotate({turn} {number(x)} {number(layout.cy)})"
        write(ends, name, x, layout.cy, transform=around, dominant_baseline="central")


def _add_shape(root: Node, series: Series, frame: Frame, ink: Ink) -> None:
    fill: dict[str, str | float] = {"fill": "none"}
    if STYLES[series.kind].is_filled:
        fill = {"fill": ink(series.kind), "fill_opacity": 0.14}
    shape = points(corners(frame, series.values))
    add(root, "polygon", points=shape, data_series=series.kind, **fill, **stroke(series.kind, ink))
    if series.low is not None and series.high is not None:
        _add_band(root, series, series.low, series.high, frame, ink)


def _add_band(
    root: Node, series: Series, low: Mapping[str, float], high: Mapping[str, float], frame: Frame, ink: Ink
) -> None:
    band = add(root, "g", stroke=ink(series.kind), stroke_width=8, stroke_opacity=0.32)
    for letter in LETTERS:
        (x1, y1), (x2, y2) = frame.point(letter, low[letter]), frame.point(letter, high[letter])
        add(band, "line", x1=x1, y1=y1, x2=x2, y2=y2, data_band=series.kind)


def _add_corners(root: Node, series: Series, frame: Frame, has_handles: bool, ink: Ink) -> None:
    for letter in LETTERS:
        x, y = frame.point(letter, series.values[letter])
        corner = add(
            root, "g", transform=f"translate({number(x)} {number(y)})", data_series=series.kind, data_letter=letter,
            data_value=repr(round(series.values[letter], 6)),
        )  # fmt: skip
        if has_handles:
            add(corner, "circle", r=HANDLE, fill=ink(series.kind), fill_opacity=0.08, class_="web-handle")
        add_marker(corner, series.kind, ink)


def _add_labels(
    root: Node, series: Sequence[Series], labels: Mapping[str, str], layout: _Layout, ink: Ink
) -> None:
    sums = [paper_points(one.values) for one in series]
    for letter in LETTERS:
        is_left = letter in "AD"
        edge, inward = (MARGIN, 1) if is_left else (WIDTH - MARGIN, -1)
        y = 46.0 if letter in "AB" else layout.bottom + 28
        add_badge(root, letter, edge + inward * RADIUS, y - 5, ink)
        write(
            root, labels[letter], edge + inward * (2 * RADIUS + 6), y,
            text_anchor="start" if is_left else "end", font_size=15, font_weight="600", fill=ink("ink"),
        )  # fmt: skip
        row = [(one.kind, points[letter]) for one, points in zip(series, sums, strict=True)]
        add_numbers(root, letter, row, edge, y + NUMBER_LINE, is_left, ink)

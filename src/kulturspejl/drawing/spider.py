"""The spider web: four cultures on the diagonals, one shape for each series, the numbers beside it."""

from collections.abc import Mapping, Sequence

from kulturspejl.core.instruments.allocation.numbers import LETTERS
from kulturspejl.core.instruments.allocation.paper import paper_points
from kulturspejl.drawing.badges import RADIUS, add_badge
from kulturspejl.drawing.corner_names import BESIDE, Name, beside
from kulturspejl.drawing.geometry import Frame, corners
from kulturspejl.drawing.ground import add_ends, add_ground, add_ring_labels, exact
from kulturspejl.drawing.ink import SCREEN, Ink
from kulturspejl.drawing.layout import CX, HALF_SIDE, MARGIN, WIDTH, Layout
from kulturspejl.drawing.legend import add_legend, legend_height
from kulturspejl.drawing.marks import NUMBER_LINE, add_numbers, number_lines
from kulturspejl.drawing.markup import Node, add, number, picture, points, render, write
from kulturspejl.drawing.numbers import on_paper, paper_total
from kulturspejl.drawing.scale import ALL_STEPS, SMALLEST_STEPS, web_scale
from kulturspejl.drawing.series import Series
from kulturspejl.drawing.styles import STYLES, add_marker, stroke
from kulturspejl.drawing.table import Table
from kulturspejl.drawing.terms import SIZE as TERM_SIZE
from kulturspejl.drawing.words import Edge, edges, inside, say, sentence_case

INTERACTIVE_STEPS = 4
LABEL_LINE = 16.0
TERM_LINE = 15.5
"""The term stands under the words: beside them it had room in letters for a wide screen alone."""
HANDLE = 24.0
"""Half of 48 picture units: a finger's width on a phone, where a unit is about a pixel."""


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
    is_whole: bool = False,
    terms: Mapping[str, str] | None = None,
) -> str:
    """An inline SVG without script, style or outer font. `docs/en/drawing.md` names its data attributes.

    With `terms` the labels are everyday words, on two lines, each with its term in grey.
    `labels` and `ends` (up, down, left, right) are in the reader's language; `lang` sets the few words of the
    picture itself. `key` must differ between pictures of one page. With `interactive` the last series gets handles
    of 48 units, and rings up to the total stand ready, so that a script can move and rescale. With `is_whole` the outer
    ring stands for all the points: a web for a pen.
    """
    least = INTERACTIVE_STEPS if interactive else SMALLEST_STEPS
    scale = web_scale(series, total, at_least=ALL_STEPS if is_whole else least)
    names = _names(labels, terms or {})
    layout = Layout(number_lines(len(series)), max(map(_over, names.values())))
    frame = Frame(CX, layout.cy, HALF_SIDE * 2**0.5, scale.maximum)
    note = say("points_out_of", lang).format(total=paper_total(total))
    height = layout.height + legend_height(series, note)
    root = picture(key, width=WIDTH, height=height, title=title, description=description, letters=ink.letters)
    _mark_frame(root, frame, total)
    rings = web_scale((), total, at_least=ALL_STEPS).rings if interactive else scale.rings
    add_ground(root, frame, rings, ink)
    add_ends(root, ends or edges(lang), layout, ink)
    for one in series:
        _add_shape(root, one, frame, ink)
    add_ring_labels(root, frame, rings, ink)
    for one in series:
        _add_corners(root, one, frame, interactive and one is series[-1], ink)
    _add_labels(root, series, names, layout, ink)
    add_legend(root, series, layout.height, note, ink)
    return render(root)


def as_table(series: Sequence[Series], *, labels: Mapping[str, str], total: int, lang: str) -> Table:
    """One row a culture, one column a series: "21 af 60"."""
    sums = [paper_points(one.values) for one in series]
    rows = tuple(
        (f"{letter} {labels[letter]}", *(on_paper(points[letter], total, lang) for points in sums))
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
    root.set("data-max", exact(frame.maximum))
    root.set("data-total", str(total))


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
    """All that lies between the two profiles, softly: where the line itself may as well have been."""
    ways = (" ".join(f"{number(x)} {number(y)}" for x, y in corners(frame, one)) for one in (high, low))
    add(
        root, "path", d="".join(f"M{way}Z" for way in ways), fill=ink(series.kind), fill_rule="evenodd",
        fill_opacity=0.16, data_band=series.kind,
    )  # fmt: skip


def _add_corners(root: Node, series: Series, frame: Frame, has_handles: bool, ink: Ink) -> None:
    for letter in LETTERS:
        x, y = frame.point(letter, series.values[letter])
        corner = add(
            root, "g", transform=f"translate({number(x)} {number(y)})", data_series=series.kind, data_letter=letter,
            data_value=exact(series.values[letter]),
        )  # fmt: skip
        if has_handles:
            add(corner, "circle", r=HANDLE, fill=ink(series.kind), fill_opacity=0.08, class_="web-handle")
        add_marker(corner, series.kind, ink)


def _names(labels: Mapping[str, str], terms: Mapping[str, str]) -> dict[str, Name]:
    """How each corner's name is set beside the one across from it."""
    found: dict[str, Name] = {}
    for left, right in (("A", "B"), ("D", "C")):
        found[left], found[right] = beside(*((labels[one], terms.get(one, "")) for one in (left, right)))
    return found


def _over(name: Name) -> float:
    """What it takes beyond one line."""
    return (LABEL_LINE if name.first else 0.0) + (TERM_LINE if name.term else 0.0)


def _add_labels(
    root: Node, series: Sequence[Series], names: Mapping[str, Name], layout: Layout, ink: Ink
) -> None:
    sums = [paper_points(one.values) for one in series]
    for letter in LETTERS:
        is_left = letter in "AD"
        edge, inward = (MARGIN, 1) if is_left else (WIDTH - MARGIN, -1)
        y = layout.names[0 if letter in "AB" else 1]
        add_badge(root, letter, edge + inward * RADIUS, y - _over(names[letter]) / 2 - 5, ink)
        _add_name(root, names[letter], (edge + inward * BESIDE, y), is_left, ink)
        row = [(one.kind, points[letter]) for one, points in zip(series, sums, strict=True)]
        add_numbers(root, letter, row, edge, y + NUMBER_LINE, is_left, ink)


def _add_name(root: Node, name: Name, at: tuple[float, float], is_left: bool, ink: Ink) -> None:
    anchor, (x, y) = "start" if is_left else "end", at
    last = y - TERM_LINE if name.term else y
    for words, line in ((name.first, last - LABEL_LINE), (name.last, last)):
        if words:
            write(root, words, x, line, text_anchor=anchor, font_size=name.size, font_weight="600", fill=ink("ink"))
    if name.term:
        write(root, name.term, x, y, text_anchor=anchor, font_size=TERM_SIZE, fill=ink("ink-soft"))

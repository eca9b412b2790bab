"""Four small bars, one a culture, with the interval as a whisker: how sure is it."""

from collections.abc import Mapping

from kulturspejl.core.instruments.allocation.numbers import DIMENSIONS, LETTERS
from kulturspejl.core.instruments.allocation.paper import paper_points
from kulturspejl.core.writing.numbers import whole
from kulturspejl.drawing.badges import RADIUS, add_badge
from kulturspejl.drawing.ink import SCREEN, Ink
from kulturspejl.drawing.markup import Node, add, number, picture, render, write
from kulturspejl.drawing.numbers import paper_total, span_on_paper
from kulturspejl.drawing.palette import CULTURES
from kulturspejl.drawing.scale import Scale, web_scale
from kulturspejl.drawing.series import Series
from kulturspejl.drawing.terms import add_term
from kulturspejl.drawing.words import inside, say, sentence_case

WIDTH = 360.0
LEFT = 12.0
LENGTH = WIDTH - 2 * LEFT
ROW = 58.0
TOP = 8.0
THICK = 14.0


def bars(
    series: Series,
    *,
    labels: Mapping[str, str],
    total: int,
    title: str,
    description: str,
    lang: str = "da",
    key: str = "bars",
    ink: Ink = SCREEN,
    terms: Mapping[str, str] | None = None,
) -> str:
    """An inline SVG. The whisker runs from `low` to `high`, where the series has them; numbers as on paper.

    `terms` stand in grey beside the labels.
    """
    scale = web_scale((series,), total)
    height = TOP + ROW * len(LETTERS) + 40
    root = picture(key, width=WIDTH, height=height, title=title, description=description, letters=ink.letters)
    root.set("class", "bars")
    _add_scale(root, scale, ink)
    for place, letter in enumerate(LETTERS):
        _add_row(root, series, letter, (labels[letter], (terms or {}).get(letter, "")), TOP + ROW * place, scale, ink)
    note = say("points_out_of", lang).format(total=paper_total(total))
    write(root, note, LEFT, height - 6, font_size=13.5, fill=ink("ink-soft"))
    return render(root)


def as_sentence(series: Series, *, labels: Mapping[str, str], total: int, lang: str) -> str:
    """ "Klankultur 21 (15–27), adhokrati 9 (5–13), … af 60"."""
    points, spans = paper_points(series.values), _spans(series)
    parts = (
        f"{inside(labels[letter])} {points[letter]}" + (f" ({spans[letter]})" if spans else "") for letter in LETTERS
    )
    return f"{sentence_case(', '.join(parts))} {say('of', lang)} {paper_total(total)}"


def _spans(series: Series) -> dict[str, str]:
    if series.low is None or series.high is None:
        return {}
    return {letter: span_on_paper((series.low[letter], series.high[letter])) for letter in LETTERS}


def _x(value: float, scale: Scale) -> float:
    return LEFT + LENGTH * value / scale.maximum


def _add_scale(root: Node, scale: Scale, ink: Ink) -> None:
    bottom = TOP + ROW * len(LETTERS)
    for value in (0.0, *scale.rings):
        x = _x(value, scale)
        add(root, "line", x1=x, y1=TOP + 26, x2=x, y2=bottom, stroke=ink("grid"))
        anchor = "start" if value == 0 else "end" if value == scale.maximum else "middle"
        text = str(whole(value * len(DIMENSIONS)))
        write(root, text, x, bottom + 14, text_anchor=anchor, font_size=13.5, fill=ink("ink-soft"))


def _add_row(
    root: Node, series: Series, letter: str, names: tuple[str, str], top: float, scale: Scale, ink: Ink
) -> None:
    _add_heading(root, series, letter, names, top, ink)
    middle = top + 38
    length = _x(series.values[letter], scale) - LEFT
    add(
        root, "rect", x=LEFT, y=middle - THICK / 2, width=length, height=THICK, rx=2, fill=ink(CULTURES[letter]),
        data_letter=letter, data_value=repr(round(series.values[letter], 6)),
    )  # fmt: skip
    if series.low is not None and series.high is not None:
        _add_whisker(root, _x(series.low[letter], scale), _x(series.high[letter], scale), middle, ink)


def _add_heading(root: Node, series: Series, letter: str, names: tuple[str, str], top: float, ink: Ink) -> None:
    add_badge(root, letter, LEFT + RADIUS, top + 15, ink)
    # Text stands on the grid: a halo of paper keeps it readable.
    line = add(root, "g", fill=ink("ink"), paint_order="stroke", stroke=ink("paper"), stroke_width=5)
    named = write(line, names[0], LEFT + 2 * RADIUS + 6, top + 20, font_size=15, font_weight="600")
    add_term(named, names[1], ink)
    points = str(paper_points(series.values)[letter])
    write(
        line, points, WIDTH - LEFT, top + 20, data_number=series.kind, data_letter=letter,
        text_anchor="end", font_size=17, font_weight="700",
    )  # fmt: skip


def _add_whisker(root: Node, start: float, end: float, y: float, ink: Ink) -> None:
    """Ink over paper, so that it is seen on the bar and beside it."""
    path = f"M{number(start)} {number(y - 6)}v12m0 -6H{number(end)}m0 -6v12"
    for paint, width in ((ink("paper"), 5), (ink("ink"), 2)):
        add(root, "path", d=path, fill="none", stroke=paint, stroke_width=width)

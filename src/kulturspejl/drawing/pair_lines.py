"""Lines between two traits: a dot where the mean lies, with its range; no end is marked as the better one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kulturspejl.core.writing.numbers import decimal
from kulturspejl.drawing import leader_marks
from kulturspejl.drawing.figures.lines import Said, block, put
from kulturspejl.drawing.ink import SCREEN, Ink
from kulturspejl.drawing.markup import Node, add, picture, render, write
from kulturspejl.drawing.steps import (
    BAND,
    DOT,
    LEFT,
    LENGTH,
    RIGHT,
    WIDTH,
    before_mark,
    legend,
    legend_of_lines,
)

NUMBER = 92.0
"""Kept free in the middle for the number, between the two ends."""
BETWEEN = 12.0
LINE = 26.0


@dataclass(frozen=True, slots=True)
class PairRow:
    """A line from `low` to `high` with the mean `now`; `least` to `most` is its range, `before` that of an earlier
    round, `lines` what the leader drew, by kind.
    """

    low: str
    high: str
    now: float
    least: float | None = None
    most: float | None = None
    before: float | None = None
    lines: Mapping[str, float] = field(default_factory=dict)


def pair_lines(
    rows: Sequence[PairRow], *, most: int, title: str, description: str, lang: str, key: str = "pairs",
    ink: Ink = SCREEN, then_and_now: tuple[str, str] | None = None, named: Mapping[str, str] | None = None,
) -> str:  # fmt: skip
    """An inline SVG of places 1 to `most`. `then_and_now` says what two rounds beside each other are called, `named`
    what now and the leader's lines are, by kind.
    """
    drawn = Node("g")
    y = 6.0
    for row in rows:
        y = _row(drawn, row, y, most, lang, ink)
    if then_and_now is not None:
        y = legend(drawn, y, then_and_now[::-1], before_mark, ink)
    if named:
        y = legend_of_lines(drawn, y, named, ink)
    root = picture(key, width=WIDTH, height=y, title=title, description=description, letters=ink.letters)
    root.set("class", "bars")
    root.append(drawn)
    return render(root)


def as_sentence(rows: Sequence[PairRow], *, lang: str) -> str:
    """ "Tillid – Mistillid: 2,3; …": every mean, by its line."""
    return "; ".join(f"{row.low} – {row.high}: {number_of(row, lang)}" for row in rows) + "."


def number_of(row: PairRow, lang: str) -> str:
    """ "2,3"; "3,1 → 2,3" from an earlier round."""
    now = decimal(row.now, lang)
    return now if row.before is None else f"{decimal(row.before, lang)} → {now}"


def _row(root: Node, row: PairRow, y: float, most: int, lang: str, ink: Ink) -> float:
    room = (LENGTH - NUMBER) / 2
    low, high = (block([Said(end, 13.5)], room) for end in (row.low, row.high))
    put(root, low, LEFT, y, ink)
    put(root, high, WIDTH - RIGHT, y, ink, anchor="end")
    write(root, number_of(row, lang), WIDTH / 2, y + 14, text_anchor="middle", font_size=15, font_weight="700",
          fill=ink("now"), data_number="now")  # fmt: skip
    middle = y + max(low.height, high.height) + LINE / 2 + leader_marks.above(row.lines)
    _axis(root, middle, most, ink)
    if row.least is not None and row.most is not None:
        start, end = _x(row.least, most), _x(row.most, most)
        add(root, "rect", x=start, y=middle - BAND / 2, width=end - start, height=BAND, rx=4, fill=ink("now"),
            fill_opacity=0.25)  # fmt: skip
    if row.before is not None:
        before_mark(root, _x(row.before, most), middle, ink)
    add(root, "circle", cx=_x(row.now, most), cy=middle, r=DOT, fill=ink("now"), stroke=ink("paper"), stroke_width=2,
        data_value=repr(round(row.now, 6)))  # fmt: skip
    for kind, value in row.lines.items():
        leader_marks.draw(root, kind, _x(value, most), middle, ink)
    return middle + LINE / 2 + leader_marks.below(row.lines) + BETWEEN


def _axis(root: Node, y: float, most: int, ink: Ink) -> None:
    add(root, "line", x1=LEFT, y1=y, x2=LEFT + LENGTH, y2=y, stroke=ink("axis"), stroke_width=1.5)
    for place in range(1, most + 1):
        x = _x(place, most)
        add(root, "line", x1=x, y1=y - 4, x2=x, y2=y + 4, stroke=ink("axis"))


def _x(value: float, most: int) -> float:
    return LEFT + LENGTH * (value - 1) / (most - 1)

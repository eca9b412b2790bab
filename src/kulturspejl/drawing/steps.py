"""Means on a scale of steps: one line a statement with a dot where the mean lies, the score first with its band."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from kulturspejl.core.writing.numbers import decimal
from kulturspejl.drawing import leader_marks
from kulturspejl.drawing.figures.lines import Said, block, put, width_of
from kulturspejl.drawing.ink import SCREEN, Ink
from kulturspejl.drawing.markup import Node, add, picture, points, render, write
from kulturspejl.drawing.words import say

WIDTH = 360.0
LEFT, RIGHT = 14.0, 14.0
LENGTH = WIDTH - LEFT - RIGHT
NUMBER, TWO_NUMBERS = 62.0, 104.0
"""Kept free for what stands to the right of a statement."""
DOT = 7.0
BAND = 16.0
BETWEEN = 16.0
LINE = 26.0
SMALL = 13.6
"""12 px where a picture of 360 units is 320 px wide."""


@dataclass(frozen=True, slots=True)
class StepRow:
    """A statement's mean `now`, and `goal` where one was asked; `low` to `high` is the range of what is now. `before`
    is what it was in an earlier round, `lines` what the leader drew, by kind.
    """

    label: str
    now: float
    goal: float | None = None
    low: float | None = None
    high: float | None = None
    is_score: bool = False
    before: float | None = None
    lines: Mapping[str, float] = field(default_factory=dict)


def steps(
    rows: Sequence[StepRow], *, ends: tuple[str, str], most: int, title: str, description: str, lang: str,
    key: str = "steps", ink: Ink = SCREEN, then_and_now: tuple[str, str] | None = None,
    named: Mapping[str, str] | None = None,
) -> str:  # fmt: skip
    """An inline SVG. `ends` are the words of the first and the last step; the range is a soft band. `then_and_now`
    says what two rounds beside each other are called, `named` what now and the leader's lines are, by kind.
    """
    drawn = Node("g")
    y = 6.0
    for row in rows:
        y = _row(drawn, row, y, most, lang, ink)
    height = _axis(drawn, ends, y, most, ink)
    if any(row.goal is not None for row in rows):
        height = legend(drawn, height, (say("now", lang), say("goal", lang)), _goal, ink)
    if then_and_now is not None:
        height = legend(drawn, height, then_and_now[::-1], before_mark, ink)
    if named:
        height = legend_of_lines(drawn, height, named, ink)
    root = picture(key, width=WIDTH, height=height, title=title, description=description, letters=ink.letters)
    root.set("class", "bars")
    root.append(drawn)
    return render(root)


def as_sentence(rows: Sequence[StepRow], *, lang: str) -> str:
    """ "Alle udsagn 3,8; …; og målet 4,2": every mean, by its statement."""
    parts = (f"{row.label.removesuffix('.')}: {numbers_of(row, lang)}" for row in rows)
    return "; ".join(parts) + "."


def numbers_of(row: StepRow, lang: str) -> str:
    """ "3,8", and " → 4,5" where there is a goal; "3,4 → 3,8" from an earlier round."""
    now = decimal(row.now, lang)
    if row.before is not None:
        return f"{decimal(row.before, lang)} → {now}"
    return now if row.goal is None else f"{now} → {decimal(row.goal, lang)}"


def _x(value: float, most: int) -> float:
    return LEFT + LENGTH * (value - 1) / (most - 1)


def _row(root: Node, row: StepRow, y: float, most: int, lang: str, ink: Ink) -> float:
    free = NUMBER if row.goal is None and row.before is None else TWO_NUMBERS
    name = block([Said(row.label, 15.0 if row.is_score else 13.5, bold=row.is_score)], LENGTH - free)
    put(root, name, LEFT, y, ink)
    write(
        root, numbers_of(row, lang), WIDTH - RIGHT, y + 15, text_anchor="end", font_size=17 if row.is_score else 15,
        font_weight="700", fill=ink("now"), data_number="now",
    )  # fmt: skip
    middle = y + name.height + LINE / 2 + leader_marks.above(row.lines)
    add(root, "line", x1=LEFT, y1=middle, x2=LEFT + LENGTH, y2=middle, stroke=ink("axis"), stroke_width=1.5)
    for step in range(1, most + 1):
        x = _x(step, most)
        add(root, "line", x1=x, y1=middle - 4, x2=x, y2=middle + 4, stroke=ink("axis"))
    if row.low is not None and row.high is not None:
        start, end = _x(row.low, most), _x(row.high, most)
        add(root, "rect", x=start, y=middle - BAND / 2, width=end - start, height=BAND, rx=4, fill=ink("now"),
            fill_opacity=0.25)  # fmt: skip
    if row.before is not None:
        before_mark(root, _x(row.before, most), middle, ink)
    if row.goal is not None:
        _goal(root, _x(row.goal, most), middle, ink)
    add(root, "circle", cx=_x(row.now, most), cy=middle, r=DOT, fill=ink("now"), stroke=ink("paper"), stroke_width=2,
        data_value=repr(round(row.now, 6)))  # fmt: skip
    for kind, value in row.lines.items():
        leader_marks.draw(root, kind, _x(value, most), middle, ink)
    return middle + LINE / 2 + leader_marks.below(row.lines) + (BETWEEN if row.is_score else BETWEEN / 2)


def _goal(root: Node, x: float, y: float, ink: Ink) -> None:
    """Another shape, not only another colour."""
    size = DOT + 2
    corners = ((x - size, y), (x, y - size), (x + size, y), (x, y + size))
    add(root, "polygon", points=points(corners), fill=ink("paper"), stroke=ink("preferred"), stroke_width=2.5)


def before_mark(root: Node, x: float, y: float, ink: Ink) -> None:
    """A cross, as in the webs: it shows also where what is now lies upon it."""
    size = DOT + 1
    for one in (1, -1):
        add(root, "line", x1=x - size, y1=y - one * size, x2=x + size, y2=y + one * size, stroke=ink("before"),
            stroke_width=2.5, data_series="before")  # fmt: skip


def _axis(root: Node, ends: tuple[str, str], y: float, most: int, ink: Ink) -> float:
    """The numbers of the steps, and below them what the first and the last are called."""
    for step in range(1, most + 1):
        anchor = "start" if step == 1 else "end" if step == most else "middle"
        write(root, str(step), _x(step, most), y + 10, text_anchor=anchor, font_size=SMALL, fill=ink("ink-soft"))
    low, high = (block([Said(word, SMALL, paint="ink-soft")], LENGTH / 2 - 8) for word in ends)
    put(root, low, LEFT, y + 14, ink)
    put(root, high, WIDTH - RIGHT, y + 14, ink, anchor="end")
    return y + 20 + max(low.height, high.height)


def legend(
    root: Node, y: float, names: tuple[str, str], mark: Callable[[Node, float, float, Ink], None], ink: Ink
) -> float:
    """Below a picture: what is now, and the other mark, each with its name; beside each other where there is room."""
    now, other = names
    wide = max(100.0, 34 + width_of(now, SMALL))
    is_narrow = wide + 22 + width_of(other, SMALL) > LENGTH
    x, below = (LEFT, 22.0) if is_narrow else (LEFT + wide, 0.0)
    add(root, "circle", cx=LEFT + DOT, cy=y + 12, r=DOT, fill=ink("now"))
    write(root, now, LEFT + 22, y + 17, font_size=SMALL, fill=ink("ink"))
    mark(root, x + DOT, y + 12 + below, ink)
    write(root, other, x + 22, y + 17 + below, font_size=SMALL, fill=ink("ink"))
    return y + 28 + below


def legend_of_lines(root: Node, y: float, named: Mapping[str, str], ink: Ink) -> float:
    """Below a picture: what is now and each of the leader's lines, under each other, for their names are long."""
    for kind, name in named.items():
        if kind in leader_marks.MARKS:
            leader_marks.in_legend(kind)(root, LEFT + DOT, y + 12, ink)
        else:
            add(root, "circle", cx=LEFT + DOT, cy=y + 12, r=DOT, fill=ink("now"))
        write(root, name, LEFT + 22, y + 17, font_size=SMALL, fill=ink("ink"))
        y += 24
    return y + 6

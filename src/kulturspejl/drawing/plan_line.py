"""A plan on one line of time: a lane for each kind of thing, a dot for each day, and where today is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kulturspejl.core.writing.dates import day
from kulturspejl.drawing.ink import SCREEN, Ink
from kulturspejl.drawing.markup import Node, add, picture, render, write

WIDTH, EDGE, LANE, TOP, FOOT = 360.0, 8.0, 36.0, 22.0, 24.0
DOT = 5.0


@dataclass(frozen=True, slots=True)
class Lane:
    """What stands on one lane: the days that have been, and those that are still to be."""

    label: str
    been: tuple[date, ...] = ()
    to_be: tuple[date, ...] = ()

    @property
    def days(self) -> tuple[date, ...]:
        """All of them."""
        return self.been + self.to_be


def plan_line(
    lanes: Sequence[Lane], today: date, *, now: str, title: str, description: str, lang: str, key: str,
    ink: Ink = SCREEN,
) -> str:  # fmt: skip
    """An inline SVG, 360 wide. What has been is full, what is still to be is a ring. `now` is the word at today's line.

    Raises ValueError without a lane that has a day.
    """
    days = [one for lane in lanes for one in lane.days]
    first, last = min(*days, today), max(*days, today)
    height = TOP + LANE * len(lanes) + FOOT
    root = picture(key, width=WIDTH, height=height, title=title, description=description, letters=ink.letters)
    at = _x(today, first, last)
    add(root, "line", x1=at, y1=TOP - 4, x2=at, y2=height - FOOT, stroke=ink("now"), stroke_width=1.5,
        stroke_dasharray="4 3")  # fmt: skip
    write(root, now, at, TOP - 9, text_anchor=_anchor(at), fill=ink("ink"), font_size=13.5)
    for place, lane in enumerate(lanes):
        _lane(root, lane, TOP + LANE * place, (first, last), ink)
    for on, anchor, x in ((first, "start", EDGE), (last, "end", WIDTH - EDGE)):
        write(root, day(on, lang), x, height - 6, text_anchor=anchor, fill=ink("ink-soft"), font_size=13.5)
    return render(root)


def _lane(root: Node, lane: Lane, top: float, span: tuple[date, date], ink: Ink) -> None:
    y = top + LANE - 10
    write(root, lane.label, EDGE, top + 13, fill=ink("ink"), font_size=13.5)
    add(root, "line", x1=EDGE, y1=y, x2=WIDTH - EDGE, y2=y, stroke=ink("grid"), stroke_width=1)
    for days, fill in ((lane.been, "now"), (lane.to_be, "paper")):
        for on in sorted(set(days)):
            x = _x(on, *span)
            add(root, "circle", cx=x, cy=y, r=DOT, fill=ink(fill), stroke=ink("now"), stroke_width=2)


def _x(on: date, first: date, last: date) -> float:
    share = (on - first).days / max(1, (last - first).days)
    return EDGE + DOT + (WIDTH - 2 * (EDGE + DOT)) * share


def _anchor(x: float) -> str:
    return "start" if x < WIDTH / 4 else "end" if x > 3 * WIDTH / 4 else "middle"

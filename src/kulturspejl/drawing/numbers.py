"""Points and sums beside a picture: out of how many, from where to where."""

from collections.abc import Mapping
from math import ceil, floor

from kulturspejl.core.instruments.allocation.numbers import DIMENSIONS, Interval
from kulturspejl.core.instruments.allocation.paper import paper_points
from kulturspejl.core.writing.numbers import decimal
from kulturspejl.core.writing.sentence import n_of
from kulturspejl.drawing.words import say

_ROUNDING = 1e-9


def paper_total(total: int) -> int:
    """What the four sums on paper give together: six times the points of one dimension."""
    return len(DIMENSIONS) * total


def span(low: float, high: float, lang: str) -> str:
    """ "2,0–4,2"; "2,0" where both ends are written alike."""
    ends = decimal(low, lang), decimal(high, lang)
    return "–".join(dict.fromkeys(ends))


def span_on_paper(interval: Interval) -> str:
    """ "12–30": in points as on paper, rounded away from the middle, so that what it holds still lies within."""
    low, high = floor(len(DIMENSIONS) * interval[0] + _ROUNDING), ceil(len(DIMENSIONS) * interval[1] - _ROUNDING)
    return "–".join(dict.fromkeys((str(low), str(high))))


def on_paper(points: int, total: int, lang: str) -> str:
    """ "21 af 60"."""
    return n_of(points, paper_total(total)).into(lang)


def as_line(values: Mapping[str, float], *, total: int, lang: str) -> str:
    """ "A = 21 · B = 9 · C = 12 · D = 18 af 60"."""
    parts = " · ".join(f"{letter} = {points}" for letter, points in paper_points(values).items())
    return f"{parts} {say('of', lang)} {paper_total(total)}"

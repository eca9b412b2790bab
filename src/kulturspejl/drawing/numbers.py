"""Points and sums beside a picture: out of how many, from where to where."""

from collections.abc import Mapping

from kulturspejl.core.instruments.allocation.numbers import DIMENSIONS
from kulturspejl.core.instruments.allocation.paper import paper_points
from kulturspejl.core.writing.numbers import decimal
from kulturspejl.core.writing.sentence import n_of
from kulturspejl.drawing.words import say


def paper_total(total: int) -> int:
    """What the four sums on paper give together: six times the points of one dimension."""
    return len(DIMENSIONS) * total


def mean_of(value: float, total: int, lang: str) -> str:
    """ "3,5 af 10"."""
    return n_of(float(value), total).into(lang)


def span(low: float, high: float, lang: str) -> str:
    """ "2,0–4,2"; "2,0" where both ends are written alike."""
    ends = decimal(low, lang), decimal(high, lang)
    return "–".join(dict.fromkeys(ends))


def on_paper(points: int, total: int, lang: str) -> str:
    """ "21 af 60"."""
    return n_of(points, paper_total(total)).into(lang)


def as_line(values: Mapping[str, float], *, total: int, lang: str) -> str:
    """ "A = 21 · B = 9 · C = 12 · D = 18 af 60"."""
    parts = " · ".join(f"{letter} = {points}" for letter, points in paper_points(values).items())
    return f"{parts} {say('of', lang)} {paper_total(total)}"

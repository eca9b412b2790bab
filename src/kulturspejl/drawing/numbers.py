"""Numbers as they stand on paper: one way for picture, table and sentence, so that they cannot disagree."""

from collections.abc import Mapping

from kulturspejl.core.disclosure.numbers import DIMENSIONS
from kulturspejl.core.scoring.paper import half_up, paper_points
from kulturspejl.drawing.words import say


def paper_total(total: int) -> int:
    """What the four sums on paper give together: six times the points of one dimension."""
    return len(DIMENSIONS) * total


def decimal(value: float, lang: str, digits: int = 1) -> str:
    """ "3,5" in Danish, "3.5" in English; halves are rounded away from zero, a true minus sign."""
    rounded = half_up(value, digits)
    text = f"{abs(rounded)}".replace(".", "," if lang == "da" else ".")
    return f"−{text}" if rounded < 0 else text


def mean_of(value: float, total: int, lang: str) -> str:
    """ "3,5 af 10"."""
    return f"{decimal(value, lang)} {say('of', lang)} {total}"


def span(low: float, high: float, lang: str) -> str:
    """ "2,0–4,2"; "2,0" where both ends are written alike."""
    ends = decimal(low, lang), decimal(high, lang)
    return "–".join(dict.fromkeys(ends))


def on_paper(points: int, total: int, lang: str) -> str:
    """ "21 af 60"."""
    return f"{points} {say('of', lang)} {paper_total(total)}"


def as_line(values: Mapping[str, float], *, total: int, lang: str) -> str:
    """ "A = 21 · B = 9 · C = 12 · D = 18 af 60"."""
    parts = " · ".join(f"{letter} = {points}" for letter, points in paper_points(values).items())
    return f"{parts} {say('of', lang)} {paper_total(total)}"

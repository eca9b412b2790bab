"""How the wall is divided, in pixels of a screen of 1280 by 720: facilitator/wall.css says the same."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from kulturspejl.core.text import Text, known
from kulturspejl.core.writing.sentence import n_of
from kulturspejl.drawing.wall.letters import rows_of

Made = TypeVar("Made")
WIDTH, BODY = 1216.0, 644.0
"""What is left of the screen for a side: without its edges and the strip below."""
CLOCK = 324.0
"""For the clock at the right of a heading, its gap included: as wide as "left, the clock stands still" is written."""
BEFORE = 76.0
"""Two lines under a picture: where the team stood the last time."""
KICKER, LEAD, GAP = 36.0, 1.18, 8.0
LABEL, LABEL_LEAD = 28, 1.2
TOLD, TOLD_LEAD, TOLD_WIDTH = 23, 33.0, 344.0
"""Letters of a label, and of what stands at its right: how many have answered, and which of several sides it is. That
has half of the width, and at least so much."""
BETWEEN = " · "
QUESTION_SIZES = ((38, 1), (34, 1), (31, 1), (28, 1), (34, 2), (30, 2), (26, 2))
"""Letters of a question, and how many lines of them there may be; the first that holds it."""
SMALLEST_QUESTION = 24


def question_size(texts: Sequence[str], width: float) -> tuple[int, int]:
    """(size, lines) of the longest of `texts`."""
    for size, most in QUESTION_SIZES:
        rows = max(rows_of(one, width, size, bold=True) for one in texts)
        if rows <= most:
            return size, rows
    return SMALLEST_QUESTION, max(rows_of(one, width, SMALLEST_QUESTION, bold=True) for one in texts)


def in_both(text: Text | None) -> list[str]:
    """The words in each language that the program speaks: a wall in another language turns the same sides."""
    return [text.into(language) for language in known()] if text else [""]


def label_height(texts: Sequence[str], width: float, told: Sequence[str]) -> float:
    """What the row over a picture takes, with the gap under it: its label, and what is `told` beside it."""
    rows = max((rows_of(one, width - TOLD_WIDTH, LABEL, bold=True) for one in texts if one), default=1)
    beside = max((rows_of(one, max(width / 2, TOLD_WIDTH), TOLD, bold=True) for one in told if one), default=1)
    return max(rows * LABEL * LABEL_LEAD, beside * TOLD_LEAD) + GAP


def in_sides(lay: Callable[[Sequence[str]], Made], many: Callable[[Made], int], told: Sequence[str]) -> Made:
    """What `lay` makes under what is told; where that takes several sides, which of them it is stands there too."""
    made = lay(told)
    sides = many(made)
    if sides < 2:
        return made
    return lay([f"{one}{BETWEEN}{of}" for one in told for of in in_both(n_of(sides, sides))])

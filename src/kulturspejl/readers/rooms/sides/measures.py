"""How the wall is divided, in pixels of a screen of 1280 by 720: facilitator/wall.css says the same."""

from collections.abc import Sequence

from kulturspejl.core.text import Text, known
from kulturspejl.drawing.wall.letters import rows_of

WIDTH, BODY = 1216.0, 644.0
"""What is left of the screen for a side: without its edges and the strip below."""
CLOCK = 324.0
"""For the clock at the right of a heading, its gap included: as wide as "left, the clock stands still" is written."""
BEFORE = 76.0
"""Two lines under a picture: where the team stood the last time."""
KICKER, LEAD, GAP = 36.0, 1.18, 8.0
LABEL, LABEL_LEAD, TOLD = 28, 1.2, 344.0
"""Letters of a label, and what stands at its right: how many have answered, and which of several sides it is."""
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


def label_height(texts: Sequence[str], width: float) -> float:
    """What the row over a picture takes, with the gap under it."""
    rows = max((rows_of(one, width - TOLD, LABEL, bold=True) for one in texts if one), default=1)
    return rows * LABEL * LABEL_LEAD + GAP

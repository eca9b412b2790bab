"""As much of the day as the wall has room for in letters that the back row can read: what is on, and what is next.

A day as it comes along stands there whole. One with many items, or with long titles, would be made smaller and cut off.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from kulturspejl.drawing.wall.letters import rows_of
from kulturspejl.readers.rooms.regions.agenda import AgendaLine

LETTERS, LEAD, AROUND = 22.5, 27.0, 11.0
"""Of the smallest letters that the agenda is drawn in: size, a row of them, and what an item has around its rows."""
WIDTH, HEIGHT = 395.0, 620.0
"""For the titles, and for all of them: the narrower of the two walls that have it, as facilitator/wall.css says."""
NOTE = LEAD + AROUND
"""What it takes to say that there is more."""
MOST_IN_MEMORY = 256


@dataclass(frozen=True)
class WallAgenda:
    """The items that stand there, and how many are over before them and come after them, until `ends`."""

    lines: tuple[AgendaLine, ...]
    earlier: int
    later: int
    ends: str


@lru_cache(maxsize=MOST_IN_MEMORY)
def on_screen(lines: tuple[AgendaLine, ...]) -> WallAgenda:
    """All of it where there is room, else what is on and what comes, and before it what still has room."""
    ends = lines[-1].end if lines else ""
    heights = [_height(one) for one in lines]
    if sum(heights) <= HEIGHT:
        return WallAgenda(lines, 0, 0, ends)
    first = last = next((place for place, one in enumerate(lines) if not one.is_past), len(lines) - 1)
    while last + 1 < len(lines) and _takes(heights, first, last + 1) <= HEIGHT:
        last += 1
    while first > 0 and _takes(heights, first - 1, last) <= HEIGHT:
        first -= 1
    return WallAgenda(lines[first : last + 1], first, len(lines) - 1 - last, ends)


def _height(line: AgendaLine) -> float:
    # What is on is in bold letters, and says so below.
    rows = rows_of(line.title, WIDTH, LETTERS, bold=line.is_now) + int(line.is_now)
    return rows * LEAD + AROUND


def _takes(heights: Sequence[float], first: int, last: int) -> float:
    notes = int(first > 0) + int(last < len(heights) - 1)
    return sum(heights[first : last + 1]) + notes * NOTE

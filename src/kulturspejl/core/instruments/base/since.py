"""Since last time: how far a number has moved between two rounds, and whether that is more than chance."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kulturspejl.core.statistics.intervals import Interval
from kulturspejl.core.statistics.welch import Group, welch_of

_SLACK = 1e-9


class Word(StrEnum):
    """What is said of a difference."""

    MORE = "more_than_chance"
    CHANCE = "may_be_chance"
    LITTLE = "too_little"  # not chance, and too little to matter


@dataclass(frozen=True, slots=True)
class Change:
    """One number then and now. `before` and `after` are whole points as people read them, and what they are told is
    their difference. `d` is the exact one, on the scale of the data, as are `welch` (what lies behind, beyond both
    days), `finite` (those who were asked, each time; None where that may not be told) and `smallest_visible`, half the
    width of `welch`.

    `between` is `welch` in whole points, `visible` the fewest points that would be called more than chance: both never
    contradict `word` and `points`.
    """

    before: int
    after: int
    d: float
    welch: Interval
    finite: Interval | None
    smallest_visible: float
    word: Word
    between: tuple[int, int]
    visible: int

    @property
    def points(self) -> int:
        """How many more of the points."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class Changes:
    """By the columns of a kind of answers; `preferred` None where the wish was not asked both times, in one way.

    `holds` is the chance that all intervals of a period hold at once.
    """

    now: Mapping[str, Change]
    holds: float
    preferred: Mapping[str, Change] | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One round: the whole points shown, what lies behind them, and the same of those alone who were asked."""

    shown: int
    group: Group
    of_asked: Group | None


@dataclass(frozen=True, slots=True)
class Ruler:
    """How a kind of answers measures: `level` of each interval, `least` points that matter, `points` to one unit of the
    data."""

    level: float
    least: int
    points: float


def together(many: int, holds: float) -> float:
    """The level of each of so many intervals, so that all hold at once with at least this chance (Bonferroni)."""
    return 1 - (1 - holds) / many


def change(before: Side, after: Side, ruler: Ruler) -> Change:
    """d = mean₂ − mean₁ with Welch's interval.

    The two rounds are taken as independent groups, for nobody knows who is who: with the same people in both the
    interval is too wide, never too narrow (science C15). It is MORE where the interval excludes 0 and the whole points
    shown differ by at least `ruler.least`. Raises ValueError under two people.
    """
    found = welch_of(before.group, after.group, ruler.level)
    asked = before.of_asked and after.of_asked and welch_of(before.of_asked, after.of_asked, ruler.level)
    half, shown = found.interval[1] - found.difference, after.shown - before.shown
    word = _word(shown, found.interval, ruler)
    return Change(
        before=before.shown,
        after=after.shown,
        d=found.difference,
        welch=found.interval,
        finite=asked.interval if asked else None,
        smallest_visible=half,
        word=word,
        between=_between(shown, found.interval, ruler),
        visible=_visible(shown, half, word, ruler),
    )


def _word(shown: int, interval: Interval, ruler: Ruler) -> Word:
    if interval[0] <= 0 <= interval[1]:
        return Word.CHANCE
    return Word.MORE if abs(shown) >= ruler.least else Word.LITTLE


def _between(shown: int, interval: Interval, ruler: Ruler) -> tuple[int, int]:
    """Outwards to whole points, and so that it holds what is shown; an end on this side of 0 does not become 0."""
    low, high = (ruler.points * end for end in interval)
    least, most = math.floor(low + _SLACK), math.ceil(high - _SLACK)
    least = max(1, least) if low > 0 else least
    most = min(-1, most) if high < 0 else most
    return min(least, shown), max(most, shown)


def _visible(shown: int, half: float, word: Word, ruler: Ruler) -> int:
    """A rounded difference must not pass what is said to be needed and yet be called chance, or the other way round."""
    needed = max(ruler.least, math.floor(ruler.points * half + _SLACK) + 1)
    return min(needed, abs(shown)) if word is Word.MORE else max(needed, abs(shown) + 1)

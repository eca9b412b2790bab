"""Since last time: how far each culture has moved between two rounds, and whether that is more than chance."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kulturspejl.core.profile.numbers import DIMENSIONS, LETTERS, Estimate, Interval
from kulturspejl.core.scoring.paper import paper_points
from kulturspejl.core.statistics.welch import Group, welch_of

LEVEL = 1 - 0.05 / len(LETTERS)
"""Each of the four intervals at 98.75 %: all four hold at once in at least 95 of 100 (Bonferroni)."""

LEAST_SHARE = 1 / 20
"""Of all the points: 3 of 60. Below that a difference is nothing to speak of, however sure it is (science 1.5)."""

_SLACK = 1e-9


class Word(StrEnum):
    """What is said of a difference."""

    MORE = "more_than_chance"
    CHANCE = "may_be_chance"
    LITTLE = "too_little"  # not chance, and too little to matter


@dataclass(frozen=True, slots=True)
class Change:
    """One culture then and now. `before` and `after` are whole points as on paper (6 x total, adding up), and what a
    reader is told is their difference. `d` is the exact one, in mean points a dimension, as are `welch` (what lies
    behind, beyond both days), `finite` (those who were asked, each time; None where that may not be told) and
    `smallest_visible`, half the width of `welch`.

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


def changes(
    before: Mapping[str, Estimate], after: Mapping[str, Estimate], *, people: tuple[int, int], total: int
) -> dict[str, Change] | None:
    """By letter; None where one of the two does not tell how far apart its people are. `people` answered then, and now.

    The two rounds are taken as independent groups, for nobody knows who is who: with the same people in both the
    intervals are too wide, never too narrow (science C15). d = mean₂ − mean₁, Welch's interval at 98.75 %. It is MORE
    where that excludes 0 and the whole points shown differ by at least 3 of 60.
    """
    told = [*before.values(), *after.values()]
    if any(one.sd is None or one.se is None for one in told) or min(people) < 2:
        return None
    was, is_now = (paper_points({letter: side[letter].mean for letter in LETTERS}) for side in (before, after))
    return {
        letter: _change((was[letter], is_now[letter]), before[letter], after[letter], people, total)
        for letter in LETTERS
    }


def _change(
    points: tuple[int, int], before: Estimate, after: Estimate, people: tuple[int, int], total: int
) -> Change:
    found = welch_of(_group(before, people[0]), _group(after, people[1]), LEVEL)
    is_told = before.se_finite is not None and after.se_finite is not None
    finite = welch_of(_group(before, people[0], of_all=True), _group(after, people[1], of_all=True), LEVEL)
    half, shown = found.interval[1] - found.difference, points[1] - points[0]
    word = _word(shown, found.interval, total)
    return Change(
        before=points[0],
        after=points[1],
        d=found.difference,
        welch=found.interval,
        finite=finite.interval if is_told else None,
        smallest_visible=half,
        word=word,
        between=_between(shown, found.interval),
        visible=_visible(shown, half, word, total),
    )


def _group(one: Estimate, people: int, *, of_all: bool = False) -> Group:
    """A period may stand on fewer people than the picture (science C3): n = (sd/se)²."""
    sd, se = one.sd or 0.0, one.se or 0.0
    n = round((sd / se) ** 2) if se else people
    factor = ((one.se_finite or 0.0) / se) ** 2 if of_all and se else 1.0
    return Group(n, one.mean, sd, factor)


def least_points(total: int) -> int:
    """The fewest points as on paper that matter: 3 of 60."""
    return math.ceil(LEAST_SHARE * len(DIMENSIONS) * total - _SLACK)


def _word(shown: int, interval: Interval, total: int) -> Word:
    if interval[0] <= 0 <= interval[1]:
        return Word.CHANCE
    return Word.MORE if abs(shown) >= least_points(total) else Word.LITTLE


def _between(shown: int, interval: Interval) -> tuple[int, int]:
    """Outwards to whole points, and so that it holds what is shown; an end on this side of 0 does not become 0."""
    low, high = (len(DIMENSIONS) * end for end in interval)
    least = max(1, math.floor(low + _SLACK)) if low > 0 else math.floor(low + _SLACK)
    most = min(-1, math.ceil(high - _SLACK)) if high < 0 else math.ceil(high - _SLACK)
    return min(least, shown), max(most, shown)


def _visible(shown: int, half: float, word: Word, total: int) -> int:
    """A rounded difference must not pass what is said to be needed and yet be called chance, or the other way round."""
    needed = max(least_points(total), math.floor(len(DIMENSIONS) * half + _SLACK) + 1)
    if word is Word.MORE:
        return min(needed, abs(shown))
    return max(needed, abs(shown) + 1)

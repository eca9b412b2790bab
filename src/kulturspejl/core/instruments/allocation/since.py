"""How far each of the four cultures has moved between two rounds."""

import math
from collections.abc import Mapping

from kulturspejl.core.instruments.allocation.form import LETTERS
from kulturspejl.core.instruments.allocation.numbers import DIMENSIONS, Estimate, Numbers
from kulturspejl.core.instruments.allocation.paper import paper_points
from kulturspejl.core.instruments.allocation.reading import MATTERS
from kulturspejl.core.instruments.base.since import Change, Changes, Ruler, Side, change, together
from kulturspejl.core.statistics.welch import Group

HOLDS = 0.95
"""All four intervals hold at once with at least this chance."""

UNEVEN, HOLDS_UNEVEN = 2, 0.98
"""Where one round has more than twice as many answers as the other, it takes this one: points given out are skew, and
in two groups of a size that cancels out. At 95 such teams raised 5 to 7 false alarms in 100 (`benchmarks.since`)."""

OF = 60
_SLACK = 1e-9


def since(
    before: Numbers, after: Numbers, *, people: tuple[int, int], total: int, is_same_wish: bool
) -> Changes | None:
    """None where one of the two does not tell how far apart its people are. `people` answered then, and now.

    The wish is compared where it was asked in the same way (`is_same_wish`). Whole points are those on paper, 6 x total
    in all, so that the four differences add up to 0; `d` and the intervals are mean points a dimension.
    """
    now = changes(before.now, after.now, people=people, total=total)
    if now is None:
        return None
    if not is_same_wish or before.preferred is None or after.preferred is None:
        return Changes(now, holds(people))
    return Changes(now, holds(people), changes(before.preferred, after.preferred, people=people, total=total))


def holds(people: tuple[int, int]) -> float:
    """With which chance all four intervals hold."""
    return HOLDS_UNEVEN if max(people) > UNEVEN * min(people) else HOLDS


def changes(
    before: Mapping[str, Estimate], after: Mapping[str, Estimate], *, people: tuple[int, int], total: int
) -> dict[str, Change] | None:
    """Of one period, by letter: Welch's interval at 98.75 % each, 99.5 % where the sizes are uneven (`base.since`)."""
    told = [*before.values(), *after.values()]
    if any(one.sd is None or one.se is None for one in told) or min(people) < 2:
        return None
    was, is_now = (paper_points({letter: one[letter].mean for letter in LETTERS}) for one in (before, after))
    ruler = Ruler(together(len(LETTERS), holds(people)), least_points(total), len(DIMENSIONS))
    return {
        letter: change(
            _side(was[letter], before[letter], people[0]), _side(is_now[letter], after[letter], people[1]), ruler
        )
        for letter in LETTERS
    }


def least_points(total: int) -> int:
    """The fewest points as on paper that matter, however sure they are: 3 of 60."""
    return math.ceil(MATTERS / OF * len(DIMENSIONS) * total - _SLACK)


def _side(shown: int, one: Estimate, people: int) -> Side:
    """A period may stand on fewer people than the picture (science C3): n = (sd/se)²."""
    sd, se = one.sd or 0.0, one.se or 0.0
    n = round((sd / se) ** 2) if se else people
    if one.se_finite is None:
        return Side(shown, Group(n, one.mean, sd), None)
    factor = (one.se_finite / se) ** 2 if se else 0.0
    return Side(shown, Group(n, one.mean, sd), Group(n, one.mean, sd, factor))

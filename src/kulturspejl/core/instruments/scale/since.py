"""How far the mean of a scale has moved between two rounds."""

from kulturspejl.core.instruments.base.estimates import Estimate
from kulturspejl.core.instruments.base.since import Change, Changes, Ruler, Side, change, together
from kulturspejl.core.instruments.scale.form import LEAST
from kulturspejl.core.instruments.scale.numbers import ScaleNumbers
from kulturspejl.core.statistics.welch import Group
from kulturspejl.core.writing.numbers import half_up

HOLDS = 0.95
TENTHS = 10
"""People read one decimal: differences are told in whole tenths of a step."""

MATTERS = 0.075
"""Of the width of the scale: 3 tenths on 1 to 5. A smaller difference becomes no headline, however sure it is."""

SCORE = "score"


def since(
    before: ScaleNumbers, after: ScaleNumbers, *, people: tuple[int, int], most: int, is_same_goal: bool
) -> Changes | None:
    """None where one of the two does not tell how far apart its people are. `people` answered then, and now."""
    now = _change(before.now, after.now, people, most)
    if now is None:
        return None
    goal = None
    if is_same_goal and before.preferred is not None and after.preferred is not None:
        goal = _change(before.preferred, after.preferred, people, most)
    return Changes({SCORE: now}, HOLDS, None if goal is None else {SCORE: goal})


def least_tenths(most: int) -> int:
    """The fewest tenths of a step that matter."""
    return round(MATTERS * (most - LEAST) * TENTHS)


def _change(before: Estimate, after: Estimate, people: tuple[int, int], most: int) -> Change | None:
    if before.sd is None or after.sd is None or min(people) < 2:
        return None
    was, is_now = (side(one, n) for one, n in zip((before, after), people, strict=True))
    return change(was, is_now, Ruler(together(1, HOLDS), least_tenths(most), TENTHS))


def side(one: Estimate, people: int) -> Side:
    """One round's mean, as it is shown in tenths of a step."""
    sd, shown = one.sd or 0.0, int(TENTHS * half_up(one.mean))
    if one.se_finite is None or not one.se:
        return Side(shown, Group(people, one.mean, sd), None)
    factor = (one.se_finite / one.se) ** 2
    return Side(shown, Group(people, one.mean, sd), Group(people, one.mean, sd, factor))

"""How far the mean places on six lines have moved between two rounds."""

from kulturspejl.core.instruments.base.estimates import Estimate
from kulturspejl.core.instruments.base.since import Change, Changes, Ruler, change, together
from kulturspejl.core.instruments.pairs.form import COLUMNS, PLACES
from kulturspejl.core.instruments.pairs.numbers import PairsNumbers
from kulturspejl.core.instruments.scale.since import HOLDS, TENTHS, least_tenths, side


def since(before: PairsNumbers, after: PairsNumbers, *, people: tuple[int, int]) -> Changes | None:
    """All six at once; None where one of the two does not tell how far apart its people are."""
    if min(people) < 2 or any(one.sd is None for both in (before, after) for one in both.now.values()):
        return None
    ruler = Ruler(together(len(COLUMNS), HOLDS), least_tenths(PLACES), TENTHS)
    return Changes({line: _change(before.now[line], after.now[line], people, ruler) for line in COLUMNS}, HOLDS)


def _change(before: Estimate, after: Estimate, people: tuple[int, int], ruler: Ruler) -> Change:
    was, is_now = (side(one, n) for one, n in zip((before, after), people, strict=True))
    return change(was, is_now, ruler)

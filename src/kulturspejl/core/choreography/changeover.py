"""Minutes that pass while people find each other, or their seats again: they belong to the step that begins with it."""

from kulturspejl.core.content.gathering import DIVIDED, Gathering

FIND = {Gathering.PAIRS: 1, Gathering.GROUPS: 2, Gathering.TRIO: 1}
BACK = 1


def changeover(before: Gathering, after: Gathering) -> int:
    """Whole minutes from sitting like `before` to sitting like `after`; each alone needs no other seat."""
    if after is before or after is Gathering.ALONE:
        return 0
    if after in DIVIDED:
        return FIND[after]
    return BACK if before in DIVIDED else 0

"""How many units surely spoke, told from what is published alone: a hidden unit's own count is nowhere kept."""

from collections.abc import Collection, Mapping

from kulturspejl.core.disclosure.tree import Tree, remainder_units


def speakers_at_least(n: int, invited: Collection[int]) -> int:
    """The fewest units that can have given `n` answers between them, each at most as many as it was invited.

    The least m such that the m largest of `invited` add up to at least n; 0 where nobody answered. Raises ValueError
    where all of them together are too few (more answers than invited is a fault in the data, science C5).
    """
    found, left = 0, n
    for most in sorted(invited, reverse=True):
        if left <= 0:
            break
        found, left = found + 1, left - most
    if left > 0:
        raise ValueError(f"{n} answers from {sum(invited)} invited")
    return found


def surely_spoke(invited: Tree, remainders: Mapping[str, int]) -> Tree:
    """The tree with, at each published unit, how many units of its remainder surely spoke; 0 at every other.

    `invited.direct` counts those invited to each unit itself, `remainders` the answers of each published unit that
    stand in no published unit below it (`Certificate.remainders`). The remainders are disjoint, so what surely spoke
    in several of them adds up: `direct` summed over any units that are whole remainders is a lower bound for these.
    Raises ValueError where a remainder holds more answers than were invited.
    """
    units = remainder_units(invited, remainders)
    return Tree(
        parent=invited.parent,
        direct={
            unit: speakers_at_least(n, [invited.direct.get(one, 0) for one in units[unit]])
            for unit, n in remainders.items()
        },
    )

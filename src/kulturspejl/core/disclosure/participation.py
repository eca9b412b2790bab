"""How many have answered, told so that nobody can be told from it."""

from collections.abc import Collection, Mapping

from kulturspejl.core.disclosure.greedy import plan
from kulturspejl.core.disclosure.policy import Policy
from kulturspejl.core.disclosure.tree import Tree, published_parent

UNDER_HALF = "under_half"
OVER_HALF = "over_half"
NEARLY_ALL = "nearly_all"


def coarse_step(answered: int, invited: int, nearly_all: float) -> str:
    """UNDER_HALF, OVER_HALF (half or more) or NEARLY_ALL (`nearly_all` of the invited or more)."""
    if answered >= nearly_all * invited:
        return NEARLY_ALL
    return OVER_HALF if 2 * answered >= invited else UNDER_HALF


def coarse_participation(invited: Tree, answered: Mapping[str, int], policy: Policy) -> dict[str, str]:
    """Coarse participation of the units that may show it while a round is open.

    `invited` counts the invited, `answered` the answers, both attached directly to each unit. No two of the units
    lie inside each other, so no step can be held up against another; and which units show one follows from the
    invited alone, so a step that is missing says nothing of who has answered.
    """
    counts = Tree(invited.parent, answered)
    return {
        unit: coarse_step(counts.size[unit], invited.size[unit], policy.nearly_all)
        for unit in _lowest(invited, plan(invited, policy.participation_invited).published)
        if _leaves_it_open(invited.size[unit], policy.nearly_all)
    }


def _lowest(invited: Tree, published: Collection[str]) -> list[str]:
    """The published units that have no published unit below them."""
    above = published_parent(invited, published)
    inner = {above[unit] for unit in published}
    return [unit for unit in published if unit not in inner]


def _leaves_it_open(invited: int, nearly_all: float) -> bool:
    """Whether no step means that nobody, or that everybody, has answered."""
    steps = [coarse_step(count, invited, nearly_all) for count in range(invited + 1)]
    return invited > 1 and steps[0] == steps[1] and steps[-1] == steps[-2]


def told_exactly(invited: Tree, answered: Tree, published: Collection[str]) -> frozenset[str]:
    """Published units of a closed round beside whose n the number invited may stand.

    Left out where subtraction would say that nobody of a group answered, or everybody of a remainder that
    has no picture of its own. (That all of a published unit answered is said: "9 of 9".)
    """
    told: set[str] = set()
    open_counts: dict[str, tuple[int, int, bool]] = {}
    for unit in invited.children_first:
        asked, came, beside = invited.direct.get(unit, 0), answered.direct.get(unit, 0), False
        for child in invited.children[unit]:
            more = (0, 0, True) if child in told else open_counts[child]
            asked, came, beside = asked + more[0], came + more[1], beside or more[2]
        silent_tells = asked > 0 and (came == 0 or (came == asked and beside))
        if unit in published and not silent_tells:
            told.add(unit)
        open_counts[unit] = asked, came, beside
    return frozenset(told)

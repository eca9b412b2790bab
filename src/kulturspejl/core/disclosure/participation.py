"""How many have answered, told so that nobody can be told from it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from kulturspejl.core.disclosure.greedy import plan
from kulturspejl.core.disclosure.policy import Policy
from kulturspejl.core.disclosure.tree import Tree, published_parent, remainders

UNDER_HALF = "under_half"
OVER_HALF = "over_half"
NEARLY_ALL = "nearly_all"

Range = tuple[int, int]


def coarse_step(answered: int, invited: int, nearly_all: float) -> str:
    """UNDER_HALF, OVER_HALF (half or more) or NEARLY_ALL (`nearly_all` of the invited or more)."""
    if answered >= nearly_all * invited:
        return NEARLY_ALL
    return OVER_HALF if 2 * answered >= invited else UNDER_HALF


def coarse_participation(invited: Tree, answered: Mapping[str, int], policy: Policy) -> dict[str, str]:
    """Coarse participation of the units that may show it while a round is open.

    `invited` counts the invited, `answered` the answers, both attached directly to each unit. A unit shows it
    when the tree condition holds for the invited, and the steps told leave every remainder uncertain: what
    all steps together imply is never that nobody or everybody of a remainder has answered.
    """
    counts = Tree(invited.parent, answered)
    shown = list(plan(invited, policy.participation_invited).published)
    while shown:
        steps = {u: coarse_step(counts.size[u], invited.size[u], policy.nearly_all) for u in shown}
        telling = _telling(invited, steps, policy.nearly_all)
        if not telling:
            return steps
        shown = [unit for unit in shown if unit not in telling]
    return {}


def _telling(invited: Tree, steps: Mapping[str, str], nearly_all: float) -> set[str]:
    """Units whose step, with the others', says that nobody or everybody of a remainder has answered.

    The remainders are disjoint and each step bounds the sum of those at and below a unit, so narrowing the
    bounds once upwards and once downwards is exact.
    """
    sums = _Sums.of(invited, steps, nearly_all)
    return {
        unit
        for unit, people in sums.people.items()
        if people and (sums.remainder[unit][1] == 0 or sums.remainder[unit][0] == people)
    }


@dataclass(frozen=True)
class _Sums:
    """`people` is the invited in each remainder, `remainder` how many of them can have answered."""

    people: Mapping[str, int]
    remainder: Mapping[str, Range]

    @classmethod
    def of(cls, invited: Tree, steps: Mapping[str, str], nearly_all: float) -> "_Sums":
        above = published_parent(invited, steps)
        order = [unit for unit in invited.parents_first if unit in steps]
        below: dict[str, list[str]] = {unit: [] for unit in order}
        for unit in order:
            if (parent := above[unit]) is not None:
                below[parent].append(unit)
        people = remainders(invited, order)
        whole = {unit: _step_range(steps[unit], invited.size[unit], nearly_all) for unit in order}
        for unit in reversed(order):
            parts = [whole[other] for other in below[unit]]
            low, high = sum(part[0] for part in parts), sum(part[1] for part in parts) + people[unit]
            whole[unit] = max(whole[unit][0], low), min(whole[unit][1], high)
        return cls(people, cls._narrowed(order, below, people, whole))

    @staticmethod
    def _narrowed(
        order: list[str], below: Mapping[str, list[str]], people: Mapping[str, int], whole: dict[str, Range]
    ) -> dict[str, Range]:
        remainder = {}
        for unit in order:
            parts = [*(whole[other] for other in below[unit]), (0, people[unit])]
            low, high = sum(part[0] for part in parts), sum(part[1] for part in parts)
            least, most = whole[unit]
            tight = [
                (max(part[0], least - high + part[1]), min(part[1], most - low + part[0])) for part in parts
            ]
            remainder[unit] = tight[-1]
            whole.update(zip(below[unit], tight[:-1], strict=True))
        return remainder


def _step_range(step: str, invited: int, nearly_all: float) -> Range:
    fitting = [count for count in range(invited + 1) if coarse_step(count, invited, nearly_all) == step]
    return fitting[0], fitting[-1]


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

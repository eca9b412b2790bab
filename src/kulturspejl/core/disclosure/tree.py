"""A frozen tree of units with the people who answered attached directly to each."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Tree:
    """`parent` maps a unit to its parent (None at a root); `direct` counts people attached to the unit.

    A picture of a unit covers the unit and all below it. Several roots are allowed. Raises ValueError on an
    unknown parent, a cycle, or a negative count; a unit without a count has nobody attached.
    """

    parent: Mapping[str, str | None]
    direct: Mapping[str, int]

    def __post_init__(self) -> None:
        if strangers := sorted({p for p in self.parent.values() if p is not None} - set(self.parent)):
            raise ValueError(f"unknown parent: {', '.join(strangers)}")
        if strangers := sorted(set(self.direct) - set(self.parent)):
            raise ValueError(f"unknown unit: {', '.join(strangers)}")
        if negative := sorted(unit for unit, count in self.direct.items() if count < 0):
            raise ValueError(f"negative count: {', '.join(negative)}")
        if in_cycle := sorted(set(self.parent) - set(self.parents_first)):
            raise ValueError(f"in a circle: {', '.join(in_cycle)}")

    @cached_property
    def children(self) -> Mapping[str, tuple[str, ...]]:
        """Every unit's children, in the order the units were given."""
        below: dict[str, list[str]] = {unit: [] for unit in self.parent}
        for unit, parent in self.parent.items():
            if parent is not None:
                below[parent].append(unit)
        return {unit: tuple(units) for unit, units in below.items()}

    @cached_property
    def parents_first(self) -> tuple[str, ...]:
        """All units, each after its parent and beside its family (depth first, given order)."""
        waiting = [unit for unit in reversed([*self.parent]) if self.parent[unit] is None]
        order = []
        while waiting:
            unit = waiting.pop()
            order.append(unit)
            waiting.extend(reversed(self.children[unit]))
        return tuple(order)

    @property
    def children_first(self) -> tuple[str, ...]:
        """All units, each after everything below it."""
        return self.parents_first[::-1]

    @cached_property
    def size(self) -> Mapping[str, int]:
        """People in each unit and all below it."""
        size = {unit: self.direct.get(unit, 0) for unit in self.parent}
        for unit in self.children_first:
            parent = self.parent[unit]
            if parent is not None:
                size[parent] += size[unit]
        return size


def published_parent(tree: Tree, published: Collection[str]) -> dict[str, str | None]:
    """Every unit's nearest published unit strictly above it, or None. Linear time."""
    shown, above = set(published), dict[str, str | None]()
    for unit in tree.parents_first:
        parent = tree.parent[unit]
        above[unit] = None if parent is None else parent if parent in shown else above[parent]
    return above


def remainder_units(tree: Tree, published: Collection[str]) -> dict[str, tuple[str, ...]]:
    """R(v) as units: for each published v, itself and those below in no nearer published one."""
    shown, above = set(published), published_parent(tree, published)
    units: dict[str, list[str]] = {unit: [] for unit in tree.parents_first if unit in shown}
    for unit in tree.parents_first:
        home = unit if unit in shown else above[unit]
        if home is not None:
            units[home].append(unit)
    return {unit: tuple(members) for unit, members in units.items()}


def remainders(tree: Tree, published: Collection[str]) -> dict[str, int]:
    """|R(v)| of each published v: people of v in no published unit below v. The R(v) are disjoint."""
    return {
        unit: sum(tree.direct.get(member, 0) for member in members)
        for unit, members in remainder_units(tree, published).items()
    }


def is_safe(tree: Tree, published: Collection[str], k: int) -> bool:
    """The tree condition: every remainder is 0 or at least k.

    Exactly then no linear combination of the published sums touches fewer than k people (and k-2 of them
    pooling their own answers cannot compute another's). Units nobody is in cannot be published.
    """
    if any(tree.size[unit] == 0 for unit in published):
        return False
    return all(left == 0 or left >= k for left in remainders(tree, published).values())

"""A slow attacker by linear algebra, who knows nothing of trees: the definition, tried on every support."""

from itertools import combinations

import numpy as np
from hypothesis import strategies as st

from kulturspejl.core.disclosure.tree import Tree


def smallest_support(groups: list[set[int]], people: int, up_to: int) -> int | None:
    """Fewest people (at most `up_to`) whom some non-zero combination of the groups' sums touches."""
    if not groups or not people:
        return None
    rows = np.array([[float(person in group) for person in range(people)] for group in groups])
    rank = np.linalg.matrix_rank(rows)
    for size in range(1, min(up_to, people) + 1):
        for touched in combinations(range(people), size):
            outside = np.delete(rows, touched, axis=1)
            left = np.linalg.matrix_rank(outside) if outside.size else 0
            if left < rank:
                return size
    return None


def groups_of(tree: Tree, published: list[str]) -> tuple[list[set[int]], int]:
    """Each published unit's people as numbers, and how many people there are."""
    home = [unit for unit in tree.parents_first for _ in range(tree.direct.get(unit, 0))]
    inside = {unit: _below(tree, unit) for unit in published}
    return [{p for p, unit in enumerate(home) if unit in inside[top]} for top in published], len(home)


def _below(tree: Tree, top: str) -> set[str]:
    units = {top}
    for unit in tree.parents_first:
        if tree.parent[unit] in units:
            units.add(unit)
    return units


@st.composite
def trees(draw: st.DrawFn, units: int = 6, largest: int = 4) -> Tree:
    """Small trees, with several roots at times."""
    count = draw(st.integers(1, units))
    parent: dict[str, str | None] = {}
    for number in range(count):
        parent[f"u{number}"] = draw(st.sampled_from([None, *parent])) if number else None
    direct = {unit: draw(st.integers(0, largest)) for unit in parent}
    return Tree(parent, direct)

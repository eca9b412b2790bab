"""A slow attacker by linear algebra, who knows nothing of trees: the definition, tried on every small support."""

from collections.abc import Iterator
from itertools import combinations

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray

from kulturspejl.core.disclosure.tree import Tree


def smallest_support(groups: list[set[int]], people: int, up_to: int) -> int | None:
    """Fewest people (at most `up_to`) whom some non-zero combination of the groups' sums touches."""
    return least_support_of_rows(
        [[float(p in group) for p in range(people)] for group in groups], people, up_to
    )


def least_support_of_rows(weights: list[list[float]], people: int, up_to: int) -> int | None:
    """The same for any weighted sums: each row has the weight of each person."""
    if not weights or not people:
        return None
    rows = np.array(weights)
    rank = np.linalg.matrix_rank(rows)
    # A combination touches either all or none of the people with the same weights everywhere.
    alike = [
        np.flatnonzero((column == rows.T).all(axis=1)) for column in np.unique(rows.T, axis=0) if column.any()
    ]
    touchable = [block for block in alike if len(block) <= up_to]
    return min(_sizes(rows, rank, touchable, up_to), default=None)


def _sizes(rows: NDArray[np.float64], rank: int, blocks: list[NDArray[np.intp]], up_to: int) -> Iterator[int]:
    for count in range(1, up_to + 1):
        for chosen in combinations(blocks, count):
            touched = np.concatenate(chosen)
            outside = np.delete(rows, touched, axis=1)
            if len(touched) <= up_to and (not outside.size or np.linalg.matrix_rank(outside) < rank):
                yield len(touched)


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

"""How units stand with their plans, told of several together and never of one: which groups may be counted."""

from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import TypeVar

LEAST = 3
"""Units that are counted together at least; whoever subtracts what is shown from what is shown gets no fewer."""
Unit = TypeVar("Unit", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Together:
    """Plans of `units` units counted together; `name` is "" for all of the organisation.

    So many have a trait; so many actions are in hand, were looked at again in the last year, are past their day.
    """

    name: str
    units: int
    with_trait: int
    in_hand: int
    looked_at: int
    late: int


def groups(parents: Mapping[Unit, Unit | None], least: int = LEAST) -> tuple[Unit | None, ...]:
    """The branches whose units may be counted together, in the given order; None, first, is all units.

    `parents` has each unit's own parent, parents before children. A branch is told if it has at least `least` units
    (itself counted), and if what then remains of the branch around it, less all that is told inside that, is at least
    `least` units too. Told branches lie inside each other or apart, so these remainders are all that sums and
    differences can reach. Which are told follows from the tree alone, never from the plans.
    """
    sizes = _sizes(parents)
    if sizes[None] < least:
        return ()
    rest: dict[Unit | None, int] = {None: sizes[None]}
    around: dict[Unit | None, Unit | None] = {None: None}
    for unit, parent in parents.items():
        outer = around[parent if parent in around else None]
        around[unit] = outer
        if sizes[unit] >= least and rest[outer] - sizes[unit] >= least:
            rest[outer] -= sizes[unit]
            rest[unit] = sizes[unit]
            around[unit] = unit
    return tuple(rest)


def _sizes(parents: Mapping[Unit, Unit | None]) -> Counter[Unit | None]:
    """Units in each branch, itself counted; None for all."""
    sizes: Counter[Unit | None] = Counter(dict.fromkeys(parents, 1))
    for unit in reversed(list(parents)):
        parent = parents[unit]
        sizes[parent if parent in parents else None] += sizes[unit]
    return sizes

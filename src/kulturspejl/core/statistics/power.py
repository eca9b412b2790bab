"""What size of difference so many people can show, told before a round is sent."""

import math

from kulturspejl.core.statistics.intervals import finite_factor, t_quantile

TYPICAL_GAP_SD = 1.6
"""Within-unit standard deviation of now − preferred in points of 10 (science.md, Evidence)."""


def smallest_visible_gap(
    people: int, *, invited: int | None = None, sd: float | None = None, total: float = 10
) -> float | None:
    """The smallest mean gap, in points a dimension, whose own 95 % t interval does not reach zero.

    t(0.975, n − 1)·sd/√n, with the finite correction √(1 − n/N) when `invited` is given; None under two people.
    `sd` is the gap's own standard deviation, before a round the typical one (scaled to `total`). A gap of just
    this size is seen in half of all such rounds; 1.4 times as large in about four of five.
    """
    if people < 2:
        return None
    spread = TYPICAL_GAP_SD * total / 10 if sd is None else sd
    factor = 1.0 if invited is None else math.sqrt(finite_factor(people, invited))
    return t_quantile(people - 1) * spread / math.sqrt(people) * factor

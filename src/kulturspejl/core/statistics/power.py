"""What size of difference so many people can show, told before a round is sent and after it is read."""

import math
from functools import lru_cache

import numpy as np

from kulturspejl.core.statistics.intervals import LEVEL, finite_factor, t_quantile
from kulturspejl.core.statistics.laws import chi_square_quantile, normal_below
from kulturspejl.core.statistics.shapes import Floats

TYPICAL_GAP_SD = 1.6
"""Within-unit standard deviation of now − preferred in points of 10 (science.md, Evidence)."""
PLANNED_POWER = 0.8
"""Before a round: a true gap of this size is found in four of five such rounds."""
_QUANTILES = 4_000
_MOST_STEPS = 100
"""Halved so often, a stretch is no longer than rounding."""


def smallest_visible_gap(
    people: int,
    *,
    invited: int | None = None,
    sd: float | None = None,
    total: float = 10,
    power: float | None = None,
    level: float = LEVEL,
) -> float | None:
    """The smallest mean gap, in points a dimension, that `people` pairs of answers can show; None under two people.

    Without `power`, after a round: a smaller gap could not be seen, for its 95 % t interval would reach zero:
    t(0.975, n − 1)·sd/√n. With `power`, before a round: the true gap that the paired two-sided t test finds with
    that chance: δ·sd/√n, δ the noncentrality of the noncentral t distribution (Cohen 1988).
    `sd` is the gap's own standard deviation, before a round the typical one (scaled to `total`). With `invited` (N)
    it speaks of these N alone: times √(1 − n/N). `level` is the interval's. Raises ValueError for power outside
    (1 − level, 1) or n > N.
    """
    if people < 2:
        return None
    spread = TYPICAL_GAP_SD * total / 10 if sd is None else sd
    factor = 1.0 if invited is None else math.sqrt(finite_factor(people, invited))
    reach = t_quantile(people - 1, level) if power is None else noncentrality(people - 1, power, level)
    return reach * spread / math.sqrt(people) * factor


@lru_cache(maxsize=512)
def noncentrality(df: int, power: float, level: float = LEVEL) -> float:
    """δ at which |t| with `df` passes t(0.975, df) with chance `power`; ValueError for power outside (0.05, 1).

    The chance is E[Φ(δ − t·w) + Φ(−δ − t·w)] over w = √(χ²/df), as a mean over 4,000 quantiles of w. It grows with δ:
    Newton's steps, kept between what is known to be too little and too much.
    """
    if not 1 - level < power < 1:
        raise ValueError(f"power must lie between {1 - level:g} and 1, got {power}")
    edge = t_quantile(df, level) * np.sqrt(chi_square_quantile(df, (np.arange(_QUANTILES) + 0.5) / _QUANTILES) / df)
    low, high, delta = 0.0, math.inf, t_quantile(df, level)
    for _ in range(_MOST_STEPS):
        missing, slope = _missing(delta, edge, power)
        low, high = (delta, high) if missing > 0 else (low, delta)
        step = missing / slope if slope else math.inf
        if abs(step) <= 1e-10:
            return delta + step
        near = delta + step
        delta = near if low < near < high else 2 * low if high == math.inf else (low + high) / 2
    raise ArithmeticError(f"no noncentrality was found at {df} degrees of freedom and a chance of {power}")


def _missing(delta: float, edge: Floats, power: float) -> tuple[float, float]:
    """What the chance at δ lacks, and how fast it grows there: φ(δ − t·w) − φ(−δ − t·w) on the average."""
    chance = (normal_below(delta - edge) + normal_below(-delta - edge)).mean()
    slopes = np.exp(-((delta - edge) ** 2) / 2) - np.exp(-((delta + edge) ** 2) / 2)
    return float(power - chance), float(slopes.mean()) / math.sqrt(2 * math.pi)

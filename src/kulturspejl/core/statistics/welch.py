"""Two rounds compared as independent groups."""

import math
from dataclasses import dataclass

from numpy.typing import ArrayLike

from kulturspejl.core.statistics.intervals import LEVEL, Interval
from kulturspejl.core.statistics.shapes import present

OVERLAPS = (0.0, 0.8)


@dataclass(frozen=True, slots=True)
class WelchResult:
    """`difference` = mean of b − mean of a; `se_range` for an overlap of the same people from ρ = 0.8 to 0."""

    difference: float
    se: float
    df: float
    t: float
    p: float
    interval: Interval
    se_range: Interval


def welch(a: ArrayLike, b: ArrayLike) -> WelchResult:
    """Welch's t of `b` (m,) against `a` (n,), two-sided, 95 % (science C15). Missing values are left out.

    Raises ValueError under two values. t, df and p are NaN where nothing varies in either.

    With correlation ρ between the rounds of the same people the variance falls by 2ρ·√(v_a·v_b); it is never
    guessed who is who, so the range is reported.
    """
    first, second = present(a, "a"), present(b, "b")
    if len(first) < 2 or len(second) < 2:
        raise ValueError(f"needs two values in each, got {len(first)} and {len(second)}")
    va, vb = float(first.var(ddof=1)) / len(first), float(second.var(ddof=1)) / len(second)
    difference = float(second.mean() - first.mean())
    se = math.sqrt(va + vb)
    low = math.sqrt(max(0.0, va + vb - 2 * OVERLAPS[1] * math.sqrt(va * vb)))
    if se == 0:
        return WelchResult(
            difference, 0.0, math.nan, math.nan, math.nan, (difference, difference), (0.0, 0.0)
        )
    df = (va + vb) ** 2 / (va**2 / (len(first) - 1) + vb**2 / (len(second) - 1))
    from scipy.special import stdtr, stdtrit

    t = difference / se
    half = float(stdtrit(df, 0.5 + LEVEL / 2)) * se
    return WelchResult(
        difference,
        se,
        df,
        t,
        float(2 * stdtr(df, -abs(t))),
        (difference - half, difference + half),
        (low, se),
    )

"""Two rounds compared as independent groups."""

import math
from dataclasses import dataclass

from numpy.typing import ArrayLike

from kulturspejl.core.statistics.intervals import LEVEL, Interval
from kulturspejl.core.statistics.laws import t_below, t_quantile_of
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


@dataclass(frozen=True, slots=True)
class Group:
    """What is known of one side: `n` people, their mean, and their standard deviation (n − 1) with what floor it has.

    `factor` is what the variance of the mean is multiplied by: 1 − n/N where it is to speak of those N alone.
    """

    n: int
    mean: float
    sd: float
    factor: float = 1.0

    @property
    def error(self) -> float:
        """The variance of the mean."""
        return self.factor * self.sd**2 / self.n


def welch(a: ArrayLike, b: ArrayLike) -> WelchResult:
    """Welch's t of `b` (m,) against `a` (n,), two-sided, 95 % (science C15). Missing values are left out.

    Raises ValueError under two values. t, df and p are NaN where nothing varies in either.
    """
    first, second = present(a, "a"), present(b, "b")
    if len(first) < 2 or len(second) < 2:
        raise ValueError(f"needs two values in each, got {len(first)} and {len(second)}")
    groups = [Group(len(one), float(one.mean()), float(one.std(ddof=1))) for one in (first, second)]
    return welch_of(groups[0], groups[1])


def welch_of(a: Group, b: Group, level: float = LEVEL) -> WelchResult:
    """The same from what is kept of two groups, at any level; its interval is as many mean points as theirs.

    d ± t(df)·√(v_a + v_b), v = factor·sd²/n, df = (v_a + v_b)² / (v_a²/(n_a − 1) + v_b²/(n_b − 1)) (Welch 1947,
    Satterthwaite 1946). With correlation ρ between the rounds of the same people the variance falls by
    2ρ·√(v_a·v_b); it is never guessed who is who, so the range is reported. Raises ValueError under two people.
    """
    if a.n < 2 or b.n < 2:
        raise ValueError(f"needs two people in each, got {a.n} and {b.n}")
    va, vb, difference = a.error, b.error, b.mean - a.mean
    se = math.sqrt(va + vb)
    low = math.sqrt(max(0.0, va + vb - 2 * OVERLAPS[1] * math.sqrt(va * vb)))
    if se == 0:
        return WelchResult(
            difference, 0.0, math.nan, math.nan, math.nan, (difference, difference), (0.0, 0.0)
        )
    df = (va + vb) ** 2 / (va**2 / (a.n - 1) + vb**2 / (b.n - 1))
    t = difference / se
    half = t_quantile_of(df, 0.5 + level / 2) * se
    return WelchResult(
        difference,
        se,
        df,
        t,
        2 * t_below(df, -abs(t)),
        (difference - half, difference + half),
        (low, se),
    )

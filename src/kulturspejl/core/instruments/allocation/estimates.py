"""How sure the means of a group are: from how many, how far apart they are, and how many were asked."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from kulturspejl.core import statistics as s
from kulturspejl.core.instruments.allocation.numbers import LETTERS, Estimate, Interval


def estimate_of(n: int, mean: float, sd: float, invited: int | None, scale: Interval) -> Estimate:
    """Beyond today t, cut by the scale alone; today's people the finite interval within its bounds (science C6)."""
    return Known.of(n, invited, scale).estimate(mean, sd)


@dataclass(frozen=True, slots=True)
class Known:
    """What the means of one group have in common: `reach` is Student's t, `factor` that of the finite interval."""

    n: int
    invited: int | None
    scale: Interval
    root: float
    reach: float
    factor: float

    @classmethod
    def of(cls, n: int, invited: int | None, scale: Interval) -> "Known":
        """Raises ValueError where more have answered than were invited."""
        factor = 1.0 if invited is None else math.sqrt(s.finite_factor(n, invited))
        return cls(n, invited, scale, math.sqrt(n), s.t_quantile(n - 1) if n > 1 else math.nan, factor)

    def by_letter(self, means: Sequence[float], sds: Sequence[float]) -> dict[str, Estimate]:
        """Of the four, by letter."""
        return dict(zip(LETTERS, map(self.estimate, means, sds), strict=True))

    def estimate(self, mean: float, sd: float) -> Estimate:
        """Of one mean and the standard deviation of its n answers."""
        n, invited, scale = self.n, self.invited, self.scale
        bounds = None if invited is None else s.bounds_of(n * mean, invited - n, invited, *scale)
        if n < 2:
            return Estimate(mean, None, None, None, None, None, bounds, None)
        se, half = sd / self.root, self.reach * sd / self.root
        t = mean - half, mean + half
        shown = _within(t, scale)
        if bounds is None:
            return Estimate(mean, sd, se, t, None, None, None, shown)
        half *= self.factor
        finite = mean - half, mean + half
        today = None if invited == n else _within(_within(finite, bounds), scale)
        return Estimate(mean, sd, se, t, se * self.factor, finite, bounds, shown, today)


def _within(interval: Interval, limits: Interval) -> Interval:
    (low, high), (least, most) = interval, limits
    return least if least > low else low, most if most < high else high

"""How sure the means of a group are: from how many, how far apart they are, and how many were asked."""

import math
from dataclasses import dataclass, fields

from kulturspejl.core import statistics as s
from kulturspejl.core.statistics.intervals import Interval as Interval

_SLACK = 1e-9


@dataclass(frozen=True, slots=True)
class Estimate:
    """One mean on the scale of its kind, or a gap between two, and how sure it is.

    `t` is what the team is like beyond today (raw, unclipped), `finite` what all invited would have said,
    `bounds` what holds whatever the silent would say. To be read by people: `shown` is t within the scale, `today` is
    finite within bounds and scale, None where all answered: then the mean is no guess (science C6).
    Under disclosure control `sd`, and all that is made of it, has the policy's floor.
    """

    mean: float
    sd: float | None
    se: float | None
    t: Interval | None
    se_finite: float | None
    finite: Interval | None
    bounds: Interval | None
    shown: Interval | None
    today: Interval | None = None


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


def bare(one: Estimate, *, is_bounded: bool = True) -> Estimate:
    """The mean alone, and what always holds of it whatever the silent would say."""
    empty = (None,) * 5
    return Estimate(one.mean, *empty, one.bounds if is_bounded else None, None)


def is_bare(one: Estimate) -> bool:
    """Whether nothing in it is made of a spread."""
    told = (one.sd, one.se, one.t, one.se_finite, one.finite, one.shown, one.today)
    return all(value is None for value in told)


def follows(one: Estimate, n: int, invited: int | None, scale: Interval, floor: float) -> bool:
    """Whether an estimate's spread has the floor, and every interval is of that spread and no other."""
    if one.sd is None or one.sd < floor - _SLACK:
        return False
    expected = estimate_of(n, one.mean, one.sd, invited, scale)
    return all(is_near(getattr(one, field.name), getattr(expected, field.name)) for field in fields(Estimate))


def is_near(one: float | Interval | None, other: float | Interval | None) -> bool:
    """Whether two numbers, or the ends of two intervals, are the same but for the last digits."""
    if one is None or other is None:
        return one is other
    ends = [(value,) if isinstance(value, float | int) else value for value in (one, other)]
    return all(abs(a - b) < _SLACK for a, b in zip(*ends, strict=True))

"""The numbers of a group from its moments alone: nothing that is told here has seen an answer."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kulturspejl.core import statistics as s
from kulturspejl.core.instruments.allocation.agreement_word import agreement_word
from kulturspejl.core.instruments.allocation.numbers import (
    DIMENSIONS,
    LETTERS,
    Agreement,
    CultureType,
    DimensionSpread,
    Estimate,
    Interval,
    Numbers,
    ScoreAgreement,
)
from kulturspejl.core.instruments.allocation.respondents import Points
from kulturspejl.core.instruments.allocation.silence import answers_that_flip_dominance, answers_that_flip_gap
from kulturspejl.core.statistics.moments import Moments, Squares

CLOSE, MIXED, WIDE = "close", "mixed", "wide"
CLOSE_BELOW, WIDE_FROM = 0.25, 0.75
"""Of the variance of blind throwing: below the first the answers are close, from the second wide (our steps)."""
TIE = 1e-9
LEAST_PERCENT, MOST_PERCENT = 1, 99


def told(moments: Moments, *, invited: int | None, total: int) -> Numbers:
    """All numbers of a group in points per dimension (science C2 to C9) that moments can give.

    `invited` is None where it may not be used: then nothing is said of those who were asked. Compositions, deviations
    from the median and tests by chance need the answers themselves, so they are absent; `describe` adds them for a
    file that its owner reads without control.
    """
    asked = [period for period in ("now", "preferred") if period in moments.scores]
    scores, gap = moments.scores, moments.scores.get("gap")
    means = by_letter(scores["now"].mean)
    return Numbers(
        now=_estimates(scores["now"], invited, 0, total),
        preferred=_estimates(scores["preferred"], invited, 0, total) if "preferred" in scores else None,
        gap=None if gap is None else _estimates(gap, invited, -total, total),
        sums={period: by_letter(6 * scores[period].mean) for period in asked},
        dimensions={period: dimension_means(_by_dimension(one.mean)) for period, one in moments.dimensions.items()},
        dimension_spread={
            period: spread_of(_by_dimension(one.variance), total)
            for period, one in moments.dimensions.items()
            if one.n > 1
        },
        type={period: _type(scores[period], moments.dimensions.get(period)) for period in asked},
        agreement={period: _agreement(moments, period, total) for period in asked if moments.n > 1},
        composition={},
        aitchison_distance=None,
        gap_tests=None,
        smallest_visible_gap=None if gap is None else _visible(gap),
        points_to_move=None if gap is None else float(np.abs(gap.mean).sum() / 2),
        answers_to_flip=_flips(means, None if gap is None else gap.mean, moments.n, total),
    )


def by_letter(values: Points) -> dict[str, float]:
    return dict(zip(LETTERS, values.tolist(), strict=True))


def _by_dimension(columns: Points) -> Points:
    return columns.reshape(len(DIMENSIONS), len(LETTERS))


def dimension_means(means: Points) -> dict[str, dict[str, float]]:
    """By dimension and letter, from (6, 4); a dimension that nobody answered (NaN) is left out."""
    rows = zip(DIMENSIONS, means, strict=True)
    return {dimension: by_letter(row) for dimension, row in rows if not np.isnan(row).any()}


def spread_of(variances: Points, total: int) -> dict[str, DimensionSpread]:
    """One word of three a dimension, and the standard deviations, from variances (6, 4); NaN rows are left out."""
    null = len(LETTERS) * s.allocation_null(total)
    shares, sds = (variances.sum(axis=1) / null).tolist(), np.sqrt(variances)
    return {
        dimension: DimensionSpread(_step(share), by_letter(spread))
        for dimension, share, spread in zip(DIMENSIONS, shares, sds, strict=True)
        if not math.isnan(share)
    }


def _step(share: float) -> str:
    if share < CLOSE_BELOW:
        return CLOSE
    return MIXED if share < WIDE_FROM else WIDE


def _estimates(found: Squares, invited: int | None, low: float, high: float) -> dict[str, Estimate]:
    means, sds = found.mean.tolist(), np.sqrt(found.variance).tolist()
    known = _Known.of(found.n, invited, (low, high))
    return {letter: known.estimate(mean, sd) for letter, mean, sd in zip(LETTERS, means, sds, strict=True)}


def estimate_of(n: int, mean: float, sd: float, invited: int | None, scale: Interval) -> Estimate:
    """Beyond today t, cut by the scale alone; today's people the finite interval within its bounds (science C6)."""
    return _Known.of(n, invited, scale).estimate(mean, sd)


@dataclass(frozen=True, slots=True)
class _Known:
    """What the means of one group have in common: `reach` is Student's t, `factor` that of the finite interval."""

    n: int
    invited: int | None
    scale: Interval
    root: float
    reach: float
    factor: float

    @classmethod
    def of(cls, n: int, invited: int | None, scale: Interval) -> "_Known":
        factor = 1.0 if invited is None else math.sqrt(s.finite_factor(n, invited))
        return cls(n, invited, scale, math.sqrt(n), s.t_quantile(n - 1) if n > 1 else math.nan, factor)

    def estimate(self, mean: float, sd: float) -> Estimate:
        n, invited, scale = self.n, self.invited, self.scale
        bounds = None if invited is None else s.bounds_of(n * mean, invited - n, invited, *scale)
        if n < 2:
            return Estimate(mean, None, None, None, None, None, bounds, None)
        se, half = sd / self.root, self.reach * sd / self.root
        t = mean - half, mean + half
        shown = _within(t, scale)
        if bounds is None:
            return Estimate(mean, sd, se, t, None, None, None, shown)
        finite = mean - half * self.factor, mean + half * self.factor
        today = None if invited == n else _within(_within(finite, bounds), scale)
        return Estimate(mean, sd, se, t, se * self.factor, finite, bounds, shown, today)


def _within(interval: Interval, limits: Interval) -> Interval:
    (low, high), (least, most) = interval, limits
    return least if least > low else low, most if most < high else high


def _type(scores: Squares, dimensions: Squares | None) -> CultureType:
    profiles = None if dimensions is None else _by_dimension(dimensions.mean)
    return culture_type(scores.mean, profiles, _chances(scores))


def culture_type(
    means: Points, profiles: Points | None, chances: Mapping[str, float] | None
) -> CultureType:
    """From the means (4,), those of the dimensions (6, 4), and the chance of each to be the most common (C7).

    Dimensions that nobody answered (NaN) say nothing of whether they agree with the others.
    """
    first, second = sorted(means.tolist(), reverse=True)[:2]
    dominant = _most(means.tolist())
    congruent, rms = (None, None) if profiles is None else _congruence(profiles, means, dominant)
    return CultureType(
        dominant=dominant,
        strength=first,
        margin=first - second,
        probability=chances,
        congruent_dimensions=congruent,
        congruence_rms=rms,
        effective_cultures=_effective(means),
    )


def _chances(scores: Squares) -> dict[str, float] | None:
    """As whole percents from 1 to 99: nothing is certain, and the rest of the digits would tell of the spread."""
    if scores.covariance is None:
        return None
    percents = np.rint(100 * s.chance_of_first(scores.mean, scores.covariance, scores.n))
    return by_letter(np.clip(percents, LEAST_PERCENT, MOST_PERCENT) / 100)


def _most(means: Sequence[float]) -> str:
    """Every letter within a hair of the greatest mean."""
    least = max(means) - TIE
    return "".join(letter for letter, mean in zip(LETTERS, means, strict=True) if mean >= least)


def _congruence(profiles: Points, means: Points, dominant: str) -> tuple[int, float]:
    """In how many dimensions the same culture is most common, and how far dimensions lie from the whole (C7)."""
    profiles = profiles[~np.isnan(profiles).any(axis=1)]
    same = sum(bool(set(_most(profile)) & set(dominant)) for profile in profiles.tolist())
    return same, float(np.sqrt(((profiles - means) ** 2).sum(axis=1).mean()))


def _effective(means: Points) -> float:
    shares = means / means.sum()
    shares = shares[shares > 0]
    return float(np.exp(-(shares * np.log(shares)).sum()))


def _agreement(moments: Moments, period: str, total: int) -> Agreement:
    """Against the null of allocated points: six dimensions, or the one drawing of six times the points (C9)."""
    scores, items = moments.scores[period].variance, moments.dimensions.get(period)
    if period == "preferred" and moments.is_drawn:
        return _agreement_of_a_drawing(scores, total)
    shares = scores * len(DIMENSIONS) / s.allocation_null(total)
    if items is None:
        return Agreement(profile_r_star=None, random_95=None, scores=_by_score(shares, None))
    variances = _by_dimension(items.variance)
    mean_shares = variances.mean(axis=0) / s.allocation_null(total)
    return Agreement(
        profile_r_star=s.profile_r_star_of(variances, total),
        random_95=s.random_profile_r_star(moments.n),
        scores=_by_score(shares, s.rwg_j_of(mean_shares, len(DIMENSIONS))),
    )


def _agreement_of_a_drawing(scores: Points, total: int) -> Agreement:
    shares = scores / (s.allocation_null(6 * total) / 36)
    return Agreement(
        profile_r_star=s.profile_r_star_of(36 * scores[None, :], 6 * total),
        random_95=None,
        scores=_by_score(shares, s.rwg_j_of(shares, 1)),
    )


def _by_score(shares: Points, rwg_j: Points | None) -> dict[str, ScoreAgreement]:
    r_stars = (1 - shares).tolist()
    rwg_js = [None] * len(r_stars) if rwg_j is None else rwg_j.tolist()
    return {
        letter: ScoreAgreement(r_star=r_star, rwg_j=one, ad_mean=None, ad_median=None)
        for letter, r_star, one in zip(LETTERS, r_stars, rwg_js, strict=True)
    }


def word_of(numbers: Numbers | None, total: int) -> str | None:
    """How alike they are in one word, where spreads are told: from the same numbers, so with the same floor."""
    found = numbers.agreement.get("now") if numbers else None
    sds = [one.sd for one in numbers.now.values() if one.sd is not None] if numbers else []
    if found is None or found.profile_r_star is None or len(sds) < len(LETTERS):
        return None
    return agreement_word(sds, found.profile_r_star, found.random_95, total)


def _visible(gap: Squares) -> float | None:
    """The smallest mean gap whose interval would not reach zero, at the spread these people have."""
    if gap.n < 2:
        return None
    return s.smallest_visible_gap(gap.n, sd=float(np.sqrt(gap.variance.mean())))


def _flips(means: Mapping[str, float], gaps: Points | None, n: int, total: int) -> dict[str, int]:
    found = {"dominance": answers_that_flip_dominance(means, n, total)}
    if gaps is not None:
        found["gap"] = answers_that_flip_gap(float(gaps[np.abs(gaps).argmax()]), n, total)
    return found

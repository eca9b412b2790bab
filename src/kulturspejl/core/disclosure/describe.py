"""Everything that is computed of one group of people; what of it is told, `withhold` decides."""

import math
from collections.abc import Mapping

import numpy as np

from kulturspejl.core import statistics as s
from kulturspejl.core.disclosure.numbers import (
    DIMENSIONS,
    LETTERS,
    Agreement,
    Composition,
    CultureType,
    DimensionSpread,
    Estimate,
    GapTest,
    Interval,
    Numbers,
    ScoreAgreement,
)
from kulturspejl.core.disclosure.respondents import Points, Respondents
from kulturspejl.core.scoring.silence import answers_that_flip_dominance, answers_that_flip_gap
from kulturspejl.core.statistics.bootstrap import DRAWS, LARGEST
from kulturspejl.core.statistics.bootstrap import SEED as BOOTSTRAP_SEED
from kulturspejl.core.statistics.composition import ZERO_SHARE
from kulturspejl.core.statistics.limit import LARGE
from kulturspejl.core.statistics.permutation import DRAWS as FLIPS
from kulturspejl.core.statistics.permutation import EXACT_PEOPLE

CLOSE, MIXED, WIDE = "close", "mixed", "wide"
CLOSE_BELOW, WIDE_FROM = 0.25, 0.75
"""Of the variance of blind throwing: below the first the answers are close, from the second wide (our steps)."""
TIE = 1e-9


def describe(group: Respondents, *, invited: int | None, total: int) -> Numbers | None:
    """All numbers of a group of n people in points per dimension (science C2 to C13); None where n = 0.

    `invited` is None where it may not be used: then nothing is said of those who were asked.
    """
    if not len(group):
        return None
    scores = group.scores()
    blocks = _blocks(group)
    now, wished, gap = scores["now"], scores.get("preferred"), scores.get("gap")
    means = dict(zip(LETTERS, now.mean(axis=0).tolist(), strict=True))
    gaps = None if gap is None else gap.mean(axis=0)
    return Numbers(
        now=_estimates(now, invited, 0, total),
        preferred=None if wished is None else _estimates(wished, invited, 0, total),
        gap=None if gap is None else _estimates(gap, invited, -total, total),
        sums={period: _by_letter(6 * scores[period].mean(axis=0)) for period in _asked(scores)},
        dimensions={period: _dimension_means(found) for period, found in blocks.items()},
        dimension_spread={period: _dimension_spread(found, total) for period, found in blocks.items()},
        type={period: _type(scores[period], blocks.get(period)) for period in _asked(scores)},
        agreement={
            period: _agreement(scores[period], blocks.get(period), total) for period in _asked(scores)
        },
        composition={period: _composition(shares) for period, shares in _shares(group, total).items()},
        aitchison_distance=_distance(_shares(group, total)),
        gap_tests=None if gap is None else _gap_tests(gap),
        smallest_visible_gap=None if gap is None else _visible(gap),
        points_to_move=None if gaps is None else float(np.abs(gaps).sum() / 2),
        answers_to_flip=_flips(means, gaps, len(group), total),
    )


def recipe(total: int, preferred_form: str | None) -> dict[str, str]:
    """By what rules the numbers were made, so that anybody can make them again from an export."""
    return {
        "persons": "now, preferred and gap of the same persons",
        "score": "mean over valid dimensions, at least 4 of 6",
        "total": f"{total} points a dimension",
        "preferred": preferred_form or "not asked",
        "interval": "Student's t, 95 %; finite: times sqrt(1 - n/N); bounds: the silent give 0 or all points",
        "null": f"allocation, all equally likely, variance {s.allocation_null(total):g}",
        "bootstrap": f"all resamples written out to n = {LARGEST}, above {DRAWS} draws from seed {BOOTSTRAP_SEED}, "
        f"above {LARGE} people of their normal law",
        "sign_flip": f"all signs written out to n = {EXACT_PEOPLE}, above {FLIPS} draws from seed {BOOTSTRAP_SEED}, "
        f"above {LARGE} people of the {LARGE} largest gaps and of the normal law of the rest",
        "zero": f"{ZERO_SHARE * 0.5 / total:g} of the whole instead of 0, in logarithms only",
    }


def _asked(scores: Mapping[str, Points]) -> list[str]:
    return [period for period in ("now", "preferred") if period in scores]


def _blocks(group: Respondents) -> dict[str, Points]:
    """(n, 6, 4) by period, where there are six dimensions."""
    found = {"now": group.now}
    if group.wished is not None and group.wished.ndim == 3:
        found["preferred"] = group.wished
    return found


def _estimates(scores: Points, invited: int | None, low: float, high: float) -> dict[str, Estimate]:
    return {letter: _estimate(scores[:, at], invited, low, high) for at, letter in enumerate(LETTERS)}


def _estimate(values: Points, invited: int | None, low: float, high: float) -> Estimate:
    n = len(values)
    sd = _known(s.exact_sd(values))
    t = _interval(s.t_interval(values))
    se = None if sd is None else sd / math.sqrt(n)
    bounds = None if invited is None else s.nonresponse_bounds(values, invited, low, high)
    return Estimate(
        mean=float(values.mean()),
        sd=sd,
        se=se,
        t=t,
        se_finite=None if se is None or invited is None else se * math.sqrt(s.finite_factor(n, invited)),
        finite=None if invited is None else _interval(s.finite_interval(values, invited)),
        bounds=bounds,
        shown=_within(t or bounds, bounds or (low, high), (low, high)),
    )


def _within(interval: Interval | None, bounds: Interval, scale: Interval) -> Interval | None:
    """The interval cut by what always holds (science C6)."""
    if interval is None:
        return None
    low, high = max(interval[0], bounds[0], scale[0]), min(interval[1], bounds[1], scale[1])
    return (low, max(low, high))


def _dimension_means(blocks: Points) -> dict[str, dict[str, float]]:
    means = np.nanmean(blocks, axis=0)
    return {dimension: _by_letter(means[at]) for at, dimension in enumerate(DIMENSIONS)}


def _dimension_spread(blocks: Points, total: int) -> dict[str, DimensionSpread]:
    """One word of three a dimension, and the standard deviations."""
    if len(blocks) < 2:
        return {}
    null = len(LETTERS) * s.allocation_null(total)
    found = {}
    for at, dimension in enumerate(DIMENSIONS):
        valid = blocks[:, at][~np.isnan(blocks[:, at]).any(axis=1)]
        if len(valid) > 1:
            spread = valid.var(axis=0, ddof=1)
            found[dimension] = DimensionSpread(_step(float(spread.sum()) / null), _by_letter(np.sqrt(spread)))
    return found


def _step(share: float) -> str:
    if share < CLOSE_BELOW:
        return CLOSE
    return MIXED if share < WIDE_FROM else WIDE


def _type(scores: Points, blocks: Points | None) -> CultureType:
    means = scores.mean(axis=0)
    ranked = np.sort(means)[::-1]
    dominant = _most(means)
    congruent, rms = (
        (None, None) if blocks is None else _congruence(np.nanmean(blocks, axis=0), means, dominant)
    )
    return CultureType(
        dominant=dominant,
        strength=float(ranked[0]),
        margin=float(ranked[0] - ranked[1]),
        probability=_by_letter(s.chance_of_most(s.bootstrap(scores))) if len(scores) > 1 else None,
        congruent_dimensions=congruent,
        congruence_rms=rms,
        effective_cultures=_effective(means),
    )


def _most(means: Points) -> str:
    """Every letter within a hair of the greatest mean."""
    return "".join(letter for letter, mean in zip(LETTERS, means, strict=True) if mean >= means.max() - TIE)


def _congruence(profiles: Points, means: Points, dominant: str) -> tuple[int, float]:
    """In how many dimensions the same culture is most common, and how far dimensions lie from the whole (C7)."""
    same = sum(bool(set(_most(profile)) & set(dominant)) for profile in profiles)
    return same, float(np.sqrt(((profiles - means) ** 2).sum(axis=1).mean()))


def _effective(means: Points) -> float:
    shares = means / means.sum()
    shares = shares[shares > 0]
    return float(np.exp(-(shares * np.log(shares)).sum()))


def _agreement(scores: Points, blocks: Points | None, total: int) -> Agreement:
    """Against the null of allocated points: six dimensions, or the one drawing of six times the points (C9)."""
    if blocks is None:
        complete, null = scores[:, None, :], s.allocation_null(6 * total) / 36
        profile = s.profile_r_star(6 * complete, 6 * total)
        items, item_null = complete, null
    else:
        complete = blocks[~np.isnan(blocks).any(axis=(1, 2))]
        null, item_null = s.allocation_null(total) / 6, s.allocation_null(total)
        profile = s.profile_r_star(complete, total) if len(complete) > 1 else math.nan
        items = complete
    return Agreement(
        profile_r_star=_known(profile),
        random_95=s.random_profile_r_star(len(complete)) if blocks is not None else None,
        scores={
            letter: _score_agreement(scores[:, at], items[:, :, at], null, item_null)
            for at, letter in enumerate(LETTERS)
        },
    )


def _score_agreement(scores: Points, items: Points, null: float, item_null: float) -> ScoreAgreement:
    one, few = np.zeros(len(scores), dtype=int), np.zeros(len(items), dtype=int)
    return ScoreAgreement(
        r_star=_known(s.r_star(scores, one, null)[0]),
        rwg_j=_known(s.rwg_j(items, few, item_null)[0]) if len(items) > 1 else None,
        ad_mean=_known(s.ad_mean(scores, one)[0]),
        ad_median=_known(s.ad_median(scores, one)[0]),
    )


def _shares(group: Respondents, total: int) -> dict[str, Points]:
    """Each respondent's composition by period: zeros replaced in each block, then the mean, then closed (C12)."""
    found = {period: s.closure(_mean_share(blocks, total)) for period, blocks in _blocks(group).items()}
    if group.wished is not None and group.wished.ndim == 2:
        found["preferred"] = s.closure(s.zero_replace(6 * group.wished, 6 * total))
    return found


def _mean_share(blocks: Points, total: int) -> Points:
    means: Points = np.nanmean(s.zero_replace(blocks, total), axis=1)
    return means


def _composition(shares: Points) -> Composition:
    center = s.compositional_center(shares)
    z = s.z_axes(center)
    return Composition(
        center=_by_letter(center),
        clr=_by_letter(s.clr(center)),
        z=(float(z[0]), float(z[1]), float(z[2])),
        total_variance=_known(s.total_variance(shares)),
    )


def _distance(shares: Mapping[str, Points]) -> float | None:
    if "preferred" not in shares:
        return None
    return s.aitchison_distance(*(s.compositional_center(shares[period]) for period in ("now", "preferred")))


def _gap_tests(gap: Points) -> dict[str, GapTest]:
    found = s.sign_flip(gap)
    return {
        letter: GapTest(float(found.p[at]), float(found.p_max_t[at])) for at, letter in enumerate(LETTERS)
    }


def _visible(gap: Points) -> float | None:
    """The smallest mean gap whose interval would not reach zero, at the spread these people have."""
    if len(gap) < 2:
        return None
    return s.smallest_visible_gap(len(gap), sd=float(np.sqrt(gap.var(axis=0, ddof=1).mean())))


def _flips(means: Mapping[str, float], gaps: Points | None, n: int, total: int) -> dict[str, int]:
    found = {"dominance": answers_that_flip_dominance(means, n, total)}
    if gaps is not None:
        found["gap"] = answers_that_flip_gap(float(gaps[np.abs(gaps).argmax()]), n, total)
    return found


def _by_letter(values: Points) -> dict[str, float]:
    return {letter: float(value) for letter, value in zip(LETTERS, values, strict=True)}


def _known(value: float) -> float | None:
    return float(value) if math.isfinite(value) else None


def _interval(interval: Interval) -> Interval | None:
    return None if math.isnan(interval[0]) else interval

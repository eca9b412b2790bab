"""The numbers of groups from their moments alone: nothing that is told here has seen an answer."""

import math
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import compress
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from kulturspejl.core import statistics as s
from kulturspejl.core.instruments.allocation.agreement_word import agreement_word
from kulturspejl.core.instruments.allocation.numbers import (
    DIMENSIONS,
    LETTERS,
    Agreement,
    CultureType,
    DimensionSpread,
    Estimate,
    Numbers,
    ScoreAgreement,
)
from kulturspejl.core.instruments.allocation.respondents import Points
from kulturspejl.core.instruments.allocation.silence import answers_that_flip_dominance, answers_that_flip_gap
from kulturspejl.core.instruments.base.asked import Group
from kulturspejl.core.instruments.base.estimates import Known
from kulturspejl.core.statistics.many import Many
from kulturspejl.core.statistics.moments import Moments

CLOSE, MIXED, WIDE = "close", "mixed", "wide"
CLOSE_BELOW, WIDE_FROM = 0.25, 0.75
"""Of the variance of blind throwing: below the first the answers are close, from the second wide (our steps)."""
TIE = 1e-9
LEAST_PERCENT, MOST_PERCENT = 1, 99
_T = TypeVar("_T")


def told(moments: Moments, *, invited: int | None, total: int) -> Numbers:
    """All numbers of a group in points per dimension (science C2 to C9) that moments can give.

    `invited` is None where it may not be used: then nothing is said of those who were asked. Compositions, deviations
    from the median and tests by chance need the answers themselves, so they are absent; `describe` adds them for a
    file that its owner reads without control.
    """
    return told_of_all([Group(moments, invited)], total)[0]


def told_of_all(groups: Sequence[Group], total: int) -> list[Numbers]:
    """`told` of each group, to the last bit as if it stood alone: those of one shape are counted at once."""
    alike: dict[Hashable, list[int]] = {}
    for at, group in enumerate(groups):
        alike.setdefault(_shape(group.moments), []).append(at)
    found: dict[int, Numbers] = {}
    for places in alike.values():
        found.update(zip(places, _of_one_shape([groups[at] for at in places], total), strict=True))
    return [found[at] for at in range(len(groups))]


def _shape(moments: Moments) -> Hashable:
    scores = tuple((period, one.joint is None) for period, one in moments.scores.items())
    return scores, tuple(moments.dimensions), moments.is_drawn, moments.n > 1


def _of_one_shape(groups: Sequence[Group], total: int) -> list[Numbers]:
    """A list a number, each in the order of the groups."""
    moments = [group.moments for group in groups]
    first, nothing = moments[0], [None] * len(groups)
    scores = {period: Many.of([one.scores[period] for one in moments]) for period in first.scores}
    dimensions = {period: Many.of([one.dimensions[period] for one in moments]) for period in first.dimensions}
    asked = {period: one for period, one in scores.items() if period != "gap"}
    gap, is_anybody_apart = scores.get("gap"), first.n > 1
    drawings = {"preferred"} if first.is_drawn else set()
    columns: tuple[Iterable[Any], ...] = (
        _estimates(scores["now"], groups, 0, total),
        _estimates(scores["preferred"], groups, 0, total) if "preferred" in scores else nothing,
        nothing if gap is None else _estimates(gap, groups, -total, total),
        _each(groups, {period: by_letter_of_all(6 * one.mean) for period, one in asked.items()}),
        _each(groups, {period: _profiles(one) for period, one in dimensions.items()}),
        _each(groups, {period: _spreads(one, total) for period, one in dimensions.items() if is_anybody_apart}),
        _each(groups, {period: _types(one, dimensions.get(period), groups) for period, one in asked.items()}),
        _each(groups, {
            period: _agreements_of_drawings(one, total) if period in drawings
            else _agreements(one, dimensions.get(period), total)
            for period, one in asked.items() if is_anybody_apart
        }),
        _each(groups, {}),
        nothing,
        nothing,
        nothing if gap is None else _visible(gap),
        nothing if gap is None else (np.abs(gap.mean).sum(axis=1) / 2).tolist(),
        _flips(scores["now"], gap, total),
    )  # fmt: skip
    return list(map(Numbers, *columns))


def _each(groups: Sequence[Group], columns: Mapping[str, Sequence[_T]]) -> list[dict[str, _T]]:
    """By period, of each group."""
    return [{period: values[at] for period, values in columns.items()} for at in range(len(groups))]


def by_letter(values: Points) -> dict[str, float]:
    return dict(zip(LETTERS, values.tolist(), strict=True))


def by_letter_of_all(rows: Points) -> list[dict[str, float]]:
    """Of (G, 4)."""
    return [dict(zip(LETTERS, row, strict=True)) for row in rows.tolist()]


def _by_dimension(columns: Points) -> Points:
    return columns.reshape(len(columns), len(DIMENSIONS), len(LETTERS))


def _profiles(dimensions: Many) -> list[dict[str, dict[str, float]]]:
    return [dimension_means(means) for means in _by_dimension(dimensions.mean)]


def dimension_means(means: Points) -> dict[str, dict[str, float]]:
    """By dimension and letter, from (6, 4); a dimension that nobody answered (NaN) is left out."""
    rows = zip(DIMENSIONS, means.tolist(), strict=True)
    return {
        dimension: dict(zip(LETTERS, row, strict=True)) for dimension, row in rows if not any(map(math.isnan, row))
    }


def _spreads(dimensions: Many, total: int) -> list[dict[str, DimensionSpread]]:
    return spreads_of_all(_by_dimension(dimensions.variance), total)


def spread_of(variances: Points, total: int) -> dict[str, DimensionSpread]:
    """One word of three a dimension, and the standard deviations, from variances (6, 4); NaN rows are left out."""
    return spreads_of_all(variances[None, :, :], total)[0]


def spreads_of_all(variances: Points, total: int) -> list[dict[str, DimensionSpread]]:
    """`spread_of` each of (G, 6, 4)."""
    null = len(LETTERS) * s.allocation_null(total)
    shares, sds = (variances.sum(axis=2) / null).tolist(), np.sqrt(variances).tolist()
    return [
        {
            dimension: DimensionSpread(_step(share), dict(zip(LETTERS, spread, strict=True)))
            for dimension, share, spread in zip(DIMENSIONS, of_one, spreads, strict=True)
            if not math.isnan(share)
        }
        for of_one, spreads in zip(shares, sds, strict=True)
    ]


def _step(share: float) -> str:
    if share < CLOSE_BELOW:
        return CLOSE
    return MIXED if share < WIDE_FROM else WIDE


def _estimates(found: Many, groups: Sequence[Group], low: float, high: float) -> list[dict[str, Estimate]]:
    means, sds = found.mean.tolist(), np.sqrt(found.variance).tolist()
    known = (Known.of(n, group.invited, (low, high)) for n, group in zip(found.n.tolist(), groups, strict=True))
    return [_estimated(one, *both) for one, *both in zip(known, means, sds, strict=True)]


def _estimated(known: Known, means: Sequence[float], sds: Sequence[float]) -> dict[str, Estimate]:
    return dict(zip(LETTERS, map(known.estimate, means, sds), strict=True))


def _types(scores: Many, dimensions: Many | None, groups: Sequence[Group]) -> list[CultureType]:
    profiles = None if dimensions is None else _by_dimension(dimensions.mean)
    found = _culture_types(scores.mean, profiles, _chances(scores))
    today = _chances_today(scores, [group.invited for group in groups])
    return [replace(one, today=chances) if chances else one for one, chances in zip(found, today, strict=True)]


def culture_type(
    means: Points, profiles: Points | None, chances: Mapping[str, float] | None
) -> CultureType:
    """From the means (4,), those of the dimensions (6, 4), and the chance of each to be the most common (C7).

    Dimensions that nobody answered (NaN) say nothing of whether they agree with the others.
    """
    there = None if profiles is None else profiles[~np.isnan(profiles).any(axis=1)][None, :, :]
    return _culture_types(means[None, :], there, [chances])[0]


def _culture_types(
    means: Points, profiles: Points | None, chances: Sequence[Mapping[str, float] | None]
) -> list[CultureType]:
    """Of each of (G, 4) and (G, …, 4)."""
    ranked = np.sort(means, axis=1)
    nothing = [None] * len(means)
    congruent, rms = (nothing, nothing) if profiles is None else _congruence(profiles, means)
    columns = (
        ["".join(compress(LETTERS, most)) for most in _are_most(means).tolist()],
        ranked[:, -1].tolist(),
        (ranked[:, -1] - ranked[:, -2]).tolist(),
        chances,
        congruent,
        rms,
        _effective(means).tolist(),
    )
    return list(map(CultureType, *columns))


def _chances(scores: Many) -> Sequence[dict[str, float] | None]:
    """As whole percents from 1 to 99: nothing is certain, and the rest of the digits would tell of the spread."""
    covariances = scores.covariance
    if covariances is None:
        return [None] * len(scores.n)
    return by_letter_of_all(_whole_percents(s.chances_of_first(scores.mean, covariances, scores.n)))


def _chances_today(scores: Many, invited: Sequence[int | None]) -> list[dict[str, float] | None]:
    """The same among all who were asked, of the groups in which somebody is silent (science 1.5.3)."""
    covariances, told = scores.covariance, list[dict[str, float] | None]([None] * len(scores.n))
    if covariances is None:
        return told
    some = [at for at, (n, asked) in enumerate(zip(scores.n.tolist(), invited, strict=True)) if (asked or 0) > n]
    asked = np.array([invited[at] or 0 for at in some])
    chances = s.chances_of_first_today(scores.mean[some], covariances[some], scores.n[some], asked)
    for at, one in zip(some, by_letter_of_all(_whole_percents(chances)), strict=True):
        told[at] = one
    return told


def _whole_percents(chances: Points) -> Points:
    return np.asarray(np.clip(np.rint(100 * chances), LEAST_PERCENT, MOST_PERCENT) / 100, dtype=np.float64)


def _are_most(means: Points) -> NDArray[np.bool_]:
    """Which of the letters (last axis) are within a hair of the greatest mean."""
    return np.asarray(means >= means.max(axis=-1, keepdims=True) - TIE)


def _congruence(profiles: Points, means: Points) -> tuple[list[int], list[float]]:
    """In how many dimensions the same culture is most common, and how far dimensions lie from the whole (C7)."""
    same = (_are_most(profiles) & _are_most(means)[:, None, :]).any(axis=2).sum(axis=1)
    away = ((profiles - means[:, None, :]) ** 2).sum(axis=2).mean(axis=1)
    return same.tolist(), np.sqrt(away).tolist()


def _effective(means: Points) -> Points:
    shares = means / means.sum(axis=1, keepdims=True)
    logs = np.log(shares, out=np.zeros_like(shares), where=shares > 0)
    return np.asarray(np.exp(-(shares * logs).sum(axis=1)), dtype=np.float64)


def _agreements(scores: Many, dimensions: Many | None, total: int) -> list[Agreement]:
    """Against the null of allocated points in six dimensions (C9)."""
    shares = scores.variance * len(DIMENSIONS) / s.allocation_null(total)
    if dimensions is None:
        return [Agreement(None, None, one) for one in _by_score(shares, None)]
    variances = _by_dimension(dimensions.variance)
    mean_shares = variances.mean(axis=1) / s.allocation_null(total)
    columns = (
        s.profile_r_stars_of(variances, total).tolist(),
        map(s.random_profile_r_star, dimensions.n.tolist()),
        _by_score(shares, s.rwg_j_of(mean_shares, len(DIMENSIONS))),
    )
    return list(map(Agreement, *columns))


def _agreements_of_drawings(scores: Many, total: int) -> list[Agreement]:
    """Against the null of one drawing of six times the points (C9)."""
    shares = scores.variance / (s.allocation_null(6 * total) / 36)
    profile = s.profile_r_stars_of(36 * scores.variance[:, None, :], 6 * total).tolist()
    return [
        Agreement(r_star, None, one)
        for r_star, one in zip(profile, _by_score(shares, s.rwg_j_of(shares, 1)), strict=True)
    ]


def _by_score(shares: Points, rwg_j: Points | None) -> list[dict[str, ScoreAgreement]]:
    r_stars = (1 - shares).tolist()
    rwg_js = [[None] * len(LETTERS)] * len(r_stars) if rwg_j is None else rwg_j.tolist()
    return [
        {
            letter: ScoreAgreement(r_star, one, None, None)
            for letter, r_star, one in zip(LETTERS, of_one, rwg, strict=True)
        }
        for of_one, rwg in zip(r_stars, rwg_js, strict=True)
    ]


def word_of(numbers: Numbers | None, total: int) -> str | None:
    """How alike they are in one word, where spreads are told: from the same numbers, so with the same floor."""
    found = numbers.agreement.get("now") if numbers else None
    sds = [one.sd for one in numbers.now.values() if one.sd is not None] if numbers else []
    if found is None or found.profile_r_star is None or len(sds) < len(LETTERS):
        return None
    return agreement_word(sds, found.profile_r_star, found.random_95, total)


def _visible(gap: Many) -> list[float | None]:
    """The smallest mean gap whose interval would not reach zero, at the spread these people have."""
    sds = np.sqrt(gap.variance.mean(axis=1)).tolist()
    return [s.smallest_visible_gap(n, sd=sd) for n, sd in zip(gap.n.tolist(), sds, strict=True)]


def _flips(now: Many, gap: Many | None, total: int) -> list[dict[str, int]]:
    ns, means = now.n.tolist(), by_letter_of_all(now.mean)
    found = [{"dominance": answers_that_flip_dominance(one, n, total)} for one, n in zip(means, ns, strict=True)]
    if gap is not None:
        for one, gaps, n in zip(found, gap.mean.tolist(), ns, strict=True):
            one["gap"] = answers_that_flip_gap(max(gaps, key=abs), n, total)
    return found

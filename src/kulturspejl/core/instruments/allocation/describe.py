"""Everything that can be computed of one group of people, for whoever may read all of their answers."""

import math
from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from kulturspejl.core import statistics as s
from kulturspejl.core.instruments.allocation.counting import moments_of
from kulturspejl.core.instruments.allocation.numbers import (
    LETTERS,
    Agreement,
    Composition,
    CultureType,
    DimensionSpread,
    GapTest,
    Numbers,
    ScoreAgreement,
)
from kulturspejl.core.instruments.allocation.respondents import Points, Respondents, those_there
from kulturspejl.core.instruments.allocation.told import (
    by_letter,
    culture_type,
    dimension_means,
    spread_of,
    told,
)


def describe(group: Respondents, *, invited: int | None, total: int) -> Numbers | None:
    """All numbers of a group of n people in points per dimension (science C2 to C13); None where nobody told of now.

    `invited` is None where it may not be used: then nothing is said of those who were asked.
    """
    scores = group.scores()
    if "now" not in scores:
        return None
    blocks, shares = _blocks(group), _shares(group, total)
    asked = [period for period in ("now", "preferred") if period in scores]
    return replace(
        told(moments_of(group, floor=0.0), invited=invited, total=total),
        dimensions={period: dimension_means(_profile(found)) for period, found in blocks.items()},
        dimension_spread={period: _dimension_spread(found, total) for period, found in blocks.items()},
        type={period: _type(scores[period], blocks.get(period)) for period in asked},
        agreement={period: _agreement(scores[period], blocks.get(period), total) for period in asked},
        composition={period: _composition(found) for period, found in shares.items()},
        aitchison_distance=_distance(shares),
        gap_tests=_gap_tests(scores["gap"]) if "gap" in scores else None,
    )


def _blocks(group: Respondents) -> dict[str, Points]:
    """(n, 6, 4) by period, of those who have it, where there are six dimensions."""
    found = {"now": those_there(group.now)}
    if group.wished is not None and group.wished.ndim == 3:
        found["preferred"] = those_there(group.wished)
    return {period: blocks for period, blocks in found.items() if len(blocks)}


def _profile(blocks: Points) -> Points:
    """The means (6, 4) of those who answered each dimension; NaN where that is nobody."""
    means: Points = np.full(blocks.shape[1:], np.nan)
    there = ~np.isnan(blocks).all(axis=(0, 2))
    means[there] = np.nanmean(blocks[:, there], axis=0)
    return means


def _dimension_spread(blocks: Points, total: int) -> dict[str, DimensionSpread]:
    """Of whoever answered a dimension, where that are two or more."""
    there = [block[~np.isnan(block).any(axis=1)] for block in blocks.swapaxes(0, 1)]
    nothing = np.full(blocks.shape[2], np.nan)
    spreads = [found.var(axis=0, ddof=1) if len(found) > 1 else nothing for found in there]
    return spread_of(np.array(spreads), total)


def _type(scores: Points, blocks: Points | None) -> CultureType:
    chances = by_letter(s.chance_of_most(s.bootstrap(scores))) if len(scores) > 1 else None
    return culture_type(scores.mean(axis=0), None if blocks is None else _profile(blocks), chances)


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
    drawn = those_there(group.wished) if group.wished is not None and group.wished.ndim == 2 else np.empty((0, 4))
    if len(drawn):
        found["preferred"] = s.closure(s.zero_replace(6 * drawn, 6 * total))
    return found


def _mean_share(blocks: Points, total: int) -> Points:
    means: Points = np.nanmean(s.zero_replace(blocks, total), axis=1)
    return means


def _composition(shares: Points) -> Composition:
    center = s.compositional_center(shares)
    z = s.z_axes(center)
    return Composition(
        center=by_letter(center),
        clr=by_letter(s.clr(center)),
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




def _known(value: float) -> float | None:
    return float(value) if math.isfinite(value) else None

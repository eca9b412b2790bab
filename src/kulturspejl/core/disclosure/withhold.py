"""Takes out of a group's numbers whatever the policy says is too small: absent, not merely undrawn."""

from collections.abc import Mapping
from dataclasses import replace

from kulturspejl.core.disclosure.numbers import (
    Agreement,
    CultureType,
    DimensionSpread,
    Estimate,
    Numbers,
    ScoreAgreement,
)
from kulturspejl.core.disclosure.policy import Policy

NOTHING_BELOW = 3
"""Under three answers a mean says nothing of a group (science C16), whatever the policy."""


def withhold(numbers: Numbers, *, n: int, policy: Policy, is_complete: bool) -> Numbers | None:
    """What may be told of `n` respondents; None where nothing may.

    `is_complete` says that everybody answered every dimension. If not, numbers of the six dimensions and of
    complete cases stand on fewer people than the profile, and subtraction would give the skipper's answer.
    """
    if n < max(NOTHING_BELOW, policy.mean):
        return None
    if n < policy.spread_of_many:
        return _means_alone(numbers, is_complete or not policy.is_on)
    told = numbers if n >= policy.spread_of_one else replace(numbers, dimension_spread=_words(numbers))
    told = told if n >= policy.distribution else replace(told, agreement=_without_medians(told))
    return told if is_complete or not policy.is_on else _without_dimensions(told)


def _means_alone(numbers: Numbers, is_complete: bool) -> Numbers:
    return replace(
        numbers,
        now=_bare(numbers.now),
        preferred=_bare(numbers.preferred) if numbers.preferred else None,
        gap=_bare(numbers.gap) if numbers.gap else None,
        dimensions=numbers.dimensions if is_complete else {},
        dimension_spread={},
        type={},
        agreement={},
        composition={},
        aitchison_distance=None,
        gap_tests=None,
        smallest_visible_gap=None,
        points_to_move=None,
        answers_to_flip=None,
    )


def _bare(estimates: Mapping[str, Estimate]) -> dict[str, Estimate]:
    empty = (None,) * 7
    return {letter: Estimate(estimate.mean, *empty) for letter, estimate in estimates.items()}


def _words(numbers: Numbers) -> dict[str, dict[str, DimensionSpread]]:
    return {
        period: {dimension: replace(spread, sd=None) for dimension, spread in spreads.items()}
        for period, spreads in numbers.dimension_spread.items()
    }


def _without_medians(numbers: Numbers) -> dict[str, Agreement]:
    return {
        period: replace(told, scores=_no_median(told.scores)) for period, told in numbers.agreement.items()
    }


def _no_median(scores: Mapping[str, ScoreAgreement]) -> dict[str, ScoreAgreement]:
    return {letter: replace(score, ad_median=None) for letter, score in scores.items()}


def _without_dimensions(numbers: Numbers) -> Numbers:
    return replace(
        numbers,
        dimensions={},
        dimension_spread={},
        type={period: _without_congruence(kind) for period, kind in numbers.type.items()},
        agreement={period: _without_complete_cases(told) for period, told in numbers.agreement.items()},
    )


def _without_congruence(kind: CultureType) -> CultureType:
    return replace(kind, congruent_dimensions=None, congruence_rms=None)


def _without_complete_cases(told: Agreement) -> Agreement:
    scores = {letter: replace(score, rwg_j=None) for letter, score in told.scores.items()}
    return replace(told, profile_r_star=None, random_95=None, scores=scores)

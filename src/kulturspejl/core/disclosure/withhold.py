"""Takes out of a group's numbers whatever the policy says is too small: absent, not merely undrawn."""

from collections.abc import Mapping
from dataclasses import replace

from kulturspejl.core.disclosure.policy import Policy
from kulturspejl.core.profile.numbers import DimensionSpread, Estimate, Numbers

NOTHING_BELOW = 3
"""Under three answers a mean says nothing of a group (science C16), whatever the policy."""


def withhold(
    numbers: Numbers, *, n: int, policy: Policy, is_spread: bool, is_spread_of_one: bool
) -> Numbers | None:
    """What may be told of `n` respondents; None where nothing may.

    `is_spread` says whether this picture may carry what is made of squares at all, `is_spread_of_one` whether it may
    carry those of single dimensions too (`spreads`).
    """
    if n < max(NOTHING_BELOW, policy.mean):
        return None
    if n < policy.spread_of_many or not is_spread:
        return without_spread(numbers) if policy.is_on else _means_alone(numbers)
    return numbers if is_spread_of_one else replace(numbers, dimension_spread=_words(numbers))


def without_spread(numbers: Numbers) -> Numbers:
    """What stands on counts and means alone."""
    return replace(
        numbers,
        now=_bare(numbers.now),
        preferred=_bare(numbers.preferred) if numbers.preferred else None,
        gap=_bare(numbers.gap) if numbers.gap else None,
        dimension_spread={},
        type={period: replace(kind, probability=None) for period, kind in numbers.type.items()},
        agreement={},
        composition={},
        aitchison_distance=None,
        gap_tests=None,
        smallest_visible_gap=None,
    )


def _means_alone(numbers: Numbers) -> Numbers:
    """Of three or four people, whose own file it is: nothing can be read out of so few."""
    return replace(
        without_spread(numbers),
        now=_bare(numbers.now, is_bounded=False),
        preferred=_bare(numbers.preferred, is_bounded=False) if numbers.preferred else None,
        gap=_bare(numbers.gap, is_bounded=False) if numbers.gap else None,
        type={},
        points_to_move=None,
        answers_to_flip=None,
    )


def _bare(estimates: Mapping[str, Estimate], *, is_bounded: bool = True) -> dict[str, Estimate]:
    """The means, and what always holds of them whatever the silent would say."""
    empty = (None,) * 5
    return {
        letter: Estimate(one.mean, *empty, one.bounds if is_bounded else None, None)
        for letter, one in estimates.items()
    }


def _words(numbers: Numbers) -> dict[str, dict[str, DimensionSpread]]:
    return {
        period: {dimension: replace(spread, sd=None) for dimension, spread in spreads.items()}
        for period, spreads in numbers.dimension_spread.items()
    }

"""Takes out of an allocation's numbers what may not be told: absent, not merely undrawn."""

from collections.abc import Mapping
from dataclasses import replace

from kulturspejl.core.instruments.allocation.numbers import DimensionSpread, Estimate, Numbers
from kulturspejl.core.instruments.base.estimates import bare
from kulturspejl.core.instruments.base.telling import Telling


def kept(numbers: Numbers, telling: Telling) -> Numbers | None:
    """What is left of the numbers; None where nothing may be told."""
    match telling:
        case Telling.NOTHING:
            return None
        case Telling.FEW:
            return _means_alone(numbers)
        case Telling.MEANS:
            return without_spread(numbers)
        case Telling.WORDS:
            return replace(numbers, dimension_spread=_words(numbers))
        case Telling.ALL:
            return numbers


def without_spread(numbers: Numbers) -> Numbers:
    """What stands on counts and means alone."""
    return replace(
        numbers,
        now=_bare(numbers.now),
        preferred=_bare(numbers.preferred) if numbers.preferred else None,
        gap=_bare(numbers.gap) if numbers.gap else None,
        dimension_spread={},
        type={period: replace(kind, probability=None, today=None) for period, kind in numbers.type.items()},
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
    return {letter: bare(one, is_bounded=is_bounded) for letter, one in estimates.items()}


def _words(numbers: Numbers) -> dict[str, dict[str, DimensionSpread]]:
    return {
        period: {dimension: replace(spread, sd=None) for dimension, spread in spreads.items()}
        for period, spreads in numbers.dimension_spread.items()
    }

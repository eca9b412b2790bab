"""Takes out of a scale's numbers what may not be told: absent, not merely undrawn."""

from dataclasses import replace

from kulturspejl.core.instruments.base.estimates import bare
from kulturspejl.core.instruments.base.telling import Telling
from kulturspejl.core.instruments.scale.numbers import ScaleNumbers


def kept(numbers: ScaleNumbers, telling: Telling) -> ScaleNumbers | None:
    """What is left of the numbers. A scale tells its spread where single questions do, before that one coarse word.

    Of a single statement there is no word either before that: its steps are so few that three of five who put their
    answers together would often know from it that the other two said the same.
    """
    match telling:
        case Telling.NOTHING:
            return None
        case Telling.FEW:
            return _without_spread(numbers, word=None, is_bounded=False)
        case Telling.MEANS:
            return _without_spread(numbers, word=None)
        case Telling.WORDS:
            return _without_spread(numbers, word=numbers.word)
        case Telling.ALL:
            return numbers


def _without_spread(numbers: ScaleNumbers, *, word: str | None, is_bounded: bool = True) -> ScaleNumbers:
    return replace(
        numbers,
        now=bare(numbers.now, is_bounded=is_bounded),
        preferred=bare(numbers.preferred, is_bounded=is_bounded) if numbers.preferred else None,
        gap=bare(numbers.gap, is_bounded=is_bounded) if numbers.gap else None,
        word=word if numbers.items else None,
    )

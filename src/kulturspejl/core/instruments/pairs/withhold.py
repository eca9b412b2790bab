"""Takes out of the numbers of six lines what may not be told: absent, not merely undrawn."""

from kulturspejl.core.instruments.base.estimates import bare
from kulturspejl.core.instruments.base.telling import Telling
from kulturspejl.core.instruments.pairs.numbers import PairsNumbers


def kept(numbers: PairsNumbers, telling: Telling) -> PairsNumbers | None:
    """What is left. A line tells its spread where single questions do, before that one coarse word for all six."""
    match telling:
        case Telling.NOTHING:
            return None
        case Telling.FEW:
            return _bare(numbers, word=None, is_bounded=False)
        case Telling.MEANS:
            return _bare(numbers, word=None)
        case Telling.WORDS:
            return _bare(numbers, word=numbers.word)
        case Telling.ALL:
            return numbers


def _bare(numbers: PairsNumbers, *, word: str | None, is_bounded: bool = True) -> PairsNumbers:
    return PairsNumbers({line: bare(one, is_bounded=is_bounded) for line, one in numbers.now.items()}, word)

"""Checks of the numbers of six lines, without the answers: no spread under the floor, none that is not made of it."""

import math
from collections.abc import Iterator

from kulturspejl.core.instruments.base.estimates import follows, is_bare
from kulturspejl.core.instruments.pairs.agreement_word import agreement_word
from kulturspejl.core.instruments.pairs.numbers import PairsNumbers
from kulturspejl.core.instruments.pairs.told import LIMITS
from kulturspejl.core.instruments.scale.agreement_word import ALIKE, SOMEWHAT, VERY


def has_spread_of_one(numbers: PairsNumbers) -> bool:
    """Whether a number is made of squares."""
    return not all(map(is_bare, numbers.now.values()))


def spread_faults(numbers: PairsNumbers, n: int, invited: int | None, floor: float) -> Iterator[str]:
    """What does not have the floor, or is not made of what is told; in English."""
    for line, one in numbers.now.items():
        if not is_bare(one) and not follows(one, n, invited, LIMITS, floor):
            yield f"line {line}: a spread under {floor:g} places, or an interval that is not made of it"
    if numbers.word not in (None, ALIKE, SOMEWHAT, VERY) or _is_another(numbers):
        yield "a word of agreement that is not that of the spread"


def _is_another(numbers: PairsNumbers) -> bool:
    """Where every spread is told, the word is theirs."""
    sds = [one.sd for one in numbers.now.values() if one.sd is not None]
    if len(sds) < len(numbers.now):
        return False
    return numbers.word != agreement_word(math.sqrt(sum(sd**2 for sd in sds) / len(sds)))

"""Checks of a scale's numbers, without the answers: no spread under the floor, nothing that is not made of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kulturspejl.core.instruments.base.estimates import Estimate, follows, is_bare
from kulturspejl.core.instruments.scale.agreement_word import ALIKE, SOMEWHAT, VERY, agreement_word
from kulturspejl.core.instruments.scale.form import GAP, LEAST, NOW, PREFERRED, WIDE
from kulturspejl.core.instruments.scale.numbers import ScaleNumbers
from kulturspejl.core.instruments.scale.told import limits


@dataclass(frozen=True, slots=True)
class Stands:
    """One picture's numbers and what they have to stand on."""

    numbers: ScaleNumbers
    n: int
    invited: int | None
    floor: float
    most: int


def has_spread_of_one(numbers: ScaleNumbers) -> bool:
    """Whether a number is made of squares."""
    return not all(map(is_bare, _periods(numbers).values()))


def spread_faults(told: Stands) -> Iterator[str]:
    """What does not have the floor, or is not made of what is told; in English."""
    width = told.most - LEAST
    floor = told.floor if told.numbers.items else told.floor * max(width, WIDE) / width
    for period, one in _periods(told.numbers).items():
        if not is_bare(one) and not follows(one, told.n, told.invited, limits(period, told.most), floor):
            yield f"{period}: a spread under {floor:g} steps, or an interval that is not made of it"
    if not _is_borne(told):
        yield "a word of agreement that is not that of the spread"


def _is_borne(told: Stands) -> bool:
    """Whether the word is that of the spread, or VERY by the statements, whose spreads are never told. Without a spread
    a word may stand of several statements alone.
    """
    numbers, items = told.numbers, len(told.numbers.items.get(NOW, {}))
    if numbers.now.sd is None:
        return numbers.word is None or (items > 1 and numbers.word in (ALIKE, SOMEWHAT, VERY))
    by_score = agreement_word(numbers.now.sd, None, n=told.n, items=1, most=told.most)
    return numbers.word == by_score or (items > 1 and numbers.word == VERY)


def _periods(numbers: ScaleNumbers) -> Mapping[str, Estimate]:
    found = {NOW: numbers.now, PREFERRED: numbers.preferred, GAP: numbers.gap}
    return {period: one for period, one in found.items() if one is not None}

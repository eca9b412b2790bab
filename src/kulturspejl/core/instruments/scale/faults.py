"""Checks of a scale's numbers, without the answers: no spread under the floor, nothing that is not made of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kulturspejl.core.instruments.base.estimates import Estimate, follows, is_bare
from kulturspejl.core.instruments.scale.form import GAP, NOW, PREFERRED
from kulturspejl.core.instruments.scale.numbers import ScaleNumbers
from kulturspejl.core.instruments.scale.told import ALIKE, SOMEWHAT, VERY, limits, word_of


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
    for period, one in _periods(told.numbers).items():
        if not is_bare(one) and not follows(one, told.n, told.invited, limits(period, told.most), told.floor):
            yield f"{period}: a spread under {told.floor:g} steps, or an interval that is not made of it"
    word, sd = told.numbers.word, told.numbers.now.sd
    if word not in (None, ALIKE, SOMEWHAT, VERY) or (sd is not None and word != word_of(sd, told.most)):
        yield "a word of agreement that is not that of the spread"


def _periods(numbers: ScaleNumbers) -> Mapping[str, Estimate]:
    found = {NOW: numbers.now, PREFERRED: numbers.preferred, GAP: numbers.gap}
    return {period: one for period, one in found.items() if one is not None}

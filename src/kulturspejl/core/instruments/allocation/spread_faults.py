"""Checks of an allocation's numbers, without the answers: no spread under the floor, nothing that is not made of it."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kulturspejl.core.instruments.allocation.numbers import DIMENSIONS, Agreement, Estimate, Numbers
from kulturspejl.core.instruments.allocation.told import LEAST_PERCENT, MOST_PERCENT
from kulturspejl.core.instruments.base.estimates import follows, is_bare, is_near
from kulturspejl.core.statistics import allocation_null, rwg_j_of, smallest_visible_gap

_SLACK = 1e-9


def has_spread(numbers: Numbers) -> bool:
    """Whether anything in the numbers is made of squares."""
    told = [one for period in _periods(numbers).values() for one in period.values()]
    return (
        any(not is_bare(one) for one in told)
        or any(kind.probability or kind.today for kind in numbers.type.values())
        or bool(numbers.agreement or numbers.dimension_spread)
        or numbers.smallest_visible_gap is not None
    )


def has_spread_of_one(numbers: Numbers) -> bool:
    """Whether they tell how far apart people are in single dimensions."""
    return any(one.sd is not None for period in numbers.dimension_spread.values() for one in period.values())


def _periods(numbers: Numbers) -> Mapping[str, Mapping[str, Estimate]]:
    found = {"now": numbers.now, "preferred": numbers.preferred, "gap": numbers.gap}
    return {period: told for period, told in found.items() if told is not None}


@dataclass(frozen=True)
class Stands:
    """One picture's numbers and what they have to stand on."""

    numbers: Numbers
    n: int
    invited: int | None
    floor: float
    total: int
    is_drawn: bool


def spread_faults(told: Stands) -> Iterator[str]:
    """What does not have the floor, or is not made of what is told; in English."""
    numbers, floor = told.numbers, told.floor
    for period, estimates in _periods(numbers).items():
        scale = (-told.total if period == "gap" else 0, told.total)
        for letter, one in estimates.items():
            if not is_bare(one) and not follows(one, told.n, told.invited, scale, told.floor):
                yield f"{period} {letter}: a spread under {floor:g} points, or an interval that is not made of it"
    for period, kind in numbers.type.items():
        if any(not _is_percent(chance) for told in (kind.probability, kind.today) for chance in (told or {}).values()):
            yield f"{period}: a probability that is no whole percent from 1 to 99"
    for period, agreement in numbers.agreement.items():
        drawn = told.is_drawn and period == "preferred"
        yield from (f"{period}: {fault}" for fault in _agreement_faults(agreement, floor, told.total, drawn))
    yield from _other_faults(numbers, told)


def _other_faults(numbers: Numbers, told: Stands) -> Iterator[str]:
    floor = told.floor
    for spreads in numbers.dimension_spread.values():
        if any(sd < floor - _SLACK for one in spreads.values() for sd in (one.sd or {}).values()):
            yield f"the spread of a dimension is under {floor:g} points"
    least = smallest_visible_gap(told.n, sd=floor) or math.inf
    if numbers.smallest_visible_gap is not None and numbers.smallest_visible_gap < least - _SLACK:
        yield f"a smallest visible gap of a spread under {floor:g} points"
    if numbers.composition or numbers.aitchison_distance is not None or numbers.gap_tests is not None:
        yield "compositions or tests by chance, which know no floor"


def _is_percent(chance: float) -> bool:
    percent = round(100 * chance)
    return LEAST_PERCENT <= percent <= MOST_PERCENT and is_near(100 * chance, percent)


def _agreement_faults(agreement: Agreement, floor: float, total: int, is_drawn: bool) -> Iterator[str]:
    items = 1 if is_drawn else len(DIMENSIONS)
    share = floor**2 / (allocation_null(len(DIMENSIONS) * total) / 36 if is_drawn else allocation_null(total))
    most = (1 - share * items, float(rwg_j_of(share, items)))
    scores = agreement.scores.values()
    told = [(agreement.profile_r_star, 1 - share)]
    told += [pair for one in scores for pair in zip((one.r_star, one.rwg_j), most, strict=True)]
    if any(value is not None and value > limit + _SLACK for value, limit in told):
        yield "more agreement than the floor leaves room for"
    if any(one.ad_mean is not None or one.ad_median is not None for one in scores):
        yield "average deviations, which know no floor"

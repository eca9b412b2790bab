"""Checks of a release, without the answers, that no spread in it tells of too few people or of too much agreement."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields

from kulturspejl.core.disclosure.estimates import estimate_of
from kulturspejl.core.disclosure.policy import LEAST_APART, LEAST_SD
from kulturspejl.core.disclosure.released import Released
from kulturspejl.core.disclosure.respondents import DRAWN
from kulturspejl.core.disclosure.spreads import left_between, told_alone
from kulturspejl.core.disclosure.told import LEAST_PERCENT, MOST_PERCENT, word_of
from kulturspejl.core.profile.numbers import DIMENSIONS, Agreement, Estimate, Interval, Numbers
from kulturspejl.core.statistics import allocation_null, rwg_j_of, smallest_visible_gap

_SLACK = 1e-9


def spread_faults(released: Released) -> Iterator[str]:
    """In English; for a release whose certificate holds. Linear in units.

    Spreads subtract as sums do, so between two pictures that both carry them are 0 people or LEAST_APART; and none is
    smaller than LEAST_SD of the points, in whatever number it is told. What has no floor is not there.
    """
    floor = LEAST_SD * released.total
    pictures = {unit: one.numbers for unit, one in released.units.items() if one.numbers is not None}
    many = {unit for unit, one in pictures.items() if _has_spread(one)}
    single = {unit for unit, one in pictures.items() if _has_spread_of_one(one)}
    yield from _left_faults(released, many, "the spread")
    yield from _left_faults(released, single, "the spread of single dimensions")
    for unit in single:
        if released.certificate.sizes[unit] < LEAST_APART:
            yield f"{unit}: tells the spread of single dimensions of fewer than {LEAST_APART} people"
    for unit, numbers in pictures.items():
        n, invited = released.certificate.sizes[unit], released.units[unit].invited
        told = _Told(numbers, n, invited, floor, released.total, released.preferred_form == DRAWN)
        yield from (f"{unit}: {fault}" for fault in _number_faults(told))
    yield from _sum_faults(released, many, floor)
    yield from _word_faults(released, floor)


def _has_spread(numbers: Numbers) -> bool:
    told = [one for period in _periods(numbers).values() for one in period.values()]
    return (
        any(not _is_bare(one) for one in told)
        or any(kind.probability is not None for kind in numbers.type.values())
        or bool(numbers.agreement or numbers.dimension_spread)
        or numbers.smallest_visible_gap is not None
    )


def _has_spread_of_one(numbers: Numbers) -> bool:
    return any(one.sd is not None for period in numbers.dimension_spread.values() for one in period.values())


def _is_bare(one: Estimate) -> bool:
    told = (one.sd, one.se, one.t, one.se_finite, one.finite, one.shown, one.today)
    return all(value is None for value in told)


def _periods(numbers: Numbers) -> Mapping[str, Mapping[str, Estimate]]:
    found = {"now": numbers.now, "preferred": numbers.preferred, "gap": numbers.gap}
    return {period: told for period, told in found.items() if told is not None}


def _left_faults(released: Released, carries: set[str], what: str) -> Iterator[str]:
    left = left_between(released.certificate, carries)
    for unit, people in left.items():
        if 0 < people < min(LEAST_APART, released.certificate.sizes[unit]):
            yield f"{unit}: {what} of {people} people follows by subtraction, not of 0 or at least {LEAST_APART}"


@dataclass(frozen=True)
class _Told:
    """One picture's numbers and what they have to stand on."""

    numbers: Numbers
    n: int
    invited: int | None
    floor: float
    total: int
    is_drawn: bool


def _number_faults(told: _Told) -> Iterator[str]:
    numbers, floor = told.numbers, told.floor
    for period, estimates in _periods(numbers).items():
        scale = (-told.total if period == "gap" else 0, told.total)
        for letter, one in estimates.items():
            if not _is_bare(one) and not _follows(one, told, scale):
                yield f"{period} {letter}: a spread under {floor:g} points, or an interval that is not made of it"
    for period, kind in numbers.type.items():
        if any(not _is_percent(chance) for chance in (kind.probability or {}).values()):
            yield f"{period}: a probability that is no whole percent from 1 to 99"
    for period, agreement in numbers.agreement.items():
        drawn = told.is_drawn and period == "preferred"
        yield from (f"{period}: {fault}" for fault in _agreement_faults(agreement, floor, told.total, drawn))
    yield from _other_faults(numbers, told)


def _other_faults(numbers: Numbers, told: _Told) -> Iterator[str]:
    floor = told.floor
    for spreads in numbers.dimension_spread.values():
        if any(sd < floor - _SLACK for one in spreads.values() for sd in (one.sd or {}).values()):
            yield f"the spread of a dimension is under {floor:g} points"
    least = smallest_visible_gap(told.n, sd=floor) or math.inf
    if numbers.smallest_visible_gap is not None and numbers.smallest_visible_gap < least - _SLACK:
        yield f"a smallest visible gap of a spread under {floor:g} points"
    if numbers.composition or numbers.aitchison_distance is not None or numbers.gap_tests is not None:
        yield "compositions or tests by chance, which know no floor"


def _follows(one: Estimate, told: _Told, scale: Interval) -> bool:
    """Whether an estimate's spread has the floor, and every interval is of that spread and no other."""
    if one.sd is None or one.sd < told.floor - _SLACK:
        return False
    expected = estimate_of(told.n, one.mean, one.sd, told.invited, scale)
    return all(_near(getattr(one, field.name), getattr(expected, field.name)) for field in fields(Estimate))


def _near(one: float | Interval | None, other: float | Interval | None) -> bool:
    if one is None or other is None:
        return one is other
    ends = [(value,) if isinstance(value, float | int) else value for value in (one, other)]
    return all(abs(a - b) < _SLACK for a, b in zip(*ends, strict=True))


def _is_percent(chance: float) -> bool:
    percent = round(100 * chance)
    return LEAST_PERCENT <= percent <= MOST_PERCENT and _near(100 * chance, percent)


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


def _sum_faults(released: Released, many: set[str], floor: float) -> Iterator[str]:
    """What compares or adds up units leans on spreads that are told anyway."""
    alone = told_alone(released.certificate, many)
    for period, between in released.between.items():
        if between.groups > len(alone):
            yield f"between {period}: more units are compared than tell their spread"
        if any(one.msw is not None and one.msw < floor**2 - _SLACK for one in between.scores.values()):
            yield f"between {period}: a spread under {floor:g} points"
    below: dict[str, bool] = dict.fromkeys(released.certificate.sizes, True)
    for unit in reversed([*released.certificate.parent]):
        below[unit] &= unit in alone or released.certificate.remainders[unit] == 0
        parent = released.certificate.parent[unit]
        if parent is not None:
            below[parent] &= below[unit]
    for unit, rolled in released.rollup.items():
        told = [one for period in (rolled.now, rolled.preferred, rolled.gap) if period for one in period.values()]
        if not below[unit] and any(one.se is not None or one.finite is not None for one in told):
            yield f"{unit}: a roll-up tells the spread of a group whose own is not told"


def _word_faults(released: Released, floor: float) -> Iterator[str]:
    """The word of agreement is that of the numbers; camps are of eight or more, who spread by more than the floor."""
    parents = {picture.parent for picture in released.units.values()}
    for unit, picture in released.units.items():
        if picture.agreement is not None and picture.agreement != word_of(picture.numbers, released.total):
            yield f"{unit}: a word of agreement that is not that of its numbers"
        if picture.camps is None or picture.numbers is None:
            continue
        sds = [picture.numbers.now[letter].sd or 0.0 for letter in picture.camps]
        if released.certificate.sizes[unit] < LEAST_APART or unit in parents or min(sds) <= floor:
            yield f"{unit}: camps of fewer than {LEAST_APART} people, of several units, or of people within the floor"

"""Checks of a release, without the answers, that no spread in it tells of too few people or of too much agreement."""

from collections.abc import Iterator

from kulturspejl.core.disclosure.policy import LEAST_APART, LEAST_SD
from kulturspejl.core.disclosure.released import Released
from kulturspejl.core.disclosure.spreads import left_between, told_alone
from kulturspejl.core.instruments import asked_of
from kulturspejl.core.instruments.base.asked import Asked

_SLACK = 1e-9


def spread_faults(released: Released) -> Iterator[str]:
    """In English; for a release whose certificate holds. Linear in units.

    Spreads subtract as sums do, so between two pictures that both carry them are 0 people or LEAST_APART; and none is
    smaller than LEAST_SD of the points, in whatever number it is told. What has no floor is not there.
    """
    asked = asked_of(released.kind, released.total, released.preferred_form)
    floor = LEAST_SD * asked.scale
    pictures = {unit: one.numbers for unit, one in released.units.items() if one.numbers is not None}
    many = {unit for unit, one in pictures.items() if asked.has_spread(one)}
    single = {unit for unit, one in pictures.items() if asked.has_spread_of_one(one)}
    yield from _left_faults(released, many, "the spread")
    yield from _left_faults(released, single, "the spread of single dimensions")
    for unit in single:
        if released.certificate.sizes[unit] < LEAST_APART:
            yield f"{unit}: tells the spread of single dimensions of fewer than {LEAST_APART} people"
    for unit, numbers in pictures.items():
        n, invited = released.certificate.sizes[unit], released.units[unit].invited
        faults = asked.spread_faults(numbers, n=n, invited=invited, floor=floor)
        yield from (f"{unit}: {fault}" for fault in faults)
    yield from _sum_faults(released, single if asked.is_single else many, floor)
    yield from _word_faults(released, asked, floor)


def _left_faults(released: Released, carries: set[str], what: str) -> Iterator[str]:
    left = left_between(released.certificate, carries)
    for unit, people in left.items():
        if 0 < people < min(LEAST_APART, released.certificate.sizes[unit]):
            yield f"{unit}: {what} of {people} people follows by subtraction, not of 0 or at least {LEAST_APART}"


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


def _word_faults(released: Released, asked: Asked, floor: float) -> Iterator[str]:
    """The word of agreement is that of the numbers; camps are of eight or more, who spread by more than the floor."""
    parents = {picture.parent for picture in released.units.values()}
    for unit, picture in released.units.items():
        if picture.agreement is not None and picture.agreement != asked.word(picture.numbers):
            yield f"{unit}: a word of agreement that is not that of its numbers"
        if picture.camps is None or picture.numbers is None:
            continue
        sds = asked.spreads(picture.numbers, picture.camps)
        if released.certificate.sizes[unit] < LEAST_APART or unit in parents or min(sds) <= floor:
            yield f"{unit}: camps of fewer than {LEAST_APART} people, of several units, or of people within the floor"

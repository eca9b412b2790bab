"""Which pictures tell how far apart people are, so that subtracting spreads never reaches too few.

From counts alone, never from answers. The smallest pictures come first: a wider one gives way where it would stand too
close to those inside it (science.md 2.8).
"""

from collections.abc import Collection, Iterable

from kulturspejl.core.disclosure.certificate import Certificate
from kulturspejl.core.disclosure.policy import Policy


def carrying(certificate: Certificate, *, least: int, between: int) -> frozenset[str]:
    """Of the published units those whose picture carries numbers made of squares (or counts of choices).

    `least` people in all; and between a picture and the carrying ones inside it nobody, or `between` people or more.
    """
    chosen: set[str] = set()
    inside = dict.fromkeys(certificate.sizes, 0)
    for unit in _children_first(certificate):
        size = certificate.sizes[unit]
        left = size - inside[unit]
        if size >= least and (not inside[unit] or left == 0 or left >= between):
            chosen.add(unit)
        _pass_up(certificate.parent[unit], size if unit in chosen else inside[unit], inside)
    return frozenset(chosen)


def left_between(certificate: Certificate, carries: Collection[str]) -> dict[str, int]:
    """For each unit that `carries`: its people in no carrying one inside it. Subtraction reaches just these groups."""
    left: dict[str, int] = {}
    inside = dict.fromkeys(certificate.sizes, 0)
    for unit in _children_first(certificate):
        size = certificate.sizes[unit]
        if unit in carries:
            left[unit] = size - inside[unit]
        _pass_up(certificate.parent[unit], size if unit in carries else inside[unit], inside)
    return left


def spreads_of(certificate: Certificate, policy: Policy) -> frozenset[str]:
    """Whose picture carries spread, interval and agreement of the scores."""
    return carrying(certificate, least=policy.spread_of_many, between=policy.spread_between)


def spreads_of_one(certificate: Certificate, policy: Policy) -> frozenset[str]:
    """Whose picture carries the spread of single dimensions. They keep the rule among themselves."""
    return carrying(certificate, least=policy.spread_of_one, between=policy.spread_between)


def told_alone(certificate: Certificate, carries: Collection[str]) -> frozenset[str]:
    """Units whose remainder's spread is told, by their picture or by subtraction: sums over these tell no more."""
    left = left_between(certificate, carries)
    return frozenset(unit for unit, people in left.items() if people and people == certificate.remainders[unit])


def _children_first(certificate: Certificate) -> Iterable[str]:
    return reversed([*certificate.parent])


def _pass_up(parent: str | None, people: int, inside: dict[str, int]) -> None:
    if parent is not None:
        inside[parent] += people

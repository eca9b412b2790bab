"""Checks a release against its own certificate: for any outsider, without the answers, in linear time."""

from kulturspejl.core.disclosure.certificate import certificate_faults
from kulturspejl.core.disclosure.check_spreads import spread_faults
from kulturspejl.core.disclosure.policy import LEAST
from kulturspejl.core.disclosure.released import Released, UnitPicture


def check_certificate(released: Released) -> list[str]:
    """What keeps the release from being proven safe, in English; empty when it is. Linear in units.

    A proof says: from all sums of this release together no arithmetic gives a result about fewer than k people, and
    no spread in it tells of too few, or that all of a group answered alike.
    """
    faults = [
        *_size_faults(released),
        *certificate_faults(released.certificate),
        *_set_faults(released),
        *_parent_faults(released),
        *(fault for picture in released.units.values() for fault in _picture_faults(released, picture)),
    ]
    # Of a broken certificate nothing more can be said.
    return faults or [*spread_faults(released)]


def _size_faults(released: Released) -> list[str]:
    faults = [] if released.k >= LEAST else [f"k is {released.k}, under {LEAST}"]
    if not released.k == released.plan.k == released.certificate.k:
        faults.append("the release, its plan and its certificate name different k")
    return faults


def _set_faults(released: Released) -> list[str]:
    shown = {picture.unit for picture in released.units.values() if picture.hidden is None}
    proven, planned = set(released.certificate.sizes), set(released.plan.published)
    faults = [f"{unit}: shown, but not in the certificate" for unit in sorted(shown - proven)]
    faults += [f"{unit}: in the certificate, but not shown" for unit in sorted(proven - shown)]
    faults += [f"{unit}: the plan and the certificate differ" for unit in sorted(planned ^ proven)]
    faults += [f"{unit}: a roll-up of a hidden unit" for unit in sorted(set(released.rollup) - shown)]
    opened = {*released.openings.above, *released.openings.rest}
    return faults + [f"{unit}: stands open to others, but is not shown" for unit in sorted(opened - shown)]


def _parent_faults(released: Released) -> list[str]:
    """The certificate's parents must be the nearest shown units above, or its sums say nothing of this tree."""
    nearest: dict[str, str | None] = {}
    faults = []
    for unit, picture in released.units.items():
        parent = picture.parent
        if parent is not None and parent not in nearest:
            faults.append(f"{unit}: its parent {parent} does not stand before it")
        elif parent is None or released.units[parent].hidden is None:
            nearest[unit] = parent
        else:
            nearest[unit] = nearest[parent]
    parents = released.certificate.parent
    return faults + [
        f"{unit}: the certificate names another parent than the release"
        for unit, above in nearest.items()
        if unit in parents and parents[unit] != above
    ]


def _picture_faults(released: Released, picture: UnitPicture) -> list[str]:
    if picture.hidden is not None:
        bare = UnitPicture(picture.unit, picture.name, picture.parent, picture.hidden)
        return [] if picture == bare else [f"{picture.unit}: hidden, but carries more than its reason"]
    size, left = (
        table.get(picture.unit) for table in (released.certificate.sizes, released.certificate.remainders)
    )
    faults = (
        [] if picture.n == size else [f"{picture.unit}: tells {picture.n} answers, the certificate {size}"]
    )
    if picture.remainder is not None and picture.remainder.n != left:
        faults.append(
            f"{picture.unit}: the rest has {picture.remainder.n} answers, by the certificate {left}"
        )
    return faults

"""The proof that a plan is safe, which any outsider checks in linear time."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from kulturspejl.core.disclosure.tree import Tree, published_parent, remainders

KIND = "remainders-1"


@dataclass(frozen=True, slots=True)
class Certificate:
    """Each published unit's nearest published unit above, size and remainder |R(v)|.

    Safe iff every remainder is 0 or >= k and every size is the sum of the remainders at and below it.
    """

    kind: str
    k: int
    parent: Mapping[str, str | None]
    sizes: Mapping[str, int]
    remainders: Mapping[str, int]


def certify(tree: Tree, published: Collection[str], k: int) -> Certificate:
    """The certificate of a set of published units, parents first. Says what is, safe or not."""
    shown, above = set(published), published_parent(tree, published)
    order = [unit for unit in tree.parents_first if unit in shown]
    return Certificate(
        kind=KIND,
        k=k,
        parent={unit: above[unit] for unit in order},
        sizes={unit: tree.size[unit] for unit in order},
        remainders=remainders(tree, shown),
    )


def certificate_faults(certificate: Certificate) -> list[str]:
    """What keeps the certificate from being a proof, in English; empty when it is one. Linear time."""
    if certificate.kind != KIND:
        return [f"the certificate is of the kind {certificate.kind!r}, not {KIND!r}"]
    if not set(certificate.parent) == set(certificate.sizes) == set(certificate.remainders):
        return ["parents, sizes and remainders do not name the same units"]
    return _remainder_faults(certificate) + _sum_faults(certificate)


def _remainder_faults(certificate: Certificate) -> list[str]:
    return [
        f"{unit}: the remainder has {left} people, not 0 or at least {certificate.k}"
        for unit, left in certificate.remainders.items()
        if left and left < certificate.k
    ]


def _sum_faults(certificate: Certificate) -> list[str]:
    """Parents stand first, which also rules out a circle."""
    seen: set[str] = set()
    below = dict(certificate.remainders)
    faults = []
    for unit, parent in certificate.parent.items():
        if parent is not None and parent not in seen:
            faults.append(f"{unit}: its parent {parent} does not stand before it")
        seen.add(unit)
    if faults:
        return faults
    for unit in reversed([*certificate.parent]):
        parent = certificate.parent[unit]
        if parent is not None:
            below[parent] += below[unit]
    return [
        f"{unit}: {size} people are told, the remainders give {below[unit]}"
        for unit, size in certificate.sizes.items()
        if size != below[unit]
    ]

"""A plan: which units of a frozen tree are published, and the door for whoever makes one."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Protocol

from kulturspejl.core.disclosure.certificate import Certificate
from kulturspejl.core.disclosure.tree import Tree

FEW = "few"
PROTECTS_OTHERS = "protects_others"


@dataclass(frozen=True, slots=True)
class Plan:
    """`hidden` gives a unit's reason: FEW (under k answers) or PROTECTS_OTHERS (subtraction would tell).

    `lower_bound` is a proven least number of hidden respondents, where the planner has one.
    """

    k: int
    published: tuple[str, ...]
    hidden: Mapping[str, str]
    certificate: Certificate
    optimal: bool
    lower_bound: int | None

    @property
    def remainders(self) -> Mapping[str, int]:
        """Respondents of each published unit who stand in no published unit below it: 0 or at least k."""
        return self.certificate.remainders


class Planner(Protocol):
    """The door of every engine: `forced` units are already public and stay so. Looks at counts alone.

    Raises ValueError when the forced units alone are unsafe.
    """

    def __call__(self, tree: Tree, k: int, forced: Collection[str] = ()) -> Plan: ...

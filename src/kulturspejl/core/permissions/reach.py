"""What a grant reaches: the unit it was given for, those below it where the role covers them, or everything."""

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

from kulturspejl.core.permissions.roles import COVERS_SUBTREE, Role

Unit = TypeVar("Unit", bound=Hashable)

Held = Mapping[Unit | None, frozenset[Role]]
"""Roles by the unit that they were given for; None: for the whole organisation."""


def roles_on(held: Held[Unit], line: Sequence[Unit]) -> frozenset[Role]:
    """The roles at a unit; `line` is the unit itself, then those above it, up to the top.

    Given for everything or for the unit itself a role counts as it is; given for a unit above, where it covers those
    below (`COVERS_SUBTREE`: a leader has the own unit alone).
    """
    found = held.get(None, frozenset()) | held.get(line[0], frozenset())
    for above in line[1:]:
        found |= held.get(above, frozenset()) & COVERS_SUBTREE
    return found


def handed_down(at: frozenset[Role]) -> frozenset[Role]:
    """What of the roles at a unit counts at the units below it too."""
    return at & COVERS_SUBTREE

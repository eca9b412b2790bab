"""Which units of a round a grant reaches: as their team, and as one who stands above them."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass

from kulturspejl.access.held import Held
from kulturspejl.access.shown import Shown
from kulturspejl.core.permissions import Role, Verb, may
from kulturspejl.core.permissions.roles import COVERS_SUBTREE


@dataclass(frozen=True, slots=True)
class Reach:
    """Ids of the round's units: `team` may open a team's own picture, `above` the wide ones, `leads` what is shared."""

    team: frozenset[str]
    above: frozenset[str]
    leads: frozenset[str]


def reach(held: Held, found: Shown, below: Collection[uuid.UUID]) -> Reach:
    """`below` is the grant's unit and all that stands under it.

    A leader stands above what is under the unit in the organisation, or was when the round was made.
    """
    is_team, is_above = may(Verb.RESULT_READ, {held.role}), may(Verb.PICTURE_READ, {held.role})
    covers = held.role in COVERS_SUBTREE
    team = _there(held, found, below if covers else ()) if is_team else frozenset[str]()
    if not is_above:
        return Reach(team, frozenset(), frozenset())
    above = _under(found, _there(held, found, below if covers else ())) | _there(held, found, below)
    return Reach(team, above, above if held.role is Role.LEADER else frozenset())


def joined(reaches: Collection[Reach]) -> Reach:
    """What several grants reach together."""
    return Reach(
        team=frozenset().union(*(one.team for one in reaches)),
        above=frozenset().union(*(one.above for one in reaches)),
        leads=frozenset().union(*(one.leads for one in reaches)),
    )


def _there(held: Held, found: Shown, below: Collection[uuid.UUID]) -> frozenset[str]:
    """The units that the grant is for: its own, those below it, or everywhere."""
    return frozenset(
        one for one, unit in found.unit_of.items() if held.unit_id is None or unit == held.unit_id or unit in below
    )


def _under(found: Shown, tops: Collection[str]) -> frozenset[str]:
    """These and all that stood under them when the round was made."""
    under: set[str] = set()
    for unit in found.tree.parents_first:
        if unit in tops or found.tree.parent[unit] in under:
            under.add(unit)
    return frozenset(under)

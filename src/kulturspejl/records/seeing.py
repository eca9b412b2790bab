"""What somebody may see of a released round: the disclosure plan narrowed by permission.

The team (leader, AMR, TR of the unit) sees the unit's picture. Leaders above see a unit's own picture when
the unit has shared it. Steward, HR and leaders above see the picture of a branch of at least three units
and ten answers (science.md 2.8, last row). Everybody else sees nothing, and nothing looks like a missing page.
"""

import uuid
from datetime import date

from kulturspejl.core.disclosure.policy import Policy
from kulturspejl.core.disclosure.released import Released
from kulturspejl.core.permissions import Role, Verb, may
from kulturspejl.library.policies import load_policy
from kulturspejl.records.models import Release, ResultShare, Round, RoundUnit, User
from kulturspejl.records.standing import roles_at
from kulturspejl.records.tree import tree_on


def released_of(round_id: uuid.UUID) -> Released:
    """The release of a round; Release.DoesNotExist where there is none."""
    return Released.from_json(Release.objects.get(round_id=round_id).released)


def is_team_of(user: User, unit: RoundUnit, today: date) -> bool:
    """Leader, AMR or TR of the unit itself."""
    return may(Verb.RESULT_READ, roles_at(user, unit.unit_id, today))


def may_open(user: User, unit: RoundUnit, released: Released, today: date) -> bool:
    """Whether this person may open this unit's picture."""
    if is_team_of(user, unit, today):
        return True
    stands_above = may(Verb.PICTURE_READ, _roles_above(user, unit, today))
    if not stands_above:
        return False
    if ResultShare.objects.filter(round_unit=unit).exists() and not _only_counts(user, unit, today):
        return True
    return is_wide(released, unit, policy_of(unit.round))


def is_wide(released: Released, unit: RoundUnit, policy: Policy) -> bool:
    """Whether the picture stands on enough units with people, and enough answers, for those above the units."""
    node = str(unit.id)
    picture = released.units[node]
    if picture.hidden is not None or picture.n is None:
        return False
    rows = RoundUnit.objects.filter(round_id=unit.round_id)
    peopled = [str(row.id) for row in rows if row.invited.get("E", 0)]
    under = [one for one in peopled if one == node or _is_under(released, one, node)]
    return len(under) >= policy.above_units and picture.n >= policy.above_answers


def policy_of(found: Round) -> Policy:
    """The rules in force for the round: those of its own time, with the minimum it was made with."""
    return load_policy(found.policy_version).raised_to(found.minimum)


def _is_under(released: Released, unit: str, node: str) -> bool:
    parent = released.units[unit].parent
    while parent is not None:
        if parent == node:
            return True
        parent = released.units[parent].parent
    return False


def _roles_above(user: User, unit: RoundUnit, today: date) -> frozenset[Role]:
    """The user's roles at the unit, at every unit of the round above it, and at those above it today.

    A leader's own round has no unit above it in the round, and still has leaders above.
    """
    places = set(tree_on(unit.round.organisation_id, today).line_up(unit.unit_id))
    at: RoundUnit | None = unit
    while at is not None:
        places.add(at.unit_id)
        at = at.parent
    return frozenset(role for place in places for role in roles_at(user, place, today))


def _only_counts(user: User, unit: RoundUnit, today: date) -> bool:
    """Steward and HR never open one unit's own picture, shared or not; leaders above do when it is shared."""
    return Role.LEADER not in _roles_above(user, unit, today)

"""What somebody may see of a released round: the disclosure plan narrowed by permission.

The team (leader, AMR, TR of the unit) sees the unit's picture. Leaders above see a unit's own picture when
the unit has shared it. Steward, HR and leaders above see the picture of a branch of at least three units
and ten answers (science.md 2.8, last row), and no two from which one unit's would follow (core/disclosure/above).
Everybody else sees nothing, and nothing looks like a missing page.
"""

import uuid
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from kulturspejl.access.standing import roles_at
from kulturspejl.core.disclosure.above import singled_out
from kulturspejl.core.disclosure.codec import from_plain
from kulturspejl.core.disclosure.openings import Openings
from kulturspejl.core.disclosure.plan import FEW
from kulturspejl.core.disclosure.policy import Policy
from kulturspejl.core.disclosure.released import Released, UnitPicture
from kulturspejl.core.disclosure.speakers import surely_spoke
from kulturspejl.core.disclosure.tree import Tree
from kulturspejl.core.permissions import Role, Verb, may
from kulturspejl.library.policies import load_policy
from kulturspejl.records.models import AuditEntry, Release, ResultShare, Round, RoundUnit, User
from kulturspejl.values.tree import tree_on


def released_of(round_id: uuid.UUID) -> Released:
    """The release of a round; Release.DoesNotExist where there is none."""
    return Released.from_json(Release.objects.get(round_id=round_id).released)


def is_team_of(user: User, unit: RoundUnit, today: date) -> bool:
    """Leader, AMR or TR of the unit itself."""
    return may(Verb.RESULT_READ, roles_at(user, unit.unit_id, today))


def may_open(user: User, unit: RoundUnit, today: date) -> bool:
    """Whether this person may open this unit's picture."""
    if is_team_of(user, unit, today) and is_of_a_team(unit):
        return True
    stands_above = may(Verb.PICTURE_READ, _roles_above(user, unit, today))
    if not stands_above:
        return False
    if ResultShare.objects.filter(round_unit=unit).exists() and not _only_counts(user, unit, today):
        return True
    return str(unit.id) in opened_above(unit.round_id)


def is_of_a_team(unit: RoundUnit) -> bool:
    """Whether the picture is a team's own, for its leader and representatives to open.

    The picture of a unit with others below it is everybody's there. Where too few belong to the unit itself, or none
    of them surely answered, it would be the picture of those below, and opens only as one for those above.
    """
    has_below = RoundUnit.objects.filter(round_id=unit.round_id, parent=unit).exists()
    return not has_below or str(unit.id) in openings_of(unit.round_id).team


def picture_for_cards(unit: RoundUnit, released: Released) -> UnitPicture:
    """What everybody with a card of the unit sees: the picture, unless it is that of those below alone."""
    picture = released.units[str(unit.id)]
    if is_of_a_team(unit) or str(unit.id) in opened_above(unit.round_id):
        return without_a_telling_rest(unit, released, is_team=True)
    return UnitPicture(picture.unit, picture.name, picture.parent, FEW)


def without_a_telling_rest(unit: RoundUnit, released: Released, *, is_team: bool) -> UnitPicture:
    """The picture; "the other units here together" only for a team of which it is the own people, and gives nobody."""
    picture = released.units[str(unit.id)]
    if picture.remainder is None or (is_team and picture.unit in openings_of(unit.round_id).rest):
        return picture
    return replace(picture, remainder=None)


@dataclass(frozen=True, slots=True)
class OpeningsOf:
    """For whom a round's pictures are, as the close decided (core/disclosure/openings): ids of its units."""

    above: frozenset[str]
    team: frozenset[str]
    rest: frozenset[str]


@lru_cache(maxsize=256)
def openings_of(round_id: uuid.UUID) -> OpeningsOf:
    """Read from the release, which never changes: this part of it alone."""
    kept = from_plain(Openings, _part_of(round_id, "released__openings"))
    return OpeningsOf(frozenset(kept.above), frozenset(kept.team), frozenset(kept.rest))


def opened_above(round_id: uuid.UUID) -> frozenset[str]:
    """The ids of the round's units whose pictures stand open to those above."""
    return openings_of(round_id).above


def given_away_by(unit: RoundUnit) -> frozenset[str]:
    """Where a picture of one unit that has not shared could follow if this one shared too; empty where none could.

    What was shared once and taken back has been seen, so it counts as shared here. A hidden unit has nothing to share.
    """
    kept, tree = openings_of(unit.round_id), _surely_spoke(unit.round_id)
    noted = AuditEntry.objects.filter(verb="result.share", about__in=list(tree.parent))
    shares = ResultShare.objects.filter(round_unit__round_id=unit.round_id)
    before = set(noted.values_list("about", flat=True))
    before |= {str(one) for one in shares.values_list("round_unit_id", flat=True)}
    shown = tree.direct.keys()
    after = {*before, str(unit.id)}
    return singled_out(tree, kept.above, after & shown, kept.rest) - singled_out(
        tree, kept.above, before & shown, kept.rest
    )


@lru_cache(maxsize=256)
def _surely_spoke(round_id: uuid.UUID) -> Tree:
    """How many units surely spoke in each published remainder: who answered in a hidden unit is kept nowhere."""
    rows = RoundUnit.objects.filter(round_id=round_id)
    invited = Tree(
        parent={str(row.id): str(row.parent_id) if row.parent_id else None for row in rows},
        direct={str(row.id): int(row.invited.get("E", 0)) for row in rows},
    )
    return surely_spoke(invited, _part_of(round_id, "released__plan__certificate__remainders"))


def _part_of(round_id: uuid.UUID, path: str) -> Any:
    return Release.objects.values_list(path, flat=True).get(round_id=round_id)


def policy_of(found: Round) -> Policy:
    """The rules in force for the round: those of its own time, with the minimum it was made with."""
    return load_policy(found.policy_version).raised_to(found.minimum)


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

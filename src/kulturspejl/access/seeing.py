"""What a released round's pictures hold for those who may open them: who that is, `access.union` says.

Steward, HR and leaders above see the picture of a branch of at least three units and ten answers (science.md 2.8,
last row), and no two from which one unit's would follow (core/disclosure/above): such a picture is called open here.
"""

import uuid
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from kulturspejl.core.disclosure.above import singled_out
from kulturspejl.core.disclosure.codec import from_plain
from kulturspejl.core.disclosure.openings import Openings
from kulturspejl.core.disclosure.policy import Policy
from kulturspejl.core.disclosure.released import Released, UnitPicture
from kulturspejl.core.disclosure.speakers import surely_spoke
from kulturspejl.core.disclosure.tree import Tree
from kulturspejl.library.policies import load_policy
from kulturspejl.records.models import Release, ResultShare, Round, RoundUnit


def released_of(round_id: uuid.UUID) -> Released:
    """The release of a round; Release.DoesNotExist where there is none."""
    return Released.from_json(Release.objects.get(round_id=round_id).released)


def is_of_a_team(unit: RoundUnit) -> bool:
    """Whether the picture is a team's own, for its leader and representatives to open."""
    return str(unit.id) in teams_of(unit.round_id)


def teams_of(round_id: uuid.UUID) -> frozenset[str]:
    """The ids of the round's units whose picture is a team's own.

    The picture of a unit with others below it is everybody's there. Where too few belong to the unit itself, or none
    of them surely answered, it would be the picture of those below, and opens only as one for those above.
    """
    return openings_of(round_id).team


def without_a_telling_rest(unit: RoundUnit, released: Released, *, told: bool) -> UnitPicture:
    """The picture; "the other units here together" only where it is `told`, the own people for their own team."""
    picture = released.units[str(unit.id)]
    if picture.remainder is None or told:
        return picture
    return replace(picture, remainder=None)


def told_as_rest(round_id: uuid.UUID) -> frozenset[str]:
    """The units whose own people their team sees beside the picture of the unit and all below it."""
    return openings_of(round_id).rest


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
    shares = ResultShare.objects.filter(round_unit__round_id=unit.round_id)
    before = {str(one) for one in shares.values_list("round_unit_id", flat=True)}
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

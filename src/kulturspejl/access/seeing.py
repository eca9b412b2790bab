"""What a released round's pictures hold for those who may open them (`access.opening`, `core.permissions.reveal`).

Steward, HR and leaders above see the picture of a branch of at least three units and ten answers (science.md 2.8,
last row), and no two from which one unit's would follow (core/disclosure/above): such a picture is called open here.
"""

import uuid
from dataclasses import replace
from functools import lru_cache

from kulturspejl.core.disclosure.above import open_above, rest_stands, singled_out
from kulturspejl.core.disclosure.policy import Policy
from kulturspejl.core.disclosure.released import Released, UnitPicture
from kulturspejl.core.disclosure.tree import Tree
from kulturspejl.library.policies import load_policy
from kulturspejl.records.models import AuditEntry, Release, ResultShare, Round, RoundUnit, SealedMatrix
from kulturspejl.values.releases import answers_of


def released_of(round_id: uuid.UUID) -> Released:
    """The release of a round; Release.DoesNotExist where there is none."""
    return Released.from_json(Release.objects.get(round_id=round_id).released)


def is_of_a_team(unit: RoundUnit) -> bool:
    """Whether the picture is a team's own, for its leader and representatives to open.

    The picture of a unit with others below it is everybody's there. Where too few belong to the unit itself, or none
    of them has answered, it would be the picture of those below, and opens only as one for those above.
    """
    has_below = RoundUnit.objects.filter(round_id=unit.round_id, parent=unit).exists()
    return not has_below or speaks_for_itself(unit)


def speaks_for_itself(unit: RoundUnit) -> bool:
    """Whether, of a unit with others below it, enough are asked in the unit itself, and any of them has answered."""
    said_something = _answered(unit.round_id).direct.get(str(unit.id), 0) > 0
    return said_something and unit.invited.get("E", 0) >= unit.round.minimum


def without_a_telling_rest(unit: RoundUnit, released: Released, *, is_team: bool) -> UnitPicture:
    """The picture; "the other units here together" only for a team of which it is the own people, and gives nobody."""
    picture = released.units[str(unit.id)]
    if picture.remainder is None or (is_team and picture.unit in _told_as_rest(unit.round_id)):
        return picture
    return replace(picture, remainder=None)


@lru_cache(maxsize=256)
def _told_as_rest(round_id: uuid.UUID) -> frozenset[str]:
    """The units whose own people their team sees beside the picture of the unit and all below it."""
    released, opened, tree = released_of(round_id), opened_above(round_id), _answered(round_id)
    policy = policy_of(Round.objects.get(id=round_id))
    answers = {one: picture.n or 0 for one, picture in released.units.items()}
    return frozenset(
        unit
        for unit, picture in released.units.items()
        if (rest := picture.remainder) is not None
        and rest_stands(tree, unit, rest.units, answers | {"": rest.n}, opened, policy)
    )


@lru_cache(maxsize=256)
def opened_above(round_id: uuid.UUID) -> frozenset[str]:
    """The ids of the round's units whose pictures stand open to those above: a release never changes."""
    answers = answers_of(round_id)
    return open_above(_answered(round_id), answers, policy_of(Round.objects.get(id=round_id)))


def given_away_by(unit: RoundUnit) -> frozenset[str]:
    """The ids of units that have not shared, and whose picture would follow if this one shared too.

    What was shared once and taken back has been seen, so it counts as shared here.
    """
    tree, opened, told = _answered(unit.round_id), opened_above(unit.round_id), _told_as_rest(unit.round_id)
    noted = AuditEntry.objects.filter(verb="result.share", about__in=list(tree.parent))
    shares = ResultShare.objects.filter(round_unit__round_id=unit.round_id)
    before = set(noted.values_list("about", flat=True))
    before |= {str(one) for one in shares.values_list("round_unit_id", flat=True)}
    return singled_out(tree, opened, before | {str(unit.id)}, told) - singled_out(tree, opened, before, told)


@lru_cache(maxsize=256)
def _answered(round_id: uuid.UUID) -> Tree:
    """Who answered in each unit itself. Units that were asked and said nothing hide nobody in a sum."""
    direct: dict[str, int] = {}
    for unit, category, count in SealedMatrix.objects.get(round_id=round_id).blocks:
        if category == "E":
            direct[unit] = direct.get(unit, 0) + count
    rows = RoundUnit.objects.filter(round_id=round_id)
    return Tree(
        parent={str(row.id): str(row.parent_id) if row.parent_id else None for row in rows}, direct=direct
    )


def policy_of(found: Round) -> Policy:
    """The rules in force for the round: those of its own time, with the minimum it was made with."""
    return load_policy(found.policy_version).raised_to(found.minimum)

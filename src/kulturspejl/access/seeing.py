"""What may be seen of a released round, by whom: the disclosure plan narrowed by permission (access/union: by whom).

The team (leader, AMR, TR of the unit) sees the unit's picture. Leaders above see a unit's own picture when
the unit has shared it. Steward, HR and leaders above see the picture of a branch of at least three units
and ten answers (science.md 2.8, last row), and no two from which one unit's would follow (core/disclosure/above).
Everybody else sees nothing, and nothing looks like a missing page.
"""

import uuid
from dataclasses import replace
from datetime import date
from functools import lru_cache

from kulturspejl.access.standing import roles_at
from kulturspejl.core.disclosure.above import open_above, rest_stands, singled_out
from kulturspejl.core.disclosure.plan import FEW
from kulturspejl.core.disclosure.policy import Policy
from kulturspejl.core.disclosure.released import Released, UnitPicture
from kulturspejl.core.disclosure.tree import Tree
from kulturspejl.core.permissions import Verb, may
from kulturspejl.library.policies import load_policy
from kulturspejl.records.models import Release, ResultShare, Round, RoundUnit, SealedMatrix, User


def released_of(round_id: uuid.UUID) -> Released:
    """The release of a round; Release.DoesNotExist where there is none."""
    return Released.from_json(Release.objects.get(round_id=round_id).released)


def is_team_of(user: User, unit: RoundUnit, today: date) -> bool:
    """Leader, AMR or TR of the unit itself."""
    return may(Verb.RESULT_READ, roles_at(user, unit.unit_id, today))


def is_of_a_team(unit: RoundUnit) -> bool:
    """Whether the picture is a team's own, for its leader and representatives to open."""
    return str(unit.id) in teams_of(unit.round_id)


@lru_cache(maxsize=256)
def teams_of(round_id: uuid.UUID) -> frozenset[str]:
    """The ids of the round's units whose picture is a team's own.

    The picture of a unit with others below it is everybody's there. Where too few belong to the unit itself, or none
    of them has answered, it would be the picture of those below, and opens only as one for those above.
    """
    rows, spoke = list(RoundUnit.objects.filter(round_id=round_id)), _answered(round_id).direct
    has_below, minimum = {row.parent_id for row in rows}, Round.objects.get(id=round_id).minimum
    return frozenset(
        str(row.id)
        for row in rows
        if row.id not in has_below or (spoke.get(str(row.id), 0) > 0 and row.invited.get("E", 0) >= minimum)
    )


def picture_for_cards(unit: RoundUnit, released: Released) -> UnitPicture:
    """What everybody with a card of the unit sees: the picture, unless it is that of those below alone."""
    picture = released.units[str(unit.id)]
    if is_of_a_team(unit) or str(unit.id) in opened_above(unit.round_id):
        return without_a_telling_rest(unit, released, told=str(unit.id) in told_as_rest(unit.round_id))
    return UnitPicture(picture.unit, picture.name, picture.parent, FEW)


def without_a_telling_rest(unit: RoundUnit, released: Released, *, told: bool) -> UnitPicture:
    """The picture; "the other units here together" only where it is `told`, the own people for their own team."""
    picture = released.units[str(unit.id)]
    if picture.remainder is None or told:
        return picture
    return replace(picture, remainder=None)


@lru_cache(maxsize=256)
def told_as_rest(round_id: uuid.UUID) -> frozenset[str]:
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
    released = released_of(round_id)
    answers = {unit: one.n for unit, one in released.units.items() if one.hidden is None and one.n is not None}
    return open_above(_answered(round_id), answers, policy_of(Round.objects.get(id=round_id)))


def given_away_by(unit: RoundUnit) -> frozenset[str]:
    """The ids of units that have not shared, and whose picture would follow if this one shared too.

    What was shared once and taken back has been seen, so it counts as shared here.
    """
    tree, opened, told = _answered(unit.round_id), opened_above(unit.round_id), told_as_rest(unit.round_id)
    shares = ResultShare.objects.filter(round_unit__round_id=unit.round_id)
    before = {str(one) for one in shares.values_list("round_unit_id", flat=True)}
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

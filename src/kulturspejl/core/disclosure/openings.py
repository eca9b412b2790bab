"""For whom each picture of a round is: decided once at its close, from numbers that stand in the release alone."""

from collections.abc import Mapping
from dataclasses import dataclass

from kulturspejl.core.disclosure.above import open_above, rest_stands
from kulturspejl.core.disclosure.certificate import Certificate
from kulturspejl.core.disclosure.policy import Policy
from kulturspejl.core.disclosure.speakers import surely_spoke
from kulturspejl.core.disclosure.tree import Tree, remainder_units


@dataclass(frozen=True, slots=True)
class Openings:
    """Units in tree order. `above`: their pictures stand open to those above. `team`: their pictures are their own
    team's (with others below them, a picture may be that of those below alone). `rest`: the rest of their picture is
    their own people, and may stand beside it for their team."""

    above: tuple[str, ...] = ()
    team: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()


NOBODY = Openings()


def openings(invited: Tree, certificate: Certificate, policy: Policy) -> Openings:
    """What stands open to whom, of the units of a frozen tree with `invited` counted at each unit itself.

    Where only a count of its own would tell whether a hidden unit has spoken, it is taken that it has not: so neither
    a picture that is open nor one that is not says whether somebody in a unit of one has answered.
    """
    spoke = surely_spoke(invited, certificate.remainders)
    above = open_above(spoke, certificate.sizes, policy)
    others = _others_in_rest(invited, certificate)
    own_rests = [unit for unit in others if _is_own_rest(certificate, unit, others)]
    told = {
        unit
        for unit in own_rests
        if rest_stands(spoke, unit, {**certificate.sizes, "": certificate.remainders[unit]}, above, policy)
    }
    order = invited.parents_first
    return Openings(
        above=tuple(unit for unit in order if unit in above),
        team=tuple(unit for unit in order if _is_of_a_team(invited, certificate, unit, others, policy)),
        rest=tuple(unit for unit in order if unit in told),
    )


def _is_of_a_team(
    invited: Tree, certificate: Certificate, unit: str, others: Mapping[str, int], policy: Policy
) -> bool:
    """Nobody is below; or enough belong to the unit itself, and where there is a picture, some of them surely answered.

    Surely: the remainder of its picture holds more answers than the others in the remainder were invited.
    """
    if not invited.children[unit]:
        return True
    has_spoken = unit not in others or certificate.remainders[unit] > others[unit]
    return has_spoken and invited.direct.get(unit, 0) >= policy.mean


def _is_own_rest(certificate: Certificate, unit: str, others: Mapping[str, int]) -> bool:
    """There is a rest beside a picture below, and nobody but the unit's own people was invited in it."""
    return 0 < certificate.remainders[unit] < certificate.sizes[unit] and not others[unit]


def _others_in_rest(invited: Tree, certificate: Certificate) -> dict[str, int]:
    """By published unit: how many were invited in its remainder, without its own people."""
    return {
        unit: sum(invited.direct.get(one, 0) for one in members if one != unit)
        for unit, members in remainder_units(invited, certificate.remainders).items()
    }

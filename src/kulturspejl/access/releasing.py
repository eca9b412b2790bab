"""Who may let a round out, see its list and print its cards: AMR or TR (else the steward) who leads none of its units.

The round's root alone does not tell: an AMR of the whole branch may lead one of the units in it, and would hold the
codes of the own employees.
"""

import uuid
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from kulturspejl.access.crew import Crew, crew_of
from kulturspejl.access.sight import Sight, sight_of
from kulturspejl.core.permissions import may_release
from kulturspejl.records.people import User
from kulturspejl.records.rounds import Round, RoundUnit


@dataclass(frozen=True)
class Releasing:
    """Whether a round has AMR or TR who may let it out, and whether the viewer may."""

    has_representatives: bool
    is_mine: bool


def lets_out(user: User, found: Round, day: date) -> bool:
    """Whether this person releases the sending of the round, and sees its addresses and cards."""
    return releasing_of(sight_of(user, found.organisation_id, day), [found])[found.id].is_mine


def releasing_of(sight: Sight, rounds: Collection[Round]) -> Mapping[uuid.UUID, Releasing]:
    """The same for several rounds of the organisation at once, by their ids: two queries, none for none."""
    if not rounds:
        return {}
    asked = _asked_in(rounds)
    units = {unit_id for found in rounds for unit_id in (*asked[found.id], found.root_id)}
    crew = crew_of(sight.organisation_id, units, sight.tree, sight.day)
    return {found.id: _one(sight, crew, found.root_id, asked[found.id]) for found in rounds}


def _one(sight: Sight, crew: Crew, root: uuid.UUID, asked: Collection[uuid.UUID]) -> Releasing:
    """Only AMR and TR who lead none of the units asked, nor the root, count; and only they let it out."""
    leaders = {post.user_id for unit_id in (*asked, root) for post in crew.leaders(unit_id)}
    representatives = {post.user_id for post in crew.representatives(root)} - leaders
    is_mine = sight.user_id not in leaders and may_release(sight.at(root), representatives=len(representatives))
    return Releasing(bool(representatives), is_mine)


def _asked_in(rounds: Collection[Round]) -> Mapping[uuid.UUID, list[uuid.UUID]]:
    """The units of each round in which somebody is asked."""
    asked: dict[uuid.UUID, list[uuid.UUID]] = defaultdict(list)
    rows = RoundUnit.objects.filter(round__in=[found.id for found in rounds])
    for round_id, unit_id, invited in rows.values_list("round_id", "unit_id", "invited"):
        if invited.get("E", 0):
            asked[round_id].append(unit_id)
    return asked

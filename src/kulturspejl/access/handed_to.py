"""Whose turn it is at a hand-over of a round, and who is to know of it: the accounts that a letter goes to."""

import uuid
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kulturspejl.access.crew import Crew, crew_of
from kulturspejl.access.sight import grants_on, sight_of
from kulturspejl.core.permissions import Role, Verb
from kulturspejl.records.people import User
from kulturspejl.records.rounds import Round, RoundUnit
from kulturspejl.values.tree import tree_on


@dataclass(frozen=True)
class Hands:
    """The people round a round on a day, by account.

    `releasing`: AMR and TR of the root who lead none of the units asked, else the administrators who do not;
    `has_representatives` says which. `leading`: who leads the root, and who asked, where they still may steer it.
    `units`: everybody who leads or represents one of the units asked, or the root, with those units.
    """

    releasing: tuple[uuid.UUID, ...]
    has_representatives: bool
    leading: tuple[uuid.UUID, ...]
    units: Mapping[uuid.UUID, frozenset[uuid.UUID]]


def hands_of(found: Round, day: date) -> Hands:
    """Asked of today's grants and tree, for the units as the round has them."""
    asked = _asked(found)
    tree = tree_on(found.organisation_id, day)
    crew = crew_of(found.organisation_id, [*asked, found.root_id], tree, day)
    leaders = {post.user_id for unit_id in (*asked, found.root_id) for post in crew.leaders(unit_id)}
    representatives = [post.user_id for post in crew.representatives(found.root_id) if post.user_id not in leaders]
    releasing = representatives or [one for one in _stewards(found.organisation_id, day) if one not in leaders]
    return Hands(
        releasing=tuple(dict.fromkeys(releasing)),
        has_representatives=bool(representatives),
        leading=tuple(dict.fromkeys(_leading(found, crew, day))),
        units=_by_person(crew, [found.root_id, *asked]),
    )


def team_of(organisation_id: uuid.UUID, unit_id: uuid.UUID, day: date) -> list[User]:
    """Leader, AMR and TR of one unit."""
    crew = crew_of(organisation_id, [unit_id], tree_on(organisation_id, day), day)
    return accounts([post.user_id for post in (*crew.leaders(unit_id), *crew.representatives(unit_id))])


def stewards_of(organisation_id: uuid.UUID, day: date) -> list[User]:
    """The administrators of the whole organisation."""
    return accounts(_stewards(organisation_id, day))


def accounts(ids: Iterable[uuid.UUID]) -> list[User]:
    """Those of the accounts that can sign in, each once, in the order given."""
    wanted = list(dict.fromkeys(ids))
    found = {user.id: user for user in User.objects.filter(id__in=wanted, is_active=True)}
    return [found[one] for one in wanted if one in found]


def _asked(found: Round) -> list[uuid.UUID]:
    """The units in which somebody is asked."""
    rows = RoundUnit.objects.filter(round=found).order_by("unit_id").values_list("unit_id", "invited")
    return [unit_id for unit_id, invited in rows if invited.get("E", 0)]


def _leading(found: Round, crew: Crew, day: date) -> list[uuid.UUID]:
    leaders = [post.user_id for post in crew.leaders(found.root_id)]
    asker = found.requested_by
    if asker is None or asker.id in leaders:
        return leaders
    still = sight_of(asker, found.organisation_id, day).may(Verb.ROUND_CLOSE, found.root_id)
    return [*leaders, asker.id] if still else leaders


def _stewards(organisation_id: uuid.UUID, day: date) -> list[uuid.UUID]:
    rows = grants_on(day).filter(organisation_id=organisation_id, unit__isnull=True, role=Role.STEWARD)
    return list(rows.order_by("starts", "id").values_list("user_id", flat=True))


def _by_person(crew: Crew, unit_ids: Collection[uuid.UUID]) -> Mapping[uuid.UUID, frozenset[uuid.UUID]]:
    found: dict[uuid.UUID, frozenset[uuid.UUID]] = {}
    for unit_id in dict.fromkeys(unit_ids):
        for post in (*crew.leaders(unit_id), *crew.representatives(unit_id)):
            found[post.user_id] = found.get(post.user_id, frozenset()) | {unit_id}
    return found

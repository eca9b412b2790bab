"""The teams in whose plan somebody may write, and who reads it there: told before anything is sent, chosen or kept."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from kulturspejl.access.crew import Crew, Post, crew_of
from kulturspejl.access.permission import day_of
from kulturspejl.access.sight import sights_of
from kulturspejl.core.permissions import Role, Verb, may
from kulturspejl.core.writing.order import danish_key
from kulturspejl.records.models import User
from kulturspejl.values.where import where_of

People = tuple[tuple[str, Role], ...]
"""(name, role), each person once."""


@dataclass(frozen=True)
class PlanTeam:
    """A unit in whose plan the person may write: their `roles`, its AMR and TR, and everybody who will read it."""

    unit_id: uuid.UUID
    name: str
    roles: frozenset[Role]
    representatives: People
    readers: People


def teams_of(user: User, *, now: datetime) -> list[PlanTeam]:
    """By name; closed units left out."""
    found: list[PlanTeam] = []
    for sight in sights_of(user, day_of(now)):
        mine = {unit_id: roles for unit_id, roles in sight.by_unit.items() if may(Verb.PLAN_EDIT, roles)}
        crew = crew_of(sight.organisation_id, mine, sight.tree, sight.day)
        found += [
            _team(unit_id, where_of(sight.tree, unit_id).name, roles, crew) for unit_id, roles in mine.items()
        ]
    return sorted(found, key=lambda one: danish_key(one.name))


def _team(unit_id: uuid.UUID, name: str, roles: frozenset[Role], crew: Crew) -> PlanTeam:
    representing = crew.representatives(unit_id)
    return PlanTeam(unit_id, name, roles, _people(representing), _people([*crew.leaders(unit_id), *representing]))


def _people(posts: list[Post]) -> People:
    """Each once, in their first role."""
    return tuple({post.user_id: (post.person, post.role) for post in reversed(posts)}.values())[::-1]

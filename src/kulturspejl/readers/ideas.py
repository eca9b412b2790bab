"""Where somebody may send an idea, and who reads it there: told before anything is sent."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from kulturspejl.access.crew import crew_of
from kulturspejl.access.permission import day_of
from kulturspejl.access.sight import grants_on, sight_of
from kulturspejl.core.permissions import Role, Verb, may
from kulturspejl.core.writing.order import danish_key
from kulturspejl.records.models import User
from kulturspejl.values.where import where_of


@dataclass(frozen=True)
class IdeaPlace:
    """A unit with a plan that the person may write in; `readers` are (name, role) of everybody who will read it."""

    unit_id: uuid.UUID
    name: str
    readers: tuple[tuple[str, Role], ...]


def places_for(user: User, *, now: datetime) -> list[IdeaPlace]:
    """The units on whose team the person stands, in order; closed ones left out."""
    day, found = day_of(now), []
    rows = grants_on(day).filter(user=user).values_list("organisation_id", flat=True).distinct()
    for organisation_id in list(rows):
        sight = sight_of(user, organisation_id, day)
        mine = [unit_id for unit_id, roles in sight.by_unit.items() if may(Verb.PLAN_EDIT, roles)]
        crew = crew_of(organisation_id, mine, sight.tree, day)
        for unit_id in mine:
            posts = [*crew.leaders(unit_id), *crew.representatives(unit_id)]
            people = {post.user_id: (post.person, post.role) for post in reversed(posts)}
            found.append(IdeaPlace(unit_id, where_of(sight.tree, unit_id).name, tuple(reversed(people.values()))))
    return sorted(found, key=lambda one: danish_key(one.name))

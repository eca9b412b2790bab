"""Whom a letter about a round names to ask: somebody who is still there to answer.

Whoever made or released a round may have left since: their permission has ended, and nobody reads their mail.
"""

import uuid
from collections.abc import Iterable
from datetime import date

from kulturspejl.access.handed_to import stewards_of, team_of
from kulturspejl.access.sight import grants_on
from kulturspejl.records.people import User
from kulturspejl.records.rounds import Round
from kulturspejl.values.letters import Somebody


def to_ask(found: Round, day: date) -> Somebody | None:
    """Who made the round; where they have left, who let it out, and then who leads or represents the unit now."""
    return _first(found, (found.requested_by, found.approved_by), day)


def to_ask_about_the_result(found: Round, day: date) -> Somebody | None:
    """Who let the round out, and so stands for it; where they have left, who made it, and then the same."""
    return _first(found, (found.approved_by, found.requested_by), day)


def still_there(users: Iterable[User], organisation_id: uuid.UUID, day: date) -> list[User]:
    """Those of them who can sign in and have a permission in the organisation, in the order given."""
    active = [user for user in users if user.is_active]
    rows = grants_on(day).filter(organisation_id=organisation_id, user_id__in=[user.id for user in active])
    there = set(rows.values_list("user_id", flat=True))
    return [user for user in active if user.id in there]


def _first(found: Round, users: Iterable[User | None], day: date) -> Somebody | None:
    named = [user for user in users if user is not None]
    people = still_there(named, found.organisation_id, day)
    if not people:
        people = team_of(found.organisation_id, found.root_id, day) or stewards_of(found.organisation_id, day)
    # Where nobody is left at all, somebody who once was is better than nobody.
    people = people or [user for user in named if user.is_active]
    return Somebody(str(people[0]), people[0].email) if people else None

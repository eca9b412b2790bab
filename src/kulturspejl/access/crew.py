"""Who leads and who represents (AMR, TR) some units: one query for all of them, then look-ups."""

import uuid
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from kulturspejl.access.sight import grants_on
from kulturspejl.core.permissions import REPRESENTATIVES, Role
from kulturspejl.core.permissions.reach import roles_on
from kulturspejl.values.tree import TreeNow, tree_on


@dataclass(frozen=True)
class Post:
    """Somebody in a role; `person` is the name, or the address where there is none."""

    user_id: uuid.UUID
    role: Role
    person: str
    email: str


@dataclass(frozen=True)
class Crew:
    """`posts`: leaders, AMR and TR by the unit they were given for; None for the whole organisation."""

    tree: TreeNow
    posts: Mapping[uuid.UUID | None, tuple[Post, ...]]

    def leaders(self, unit_id: uuid.UUID) -> list[Post]:
        """Who leads the unit itself."""
        return [post for post in self.posts.get(unit_id, ()) if post.role == Role.LEADER]

    def representatives(self, unit_id: uuid.UUID) -> list[Post]:
        """AMR and TR who reach the unit and do not lead it."""
        leaders = {post.user_id for post in self.leaders(unit_id)}
        line = self.tree.line_up(unit_id) or [unit_id]
        return [
            post
            for place in (None, *line)
            for post in self.posts.get(place, ())
            if REPRESENTATIVES & roles_on({place: frozenset({post.role})}, line) and post.user_id not in leaders
        ]


def crew_of(organisation_id: uuid.UUID, unit_ids: Collection[uuid.UUID], tree: TreeNow, day: date) -> Crew:
    """The crew of these units, and of those above them whose representatives reach down."""
    places = set(unit_ids).union(*(tree.line_up(unit_id) for unit_id in unit_ids))
    rows = (
        grants_on(day)
        .filter(Q(unit_id__in=places) | Q(unit__isnull=True), organisation_id=organisation_id)
        .filter(role__in=(Role.LEADER, *REPRESENTATIVES))
        .order_by("starts", "id")
    )
    posts: dict[uuid.UUID | None, list[Post]] = defaultdict(list)
    for unit_id, user_id, role, name, email in rows.values_list(
        "unit_id", "user_id", "role", "user__name", "user__email"
    ):
        posts[unit_id].append(Post(user_id, Role(role), name or email, email))
    return Crew(tree, {unit_id: tuple(found) for unit_id, found in posts.items()})


def is_represented(organisation_id: uuid.UUID, unit_id: uuid.UUID, day: date) -> bool:
    """Whether an AMR or TR reaches the unit."""
    return bool(crew_of(organisation_id, [unit_id], tree_on(organisation_id, day), day).representatives(unit_id))

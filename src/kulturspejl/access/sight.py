"""Who somebody is in an organisation on a day: their roles at every unit, made once a page and handed on.

Two queries make it, the person's own grants and the tree; every question after that is a look-up. A page that asks
for one unit after another asks this value, never the tables.
"""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Q, QuerySet

from kulturspejl.core.permissions import Role, Verb, may
from kulturspejl.core.permissions.reach import handed_down, roles_on
from kulturspejl.records.people import Grant, User
from kulturspejl.values.tree import TreeNow, tree_on


@dataclass(frozen=True)
class Sight:
    """`held` has the person's own grants: roles by the unit they were given for, None for the whole organisation.

    It answers for units of this organisation alone: whoever asks has the unit from a row that belongs to it.
    """

    user_id: uuid.UUID | None
    organisation_id: uuid.UUID
    day: date
    tree: TreeNow
    held: Mapping[uuid.UUID | None, frozenset[Role]]

    @property
    def everywhere(self) -> frozenset[Role]:
        """Roles in the whole organisation."""
        return self.held.get(None, frozenset())

    def at(self, unit_id: uuid.UUID) -> frozenset[Role]:
        """Roles at the unit: given for it, or for one above it that reaches down; a closed one where it stood last."""
        return roles_on(self.held, self.tree.line_up(unit_id) or [unit_id])

    def along(self, unit_ids: Iterable[uuid.UUID]) -> frozenset[Role]:
        """Roles at any of the units."""
        return frozenset[Role]().union(*(self.at(unit_id) for unit_id in unit_ids))

    def may(self, verb: Verb, unit_id: uuid.UUID) -> bool:
        """Whether this person may do this at the unit."""
        return may(verb, self.at(unit_id))

    @cached_property
    def by_unit(self) -> Mapping[uuid.UUID, frozenset[Role]]:
        """Roles at each unit of the tree, units without any left out: one walk from the top."""
        found: dict[uuid.UUID | None, frozenset[Role]] = {None: handed_down(self.everywhere)}
        for unit in self.tree.parents_first:
            above = handed_down(found[self.tree.parent_of(unit)])
            found[unit.id] = above | self.everywhere | self.held.get(unit.id, frozenset())
        return {unit_id: roles for unit_id, roles in found.items() if unit_id is not None and roles}

    @cached_property
    def by_closed_unit(self) -> Mapping[uuid.UUID, frozenset[Role]]:
        """The same of the units that are closed."""
        found = {unit_id: self.at(unit_id) for unit_id in self.tree.closed}
        return {unit_id: roles for unit_id, roles in found.items() if roles}


def grants_on(day: date) -> "QuerySet[Grant]":
    """Grants in force on the day."""
    lasting = Grant.objects.filter(ended_at__isnull=True)
    return lasting.filter(Q(ends__isnull=True) | Q(ends__gte=day), starts__lte=day)


def sights_of(user: User, day: date) -> list[Sight]:
    """What the user is in each organisation in which they are anything on the day; their grants are one query."""
    held: dict[uuid.UUID, dict[uuid.UUID | None, frozenset[Role]]] = defaultdict(lambda: defaultdict(frozenset))
    mine = grants_on(day).filter(user=user) if user.is_authenticated else Grant.objects.none()
    rows = mine.order_by("starts", "id").values_list("organisation_id", "unit_id", "role")
    for organisation_id, unit_id, role in rows:
        held[organisation_id][unit_id] |= {Role(role)}
    return [Sight(user.id, one, day, tree_on(one, day), dict(roles)) for one, roles in held.items()]


def sight_of(user: User | None, organisation_id: uuid.UUID, day: date) -> Sight:
    """What the user is in the organisation on the day; nothing at all for a visitor who has not signed in."""
    known = user is not None and user.is_authenticated
    held: dict[uuid.UUID | None, frozenset[Role]] = defaultdict(frozenset)
    if known:
        rows = grants_on(day).filter(user=user, organisation_id=organisation_id)
        for unit_id, role in rows.values_list("unit_id", "role"):
            held[unit_id] |= {Role(role)}
    return Sight(user.id if known and user else None, organisation_id, day, tree_on(organisation_id, day), dict(held))

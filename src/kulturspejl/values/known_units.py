"""The organisation's units with their own ids, as a list of units is held against them."""

import uuid
from datetime import date

from kulturspejl.core.units.line import Known
from kulturspejl.records.organisation import Unit
from kulturspejl.values.tree import TreeNow, tree_on


def known_units(organisation_id: uuid.UUID, day: date) -> list[Known]:
    """All of them, parents first, and after them those that are closed: three queries."""
    tree = tree_on(organisation_id, day)
    own_ids = dict(Unit.objects.filter(organisation_id=organisation_id).values_list("id", "external_id"))
    return [*_known(tree, own_ids, is_closed=False), *_known(tree, own_ids, is_closed=True)]


def _known(tree: TreeNow, own_ids: dict[uuid.UUID, str], *, is_closed: bool) -> list[Known]:
    units = list(tree.closed.values()) if is_closed else tree.parents_first
    return [Known(one.id, own_ids.get(one.id, ""), one.name, one.parent, one.headcount, is_closed) for one in units]

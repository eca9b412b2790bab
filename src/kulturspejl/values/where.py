"""What a unit is called wherever it is only named: one that is closed keeps its name, and is never "everywhere"."""

import uuid
from dataclasses import dataclass

from kulturspejl.values.tree import TreeNow


@dataclass(frozen=True)
class Where:
    """A unit by name; `is_closed`: nobody is asked there any more."""

    name: str
    is_closed: bool = False


def where_of(tree: TreeNow, unit_id: uuid.UUID) -> Where:
    """The unit as it is called on the tree's day, or was called last."""
    found = tree.get(unit_id)
    return Where(found.name if found else "", is_closed=unit_id not in tree.units)

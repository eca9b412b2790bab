"""How many levels a tree of units may have, and which units would come to stand too far down."""

from collections.abc import Hashable, Mapping
from typing import TypeVar

from kulturspejl.core.text import Text
from kulturspejl.core.writing.sentence import filled

MOST_LEVELS = 20
TOO_DEEP = filled(
    Text(
        da="Enheden kommer til at ligge mere end {most} niveauer nede, og flere er der ikke plads til. Se "
        "efter, om den ligger under den rigtige enhed.",
        en="The unit would stand more than {most} levels down, and there is no room for more. See whether it "
        "stands under the right unit.",
    ),
    most=MOST_LEVELS,
)

Unit = TypeVar("Unit", bound=Hashable)


def levels(parents: Mapping[Unit, Unit | None]) -> dict[Unit, int]:
    """How far down each unit stands: 1 at the top and where the parent is not in `parents`, 0 in a ring or below one.

    Every unit is looked at once.
    """
    found: dict[Unit, int] = {}
    for start in parents:
        path: dict[Unit, None] = {}
        at: Unit | None = start
        while at is not None and at in parents and at not in found and at not in path:
            path[at] = None
            at = parents[at]
        is_ring = at is not None and (at in path or found.get(at) == 0)
        level = found.get(at, 0) if at is not None else 0
        for unit in reversed(path):
            level = 0 if is_ring else level + 1
            found[unit] = level
    return found


def too_deep(before: Mapping[Unit, Unit | None], after: Mapping[Unit, Unit | None]) -> list[Unit]:
    """The units that would come to stand one level too far down, and stand higher today or nowhere.

    Those below them are not named too. A tree that is too deep already may be changed, as long as nothing sinks.
    """
    today, then = levels(before), levels(after)
    return [unit for unit, level in then.items() if level == MOST_LEVELS + 1 and today.get(unit, 0) <= MOST_LEVELS]

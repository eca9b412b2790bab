"""The matrix of answers that versions before migration 0011 kept of a closed round: read once more, for its result.

The migration makes the round's release anew from it by the rules of this version,
and then the answers are gone. Nothing writes such a matrix any more.
"""

from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kulturspejl.core.disclosure.closed_round import COUNTED, AskedUnit, ClosedRound, release_of
from kulturspejl.library.policies import load_policy


class CannotRemake(Exception):
    """A round's result could not be made anew from its matrix; which round, and why."""


def remade(found: Any, units: Iterable[Any], *, width: int, blocks: list[list[Any]], rows: bytes) -> dict[str, Any]:
    """The release of the round `found` and its `units` (rows of the tables as they are, or as they were), as JSON.

    `rows` is little-endian uint16, `width` numbers a row; `blocks` says [[round unit id, category, rows], …].
    Raises CannotRemake.
    """
    try:
        closed = ClosedRound(
            units=[_asked(unit) for unit in units],
            content=found.content,
            points=found.points,
            preferred=found.preferred,
            policy=load_policy(found.policy_version).raised_to(found.minimum),
        )
        return release_of(closed, _answers(width, blocks, rows)).to_json()
    except (ValueError, LookupError, TypeError) as error:
        raise CannotRemake(f"The result of round {found.id} cannot be made anew: {error}") from error


def _answers(width: int, blocks: list[list[Any]], rows: bytes) -> dict[str, NDArray[np.uint16]]:
    numbers = np.frombuffer(rows, dtype="<u2").reshape(-1, width)
    found, start = {}, 0
    for unit, category, count in blocks:
        if category == COUNTED:
            found[str(unit)] = numbers[start : start + count]
        start += count
    return found


def _asked(unit: Any) -> AskedUnit:
    parent = str(unit.parent_id) if unit.parent_id else None
    return AskedUnit(str(unit.id), unit.name, parent, unit.invited.get(COUNTED, 0))

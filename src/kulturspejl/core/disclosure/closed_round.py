"""From what a closed round was (its units, its text, its rules) and its answers to the one result."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from kulturspejl.core.content.any_instrument import any_from_json
from kulturspejl.core.disclosure.census import Answers, Place
from kulturspejl.core.disclosure.policy import Policy
from kulturspejl.core.disclosure.release import make_release
from kulturspejl.core.disclosure.released import Codes, Released
from kulturspejl.core.writing.order import danish_key

COUNTED = "E"
"""The category of those who are counted: employees. A leader's answer stands in no mean."""


@dataclass(frozen=True, slots=True)
class AskedUnit:
    """A unit as it was when the round was made; `invited` counts its own employees."""

    unit: str
    name: str
    parent: str | None
    invited: int


@dataclass(frozen=True)
class ClosedRound:
    """`content` is the instrument as JSON, `points` a dimension, `policy` the rules of the round's own time."""

    units: Sequence[AskedUnit]
    content: Mapping[str, Any]
    points: int
    preferred: str
    policy: Policy


def release_of(closed: ClosedRound, answers: Mapping[str, Answers]) -> Released:
    """The Released of a round from `answers[unit]`, (n, width) rows of its counted people in any order.

    Units stand parents first, then by name; one without answers may be left out. The same answers in any order give
    the same result. Raises ValueError as `make_release` does, TooMany where more answered than were invited.
    """
    instrument = any_from_json(closed.content)
    return make_release(
        places=[_place(unit, answers) for unit in _parents_first(closed.units)],
        answers={unit: np.asarray(rows, dtype=np.int64) for unit, rows in answers.items()},
        content=instrument.ref(),
        policy=closed.policy,
        asked=instrument.asked(closed.points, closed.preferred),
    )


def _place(unit: AskedUnit, answers: Mapping[str, Answers]) -> Place:
    used = len(answers[unit.unit]) if unit.unit in answers else 0
    return Place(unit.unit, unit.name, unit.parent, unit.invited, Codes(made=unit.invited, used=used))


def _parents_first(units: Sequence[AskedUnit]) -> list[AskedUnit]:
    below: dict[str | None, list[AskedUnit]] = {}
    for unit in sorted(units, key=lambda one: danish_key(one.name)):
        below.setdefault(unit.parent, []).append(unit)
    ordered: list[AskedUnit] = []
    waiting = list(reversed(below.get(None, [])))
    while waiting:
        unit = waiting.pop()
        ordered.append(unit)
        waiting.extend(reversed(below.get(unit.unit, [])))
    return ordered

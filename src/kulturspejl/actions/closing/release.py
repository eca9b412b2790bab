"""From the shut boxes to the one release row: the answers are opened in memory, and nowhere else."""

import uuid

import numpy as np
from django.db import transaction
from numpy.typing import NDArray

from kulturspejl.actions import ballots
from kulturspejl.actions.rounds.finding import lock_round
from kulturspejl.core.content.any_instrument import any_from_json
from kulturspejl.core.disclosure.closed_round import COUNTED, AskedUnit, ClosedRound, release_of
from kulturspejl.core.disclosure.released import Released
from kulturspejl.records.models import Round, RoundState, RoundUnit
from kulturspejl.values import releases
from kulturspejl.values.policies import policy_of


def open_boxes(round_id: uuid.UUID, rng: np.random.Generator) -> dict[str, NDArray[np.uint16]]:
    """The answers of those who count, by unit, in random order and without serials: in memory, and nowhere else.

    Raises KeyGone where the boxes cannot be opened.
    """
    found = Round.objects.get(id=round_id)
    width = len(any_from_json(found.content).sheet(found.points, found.preferred).keys)
    opened = {}
    for unit in RoundUnit.objects.filter(round_id=round_id).order_by("id").values_list("id", flat=True):
        by_category = ballots.read_matrix(round_id, unit, width, rng)
        if COUNTED in by_category:
            opened[str(unit)] = by_category[COUNTED]
    return opened


def make_and_keep(round_id: uuid.UUID, answers: dict[str, NDArray[np.uint16]]) -> None:
    """Plan, compute, and keep the release in one transaction.

    The same boxes give the same release, so a close that was cut short before this commit begins again; after it,
    nothing needs them.
    """
    released = _released(round_id, answers)
    with transaction.atomic():
        lock_round(round_id, RoundState.CLOSING)
        releases.keep(round_id, released)


def _released(round_id: uuid.UUID, answers: dict[str, NDArray[np.uint16]]) -> Released:
    found = Round.objects.get(id=round_id)
    closed = ClosedRound(
        units=[_asked(unit) for unit in RoundUnit.objects.filter(round_id=round_id).order_by("id")],
        content=found.content,
        points=found.points,
        preferred=found.preferred,
        policy=policy_of(found),
    )
    return release_of(closed, answers)


def _asked(unit: RoundUnit) -> AskedUnit:
    parent = str(unit.parent_id) if unit.parent_id else None
    return AskedUnit(str(unit.id), unit.name, parent, unit.invited.get(COUNTED, 0))

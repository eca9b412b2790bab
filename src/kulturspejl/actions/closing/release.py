"""From the shut boxes to the one release row: the answers are opened in memory, and nowhere else."""

import uuid

import numpy as np
from django.db import transaction
from numpy.typing import NDArray

from kulturspejl.access.seeing import policy_of
from kulturspejl.actions import ballots
from kulturspejl.actions.rounds.finding import lock_round
from kulturspejl.core.content.answers import AnswerForm, keys_of
from kulturspejl.core.disclosure.closed_round import COUNTED, AskedUnit, ClosedRound, release_of
from kulturspejl.core.disclosure.released import Released
from kulturspejl.records.models import Release, Round, RoundState, RoundUnit


def make_and_keep(round_id: uuid.UUID, rng: np.random.Generator) -> None:
    """Open the boxes, plan and compute, and keep the release in one transaction.

    The same boxes give the same release, so a close that was cut short before this commit begins again; after it,
    nothing needs them. Raises KeyGone where the boxes cannot be opened.
    """
    released = _released(round_id, rng)
    with transaction.atomic():
        lock_round(round_id, RoundState.CLOSING)
        Release.objects.create(round_id=round_id, released=released.to_json())


def _released(round_id: uuid.UUID, rng: np.random.Generator) -> Released:
    found = Round.objects.get(id=round_id)
    units = list(RoundUnit.objects.filter(round_id=round_id).order_by("id"))
    width = len(keys_of(AnswerForm(total=found.points, preferred=found.preferred)))
    return release_of(
        ClosedRound(
            units=[_asked(unit) for unit in units],
            content=found.content,
            points=found.points,
            preferred=found.preferred,
            policy=policy_of(found),
        ),
        _opened(round_id, [unit.id for unit in units], width, rng),
    )


def _opened(
    round_id: uuid.UUID, units: list[uuid.UUID], width: int, rng: np.random.Generator
) -> dict[str, NDArray[np.uint16]]:
    """The answers of those who count, by unit, in random order and without serials."""
    opened = {}
    for unit in units:
        by_category = ballots.read_matrix(round_id, unit, width, rng)
        if COUNTED in by_category:
            opened[str(unit)] = by_category[COUNTED]
    return opened


def _asked(unit: RoundUnit) -> AskedUnit:
    parent = str(unit.parent_id) if unit.parent_id else None
    return AskedUnit(str(unit.id), unit.name, parent, unit.invited.get(COUNTED, 0))

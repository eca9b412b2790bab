"""From the sealed matrix to the one release row."""

import uuid

import numpy as np
from django.db import transaction

from kulturspejl.actions.closing.seal import read_sealed
from kulturspejl.core.content.parse import instrument_from_json
from kulturspejl.core.disclosure.policy import Policy
from kulturspejl.core.disclosure.release import Place, make_release
from kulturspejl.core.disclosure.released import Codes, Released
from kulturspejl.core.sorting import danish_key
from kulturspejl.library.policies import load_policy
from kulturspejl.records.models import Round, RoundUnit, SealedMatrix
from kulturspejl.values import releases


def make_and_keep(round_id: uuid.UUID) -> None:
    """Plan, compute and keep the release. The same matrix gives the same release, so a repeat changes nothing."""
    released = release_of(round_id)
    with transaction.atomic():
        releases.keep(round_id, released)


def release_of(round_id: uuid.UUID) -> Released:
    """The release of a sealed round, computed from its matrix. Leaders' answers (L) stand in no mean."""
    found = Round.objects.get(id=round_id)
    blocks = read_sealed(SealedMatrix.objects.get(round_id=round_id))
    answers = {unit: rows.astype(np.int64) for (unit, category), rows in blocks.items() if category == "E"}
    units = list(RoundUnit.objects.filter(round_id=round_id))
    instrument = instrument_from_json(found.content)
    return make_release(
        places=[_place(unit, answers) for unit in _parents_first(units)],
        answers=answers,
        content=instrument.ref(),
        total=found.points,
        preferred_form=found.preferred,
        policy=_policy(found),
        reading=instrument.reading_lines(),
    )


def _place(unit: RoundUnit, answers: dict[str, np.ndarray[tuple[int, ...], np.dtype[np.int64]]]) -> Place:
    invited = unit.invited.get("E", 0)
    used = len(answers.get(str(unit.id), ()))
    return Place(
        unit=str(unit.id), name=unit.name, parent=str(unit.parent_id) if unit.parent_id else None,
        invited=invited, codes=Codes(made=invited, used=used),
    )  # fmt: skip


def _parents_first(units: list[RoundUnit]) -> list[RoundUnit]:
    below: dict[uuid.UUID | None, list[RoundUnit]] = {}
    for unit in sorted(units, key=lambda one: danish_key(one.name)):
        below.setdefault(unit.parent_id, []).append(unit)
    ordered: list[RoundUnit] = []
    waiting = list(below.get(None, []))
    while waiting:
        unit = waiting.pop(0)
        ordered.append(unit)
        waiting = below.get(unit.id, []) + waiting
    return ordered


def _policy(found: Round) -> Policy:
    """The rules of the round's own time, with the organisation's minimum where that was higher."""
    return load_policy(found.policy_version).raised_to(found.minimum)

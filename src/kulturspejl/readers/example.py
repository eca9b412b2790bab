"""A made-up team, drawn by the very reader that makes the result page: what will be shown, before anything is."""

import uuid
from collections.abc import Iterable
from typing import Any

import numpy as np

from kulturspejl.core.content.answers import AnswerForm, keys_of
from kulturspejl.core.content.instrument import AllocationInstrument
from kulturspejl.core.disclosure.release import Place, make_release
from kulturspejl.core.disclosure.released import Codes
from kulturspejl.readers.results import ResultPage
from kulturspejl.records.models import RoundUnit
from kulturspejl.values.policies import policy_of

SEED = 20260923
CENTRE = np.array([0.34, 0.18, 0.2, 0.28])
WISH = np.array([0.32, 0.27, 0.18, 0.23])


def example_of(unit: RoundUnit, instrument: AllocationInstrument) -> ResultPage:
    """A result page of invented answers under the round's own rules, with as many people as are invited.

    Where fewer than the minimum are invited the example is what they will really get: no numbers.
    """
    found = unit.round
    form = AnswerForm(total=found.points, preferred=found.preferred)
    invited = unit.invited.get("E", 0)
    answers = _invented(form, max(invited - 1, 0) if invited > found.minimum else invited)
    place = Place(unit=str(unit.id), name=unit.name, parent=None, invited=invited,
                  codes=Codes(made=invited, used=len(answers)))  # fmt: skip
    released = make_release(
        places=[place], answers={str(unit.id): answers}, content=instrument.ref(), policy=policy_of(found),
        asked=instrument.asked(found.points, found.preferred),
    )  # fmt: skip
    picture = released.units[str(unit.id)]
    return ResultPage(
        round_id=found.id, round_unit_id=uuid.UUID(int=0), unit_id=unit.unit_id, unit_name=unit.name, closed_on=None,
        picture=picture, total=found.points, preferred=found.preferred, instrument=instrument,
        policy=policy_of(found), released=released, lines=(),
        is_shared=False, may_share=False, may_plan=False, traits=(), is_example=True,
    )  # fmt: skip


def _invented(form: AnswerForm, people: int) -> "np.ndarray[tuple[int, ...], np.dtype[np.int64]]":
    """`people` rows of complete answers from a fixed seed; each block sums to its total."""
    rng = np.random.default_rng(SEED)
    rows = [_one(form, rng) for _ in range(people)]
    return np.array(rows, dtype=np.int64).reshape(people, len(keys_of(form)))


def _one(form: AnswerForm, rng: np.random.Generator) -> list[int]:
    own = rng.dirichlet(CENTRE * 12)
    row: list[int] = []
    for _ in range(6):
        row += _whole(rng.multinomial(form.total, own))
    if form.preferred == "drawn":
        return row + _whole(rng.multinomial(6 * form.total, rng.dirichlet(WISH * 20)))
    wish = rng.dirichlet(WISH * 20)
    for _ in range(6):
        row += _whole(rng.multinomial(form.total, wish))
    return row


def _whole(numbers: Iterable[Any]) -> list[int]:
    return [int(number) for number in numbers]

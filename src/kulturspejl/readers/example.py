"""A made-up team, drawn by the very reader that makes the result page: what will be shown, before anything is."""

import uuid
from collections.abc import Iterable

import numpy as np

from kulturspejl.core.content.answers import AnswerForm, keys_of
from kulturspejl.core.content.instrument import AllocationInstrument
from kulturspejl.core.disclosure.release import Place, make_release
from kulturspejl.core.disclosure.released import Codes
from kulturspejl.core.instruments.allocation.form import Block, blocks_of
from kulturspejl.readers.results import ResultPage
from kulturspejl.records.models import RoundUnit
from kulturspejl.values.policies import policy_of

SEED = 20260923


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
    """`people` rows of complete answers from a fixed seed, two and two each other's mirror image.

    So no culture comes out on top: whoever sees the example is about to answer, and must not be led by it.
    """
    rng = np.random.default_rng(SEED)
    blocks = blocks_of(form)
    rows: list[list[int]] = []
    for _ in range(people // 2):
        one = [_block(block, rng) for block in blocks]
        rows += [_row(one), _row([block.total // 2 - points for block, points in zip(blocks, one, strict=True)])]
    if people % 2:
        rows.append(_row([_even(block, at) for at, block in enumerate(blocks)]))
    return np.array(rows, dtype=np.int64).reshape(people, len(keys_of(form)))


Whole = np.ndarray[tuple[int, ...], np.dtype[np.int64]]


def _row(blocks: Iterable[Whole]) -> list[int]:
    return [int(points) for block in blocks for points in block]


def _block(block: Block, rng: np.random.Generator) -> Whole:
    """Points of which none is more than half, so that its mirror image has none below nothing."""
    while True:
        points = rng.multinomial(block.total, rng.dirichlet(np.full(len(block.keys), 6.0)))
        if 2 * points.max() <= block.total:
            return np.asarray(points, dtype=np.int64)


def _even(block: Block, at: int) -> Whole:
    """As even as whole points can be; what is left goes to the first two and the last two in turn."""
    each, left = divmod(block.total, len(block.keys))
    places = np.arange(len(block.keys))
    order = places if at % 2 else places[::-1]
    return np.asarray(each + (order < left), dtype=np.int64)

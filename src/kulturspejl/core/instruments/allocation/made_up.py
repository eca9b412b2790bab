"""Made-up answers for the example that is shown before anybody answers: in them no culture comes out on top."""

from collections.abc import Iterable

import numpy as np

from kulturspejl.core.instruments.allocation.form import AnswerForm, Block, blocks_of, keys_of
from kulturspejl.core.statistics.shapes import Whole


def made_up(form: AnswerForm, people: int, rng: np.random.Generator) -> Whole:
    """`people` rows of complete answers, (people, numbers), two and two each other's mirror image.

    Whoever sees the example is about to answer, and must not be led by it.
    """
    blocks = blocks_of(form)
    rows: list[list[int]] = []
    for _ in range(people // 2):
        one = [_block(block, rng) for block in blocks]
        rows += [_row(one), _row([block.total // 2 - points for block, points in zip(blocks, one, strict=True)])]
    if people % 2:
        rows.append(_row([_even(block, at) for at, block in enumerate(blocks)]))
    return np.array(rows, dtype=np.int64).reshape(people, len(keys_of(form)))


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

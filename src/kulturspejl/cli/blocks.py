"""Blocks of four cells (one dimension, or the drawn profile): which are whole, and what is wrong with the rest."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kulturspejl.cli import left_out
from kulturspejl.cli.left_out import LeftOut
from kulturspejl.cli.points import sums_of_small
from kulturspejl.core.tables.numbers import TEXT
from kulturspejl.core.tables.plain_numbers import Numbers, Small, is_small, large

WHOLE, EMPTY, WORDY, NEGATIVE, GAP, SUM = range(6)
EXACT = 1e-9
LEFT_OUT = -1
"""Stands for each point of a block that is not whole: points are never below zero."""


@dataclass(frozen=True)
class Blocks:
    """`cells` (n, 4b) as read; `names` and `totals` (b); `state` (n, b), one of WHOLE … SUM."""

    cells: Numbers
    names: Sequence[str]
    totals: Sequence[int]
    state: NDArray[np.int8]

    @classmethod
    def of(cls, cells: Numbers, names: Sequence[str], totals: Sequence[int]) -> "Blocks":
        """Judges every block: whole iff its four are there, none below zero, and the sum is the total."""
        state = np.zeros((len(cells), len(names)), dtype=np.int8)
        # Most rows of most files are whole, and that is soon seen of small whole numbers.
        look = ~_are_whole(cells, totals) if is_small(cells) else np.ones(len(cells), dtype=np.bool_)
        if look.any():
            state[look] = _states(large(cells[look]).reshape(-1, len(names), 4), totals)
        return cls(cells, names, totals, state)

    @property
    def points(self) -> Numbers:
        """The cells, LEFT_OUT in every block that is not whole."""
        if not self.state.any():
            return self.cells
        is_whole = np.repeat(self.state == WHOLE, 4, axis=1)
        return np.where(is_whole, self.cells, self.cells.dtype.type(LEFT_OUT))

    def whole(self, start: str) -> NDArray[np.int64]:
        """How many blocks whose name begins with `start` each row has whole, shape (n,)."""
        at = [place for place, name in enumerate(self.names) if name.startswith(start)]
        return (self.state[:, at] == WHOLE).sum(axis=1)

    def faults(self, lines: NDArray[np.int32]) -> Iterator[LeftOut]:
        """Every block that holds something and is not whole."""
        for row, place in np.argwhere(self.state > EMPTY):
            yield self._fault(int(lines[row]), int(row), int(place))

    def _fault(self, line: int, row: int, place: int) -> LeftOut:
        name = self.names[place]
        match self.state[row, place]:
            case 2:
                return left_out.wordy_block(line, name)
            case 3:
                return left_out.negative_block(line, name)
            case 4:
                return left_out.gap_in_block(line, name)
        found = float(large(self.cells[row, 4 * place : 4 * place + 4]).sum())
        return left_out.wrong_sum(line, name, found, self.totals[place])


def _are_whole(cells: Small, totals: Sequence[int]) -> NDArray[np.bool_]:
    """Which rows (n,) are whole in every block."""
    sums, is_positive = sums_of_small(cells)
    return np.asarray((is_positive & (sums == np.asarray(totals))).all(axis=1))


def _states(four: NDArray[np.float64], totals: Sequence[int]) -> NDArray[np.int8]:
    there = np.where(np.isfinite(four), four, 0.0)
    off = np.abs(there.sum(axis=2) - np.asarray(totals)) >= EXACT
    faults = [
        (EMPTY, np.isnan(four).all(axis=2)),
        (WORDY, (four == TEXT).any(axis=2)),
        (NEGATIVE, (there < 0).any(axis=2)),
        (GAP, np.isnan(four).any(axis=2)),
        (SUM, off),
    ]
    return np.select([where for _, where in faults], [kind for kind, _ in faults], WHOLE).astype(np.int8)

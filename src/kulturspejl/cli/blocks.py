"""Blocks of four cells (one dimension, or the drawn profile): which are whole, and what is wrong with the rest."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kulturspejl.cli import left_out
from kulturspejl.cli.left_out import LeftOut
from kulturspejl.core.tables.numbers import TEXT

WHOLE, EMPTY, WORDY, NEGATIVE, GAP, SUM = range(6)
EXACT = 1e-9


@dataclass(frozen=True)
class Blocks:
    """`cells` (n, 4b) as read; `names` and `totals` (b); `state` (n, b), one of WHOLE … SUM."""

    cells: NDArray[np.float64]
    names: Sequence[str]
    totals: Sequence[int]
    state: NDArray[np.int8]

    @classmethod
    def of(cls, cells: NDArray[np.float64], names: Sequence[str], totals: Sequence[int]) -> "Blocks":
        """Judges every block: whole iff its four are there, none below zero, and the sum is the total."""
        four = cells.reshape(len(cells), len(names), 4)
        there = np.where(np.isfinite(four), four, 0.0)
        off = np.abs(there.sum(axis=2) - np.asarray(totals)) >= EXACT
        faults = [
            (EMPTY, np.isnan(four).all(axis=2)),
            (WORDY, (four == TEXT).any(axis=2)),
            (NEGATIVE, (there < 0).any(axis=2)),
            (GAP, np.isnan(four).any(axis=2)),
            (SUM, off),
        ]
        state = np.select([where for _, where in faults], [kind for kind, _ in faults], WHOLE)
        return cls(cells, names, totals, state.astype(np.int8))

    @property
    def points(self) -> NDArray[np.float64]:
        """The cells, nan in every block that is not whole."""
        return np.where(np.repeat(self.state == WHOLE, 4, axis=1), self.cells, np.nan)

    def whole(self, start: str) -> NDArray[np.int64]:
        """How many blocks whose name begins with `start` each row has whole, shape (n,)."""
        at = [place for place, name in enumerate(self.names) if name.startswith(start)]
        return (self.state[:, at] == WHOLE).sum(axis=1)

    def faults(self, lines: Sequence[int]) -> Iterator[LeftOut]:
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
        found = float(self.cells[row, 4 * place : 4 * place + 4].sum())
        return left_out.wrong_sum(line, name, found, self.totals[place])

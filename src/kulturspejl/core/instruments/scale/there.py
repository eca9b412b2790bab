"""The usable answers on a scale, by unit, and what is counted of groups of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kulturspejl.core.instruments.base.asked import Answers, Group
from kulturspejl.core.instruments.scale.form import GAP, LEAST, NOW, PREFERRED
from kulturspejl.core.instruments.scale.numbers import ScaleNumbers
from kulturspejl.core.instruments.scale.told import told
from kulturspejl.core.statistics.moments import Moments, squares_of
from kulturspejl.core.statistics.shapes import Floats


@dataclass(frozen=True)
class ThereOnScale:
    """`rows[unit]` (n, items) of whole answers, (n, 2 · items) where `has_goal`: what is, then the goals."""

    rows: Mapping[str, Answers]
    most: int
    has_goal: bool

    def count(self, unit: str) -> int:
        """How many."""
        return len(self.rows.get(unit, ()))

    def moments(self, groups: Mapping[str, Sequence[str]], floor: float) -> dict[str, Moments]:
        """Of each group in which anybody has answered."""
        there = {name: [self.rows[unit] for unit in units if self.count(unit)] for name, units in groups.items()}
        return {name: self._moments(in_one_order(rows), floor) for name, rows in there.items() if rows}

    def described(self, units: Sequence[str], *, invited: int | None) -> ScaleNumbers | None:
        """All numbers of these units together, without a floor."""
        found = self.moments({"": units}, 0.0)
        return told(Group(found[""], invited), self.most) if found else None

    def camps(self, units: Sequence[str]) -> dict[str, None]:
        """A scale has one column: nobody can put another first."""
        return dict.fromkeys(units)

    def _moments(self, rows: Floats, floor: float) -> Moments:
        periods = _by_period(rows, self.has_goal)
        scores = {period: one.mean(axis=1, keepdims=True) for period, one in periods.items()}
        if self.has_goal:
            scores[GAP] = scores[PREFERRED] - scores[NOW]
        return Moments(
            len(rows),
            {period: squares_of(one, floor) for period, one in scores.items()},
            {period: squares_of(one, floor) for period, one in periods.items() if one.shape[1] > 1},
            is_drawn=False,
        )


def in_one_order(parts: Sequence[Answers]) -> Floats:
    """Together, in an order that says nothing, so that sums end in the same digits however the answers came."""
    rows: Floats = np.concatenate(parts).astype(np.float64)
    return rows[np.lexsort(rows.T[::-1])]


def _by_period(rows: Floats, has_goal: bool) -> dict[str, Floats]:
    if not has_goal:
        return {NOW: rows}
    items = rows.shape[1] // 2
    return {NOW: rows[:, :items], PREFERRED: rows[:, items:]}


def gathered(answers: Mapping[str, Answers], most: int, *, has_goal: bool) -> ThereOnScale:
    """Those whose every number is a step from 1 to `most`. ValueError on a table that is no form of a scale."""
    widths = {rows.shape[1] for rows in answers.values() if rows.ndim == 2}
    if any(rows.ndim != 2 for rows in answers.values()) or len(widths) > 1 or (has_goal and any(w % 2 for w in widths)):
        raise ValueError(f"answers do not fit a scale: {sorted(widths)} numbers each")
    return ThereOnScale({unit: rows[is_whole(rows, most)] for unit, rows in answers.items()}, most, has_goal)


def is_whole(rows: Answers, most: int) -> NDArray[np.bool_]:
    """Which rows have nothing but steps from 1 to `most`."""
    fits = (rows >= LEAST) & (rows <= most) & (rows == np.rint(rows))
    return np.asarray(fits.all(axis=1))

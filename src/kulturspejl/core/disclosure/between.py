"""How far units differ: one-way ANOVA over the units whose own picture is shown, from their moments."""

import math
from collections.abc import Sequence

import numpy as np

from kulturspejl.core.disclosure.released import Between, Likeness
from kulturspejl.core.statistics import icc_of
from kulturspejl.core.statistics.moments import Moments, Squares


def between(groups: Sequence[Moments], columns: Sequence[str]) -> dict[str, Between]:
    """By period, of the scores that `columns` name (science C11).

    Empty where fewer than two groups, or no group of two, leave nothing to compare.
    """
    if len(groups) < 2 or sum(one.n for one in groups) <= len(groups):
        return {}
    found = {period: [one.scores[period] for one in groups if period in one.scores] for period in groups[0].scores}
    return {period: _period(there, columns) for period, there in found.items() if _can_be_compared(there)}


def _can_be_compared(groups: Sequence[Squares]) -> bool:
    return len(groups) > 1 and sum(one.n for one in groups) > len(groups)


def _period(groups: Sequence[Squares], columns: Sequence[str]) -> Between:
    sizes = np.array([one.n for one in groups], dtype=np.float64)
    means, squares = np.array([one.mean for one in groups]), np.array([one.about for one in groups])
    found = [icc_of(sizes, means[:, at], squares[:, at]) for at in range(len(columns))]
    told = {
        column: Likeness(*map(_known, (one.icc1, one.icc1_n0, one.icc2, one.msb, one.msw, one.f, one.p)))
        for column, one in zip(columns, found, strict=True)
    }
    msb, msw = sum(one.msb for one in found), sum(one.msw for one in found)
    return Between(int(found[0].n_groups), told, _profile(msb, msw, found[0].n_bar, found[0].n0))


def _profile(msb: float, msw: float, n_bar: float, n0: float) -> Likeness:
    """The squares of all columns summed; a pseudo-F, so without a p."""
    return Likeness(
        icc1=_ratio(msb - msw, msb + (n_bar - 1) * msw),
        icc1_n0=_ratio(msb - msw, msb + (n0 - 1) * msw),
        icc2=_ratio(msb - msw, msb),
        msb=_known(msb),
        msw=_known(msw),
        f=_ratio(msb, msw),
        p=None,
    )


def _ratio(above: float, below: float) -> float | None:
    return _known(above / below) if below else None


def _known(value: float) -> float | None:
    return float(value) if math.isfinite(value) else None

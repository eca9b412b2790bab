"""How much a group agrees: rWG and r* against a null, average deviation, and AWG. One value a group."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from kulturspejl.core.statistics.shapes import Floats, as_items, as_vector, complete_blocks

_Vector = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


class ByGroup(_Vector):
    """An array with one value a group; its `.groups` stand in order of first appearance. NaN where undefined."""

    groups: tuple[object, ...]

    def __new__(cls, values: ArrayLike, groups: tuple[object, ...]) -> "ByGroup":
        made = np.asarray(values, dtype=np.float64).view(cls)
        made.groups = groups
        return made

    def __array_finalize__(self, source: Any) -> None:
        groups: tuple[object, ...] = getattr(source, "groups", ())
        # A part or a sum of it belongs to no list of groups any more.
        self.groups = groups if self.shape == (len(groups),) else ()

    @property
    def values(self) -> Floats:
        """The same numbers as a plain array."""
        return self.view(np.ndarray)


def rwg(values: ArrayLike, groups: ArrayLike, null_variance: float) -> ByGroup:
    """Classic rWG = 1 − s²/σ², not under 0. `values` (n,), variance with n − 1. Source: James et al. 1984."""
    found = r_star(values, groups, null_variance)
    return ByGroup(np.maximum(found.values, 0.0), found.groups)


def r_star(values: ArrayLike, groups: ArrayLike, null_variance: float) -> ByGroup:
    """r* = 1 − s²/σ² of `values` (n,), untruncated: negative says that a group is split.

    NaN under two values. Source: Lindell, Brandt & Whitney 1999. Raises ValueError on another shape.
    """
    return r_star_j(as_vector(values, "values"), groups, null_variance)


def rwg_j(items: ArrayLike, groups: ArrayLike, null_variance: float) -> ByGroup:
    """rWG(J) = J(1 − q)/(J(1 − q) + q), q = min(s̄²/σ², 1), over complete cases. `items` (n, J). Source: C9."""
    array = as_items(items, "items")
    count = array.shape[1]
    share, names = _shares_of_null(array, groups, null_variance)
    return ByGroup(rwg_j_of(share, count), names)


def rwg_j_of(share: ArrayLike, items: int) -> Floats:
    """rWG(J) from the mean variance of J `items` as a `share` of the null variance."""
    q = np.minimum(share, 1.0)
    return np.asarray(items * (1 - q) / (items * (1 - q) + q), dtype=np.float64)


def r_star_j(items: ArrayLike, groups: ArrayLike, null_variance: float) -> ByGroup:
    """r*(J) = 1 − s̄²/σ², the mean variance over items against the null, complete cases, untruncated."""
    share, names = _shares_of_null(as_items(items, "items"), groups, null_variance)
    return ByGroup(1 - share, names)


def ad_mean(items: ArrayLike, groups: ArrayLike) -> ByGroup:
    """Average absolute deviation from the mean, divisor n, mean over items. Source: Burke & Dunlap 2002."""
    return _each(items, groups, lambda block: _deviation(block, block.mean(axis=0)))


def ad_median(items: ArrayLike, groups: ArrayLike) -> ByGroup:
    """Average absolute deviation from the median (midpoint of an even number), divisor n, mean over items."""
    return _each(items, groups, lambda block: _deviation(block, np.median(block, axis=0)))


def awg(items: ArrayLike, groups: ArrayLike, low: float, high: float) -> ByGroup:
    """AWG of Brown & Hauenstein 2005 on a scale from `low` (L) to `high` (H), mean over the items that have one.

    1 − 2s²/([(H + L)M − M² − HL]·k/(k − 1)): s² with k − 1 against half the greatest variance that a mean M of k
    people allows. Undefined (NaN) where M lies outside [(L(k−1)+H)/k, (H(k−1)+L)/k]; 1 where M is an end point.
    """
    return _each(items, groups, lambda block: _awg_block(block, low, high))


def _shares_of_null(
    array: Floats, groups: ArrayLike, null_variance: float
) -> tuple[Floats, tuple[object, ...]]:
    if not null_variance > 0:
        raise ValueError(f"the null variance must be above 0, got {null_variance}")
    blocks, names = complete_blocks(array, groups)
    return np.array([_mean_variance(block) for block in blocks]) / null_variance, names


def _mean_variance(block: Floats) -> float:
    return float(block.var(axis=0, ddof=1).mean()) if len(block) > 1 else float("nan")


def _each(items: ArrayLike, groups: ArrayLike, of_block: Callable[[Floats], float]) -> ByGroup:
    blocks, names = complete_blocks(as_items(items, "items"), groups)
    return ByGroup([of_block(block) if len(block) else np.nan for block in blocks], names)


def _deviation(block: Floats, centre: Floats) -> float:
    return float(np.abs(block - centre).mean())


def _awg_block(block: Floats, low: float, high: float) -> float:
    k = len(block)
    found = [_awg_item(column, k, low, high) for column in block.T] if k > 1 else []
    defined = [value for value in found if not np.isnan(value)]
    return float(np.mean(defined)) if defined else float("nan")


def _awg_item(column: Floats, k: int, low: float, high: float) -> float:
    mean = float(column.mean())
    if mean in (low, high):
        return 1.0
    if not (low * (k - 1) + high) / k <= mean <= (high * (k - 1) + low) / k:
        return float("nan")
    greatest = ((high + low) * mean - mean**2 - high * low) * k / (k - 1)
    return 1 - 2 * float(column.var(ddof=1)) / greatest

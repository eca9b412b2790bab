"""How much a group agrees: rWG and r* against a null, average deviation, and AWG. One value a group."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from kulturspejl.core.statistics.shapes import Floats, as_groups, as_items


@dataclass(frozen=True)
class ByGroup:
    """`values[i]` belongs to `groups[i]`; groups stand in order of first appearance. NaN where undefined."""

    values: Floats
    groups: tuple[object, ...]

    def __len__(self) -> int:
        return len(self.values)

    def __getitem__(self, at: int) -> float:
        return float(self.values[at])

    def __array__(self, dtype: object = None, copy: object = None) -> Floats:
        return self.values


def rwg(values: ArrayLike, groups: ArrayLike, null_variance: float) -> ByGroup:
    """Classic rWG = 1 − s²/σ², not under 0. `values` (n,), variance with n − 1. Source: James et al. 1984."""
    found = r_star(values, groups, null_variance)
    return ByGroup(np.maximum(found.values, 0.0), found.groups)


def r_star(values: ArrayLike, groups: ArrayLike, null_variance: float) -> ByGroup:
    """r* = 1 − s²/σ² untruncated: negative says that a group is split. Source: Lindell, Brandt & Whitney 1999."""
    return r_star_j(values, groups, null_variance)


def rwg_j(items: ArrayLike, groups: ArrayLike, null_variance: float) -> ByGroup:
    """rWG(J) = J(1 − q)/(J(1 − q) + q), q = min(s̄²/σ², 1), over complete cases. `items` (n, J). Source: C9."""
    array = as_items(items, "items")
    count = array.shape[1]
    q = np.minimum(_mean_variances(array, groups, null_variance), 1.0)
    names = as_groups(groups, len(array))[1]
    return ByGroup(count * (1 - q) / (count * (1 - q) + q), tuple(names))


def r_star_j(items: ArrayLike, groups: ArrayLike, null_variance: float) -> ByGroup:
    """r*(J) = 1 − s̄²/σ², the mean variance over items against the null, complete cases, untruncated."""
    array = as_items(items, "items")
    names = as_groups(groups, len(array))[1]
    return ByGroup(1 - _mean_variances(array, groups, null_variance), tuple(names))


def ad_mean(items: ArrayLike, groups: ArrayLike) -> ByGroup:
    """Average absolute deviation from the mean, divisor n, mean over items. Source: Burke & Dunlap 2002."""
    return _average_deviation(items, groups, lambda block: block.mean(axis=0))


def ad_median(items: ArrayLike, groups: ArrayLike) -> ByGroup:
    """Average absolute deviation from the median (midpoint of an even number), divisor n, mean over items."""
    return _average_deviation(items, groups, lambda block: np.median(block, axis=0))


def awg(items: ArrayLike, groups: ArrayLike, low: float, high: float) -> ByGroup:
    """AWG of Brown & Hauenstein 2005, mean over the items where it is defined.

    1 − 2s²/((H + L)·M − M² − H·L)·k/(k − 1))⁻¹ in their notation: s² with k − 1 against half the greatest variance
    that a mean M allows. Undefined (NaN) where M lies outside [(L(k−1)+H)/k, (H(k−1)+L)/k]; 1 where M is an end point.
    """
    array = as_items(items, "items")
    codes, names = as_groups(groups, len(array))
    values = [_awg_group(_complete(array[codes == at]), low, high) for at in range(len(names))]
    return ByGroup(np.array(values), tuple(names))


def _mean_variances(array: Floats, groups: ArrayLike, null_variance: float) -> Floats:
    if null_variance <= 0:
        raise ValueError(f"the null variance must be above 0, got {null_variance}")
    codes, names = as_groups(groups, len(array))
    blocks = [_complete(array[codes == at]) for at in range(len(names))]
    return (
        np.array([block.var(axis=0, ddof=1).mean() if len(block) > 1 else np.nan for block in blocks])
        / null_variance
    )


def _complete(block: Floats) -> Floats:
    return block[~np.isnan(block).any(axis=1)]


def _average_deviation(items: ArrayLike, groups: ArrayLike, centre: object) -> ByGroup:
    array = as_items(items, "items")
    codes, names = as_groups(groups, len(array))
    values = []
    for at in range(len(names)):
        block = _complete(array[codes == at])
        values.append(np.abs(block - centre(block)).mean() if len(block) else np.nan)  # type: ignore[operator]
    return ByGroup(np.array(values), tuple(names))


def _awg_group(block: Floats, low: float, high: float) -> float:
    k = len(block)
    if k < 2:
        return float("nan")
    found = [_awg_item(column, k, low, high) for column in block.T]
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

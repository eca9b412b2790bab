"""How far units differ: one-way analysis of variance with unequal groups, and the intraclass correlations."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from kulturspejl.core.statistics.laws import f_beyond
from kulturspejl.core.statistics.shapes import Floats, as_groups, as_vector


@dataclass(frozen=True, slots=True)
class IccResult:
    """`icc1` uses the mean group size (as R package multilevel), `icc1_n0` the corrected one. Never truncated."""

    icc1: float
    icc1_n0: float
    icc2: float
    msb: float
    msw: float
    f: float
    p: float
    n_groups: int
    n_bar: float
    n0: float


def icc(values: ArrayLike, groups: ArrayLike) -> IccResult:
    """One-way ANOVA of `values` (n,) over `groups` (n,); NaN values are left out (science C11).

    ICC(1) = (MSB − MSW)/(MSB + (n̄ − 1)·MSW) with n̄ = N/k, also with n0 = (N − Σn²/N)/(k − 1);
    ICC(2) = (MSB − MSW)/MSB. NaN where undefined. Raises ValueError under two groups or without two in a group.
    Source: Bliese 2000; Searle, Casella & McCulloch 1992 (n0).
    """
    scores = as_vector(values, "values")
    codes, names = as_groups(groups, len(scores))
    there = ~np.isnan(scores)
    scores, codes = scores[there], codes[there]
    sizes = np.bincount(codes, minlength=len(names)).astype(np.float64)
    sizes = sizes[sizes > 0]
    k, n = len(sizes), float(len(scores))
    if k < 2 or n <= k:
        raise ValueError(f"needs two groups and more values than groups, got {k} groups and {int(n)} values")
    return _result(*_mean_squares(scores, codes, k, n), sizes)


def icc_of(sizes: Floats, means: Floats, squares: Floats) -> IccResult:
    """`icc` from each group's size, mean and sum of squares about its mean, each (k,). Raises as `icc` does."""
    k, n = len(sizes), float(sizes.sum())
    if k < 2 or n <= k:
        raise ValueError(f"needs two groups and more values than groups, got {k} groups and {int(n)} values")
    ssb = float((sizes * (means - sizes @ means / n) ** 2).sum())
    nothing = n * (4 * np.finfo(np.float64).eps * float(np.abs(means).max())) ** 2
    return _result((ssb if ssb > nothing else 0.0) / (k - 1), float(squares.sum()) / (n - k), sizes)


def _result(msb: float, msw: float, sizes: Floats) -> IccResult:
    k, n = len(sizes), float(sizes.sum())
    n_bar, n0 = n / k, (n - float((sizes**2).sum()) / n) / (k - 1)
    f = msb / msw if msw > 0 else (math.inf if msb > 0 else math.nan)
    return IccResult(
        icc1=_ratio(msb - msw, msb + (n_bar - 1) * msw), icc1_n0=_ratio(msb - msw, msb + (n0 - 1) * msw),
        icc2=_ratio(msb - msw, msb), msb=msb, msw=msw, f=f, p=_tail(f, k - 1, n - k), n_groups=k, n_bar=n_bar, n0=n0,
    )  # fmt: skip


def unit_reliability(n: float, icc1: float) -> float:
    """λ = n·ICC/(1 + (n − 1)·ICC), the reliability of a mean of `n` (Spearman–Brown; science C11). At least 0."""
    return max(0.0, n * icc1 / (1 + (n - 1) * icc1)) if icc1 > 0 else 0.0


def _mean_squares(scores: Floats, codes: NDArray[np.intp], k: int, n: float) -> tuple[float, float]:
    """Between and within; values are centred first, and what is left is 0 where it is but their last bits."""
    sizes = np.bincount(codes)
    centred = scores - scores[0]
    sums = np.bincount(codes, weights=centred)
    means = np.divide(sums, sizes, out=np.zeros_like(sums), where=sizes > 0)
    within = centred - means[codes]
    ssw = float((within**2).sum())
    ssb = float((sizes * (means - centred.mean()) ** 2).sum())
    nothing = n * (4 * np.finfo(np.float64).eps * float(np.abs(scores).max())) ** 2
    return (ssb if ssb > nothing else 0.0) / (k - 1), (ssw if ssw > nothing else 0.0) / (n - k)


def _ratio(above: float, below: float) -> float:
    return above / below if below > 0 else math.nan


def _tail(f: float, between: float, within: float) -> float:
    """The chance of so large an F."""
    if not math.isfinite(f):
        return 0.0 if f == math.inf else math.nan
    return f_beyond(between, within, f)

"""Tests without a distribution: signs flipped within a team, people exchanged between two rounds."""

import itertools
import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from kulturspejl.core.statistics.shapes import Floats, as_items, as_vector

EXACT_PEOPLE = 16
EXACT_ARRANGEMENTS = 20_000
DRAWS = 99_999
SEED = 2026
_TOLERANCE = 1e-9


@dataclass(frozen=True)
class SignFlip:
    """Two-sided p for each column, and the same corrected for looking at all of them (max-T, science C16)."""

    p: Floats
    p_max_t: Floats
    exact: bool


def sign_flip(gaps: ArrayLike) -> SignFlip:
    """Paired test of `gaps` (n,) or (n, D): everybody's whole row keeps or changes its sign.

    Exact to n = 16 (65,536 arrangements), above that 99,999 draws from the seed 2026 and the arrangement seen.
    The statistic is |Σ gap| for p and |t| for max-T; below n = 6 p cannot come under .05 (science C16).
    """
    array = as_items(gaps, "gaps")
    array = array[~np.isnan(array).any(axis=1)]
    n, columns = array.shape
    if n == 0:
        nothing = np.full(columns, np.nan)
        return SignFlip(nothing, nothing, exact=True)
    signs, exact = _signs(n)
    sums = signs @ array
    t = _t_of(sums, (array**2).sum(axis=0), n)
    seen_sum, seen_t = (
        np.abs(array.sum(axis=0)),
        _t_of(array.sum(axis=0)[None, :], (array**2).sum(axis=0), n)[0],
    )
    extra = 0 if exact else 1
    count = len(signs) + extra
    p = ((np.abs(sums) >= seen_sum - _TOLERANCE).sum(axis=0) + extra) / count
    most = t.max(axis=1, keepdims=True)
    p_max = ((most >= seen_t - _TOLERANCE).sum(axis=0) + extra) / count
    return SignFlip(p, p_max, exact)


def permutation_between(a: ArrayLike, b: ArrayLike) -> float:
    """Two-sided p that the means of `a` (n,) and `b` (m,) differ, by exchanging people between them.

    Exact to 20,000 arrangements, above that 99,999 draws from the seed 2026 and the arrangement seen
    (science C15: rounds without identity are independent).
    """
    first, second = as_vector(a, "a"), as_vector(b, "b")
    n, m = len(first), len(second)
    if n == 0 or m == 0:
        return math.nan
    pooled = np.concatenate([first, second])
    seen = abs(float(first.mean() - second.mean()))
    total = float(pooled.sum())
    if math.comb(n + m, n) <= EXACT_ARRANGEMENTS:
        sums = np.array([pooled[list(chosen)].sum() for chosen in itertools.combinations(range(n + m), n)])
        extra = 0
    else:
        rng = np.random.default_rng(SEED)
        sums = np.array([rng.permutation(pooled)[:n].sum() for _ in range(DRAWS)])
        extra = 1
    differences = np.abs(sums / n - (total - sums) / m)
    return float((np.count_nonzero(differences >= seen - _TOLERANCE) + extra) / (len(sums) + extra))


def _signs(n: int) -> tuple[NDArray[np.float64], bool]:
    if n <= EXACT_PEOPLE:
        bits = (np.arange(2**n)[:, None] >> np.arange(n)) & 1
        return (1 - 2 * bits).astype(np.float64), True
    return np.random.default_rng(SEED).choice([-1.0, 1.0], size=(DRAWS, n)), False


def _t_of(sums: Floats, squares: Floats, n: int) -> Floats:
    """|t| of each arrangement: Σx² does not change with signs. Infinite where all gaps are alike."""
    if n < 2:
        return np.abs(sums)
    variance = np.maximum(squares - sums**2 / n, 0.0) / (n - 1)
    with np.errstate(divide="ignore", invalid="ignore"):
        t = np.abs(sums) / np.sqrt(n * variance)
    return np.asarray(np.where(variance > _TOLERANCE, t, np.where(np.abs(sums) > _TOLERANCE, np.inf, 0.0)))

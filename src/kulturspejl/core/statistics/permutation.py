"""Tests without a distribution: signs flipped within a team, people exchanged between two rounds."""

import itertools
import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import ArrayLike, NDArray

from kulturspejl.core.statistics.limit import LARGE, normal_factor, standard_normals
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

    Exact to n = 16 (65,536 arrangements), above that 99,999 draws from the seed 2026 and the arrangement seen;
    above n = 60 the draws are of the normal law that the sums then follow. The statistic is |Σ gap| for p and |t|
    for max-T; below n = 6 p cannot come under .05 (science C16).
    """
    array = as_items(gaps, "gaps")
    array = array[~np.isnan(array).any(axis=1)]
    n, columns = array.shape
    if n == 0:
        nothing = np.full(columns, np.nan)
        return SignFlip(nothing, nothing, exact=True)
    sums, exact = _flipped_sums(array)
    seen = array.sum(axis=0)
    extra = 0 if exact else 1
    count = sums.shape[1] + extra
    p = ((np.abs(sums) >= np.abs(seen)[:, None] - _TOLERANCE).sum(axis=1) + extra) / count
    squares = n * (array**2).sum(axis=0)
    most = _in_order_of_t(sums, squares).max(axis=0)
    reached = [np.count_nonzero(most >= t - _TOLERANCE) for t in _in_order_of_t(seen[:, None], squares)[:, 0]]
    return SignFlip(p, (np.array(reached) + extra) / count, exact)


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


def _flipped_sums(array: Floats) -> tuple[Floats, bool]:
    """Sums of `array` (n, D) under each arrangement of signs, (D, arrangements); whether these are all there are."""
    n, columns = array.shape
    if n > LARGE:
        return normal_factor(array.T @ array) @ standard_normals(DRAWS, columns), False
    packed = _all_signs(n) if n <= EXACT_PEOPLE else _drawn_signs(n)
    turned = np.unpackbits(packed, axis=0, count=n).astype(np.float64)
    return array.sum(axis=0)[:, None] - 2 * (array.T @ turned), n <= EXACT_PEOPLE


@lru_cache(maxsize=EXACT_PEOPLE)
def _all_signs(n: int) -> NDArray[np.uint8]:
    return np.packbits((np.arange(2**n) >> np.arange(n)[:, None]) & 1, axis=0)


@lru_cache(maxsize=EXACT_PEOPLE)
def _drawn_signs(n: int) -> NDArray[np.uint8]:
    """The same draws for every team of n, eight signs a byte."""
    return np.random.default_rng(SEED).integers(0, 256, size=(-(-n // 8), DRAWS), dtype=np.uint8)


def _in_order_of_t(sums: Floats, squares: Floats) -> Floats:
    """(Σx)²/(n·Σx²) grows with |t|, and signs do not change Σx²; 0 where nobody has a gap."""
    return sums**2 / np.where(squares > _TOLERANCE, squares, np.inf)[:, None]

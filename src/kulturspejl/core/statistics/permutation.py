"""Tests without a distribution: signs flipped within a team, people exchanged between two rounds."""

import itertools
import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import ArrayLike, NDArray

from kulturspejl.core.statistics.intervals import SIXTIETHS
from kulturspejl.core.statistics.limit import LARGE, normal_factor, standard_normals
from kulturspejl.core.statistics.shapes import Floats, as_items, present

EXACT_PEOPLE = 16
EXACT_ARRANGEMENTS = 20_000
DRAWS = 99_999
SEED = 2026
_TOLERANCE = 1e-9
_AT_A_TIME = 2**20


@dataclass(frozen=True)
class SignFlip:
    """Two-sided p for each column, and the same corrected for looking at all of them (max-T, science C16)."""

    p: Floats
    p_max_t: Floats
    exact: bool


def sign_flip(gaps: ArrayLike) -> SignFlip:
    """Paired test of `gaps` (n,) or (n, D): everybody's whole row keeps or changes its sign.

    Exact to n = 16 (65,536 arrangements), above that 99,999 draws from the seed 2026 and the arrangement seen;
    above n = 60 the sixty with the largest gaps are drawn and the others' part follows its normal law. Rows with
    NaN are left out. The statistic is |Σ gap| for p and |t| for max-T; below n = 6 p cannot come under .05 (C16).
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
    (science C15: rounds without identity are independent). Missing values are left out; NaN where nobody is left.
    """
    first, second = present(a, "a"), present(b, "b")
    n, m = len(first), len(second)
    if n == 0 or m == 0:
        return math.nan
    pooled = np.concatenate([first, second])
    seen = abs(float(first.mean() - second.mean()))
    total = float(pooled.sum())
    exact = math.comb(n + m, n) <= EXACT_ARRANGEMENTS
    sums, extra = (_all_exchanges(pooled, n), 0) if exact else (_drawn_exchanges(pooled, n), 1)
    differences = np.abs(sums / n - (total - sums) / m)
    return float((np.count_nonzero(differences >= seen - _TOLERANCE) + extra) / (len(sums) + extra))


def _all_exchanges(pooled: Floats, n: int) -> Floats:
    chosen = np.array(list(itertools.combinations(range(len(pooled)), n)))
    return np.asarray(pooled[chosen].sum(axis=1), dtype=np.float64)


def _drawn_exchanges(pooled: Floats, n: int) -> Floats:
    rng = np.random.default_rng(SEED)
    # As many at a time as fit a few megabytes.
    rows = max(1, _AT_A_TIME // len(pooled))
    parts = [
        rng.permuted(np.tile(pooled, (min(rows, DRAWS - at), 1)), axis=1)[:, :n].sum(axis=1)
        for at in range(0, DRAWS, rows)
    ]
    return np.concatenate(parts)


def _flipped_sums(array: Floats) -> tuple[Floats, bool]:
    """Sums of `array` (n, D) under each arrangement of signs, (D, arrangements); whether these are all there are."""
    if len(array) > LARGE:
        return _sums_of_many(array), False
    packed = _all_signs(len(array)) if len(array) <= EXACT_PEOPLE else _drawn_signs(len(array))
    turned = np.unpackbits(packed, axis=0, count=len(array)).astype(np.float64)
    return array.sum(axis=0)[:, None] - 2 * (array.T @ turned), len(array) <= EXACT_PEOPLE


def _sums_of_many(array: Floats) -> Floats:
    """Signs of those who weigh most in any column, and the normal law of the rest.

    A few people who move alone make a sum with a few values, which no normal law knows.
    """
    squares = array**2
    weights = (squares / np.maximum(squares.sum(axis=0), _TOLERANCE)).max(axis=1)
    order = np.argsort(-weights, kind="stable")
    most, rest = array[order[:LARGE]], array[order[LARGE:]]
    drawn = normal_factor(rest.T @ rest) @ standard_normals(DRAWS, array.shape[1])
    return _on_steps(_flipped_sums(most)[0] + drawn, array)


def _on_steps(sums: Floats, array: Floats) -> Floats:
    """Each sum at the nearest value that signs can give: else "as far as seen" misses half of those who tie.

    Sums of whole sixtieths lie twice their greatest common divisor apart.
    """
    whole = np.rint(array * SIXTIETHS)
    if np.abs(array * SIXTIETHS - whole).max() > 1e-6:
        return sums
    step = 2.0 * np.gcd.reduce(whole.astype(np.int64), axis=0)[:, None] / SIXTIETHS
    top = array.sum(axis=0)[:, None]
    return np.where(step > 0, top - step * np.rint((top - sums) / np.where(step > 0, step, 1.0)), sums)


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

"""The bootstrap of a small team, written out in full: no seed, the same answer each time."""

import itertools
import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import ArrayLike, NDArray

from kulturspejl.core.statistics.limit import LARGE, normal_factor, standard_normals
from kulturspejl.core.statistics.shapes import Floats

LARGEST = 10
DRAWS = 20_000
SEED = 2026


@dataclass(frozen=True)
class Resamples:
    """Means of resampled teams (r, D) and the chance of each (r,); `exact` where all were written out."""

    means: Floats
    weights: Floats
    exact: bool


def exact_bootstrap(scores: ArrayLike) -> Resamples:
    """All resamples with replacement of `scores` (n, D), n ≤ 10, each once with its multinomial chance.

    n = 8 gives 6,435 multisets. Rows with NaN are left out. Raises ValueError for n = 0 or n > 10.
    Source: Fisher & Hall 1991; science.md 1.1.
    """
    array = _as_scores(scores)
    n = len(array)
    if not 1 <= n <= LARGEST:
        raise ValueError(f"writes out 1 to {LARGEST} people, got {n}")
    counts, weights = _multisets(n)
    return Resamples(counts @ array / n, weights, exact=True)


def bootstrap(scores: ArrayLike) -> Resamples:
    """`exact_bootstrap` up to ten people; above that 20,000 draws from the seed 2026, which the recipe names.

    Above 60 people the draws are of the normal law that resampled means then follow.
    """
    array = _as_scores(scores)
    n = len(array)
    if n <= LARGEST:
        return exact_bootstrap(array)
    if n <= LARGE:
        return Resamples(_drawn_counts(n).astype(np.float64) @ array / n, _alike(), exact=False)
    factor = normal_factor(np.cov(array, rowvar=False, ddof=0).reshape(array.shape[1], -1) / n)
    means = array.mean(axis=0) + (factor @ standard_normals(DRAWS, array.shape[1])).T
    return Resamples(means, _alike(), exact=False)


@lru_cache(maxsize=16)
def _drawn_counts(n: int) -> NDArray[np.uint8]:
    """How often each of n people is drawn, (20,000, n): the same draws for every team of n, kept small."""
    return np.random.default_rng(SEED).multinomial(n, np.full(n, 1 / n), size=DRAWS).astype(np.uint8)


@lru_cache(maxsize=1)
def _alike() -> Floats:
    return np.full(DRAWS, 1 / DRAWS)


def chance_of_most(resamples: Resamples) -> Floats:
    """For each of D columns the chance of having the largest mean; a tie is shared equally (science C7)."""
    most = resamples.means.max(axis=1, keepdims=True)
    winners = resamples.means >= most - 1e-9
    shares = winners / winners.sum(axis=1, keepdims=True)
    chances = np.asarray(resamples.weights @ shares, dtype=np.float64)
    # The weights add up to 1 but for the last bits; a certainty is 1 to the last.
    return np.asarray(chances / chances.sum(), dtype=np.float64)


def _as_scores(scores: ArrayLike) -> Floats:
    array = np.asarray(scores, dtype=np.float64)
    if array.ndim == 1:
        array = array[:, None]
    if array.ndim != 2:
        raise ValueError(f"scores must have shape (n, D), got {array.shape}")
    return np.asarray(array[~np.isnan(array).any(axis=1)])


@lru_cache(maxsize=LARGEST)
def _multisets(n: int) -> tuple[NDArray[np.float64], Floats]:
    """Counts (r, n) of each multiset of n out of n, and its chance n!/(∏cᵢ!·nⁿ)."""
    drawn = itertools.combinations_with_replacement(range(n), n)
    rows = math.comb(2 * n - 1, n)
    who = np.fromiter(itertools.chain.from_iterable(drawn), dtype=np.intp, count=rows * n).reshape(rows, n)
    counts = np.zeros((rows, n))
    for column in who.T:
        counts[np.arange(rows), column] += 1
    factorials = np.array([math.factorial(c) for c in range(n + 1)], dtype=np.float64)
    weights = math.factorial(n) / factorials[counts.astype(np.intp)].prod(axis=1) / float(n) ** n
    return counts, weights / weights.sum()

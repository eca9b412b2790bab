"""Agreement over a whole allocation profile, and how much of it blind throwing gives."""

from functools import lru_cache

import numpy as np
from numpy.typing import ArrayLike

from kulturspejl.core.statistics.nulls import allocation_null
from kulturspejl.core.statistics.random_agreement import RANDOM_95
from kulturspejl.core.statistics.shapes import Floats


def profile_r_star(blocks: ArrayLike, total: float) -> float:
    """r* of a whole profile: 1 − mean over dimensions of Σ_alternatives s² / (m·σ²); NaN under two people.

    `blocks` (n, J dimensions, m alternatives) of complete respondents; σ² is the allocation null, so for T = 10
    and m = 4 the divisor is 21 (science C9). Negative: a split team.
    """
    array = np.asarray(blocks, dtype=np.float64)
    if array.ndim != 3:
        raise ValueError(f"blocks must have shape (n, J, m), got {array.shape}")
    if len(array) < 2:
        return float("nan")
    return profile_r_star_of(array.var(axis=0, ddof=1), total)


def profile_r_star_of(variances: Floats, total: float) -> float:
    """`profile_r_star` from the variances (J dimensions, m alternatives), with n − 1."""
    return float(profile_r_stars_of(variances[None, :, :], total)[0])


def profile_r_stars_of(variances: Floats, total: float) -> Floats:
    """The same of G groups at once, (G,), from (G, J, m)."""
    alternatives = variances.shape[2]
    mean = variances.sum(axis=2).mean(axis=1)
    return np.asarray(1 - mean / (alternatives * allocation_null(total, alternatives)), dtype=np.float64)


@lru_cache(maxsize=4096)
def random_profile_r_star(n: int) -> float | None:
    """The value that 95 of 100 teams of `n` stay under when all allocate at random; None under two people.

    From a stored table (`random_agreement`), linear in 1/√n between its rows.
    """
    if n < 2:
        return None
    sizes = np.array(sorted(RANDOM_95))
    values = np.array([RANDOM_95[size] for size in sizes])
    at = np.interp(-1 / np.sqrt(min(n, sizes[-1])), -1 / np.sqrt(sizes), values)
    return float(at if n <= sizes[-1] else values[-1] * np.sqrt(sizes[-1] / n))


def random_allocations(
    rng: np.random.Generator, shape: tuple[int, ...], total: int, alternatives: int = 4
) -> Floats:
    """Allocations of `total` points over `alternatives` boxes, all equally likely (stars and bars)."""
    places = total + alternatives - 1
    keys = rng.random((*shape, places)).argsort(axis=-1)[..., : alternatives - 1]
    bars = np.sort(keys, axis=-1)
    edges = np.concatenate([np.full((*shape, 1), -1), bars, np.full((*shape, 1), places)], axis=-1)
    return np.asarray(np.diff(edges, axis=-1) - 1, dtype=np.float64)

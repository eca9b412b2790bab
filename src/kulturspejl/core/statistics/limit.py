"""Draws for large teams: sums of many people follow the normal law, whose draws do not grow with the team."""

from functools import lru_cache

import numpy as np

from kulturspejl.core.statistics.shapes import Floats

LARGE = 60
SEED = 2026
_STREAM = 1


@lru_cache(maxsize=4)
def standard_normals(draws: int, columns: int) -> Floats:
    """(columns, draws) from the seed 2026; read only, because every team shares them.

    A stream of its own, so that they do not lean on signs drawn from the same seed.
    """
    drawn = np.random.default_rng((SEED, _STREAM)).standard_normal((columns, draws))
    drawn.flags.writeable = False
    return drawn


def normal_factor(covariance: Floats) -> Floats:
    """F (D, D) with F·Fᵀ = `covariance`, which may be singular: four points that add up to a total always are."""
    values, vectors = np.linalg.eigh(covariance)
    return np.asarray(vectors * np.sqrt(np.maximum(values, 0.0)), dtype=np.float64)

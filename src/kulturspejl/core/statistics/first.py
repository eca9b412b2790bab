"""The chance of having the largest mean, from means and their covariance alone."""

import itertools
from functools import lru_cache

import numpy as np

from kulturspejl.core.statistics.composition import H
from kulturspejl.core.statistics.shapes import Floats

POINTS = 2**15
_GOLDEN = 1.1673039782614187
"""Of four dimensions: the root of x⁵ = x + 1, whose powers fill a cube evenly (Roberts 2018)."""


def chance_of_first(mean: Floats, covariance: Floats, people: int) -> Floats:
    """For each of four shares (4,) of one total: the chance that it is truly the largest, (4,), adding up to 1.

    `covariance` (4, 4) is that of one person's scores, n − 1, positive in every direction in which the four can move
    (they add up to a total, so three). The means of `people` then follow Student's t around the truth, n − 1 degrees
    of freedom; counted over 32,768 evenly spread points, so that nothing is drawn and nothing changes. Against a
    formula, where there is one, it is right within half a percent. Raises ValueError under two people.
    """
    if people < 2:
        raise ValueError(f"one person has no chance of that kind, got {people} people")
    factor = np.linalg.cholesky(H @ covariance @ H.T / people)
    moved = (H.T @ factor) @ _student(people - 1) + mean[:, None]
    # A point where two are equally large counts for both.
    firsts = np.count_nonzero(moved >= moved.max(axis=0), axis=1)
    return np.asarray(firsts / firsts.sum(), dtype=np.float64)


@lru_cache(maxsize=64)
def _student(df: int) -> Floats:
    """(3, POINTS) of the trivariate t with `df`; read only, because every team of a size shares them."""
    from scipy.special import chdtri, ndtri

    cube = _cube()
    spread = ndtri(cube[:3]) * np.sqrt(df / chdtri(df, cube[3]))
    # Every point with its seven mirror images: equal means that spread alike then have equal chances.
    signs = np.array(list(itertools.product((1.0, -1.0), repeat=3)))
    images = np.concatenate([spread * sign[:, None] for sign in signs], axis=1)
    images.flags.writeable = False
    return np.asarray(images, dtype=np.float64)


@lru_cache(maxsize=1)
def _cube() -> Floats:
    """(4, POINTS / 8) evenly in the open unit cube."""
    at = np.arange(POINTS // 8)
    return np.array([(0.5 + at * _GOLDEN**-power) % 1.0 for power in (1, 2, 3, 4)])

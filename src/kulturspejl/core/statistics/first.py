"""The chance of having the largest mean, from means and their covariance alone."""

import itertools
from functools import lru_cache

import numpy as np

from kulturspejl.core.statistics.composition import H
from kulturspejl.core.statistics.shapes import Floats

POINTS = 2**15
_GOLDEN = 1.1673039782614187
"""Of four dimensions: the root of x⁵ = x + 1, whose powers fill a cube evenly (Roberts 2018)."""
_NEAR = 1e-9
"""So far, as a share, rounding may carry a point: who is behind by more than any point reaches is never first."""


def chance_of_first(mean: Floats, covariance: Floats, people: int) -> Floats:
    """For each of four shares (4,) of one total: the chance that it is truly the largest, (4,), adding up to 1.

    `covariance` (4, 4) is that of one person's scores, n − 1, positive in every direction in which the four can move
    (they add up to a total, so three). The means of `people` then follow Student's t around the truth, n − 1 degrees
    of freedom; counted over 32,768 evenly spread points, so that nothing is drawn and nothing changes. Against a
    formula, where there is one, it is right within half a percent. Raises ValueError under two people.
    """
    if people < 2:
        raise ValueError(f"one person has no chance of that kind, got {people} people")
    ways = H.T @ np.linalg.cholesky(H @ covariance @ H.T / people)
    near = _who_can_be_first(mean, ways, people - 1)
    firsts = np.zeros(len(mean))
    firsts[near] = _firsts(mean[near], ways[near], people - 1) if len(near) > 1 else 1.0
    return np.asarray(firsts / firsts.sum(), dtype=np.float64)


def _who_can_be_first(mean: Floats, ways: Floats, df: int) -> list[int]:
    """Those whom some point may carry as high as the one with the largest mean: in most teams one or two of four."""
    top = int(mean.argmax())
    steps = ways - ways[top]
    reach = np.sqrt((steps * steps).sum(axis=1)) * _farthest(df)
    behind = mean[top] - mean
    return [at for at in range(len(mean)) if behind[at] <= reach[at] * (1 + _NEAR) + _NEAR]


def _firsts(mean: Floats, ways: Floats, df: int) -> Floats:
    moved = ways @ _student(df) + mean[:, None]
    # A point where two are equally large counts for both.
    return np.count_nonzero(moved >= moved.max(axis=0), axis=1).astype(np.float64)


@lru_cache(maxsize=64)
def _student(df: int) -> Floats:
    """(3, POINTS) of the trivariate t with `df`; read only, because every team of a size shares them."""
    images = _normals() * np.tile(_stretch(df), 8)
    images.flags.writeable = False
    return np.asarray(images, dtype=np.float64)


@lru_cache(maxsize=1)
def _normals() -> Floats:
    """(3, POINTS): every point with its seven mirror images. Equal means that spread alike then have equal chances."""
    from scipy.special import ndtri

    spread = ndtri(_cube()[:3])
    signs = np.array(list(itertools.product((1.0, -1.0), repeat=3)))
    return np.concatenate([spread * sign[:, None] for sign in signs], axis=1)


@lru_cache(maxsize=1024)
def _stretch(df: int) -> Floats:
    """√(df/χ²) of each point, (POINTS / 8): small, so that there is room for every size a large file has."""
    from scipy.special import chdtri

    return np.asarray(np.sqrt(df / chdtri(df, _cube()[3])), dtype=np.float64)


@lru_cache(maxsize=4096)
def _farthest(df: int) -> float:
    """No point of `_student` lies farther out."""
    from scipy.special import chdtri

    normals = _normals()
    return float(np.sqrt((normals * normals).sum(axis=0).max() * df / chdtri(df, _cube()[3].max())))


@lru_cache(maxsize=1)
def _cube() -> Floats:
    """(4, POINTS / 8) evenly in the open unit cube."""
    at = np.arange(POINTS // 8)
    return np.array([(0.5 + at * _GOLDEN**-power) % 1.0 for power in (1, 2, 3, 4)])

"""The chance of having the largest mean, from means and their covariance alone."""

import itertools
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from kulturspejl.core.statistics.composition import H
from kulturspejl.core.statistics.shapes import Floats

POINTS = 2**15
_GOLDEN = 1.1673039782614187
"""Of four dimensions: the root of x⁵ = x + 1, whose powers fill a cube evenly (Roberts 2018)."""
_SIGNS = np.array(list(itertools.product((1.0, -1.0), repeat=3)))
_NEAR = 1e-9
"""So far, as a share, rounding may carry a point: whoever is farther behind than a point reaches is not first there."""


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
    points, far = _student(people - 1), _distances(people - 1)
    top = int(mean.argmax())
    needed = _needed(mean, ways, top)
    near = np.flatnonzero(needed <= far[0])
    # The points lie farthest first: those behind them leave the largest mean in front.
    some = len(_SIGNS) * int(np.searchsorted(-far, -np.delete(needed, top).min(), side="right"))
    firsts = np.zeros(len(mean))
    firsts[near] = _firsts(mean[near], ways[near], points[:, :some]) if some else 0.0
    firsts[top] += POINTS - some
    return np.asarray(firsts / firsts.sum(), dtype=np.float64)


def _needed(mean: Floats, ways: Floats, top: int) -> Floats:
    """How far out a point must lie to carry each to the `top`; for that one itself it is nothing."""
    steps = ways - ways[top]
    reach = np.sqrt((steps * steps).sum(axis=1))
    behind = (mean[top] - mean) * (1 - _NEAR) - _NEAR
    return np.asarray(np.divide(behind, reach, out=np.zeros_like(reach), where=reach > 0), dtype=np.float64)


def _firsts(mean: Floats, ways: Floats, points: Floats) -> Floats:
    moved = ways @ points + mean[:, None]
    most = moved.max(axis=0)
    # A point where two are equally large counts for both.
    return np.array([np.count_nonzero(one >= most) for one in moved], dtype=np.float64)


@lru_cache(maxsize=64)
def _student(df: int) -> Floats:
    """(3, POINTS) of the trivariate t with `df`, the farthest first, each point beside its seven mirror images.

    Equal means that spread alike then have equal chances. Read only, because every team of a size shares them.
    """
    order, stretch = _order(df), _stretch(df)
    points = _normals()[:, order] * stretch[order]
    images = (points[:, :, None] * _SIGNS.T[:, None, :]).reshape(len(points), -1)
    images.flags.writeable = False
    return np.asarray(images, dtype=np.float64)


@lru_cache(maxsize=1024)
def _distances(df: int) -> Floats:
    """How far out each point and its images lie, (POINTS / 8), the farthest first."""
    return np.asarray((_lengths() * _stretch(df))[_order(df)], dtype=np.float64)


@lru_cache(maxsize=1024)
def _order(df: int) -> NDArray[np.intp]:
    return np.argsort(-_lengths() * _stretch(df), kind="stable")


@lru_cache(maxsize=1024)
def _stretch(df: int) -> Floats:
    """√(df/χ²) of each point: small, so that there is room for every size that a large file has."""
    from scipy.special import chdtri

    return np.asarray(np.sqrt(df / chdtri(df, _cube()[3])), dtype=np.float64)


@lru_cache(maxsize=1)
def _lengths() -> Floats:
    return np.asarray(np.sqrt((_normals() ** 2).sum(axis=0)), dtype=np.float64)


@lru_cache(maxsize=1)
def _normals() -> Floats:
    """(3, POINTS / 8) of the normal law."""
    from scipy.special import ndtri

    return np.asarray(ndtri(_cube()[:3]), dtype=np.float64)


@lru_cache(maxsize=1)
def _cube() -> Floats:
    """(4, POINTS / 8) evenly in the open unit cube."""
    at = np.arange(POINTS // 8)
    return np.array([(0.5 + at * _GOLDEN**-power) % 1.0 for power in (1, 2, 3, 4)])

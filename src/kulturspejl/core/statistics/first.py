"""The chance of having the largest mean, from means and their covariance alone."""

import itertools
import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from kulturspejl.core.statistics.composition import H
from kulturspejl.core.statistics.laws import chi_square_quantile, normal_quantile
from kulturspejl.core.statistics.shapes import Floats

POINTS = 2**15
_GOLDEN = 1.1673039782614187
"""Of four dimensions: the root of x⁵ = x + 1, whose powers fill a cube evenly (Roberts 2018)."""
_SIGNS = tuple(itertools.product((1.0, -1.0), repeat=3))
"""Each point stands for eight, its mirror images: equal means that spread alike then have equal chances."""
_NO_POINTS = np.empty((3, 0))
_MANY = 1_000_000
"""So many degrees of freedom are the normal law."""
_NEAR = 1e-9
"""So far, as a share, rounding may carry a point: whoever is farther behind than a point reaches is not first there."""


def chance_of_first(mean: Floats, covariance: Floats, people: int) -> Floats:
    """For each of four shares (4,) of one total: the chance that it is truly the largest, (4,), adding up to 1.

    `covariance` (4, 4) is that of one person's scores, n − 1, positive in every direction in which the four can move
    (they add up to a total, so three). The means of `people` then follow Student's t around the truth, n − 1 degrees
    of freedom; counted over 32,768 evenly spread points, so that nothing is drawn and nothing changes. Against a
    formula, where there is one, it is right within half a percent. Raises ValueError under two people.
    """
    found: Floats = chances_of_first(mean[None, :], covariance[None, :, :], np.array([people]))[0]
    return found


def chances_of_first(means: Floats, covariances: Floats, people: NDArray[np.integer]) -> Floats:
    """`chance_of_first` of G groups at once, (G, 4), from (G, 4), (G, 4, 4) and (G,): each as if it stood alone."""
    if len(people) and people.min() < 2:
        raise ValueError(f"one person has no chance of that kind, got {people.min()} people")
    ways = H.T @ np.linalg.cholesky(H @ covariances @ H.T / people[:, None, None])
    tops = means.argmax(axis=1)
    needed = _needed(means, ways, tops)
    firsts = np.zeros(means.shape)
    others = np.where(np.arange(means.shape[1]) == tops[:, None], np.inf, needed).min(axis=1)
    for at, (df, least, top) in enumerate(zip((people - 1).tolist(), others.tolist(), tops.tolist(), strict=True)):
        some = _farther(df, least) if least <= _reach(df) else _NO_POINTS
        if some.size:
            near = np.flatnonzero(needed[at] <= _student(df).distances[0])
            firsts[at, near] = _firsts(means[at, near], ways[at, near], some)
        # All points that lie nearer leave the largest mean in front.
        firsts[at, top] += POINTS - len(_SIGNS) * some.shape[1]
    return np.asarray(firsts / firsts.sum(axis=1)[:, None], dtype=np.float64)


def chances_of_first_today(
    means: Floats, covariances: Floats, people: NDArray[np.integer], asked: NDArray[np.integer]
) -> Floats:
    """For each of four shares: the chance that it is the largest among all `asked` (G,), of whom `people` answered.

    The silent are drawn by Pólya's urn from the answers, here by its first two moments: the mean of all is then around
    that of the answers with (1 − n/N)/n · (n − 1)/(n + 1) of their covariance (Ghosh & Meeden 1997), taken as normal.
    (G, 4) from (G, 4) and (G, 4, 4); somebody must be silent in each.
    """
    share = (1 - people / asked) / people * (people - 1) / (people + 1)
    normal = np.full(len(people), _MANY)
    return chances_of_first(means, covariances * (_MANY * share)[:, None, None], normal)


def _needed(means: Floats, ways: Floats, tops: NDArray[np.intp]) -> Floats:
    """How far out a point must lie to carry each to the top of its group, (G, 4); for the top itself it is nothing."""
    rows = np.arange(len(means))
    steps = ways - ways[rows, tops][:, None, :]
    reach = np.sqrt((steps * steps).sum(axis=2))
    behind = (means[rows, tops][:, None] - means) * (1 - _NEAR) - _NEAR
    return np.asarray(np.divide(behind, reach, out=np.zeros_like(reach), where=reach > 0), dtype=np.float64)


def _firsts(mean: Floats, ways: Floats, points: Floats) -> Floats:
    """For how many of the points and their mirror images each of k is first, (k,)."""
    if len(mean) == 2:
        return _first_of_two(float(mean[0] - mean[1]), ways[1] - ways[0], points)
    found = np.zeros(len(mean), dtype=np.int64)
    for moved in _mirrored(ways.T[:, :, None] * points[:, None, :]):
        found += _largest(mean[:, None] + moved) + _largest(mean[:, None] - moved)
    return np.asarray(found, dtype=np.float64)


def _first_of_two(ahead: float, step: Floats, points: Floats) -> Floats:
    """The same for two, of whom the first is so far ahead: only how the second moves beside the first matters."""
    moved = np.abs(np.concatenate(_mirrored(step[:, None] * points)))
    farther, as_far = np.count_nonzero(moved > abs(ahead)), np.count_nonzero(moved == abs(ahead))
    overtaken = [2 * len(moved) - farther, farther + as_far]
    if ahead == 0:
        overtaken = [len(moved) + as_far] * 2
    return np.array(overtaken if ahead >= 0 else overtaken[::-1], dtype=np.float64)


def _mirrored(parts: Floats) -> tuple[Floats, Floats, Floats, Floats]:
    """From the three parts of a sum (3, …) the four of their eight sums that are not another's with the other sign."""
    first, both, apart = parts[0], parts[1] + parts[2], parts[1] - parts[2]
    return first + both, first - both, first + apart, first - apart


def _largest(moved: Floats) -> NDArray[np.int64]:
    """How often each row is the largest; a point where two are equally large counts for both."""
    most = moved.max(axis=0)
    return np.array([np.count_nonzero(one >= most) for one in moved])


@dataclass(frozen=True)
class _Points:
    """(3, POINTS / 8) of the trivariate t, the farthest first, and how far out they lie."""

    points: Floats
    distances: Floats


@lru_cache(maxsize=512)
def _student(df: int) -> _Points:
    """Read only, because every team of a size shares them; without their mirror images, for a file has many sizes."""
    stretch = np.sqrt(df / chi_square_quantile(df, _cube()[3]))
    distances = _lengths() * stretch
    order = np.argsort(-distances, kind="stable")
    found = _Points((_normals() * stretch)[:, order], distances[order])
    found.points.flags.writeable = found.distances.flags.writeable = False
    return found


def _farther(df: int, least: float) -> Floats:
    """(3, …) of the points at least so far out, without their mirror images."""
    found = _student(df)
    return found.points[:, : int(np.searchsorted(-found.distances, -least, side="right"))]


@lru_cache(maxsize=4096)
def _reach(df: int) -> float:
    """No point lies farther out than this: known without making them."""
    least = chi_square_quantile(df, _cube()[3].max(keepdims=True))
    return float(_lengths().max() * math.sqrt(df / least[0]))


@lru_cache(maxsize=1)
def _lengths() -> Floats:
    return np.asarray(np.sqrt((_normals() ** 2).sum(axis=0)), dtype=np.float64)


@lru_cache(maxsize=1)
def _normals() -> Floats:
    """(3, POINTS / 8) of the normal law."""
    return normal_quantile(_cube()[:3])


@lru_cache(maxsize=1)
def _cube() -> Floats:
    """(4, POINTS / 8) evenly in the open unit cube."""
    at = np.arange(POINTS // 8)
    return np.array([(0.5 + at * _GOLDEN**-power) % 1.0 for power in (1, 2, 3, 4)])

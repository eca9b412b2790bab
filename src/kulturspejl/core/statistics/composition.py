"""Points as shares of a whole: closure, zeros, log-ratios, centre, distance and spread (Aitchison geometry)."""

import numpy as np
from numpy.typing import ArrayLike

from kulturspejl.core.statistics.shapes import Floats

ZERO_SHARE = 0.65
"""A zero becomes this share of the detection limit, half a point (Martín-Fernández et al. 2003; science C12)."""

H = 0.5 * np.array([[1.0, 1.0, -1.0, -1.0], [1.0, -1.0, -1.0, 1.0], [1.0, -1.0, 1.0, -1.0]])
"""Rows: (A+B)−(C+D) flexibility–stability, (A+D)−(B+C) internal–external, (A+C)−(B+D); orthonormal (C13)."""


def closure(x: ArrayLike) -> Floats:
    """`x` (…, D) divided by its sum along the last axis, so that shares add up to 1. Raises ValueError at sum 0."""
    array = np.asarray(x, dtype=np.float64)
    if array.ndim == 0:
        raise ValueError(f"a composition must have shape (…, D), got {array.shape}")
    sums = array.sum(axis=-1, keepdims=True)
    if np.any(sums <= 0):
        raise ValueError("a composition must have a sum above 0")
    return np.asarray(array / sums)


def zero_replace(points: ArrayLike, total: float) -> Floats:
    """Shares without zeros, from allocated `points` (…, D) summing to `total`.

    Multiplicative replacement: δ = 0.65·0.5/T for a zero, others x/T·(1 − δ·#zeros) (science C12). NaN stays NaN.
    """
    array = np.asarray(points, dtype=np.float64)
    if array.ndim == 0:
        raise ValueError(f"points must have shape (…, D), got {array.shape}")
    delta = ZERO_SHARE * 0.5 / total
    zeros = (array == 0).sum(axis=-1, keepdims=True)
    return np.where(array == 0, delta, array / total * (1 - delta * zeros))


def clr(x: ArrayLike) -> Floats:
    """Centred log-ratio of compositions (…, D) > 0: ln x minus its mean along the last axis."""
    array = np.asarray(x, dtype=np.float64)
    if array.ndim == 0:
        raise ValueError(f"a composition must have shape (…, D), got {array.shape}")
    if np.any(array <= 0):
        raise ValueError("logarithms need shares above 0: replace zeros first")
    logs = np.log(array)
    return np.asarray(logs - logs.mean(axis=-1, keepdims=True))


def z_axes(x: ArrayLike) -> Floats:
    """The three orthonormal log-ratio coordinates z = H·ln x of compositions (…, 4) > 0 (science C13)."""
    logs = clr(x)
    if logs.shape[-1] != len(H[0]):
        raise ValueError(f"the axes need shape (…, {len(H[0])}), got {logs.shape}")
    return logs @ H.T


def compositional_center(x: ArrayLike) -> Floats:
    """The closed geometric mean of compositions (n, D) > 0; rows with NaN are left out, NaN where none is left."""
    logs = _complete_logs(x)
    if not len(logs):
        return np.full(logs.shape[1], np.nan)
    return closure(np.exp(logs.mean(axis=0)))


def aitchison_distance(x: ArrayLike, y: ArrayLike) -> float:
    """‖clr x − clr y‖ of two compositions (D,) > 0."""
    a, b = clr(x), clr(y)
    if a.shape != b.shape or a.ndim != 1:
        raise ValueError(f"a distance needs two compositions of shape (D,), got {a.shape} and {b.shape}")
    return float(np.linalg.norm(a - b))


def total_variance(x: ArrayLike) -> float:
    """Σ var(clr), divisor n − 1, of compositions (n, D) > 0; NaN for fewer than two.

    Rows with NaN are left out.
    """
    logs = _complete_logs(x)
    return float(logs.var(axis=0, ddof=1).sum()) if len(logs) > 1 else float("nan")


def _complete_logs(x: ArrayLike) -> Floats:
    logs = clr(x)
    if logs.ndim != 2:
        raise ValueError(f"compositions must have shape (n, D), got {logs.shape}")
    return logs[~np.isnan(logs).any(axis=1)]

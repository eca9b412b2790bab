"""What arrays look like, and what is said when they do not."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]


def as_vector(values: ArrayLike, name: str) -> Floats:
    """A one-dimensional float array; ValueError names the shape that came."""
    array = np.asarray(values, dtype=np.float64)
    if array.ndim != 1:
        raise ValueError(f"{name} must have shape (n,), got {array.shape}")
    return array


def as_items(items: ArrayLike, name: str) -> Floats:
    """A float array (n, J); a vector counts as one item."""
    array = np.asarray(items, dtype=np.float64)
    if array.ndim == 1:
        array = array[:, None]
    if array.ndim != 2:
        raise ValueError(f"{name} must have shape (n, J), got {array.shape}")
    return array


def as_groups(groups: ArrayLike, n: int) -> tuple[NDArray[np.intp], list[object]]:
    """Group codes 0.. in order of first appearance, and the names in that order."""
    names = np.asarray(groups)
    if names.shape != (n,):
        raise ValueError(f"groups must have shape ({n},), got {names.shape}")
    unique, first, inverse = np.unique(names, return_index=True, return_inverse=True)
    order = np.argsort(first, kind="stable")
    rank = np.empty(len(unique), dtype=np.intp)
    rank[order] = np.arange(len(unique))
    return rank[inverse], [unique[at].item() for at in order]

"""What arrays look like, and what is said when they do not."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]


def as_vector(values: ArrayLike, name: str) -> Floats:
    """A one-dimensional float array; ValueError names the shape that came."""
    array = np.asarray(values, dtype=np.float64)
    if array.ndim != 1:
        raise ValueError(f"{name} must have shape (n,), got {array.shape}")
    return array


def present(values: ArrayLike, name: str) -> Floats:
    """The vector without its missing values (NaN)."""
    array = as_vector(values, name)
    return array[~np.isnan(array)]


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


def complete_blocks(items: Floats, groups: ArrayLike) -> tuple[list[Floats], tuple[object, ...]]:
    """Each group's rows of `items` (n, J) without a missing value, and the groups in order of first appearance."""
    codes, names = as_groups(groups, len(items))
    complete = np.asarray(~np.isnan(items).any(axis=1))
    # One sort for all: picking each group out of everybody costs people times groups.
    order = np.argsort(codes, kind="stable")
    order = order[complete[order]]
    ends = np.cumsum(np.bincount(codes[order], minlength=len(names)))
    return np.split(items[order], ends[:-1]) if names else [], tuple(names)

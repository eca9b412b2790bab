"""How many points a file gives to each question, where nobody says."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from kulturspejl.core.tables.plain_numbers import Numbers, Small, is_small, large, small

USUAL = (10, 100)
"""Points of the instrument: ten here, a hundred as it was first handed out."""
EXACT = 1e-6


def sums_of(now: Numbers) -> NDArray[np.float64]:
    """The sum of each block of four (n, 24 columns) that holds four numbers from zero up, flat."""
    if is_small(now):
        sums, is_positive = sums_of_small(now)
        return np.asarray(sums[is_positive], dtype=np.float64)
    blocks = np.asarray(now, dtype=np.float64).reshape(-1, 4)
    whole = np.isfinite(blocks).all(axis=1) & (np.where(np.isfinite(blocks), blocks, -1.0) >= 0).all(axis=1)
    return np.asarray(blocks[whole].sum(axis=1))


def sums_of_small(cells: Small) -> tuple[NDArray[np.int32], NDArray[np.bool_]]:
    """Of each block of four (n, b), from (n, 4b): its sum, and whether it holds four numbers from zero up."""
    a, b, c, d = (cells[:, at::4] for at in range(4))
    return a.astype(np.int32) + b + c + d, np.asarray((a | b | c | d) >= 0)


def total_of(parts: Iterable[Numbers]) -> int:
    """10 or 100, whichever more blocks of all parts add up to; 10 where none adds up to either.

    A sum that rounding has moved (33.33 three times) tells of the total too, though the block is not whole.
    """
    ten = hundred = 0
    for now in parts:
        sums = sums_of(now)
        ten, hundred = (
            found + int((np.rint(sums) == points).sum())
            for found, points in zip((ten, hundred), USUAL, strict=True)
        )
    return USUAL[1] if hundred > ten else USUAL[0]


def in_percent(cells: Numbers) -> Numbers:
    """Shares of one (0.25), as a spreadsheet keeps what it shows as 25 %, in points of a hundred."""
    return small(np.round(100 * large(cells), 9))


def most_common_total(parts: Iterable[Numbers]) -> int | None:
    """The whole number that more than half of the blocks add up to exactly, if there is one above zero."""
    sums = np.concatenate([np.empty(0), *(sums_of(now) for now in parts)])
    values, counts = np.unique(np.rint(sums[np.abs(sums - np.rint(sums)) < EXACT]), return_counts=True)
    if not len(values):
        return None
    at = int(counts.argmax())
    return int(values[at]) if 2 * int(counts[at]) > len(sums) and values[at] > 0 else None

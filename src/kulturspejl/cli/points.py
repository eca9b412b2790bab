"""How many points a file gives to each question, where nobody says."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from kulturspejl.core.tables.plain_numbers import Numbers

USUAL = (10, 100)
"""Points of the instrument: ten here, a hundred as it was first handed out."""
EXACT = 1e-6


def sums_of(now: Numbers) -> NDArray[np.float64]:
    """The sum of each block of four (n, 24 columns) that holds four numbers from zero up, flat."""
    a, b, c, d = (now[:, at::4] for at in range(4))
    if now.dtype == np.int16:
        return np.asarray((a.astype(np.int32) + b + c + d)[(a | b | c | d) >= 0], dtype=np.float64)
    whole = np.all([np.isfinite(one) & (one >= 0) for one in (a, b, c, d)], axis=0)
    return np.asarray((a + b + c + d)[whole])


def total_of(parts: Iterable[Numbers]) -> int:
    """10 or 100, whichever more blocks of all parts add up to; 10 where none adds up to either."""
    ten = hundred = 0
    for now in parts:
        sums = sums_of(now)
        ten, hundred = (
            found + int((np.abs(sums - points) < EXACT).sum())
            for found, points in zip((ten, hundred), USUAL, strict=True)
        )
    return USUAL[1] if hundred > ten else USUAL[0]


def most_common_total(parts: Iterable[Numbers]) -> int | None:
    """The whole number that more than half of the blocks add up to, if there is one above zero."""
    sums = np.concatenate([np.empty(0), *(np.rint(sums_of(now)) for now in parts)])
    if not len(sums):
        return None
    values, counts = np.unique(sums, return_counts=True)
    at = int(counts.argmax())
    return int(values[at]) if 2 * int(counts[at]) > len(sums) and values[at] > 0 else None

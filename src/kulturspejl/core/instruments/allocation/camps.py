"""Whether a team is two camps: two cultures, each clearly the first of a good part of those who answered."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from kulturspejl.core.instruments.allocation.form import LETTERS

LEAST_PEOPLE = 3
SHARE = (3, 8)
"""At least three eighths of those who answered stand in each camp."""

CLEAR_LEAD = 0.1
"""Of the points of a dimension: 6 of 60. Whose first leads by less counts in no camp."""

_TIE = 1e-9


def camps(scores: ArrayLike, total: float) -> tuple[str, str] | None:
    """The two letters of the camps, in the order A to D, or None. `scores` (n, 4), each person's mean over dimensions.

    A culture has a camp where it is first for at least 3 people and 3/8 of the n who answered, counting only people
    whose first leads their second by at least 6 of 60 (`total` is the points a dimension). Three such camps cannot be.
    Naive counts of firsts find two camps in a quarter to a half of like-minded teams of eight. No number is told of
    a camp. Source: science 1.5.2, tried in tests/core/instruments/allocation.
    """
    return camps_of_all([np.asarray(scores, dtype=np.float64).reshape(-1, len(LETTERS))], total)[0]


def camps_of_all(groups: Sequence[NDArray[np.float64]], total: float) -> list[tuple[str, str] | None]:
    """`camps` of each of many groups (n, 4), all counted at once."""
    if not groups:
        return []
    points, sizes = np.concatenate(groups), [len(group) for group in groups]
    ranked = np.sort(points, axis=1)
    is_clear = ranked[:, -1] - ranked[:, -2] >= CLEAR_LEAD * total - _TIE
    at = np.repeat(np.arange(len(groups)), sizes)[is_clear] * len(LETTERS) + points[is_clear].argmax(axis=1)
    firsts = np.bincount(at, minlength=len(groups) * len(LETTERS)).reshape(-1, len(LETTERS)).tolist()
    return [_two(counts, n) for counts, n in zip(firsts, sizes, strict=True)]


def _two(firsts: Sequence[int], n: int) -> tuple[str, str] | None:
    found = [letter for letter, count in zip(LETTERS, firsts, strict=True) if _is_camp(count, n)]
    return (found[0], found[1]) if len(found) == 2 else None


def _is_camp(count: int, n: int) -> bool:
    return count >= LEAST_PEOPLE and SHARE[1] * count >= SHARE[0] * n

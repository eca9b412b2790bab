"""What those who did not answer could change: the fewest further answers that turn a result."""

import math
from collections.abc import Mapping


def answers_that_flip_dominance(means: Mapping[str, float], n: int, total: int) -> int:
    """Fewest further answers that could give another letter the highest mean, or make a tie of it.

    `means` are the points by letter over `n` people. Each further person could give all `total` points to the
    second and none to the first: m >= n (first - second) / total.
    """
    first, second = sorted(means.values(), reverse=True)[:2]
    return _at_least(n * (first - second) / total)


def answers_that_flip_gap(gap: float, n: int, total: int) -> int:
    """Fewest further answers that could bring a mean gap over `n` people to zero: m >= n |gap| / total."""
    return _at_least(n * abs(gap) / total)


def _at_least(answers: float) -> int:
    """Rounded up, but not by the last bits of a floating point number."""
    return max(1, math.ceil(answers - 1e-9))

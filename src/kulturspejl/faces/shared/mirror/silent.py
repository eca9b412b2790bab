"""What those who did not answer could still have changed."""

from math import floor


def enough_to_flip(margin: float, n: int, total: int) -> int:
    """Fewest further answers that could take the first place from the most common culture.

    Each such answer gives all its `total` points to the second and none to the first, so m of them turn
    n·margin around when m·total > n·margin. `margin` is in points per dimension, as is `total`.
    """
    return floor(n * margin / total + 1e-9) + 1

from itertools import product

import pytest

from kulturspejl.core.scoring.silence import answers_that_flip_dominance, answers_that_flip_gap


@pytest.mark.parametrize(
    ("first", "second", "n"), [(4.0, 3.0, 8), (3.1, 3.0, 5), (9.0, 1.0, 6), (3.0, 3.0, 5)]
)
def test_fewest_answers_that_flip_dominance_is_what_trying_finds(first: float, second: float, n: int) -> None:
    rest = (10 - first - second) / 2
    means = {"A": first, "B": second, "C": rest, "D": rest}
    needed = answers_that_flip_dominance(means, n, 10)
    assert _can_flip(first, second, n, needed)
    assert needed == 1 or not _can_flip(first, second, n, needed - 1)


def _can_flip(first: float, second: float, n: int, more: int) -> bool:
    given = product(range(11), repeat=2)
    return any(
        n * second + more * high >= n * first + more * low - 1e-9 for low, high in given if low + high <= 10
    )


def test_fewest_answers_that_turn_a_gap() -> None:
    assert answers_that_flip_gap(-1.25, 8, 10) == 1
    assert answers_that_flip_gap(1.26, 8, 10) == 2
    assert answers_that_flip_gap(0.3 * 10, 10, 10) == 3

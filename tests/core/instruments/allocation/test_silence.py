from itertools import product

import pytest

from kulturspejl.core.instruments.allocation.silence import answers_that_flip_dominance, answers_that_flip_gap


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


def test_a_tie_takes_one_and_last_bits_take_none() -> None:
    assert answers_that_flip_dominance({"A": 3.0, "B": 3.0, "C": 2.0, "D": 2.0}, 50, 10) == 1
    assert answers_that_flip_dominance({"C": 4.0, "A": 1.0, "D": 3.0, "B": 2.0}, 30, 10) == 3
    assert answers_that_flip_dominance({"A": 40.0, "B": 30.0, "C": 20.0, "D": 10.0}, 30, 100) == 3
    assert answers_that_flip_gap(0.0, 50, 10) == 1
    assert answers_that_flip_gap(20.0, 10, 100) == 2

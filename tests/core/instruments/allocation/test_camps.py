"""Two camps in one team: at least three people and three eighths each, counting only those who lead clearly."""

import numpy as np
import pytest

from kulturspejl.core.instruments.allocation.camps import camps


def team(total: float = 10, **counts: int) -> np.ndarray:
    """So many who have each letter clearly first; "none" have two alike."""
    rows = {
        letter: [4.0 if other == letter else 2.0 for other in "ABCD"] for letter in "ABCD"
    } | {"none": [3.0, 3.0, 2.0, 2.0]}  # fmt: skip
    return np.array([rows[name] for name, count in counts.items() for _ in range(count)]) * total / 10


@pytest.mark.parametrize(
    ("counts", "found"),
    [
        ({"A": 4, "C": 4}, ("A", "C")),
        ({"C": 3, "A": 5}, ("A", "C")),
        ({"B": 3, "D": 3}, ("B", "D")),
        ({"A": 3, "D": 3, "none": 2}, ("A", "D")),
        ({"A": 3, "D": 3, "none": 3}, None),
        ({"A": 2, "D": 3}, None),
        ({"A": 2, "D": 2}, None),
        ({"A": 5, "C": 2, "D": 1}, None),
        ({"A": 6, "B": 6, "C": 4}, ("A", "B")),
        ({"A": 6, "B": 5, "C": 5}, None),
        ({"A": 8}, None),
        ({"A": 3, "B": 3, "C": 3}, None),
        ({"A": 30, "B": 50}, ("A", "B")),
        ({"A": 29, "B": 51}, None),
    ],
)
def test_three_people_and_three_eighths_on_each_side(counts: dict[str, int], found: tuple[str, str] | None) -> None:
    assert camps(team(**counts), 10) == found
    assert camps(team(100, **counts), 100) == found


def leading(by: float, total: float = 10) -> np.ndarray:
    """Four whose A, and four whose C, leads by so much."""
    a, c = [3.0 + by, 3.0, 2.0, 1.0], [1.0, 3.0, 3.0 + by, 2.0]
    return np.array([a] * 4 + [c] * 4) * total / 10


def test_a_lead_is_clear_from_one_point_of_ten() -> None:
    assert camps(leading(1.0), 10) == ("A", "C")
    assert camps(leading(0.999), 10) is None
    assert camps(leading(1.0, 100), 100) == ("A", "C")
    assert camps(leading(0.999, 100), 100) is None
    assert camps(np.array([[0.1 + 3.9, 3.0, 2.0, 1.0]] * 4 + [[1.0, 2.0, 3.0, 0.1 + 3.9]] * 4), 10) == ("A", "D")


def test_where_nobody_answered_there_are_none() -> None:
    assert camps(np.empty((0, 4)), 10) is None


def test_a_camp_holds_by_its_share_of_all_who_answered_not_of_those_who_lead() -> None:
    assert camps(team(A=3, B=3, none=2), 10) == ("A", "B")
    assert camps(team(A=4, B=4, none=3), 10) is None

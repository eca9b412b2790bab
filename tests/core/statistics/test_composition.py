import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kulturspejl.core import statistics as s

PARTS = st.lists(st.floats(0.01, 10), min_size=4, max_size=4)


@pytest.mark.slow
@given(PARTS, st.floats(0.1, 100))
def test_only_the_proportions_count(parts: list[float], size: float) -> None:
    assert s.clr(np.array(parts) * size) == pytest.approx(s.clr(parts), abs=1e-9)
    assert s.clr(parts).sum() == pytest.approx(0, abs=1e-9)


@pytest.mark.slow
@given(PARTS, PARTS, PARTS)
def test_distance_is_a_distance_and_does_not_see_a_common_change(
    x: list[float], y: list[float], change: list[float]
) -> None:
    a, b = s.closure(x), s.closure(y)
    apart = s.aitchison_distance(a, b)
    assert apart == pytest.approx(s.aitchison_distance(b, a))
    assert apart == pytest.approx(s.aitchison_distance(a * change, b * change), abs=1e-9)
    assert apart == pytest.approx(float(np.linalg.norm(s.z_axes(a) - s.z_axes(b))), abs=1e-9)


def test_the_axes_are_as_by_hand() -> None:
    """ln of (e, e, 1, 1): flexibility over stability by ½·(1 + 1) = 1, the others level."""
    assert s.z_axes([math.e, math.e, 1, 1]) == pytest.approx([1, 0, 0])
    assert s.z_axes([math.e, 1, 1, math.e]) == pytest.approx([0, 1, 0])
    assert s.z_axes([math.e, 1, math.e, 1]) == pytest.approx([0, 0, 1])


def test_zeros_leave_the_others_their_proportions() -> None:
    """10 points as 6, 4, 0, 0: δ = .0325 each, the others .6 and .4 of the .935 left."""
    assert s.zero_replace([6, 4, 0, 0], 10) == pytest.approx([0.561, 0.374, 0.0325, 0.0325])
    assert s.zero_replace([100, 0, 0, 0], 100)[1] == pytest.approx(0.00325)


def test_a_missing_block_stays_missing() -> None:
    assert np.isnan(s.zero_replace([[np.nan] * 4, [4, 3, 2, 1]], 10)).tolist() == [[True] * 4, [False] * 4]


def test_the_centre_is_the_closed_geometric_mean() -> None:
    found = s.compositional_center([[0.1, 0.9], [0.4, 0.6]])
    expected = np.sqrt([0.1 * 0.4, 0.9 * 0.6])
    assert found == pytest.approx(expected / expected.sum())


def test_spread_is_the_mean_of_all_squared_distances_by_pairs() -> None:
    """Total variance = Σ over pairs of distance² / (n(n − 1)) (Aitchison 1986)."""
    people = s.closure(np.random.default_rng(4).uniform(0.1, 5, (6, 4)))
    pairs = sum(s.aitchison_distance(a, b) ** 2 for a in people for b in people)
    assert s.total_variance(people) == pytest.approx(pairs / 2 / (6 * 5))


def test_a_missing_person_is_as_nobody() -> None:
    people = s.closure([[1, 2, 3, 4], [4, 2, 2, 2.0]])
    with_missing = np.vstack([people, np.full(4, np.nan)])
    assert s.compositional_center(with_missing) == pytest.approx(s.compositional_center(people))
    assert s.total_variance(with_missing) == pytest.approx(s.total_variance(people))
    assert np.isnan(s.compositional_center(np.full((2, 4), np.nan))).all()


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: s.clr([1, 0, 2]), "replace zeros"),
        (lambda: s.closure([0, 0]), "above 0"),
        (lambda: s.closure(3), r"\(\)"),
        (lambda: s.zero_replace(3, 10), r"\(\)"),
        (lambda: s.z_axes([0.2, 0.3, 0.5]), r"\(3,\)"),
        (lambda: s.compositional_center([0.2, 0.8]), r"\(2,\)"),
        (lambda: s.total_variance([0.2, 0.8]), r"\(2,\)"),
        (lambda: s.aitchison_distance([1.0], [0.2, 0.8]), r"\(1,\) and \(2,\)"),
    ],
)
def test_what_is_no_composition_is_said(call: object, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        call()  # type: ignore[operator]


def test_the_axes_are_orthonormal_and_leave_out_what_all_have() -> None:
    from kulturspejl.core.statistics.composition import H

    products = H @ H.T
    assert products == pytest.approx(np.eye(3))
    assert H.sum(axis=1) == pytest.approx([0, 0, 0])


def test_a_sum_of_nothing_or_under_it_is_no_composition() -> None:
    assert s.closure([0, 0.25, 0, 0.25]) == pytest.approx([0, 0.5, 0, 0.5])
    assert s.closure([[1, 3], [2, 2]]) == pytest.approx(np.array([[0.25, 0.75], [0.5, 0.5]]))
    with pytest.raises(ValueError, match="above 0"):
        s.closure([1, -2])
    with pytest.raises(ValueError, match="above 0"):
        s.closure([[1, 1], [0, 0]])


def test_one_person_has_a_centre_and_no_spread() -> None:
    one = s.closure([[1, 2, 3, 4.0]])
    assert s.compositional_center(one) == pytest.approx([0.1, 0.2, 0.3, 0.4])
    assert math.isnan(s.total_variance(one))
    assert s.total_variance([[math.e, 1], [1, math.e]]) == pytest.approx(1), "clr ±½: variance ½ each"


def test_distance_is_as_by_hand() -> None:
    """clr of (e², 1) is (1, −1), of (1, 1) nothing: √2."""
    assert s.aitchison_distance([math.e**2, 1], [1, 1]) == pytest.approx(math.sqrt(2))
    with pytest.raises(ValueError, match="two compositions"):
        s.aitchison_distance([[1.0, 1.0]], [[1.0, 1.0]])

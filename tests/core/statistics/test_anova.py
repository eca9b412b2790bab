import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kulturspejl.core import statistics as s

GROUPS = np.repeat(["a", "b", "c"], [2, 3, 4])
VALUES = np.array([1.0, 3, 2, 4, 6, 5, 5, 7, 9])


def test_it_is_as_by_hand() -> None:
    """Means 2, 4, 6.5, of all 14/3: SSB = 2·(8/3)² + 3·(2/3)² + 4·(11/6)² = 29, SSW = 2 + 8 + 11 = 21."""
    found = s.icc(VALUES, GROUPS)
    assert (found.msb, found.msw) == pytest.approx((29 / 2, 21 / 6))
    assert found.f == pytest.approx(29 / 7)
    assert found.icc1 == pytest.approx((14.5 - 3.5) / (14.5 + 2 * 3.5))
    assert found.icc2 == pytest.approx((14.5 - 3.5) / 14.5)
    assert (found.n_groups, found.n_bar, found.n0) == (3, 3, pytest.approx((9 - 29 / 9) / 2))


@pytest.mark.slow
@given(st.floats(-1e6, 1e6), st.floats(1e-9, 1e6))
def test_neither_the_place_nor_the_size_of_the_scale_matters(shift: float, size: float) -> None:
    found = s.icc((VALUES + shift) * size, GROUPS)
    assert (found.icc1, found.icc2, found.p) == pytest.approx(
        (11 / 21.5, 11 / 14.5, s.icc(VALUES, GROUPS).p), rel=1e-6
    )


def test_units_of_one_mind_each_differ_for_certain() -> None:
    found = s.icc([2, 2, 3, 3], [1, 1, 2, 2])
    assert (found.f, found.p, found.icc1, found.icc2) == (math.inf, 0, 1, 1)
    nothing = s.icc([2, 2, 2, 2], [1, 1, 2, 2])
    assert math.isnan(nothing.f)
    assert math.isnan(nothing.p)


def test_a_missing_value_is_as_nobody() -> None:
    told = s.icc([*VALUES, np.nan, np.nan], [*GROUPS, "a", "z"])
    assert told == s.icc(VALUES, GROUPS)


def test_equal_means_give_no_number_instead_of_a_huge_one() -> None:
    found = s.icc(np.array([1, 3, 2, 2, 0, 4]) / 6 + 1 / 3, [1, 1, 2, 2, 3, 3])
    assert found.msb == 0
    assert math.isnan(found.icc2)
    assert found.icc1 == pytest.approx(-1)


@pytest.mark.parametrize(("values", "groups"), [([1, 2], [1, 2]), ([1, 2, 3], [1, 1, 1]), ([], [])])
def test_it_needs_two_groups_and_somebody_beside_another(values: list[float], groups: list[int]) -> None:
    with pytest.raises(ValueError, match="two groups"):
        s.icc(values, groups)


def test_reliability_grows_with_people_and_is_never_under_nothing() -> None:
    assert s.unit_reliability(10, 0.2) == pytest.approx(10 * 0.2 / 2.8)
    assert s.unit_reliability(10, -0.1) == 0


def test_sizes_means_and_squares_are_enough() -> None:
    rng = np.random.default_rng(3)
    groups = np.repeat([0, 1, 2], [4, 7, 5])
    values = rng.normal(groups, 1.0)
    parts = [values[groups == one] for one in range(3)]
    found = s.icc_of(
        np.array([4.0, 7.0, 5.0]), np.array([one.mean() for one in parts]),
        np.array([((one - one.mean()) ** 2).sum() for one in parts]),
    )  # fmt: skip
    whole = s.icc(values, groups)
    for name in ("icc1", "icc1_n0", "icc2", "msb", "msw", "f", "p", "n_groups", "n_bar", "n0"):
        assert getattr(found, name) == pytest.approx(getattr(whole, name))
    with pytest.raises(ValueError, match="two groups"):
        s.icc_of(np.array([4.0]), np.array([1.0]), np.array([1.0]))


def test_equal_means_are_not_told_apart_by_their_last_bits() -> None:
    third = 10 / 3
    found = s.icc_of(np.array([3.0, 7.0]), np.array([third, third]), np.array([2.0, 2.0]))
    assert (found.msb, found.f) == (0, 0)


def test_its_chance_is_that_of_f() -> None:
    from scipy import stats

    found = s.icc(VALUES, GROUPS)
    assert found.p == pytest.approx(stats.f.sf(29 / 7, 2, 6))
    assert found.icc1_n0 == pytest.approx(11 / (14.5 + ((9 - 29 / 9) / 2 - 1) * 3.5))


def test_reliability_at_its_edges() -> None:
    assert s.unit_reliability(1, 0.3) == pytest.approx(0.3)
    assert s.unit_reliability(5, 0) == 0
    assert s.unit_reliability(5, 1) == 1

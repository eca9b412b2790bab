import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kulturspejl.core import statistics as s

BLOCKS = st.lists(st.integers(0, 100), min_size=4, max_size=6)


@pytest.mark.slow
@given(st.lists(BLOCKS, min_size=2, max_size=20))
def test_it_is_exact_for_means_of_four_to_six_whole_numbers(people: list[list[int]]) -> None:
    exact = [Fraction(sum(blocks), len(blocks)) for blocks in people]
    mean = sum(exact) / len(exact)
    variance = sum((x - mean) ** 2 for x in exact) / (len(exact) - 1)
    found = s.exact_sd([float(x) for x in exact])
    assert found**2 == pytest.approx(float(variance), rel=1e-14)
    assert (found == 0) == (variance == 0)


@pytest.mark.parametrize("score", [13 / 5, 11 / 5, 17 / 6, 9 / 4, 1e12 + 1 / 3])
def test_a_unit_of_one_mind_spreads_exactly_nothing(score: float) -> None:
    assert s.exact_sd(np.full(7, score)) == 0
    low, high = s.t_interval(np.full(7, score))
    assert low == high


@pytest.mark.parametrize("far", [1e6, 1e9, 1e13])
def test_large_numbers_do_not_overflow(far: float) -> None:
    assert s.exact_sd([far, far + 1, far + 2]) == pytest.approx(1)
    assert s.exact_sd([0, far, 2 * far]) == pytest.approx(far)


@pytest.mark.parametrize("measure", [s.t_interval, lambda x: s.finite_interval(x, 10), s.exact_sd,
                                     lambda x: s.nonresponse_bounds(x, 10, 0, 10)])  # fmt: skip
def test_a_missing_value_is_as_nobody(measure: object) -> None:
    assert measure([1, 2, math.nan, 4]) == measure([1, 2, 4])  # type: ignore[operator]


def test_one_answer_has_no_interval() -> None:
    for low, high in (s.t_interval([3]), s.finite_interval([3], 5), s.t_interval([])):
        assert math.isnan(low)
        assert math.isnan(high)


def test_bounds_are_as_in_the_example_of_the_eight_of_ten() -> None:
    """8 of 10 with mean 3.1: 24.8/10 to 44.8/10; their width is 10(N − n)/N."""
    low, high = s.nonresponse_bounds(np.full(8, 3.1), 10, 0, 10)
    assert (low, high) == pytest.approx((2.48, 4.48))
    gap = s.nonresponse_bounds(np.full(8, 0.5), 10, -10, 10)
    assert gap == pytest.approx((-1.6, 2.4))


@pytest.mark.parametrize("measure", [s.finite_interval, lambda x, n: s.nonresponse_bounds(x, n, 0, 10)])
def test_more_answers_than_invited_is_a_fault_in_the_data(measure: object) -> None:
    with pytest.raises(ValueError, match="3 answers of 2 invited"):
        measure([1, 2, 3], 2)  # type: ignore[operator]


@pytest.mark.slow
@given(st.lists(st.floats(0, 10), min_size=2, max_size=15), st.floats(-5, 5))
def test_an_interval_moves_with_its_values(values: list[float], shift: float) -> None:
    low, high = s.t_interval(values)
    moved = s.t_interval(np.array(values) + shift)
    assert moved == pytest.approx((low + shift, high + shift), abs=1e-6)


@pytest.mark.parametrize("n", [5, *(pytest.param(n, marks=pytest.mark.slow) for n in (8, 15, 30))])
def test_it_covers_what_it_says(n: int) -> None:
    """Teams of real allocations: the plain t interval covers the true mean in 93–97 of 100."""
    rng = np.random.default_rng(n)
    scores = rng.multinomial(10, [0.31, 0.22, 0.27, 0.20], size=(4_000, n, 6))[..., 0].mean(axis=2)
    hit = [low <= 3.1 <= high for low, high in map(s.t_interval, scores)]
    assert 0.93 < np.mean(hit) < 0.97


def test_many_columns_are_as_one_by_one() -> None:
    rng = np.random.default_rng(5)
    values = np.column_stack([rng.integers(0, 60, 9) / 6, np.full(9, 7 / 3), rng.normal(size=9)])
    found = s.exact_sds(values)
    assert found == pytest.approx([s.exact_sd(column) for column in values.T])
    assert found[1] == 0
    assert np.isnan(s.exact_sds(values[:1])).all()


def test_an_interval_is_of_its_mean_spread_and_size() -> None:
    values = [1.0, 2.0, 4.0, 4.5]
    assert s.interval_of(float(np.mean(values)), s.exact_sd(values), 4) == s.t_interval(values)
    assert s.bounds_of(sum(values), 2, 6, 0, 10) == s.nonresponse_bounds(values, 6, 0, 10)


def test_the_interval_is_scipys_at_any_level() -> None:
    from scipy import stats

    values = [1.0, 4.0, 2.5, 3.0, 7.0]
    for level in (0.95, 0.8):
        expected = stats.t.interval(level, 4, np.mean(values), stats.sem(values))
        assert s.t_interval(values, level) == pytest.approx(expected)
    assert s.t_interval(values) == s.t_interval(values, 0.95)
    assert not math.isnan(s.t_interval([1.0, 2.0])[0])


def test_of_all_who_were_invited_it_is_narrower_by_the_root_of_the_share_left() -> None:
    values = [1.0, 4.0, 2.5, 3.0]
    (low, high), (a, b) = s.t_interval(values), s.finite_interval(values, 16)
    assert b - a == pytest.approx((high - low) * math.sqrt(1 - 4 / 16))
    assert (s.finite_factor(4, 16), s.finite_factor(4, 4), s.finite_factor(0, 0)) == (0.75, 0, 0)
    with pytest.raises(ValueError, match="5 answers of 4 invited"):
        s.finite_factor(5, 4)


def test_bounds_by_hand_and_of_nobody_none() -> None:
    assert s.nonresponse_bounds([2.0, 4.0], 4, 1, 9) == (2.0, 6.0)
    assert s.nonresponse_bounds([2.0, 4.0], 2, 1, 9) == (3.0, 3.0)
    assert s.nonresponse_bounds([], 2, 1, 9) == (1.0, 9.0)
    assert all(map(math.isnan, s.nonresponse_bounds([], 0, 0, 10)))


def test_one_value_has_no_spread_and_other_fractions_have_the_usual() -> None:
    assert math.isnan(s.exact_sd([3.0]))
    assert s.exact_sd([1.0, 2.0]) == pytest.approx(math.sqrt(0.5))
    odd = [0.123, 1.777, 2.391]
    assert s.exact_sd(odd) == pytest.approx(np.std(odd, ddof=1), rel=1e-14)
    assert s.exact_sd([0.25, 0.75], denominator=4) == pytest.approx(math.sqrt(0.125))
    columns = np.array([[1.0, 0.1], [2.0, 0.7], [4.0, 0.123]])
    assert s.exact_sds(columns) == pytest.approx(columns.std(axis=0, ddof=1))

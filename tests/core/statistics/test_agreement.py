import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kulturspejl.core import statistics as s

POINTS = st.lists(st.integers(0, 10), min_size=2, max_size=12)


@given(POINTS, st.integers(-5, 5))
@pytest.mark.slow
def test_agreement_is_the_same_wherever_the_group_stands(points: list[int], shift: int) -> None:
    here, there = (np.array(points) + by for by in (0.0, shift))
    one = np.zeros(len(points))
    for measure in (s.r_star, s.rwg, s.rwg_j):
        assert measure(here, one, 5.25) == pytest.approx(measure(there, one, 5.25))
    assert s.ad_median(here, one)[0] <= s.ad_mean(here, one)[0] + 1e-12


@given(POINTS, st.randoms())
@pytest.mark.slow
def test_the_order_of_people_changes_nothing(points: list[int], random: object) -> None:
    turned = list(points)
    random.shuffle(turned)  # type: ignore[attr-defined]
    one = np.zeros(len(points))
    assert s.r_star(points, one, 5.25) == pytest.approx(s.r_star(turned, one, 5.25))


def test_who_left_out_an_item_is_left_out_of_many_items() -> None:
    items = np.array([[1, 2], [np.nan, 5], [3, 4], [np.nan, 1]])
    found = s.r_star_j(items, ["a", "a", "a", "b"], 2.0)
    assert found[0] == pytest.approx(1 - 2 / 2)
    assert np.isnan(found[1])
    assert found.groups == ("a", "b")


def test_one_person_agrees_with_nobody() -> None:
    assert np.isnan(s.rwg([3.0], [1], 5.25)[0])
    assert s.ad_mean([3.0], [1])[0] == 0


def test_what_is_found_is_an_array_and_only_the_whole_knows_its_groups() -> None:
    found = s.rwg([1, 2, 5, 5.0], ["b", "b", "a", "a"], 2.0)
    assert (found >= 0.7).tolist() == [True, True]
    assert found.groups == ("b", "a")
    assert found[:1].groups == ()
    assert type(found.values) is np.ndarray


@pytest.mark.parametrize("measure", [s.rwg, s.r_star])
def test_one_item_has_one_value_a_person(measure: object) -> None:
    with pytest.raises(ValueError, match=r"\(3, 2\)"):
        measure(np.ones((3, 2)), [1, 1, 1], 2.0)  # type: ignore[operator]


@pytest.mark.parametrize("variance", [0, -1, float("nan")])
def test_a_null_spreads(variance: float) -> None:
    with pytest.raises(ValueError, match="above 0"):
        s.rwg([1, 2], [1, 1], variance)


@pytest.mark.parametrize(
    ("shares", "variance"),
    [
        ((0.05, 0.15, 0.20, 0.35, 0.25), s.SLIGHT_SKEW),
        ((0, 0.10, 0.15, 0.40, 0.35), s.MODERATE_SKEW),
        ((0, 0, 0.10, 0.40, 0.50), s.HEAVY_SKEW),
    ],
)
def test_the_leaning_nulls_are_what_their_shares_give(shares: tuple[float, ...], variance: float) -> None:
    """LeBreton & Senter 2008 give the shares of the five options."""
    options = np.arange(1, 6)
    assert np.dot(shares, options**2) - np.dot(shares, options) ** 2 == pytest.approx(variance)


def test_thousands_of_groups_cost_no_more_than_their_people() -> None:
    """Picking each group out of everybody took about 4 s here."""
    rng = np.random.default_rng(1)
    groups, items = rng.integers(0, 5_000, 100_000), rng.integers(0, 11, (100_000, 6)).astype(float)
    began = time.process_time()
    assert len(s.rwg_j(items, groups, 5.25)) == 5_000
    assert time.process_time() - began < 2.5


def test_awg_is_as_by_hand_and_undefined_where_the_mean_leaves_no_room() -> None:
    """Scores 2 and 4 of 1 to 5: mean 3, most variance (18 − 9 − 5) · 2 = 8, twice 2 over 8: a half."""
    assert s.awg([2.0, 4.0], [1, 1], 1, 5)[0] == pytest.approx(0.5)
    assert s.awg([5.0, 5.0, 5.0], [1, 1, 1], 1, 5)[0] == 1
    assert s.awg([1.0, 1.0], [1, 1], 1, 5)[0] == 1
    assert np.isnan(s.awg([3.0], [1], 1, 5)[0])
    assert np.isnan(s.awg([1.1, 1.2, 1.1, 1.2], [1] * 4, 1, 5)[0]), "no four people of whole scores have that mean"
    assert s.awg([[2.0, 1.1], [4.0, 1.1]], [1, 1], 1, 5)[0] == pytest.approx(0.5), "over the items that have one"


def test_deviations_are_as_by_hand() -> None:
    """1, 2, 6 lie 2, 1 and 3 from their mean 3, and 1, 0 and 4 from their median 2."""
    assert s.ad_mean([1.0, 2.0, 6.0], [1] * 3)[0] == pytest.approx(2)
    assert s.ad_median([1.0, 2.0, 6.0], [1] * 3)[0] == pytest.approx(5 / 3)
    assert np.isnan(s.ad_mean([np.nan, 1.0], ["a", "b"])[0])


def test_rwg_is_never_under_nothing_and_rwg_j_is_as_by_hand() -> None:
    """Variance 2 of 4: a half; of two items q = ½: 2 · ½ / (2 · ½ + ½) = ⅔. Variance 8 of 4: nothing."""
    assert s.rwg([1.0, 3.0], [1, 1], 4.0)[0] == pytest.approx(0.5)
    assert s.rwg_j([[1.0, 1.0], [3.0, 3.0]], [1, 1], 4.0)[0] == pytest.approx(2 / 3)
    assert (s.rwg([1.0, 5.0], [1, 1], 4.0)[0], s.rwg_j([[1.0], [5.0]], [1, 1], 4.0)[0]) == (0, 0)
    assert s.r_star([1.0, 5.0], [1, 1], 4.0)[0] == pytest.approx(-1)
    assert s.rwg_j_of([0.0, 0.5, 2.0], 6).tolist() == pytest.approx([1, 6 * 0.5 / 3.5, 0])

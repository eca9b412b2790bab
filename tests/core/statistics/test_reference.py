"""Statistics against independent references: scipy, published values, and brute force."""

import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from kulturspejl.core import statistics as s

RNG = np.random.default_rng(7)
GROUPS = np.repeat(["n", "s", "v"], [5, 8, 6])
SCORES = RNG.normal(size=19) + np.repeat([0.0, 0.7, 1.1], [5, 8, 6])


def test_it_finds_scipys_f_and_p():
    found = s.icc(SCORES, GROUPS)
    f, p = stats.f_oneway(SCORES[:5], SCORES[5:13], SCORES[13:])
    assert found.f == pytest.approx(f)
    assert found.p == pytest.approx(p)


def test_it_finds_the_icc_of_a_worked_example():
    """Shrout & Fleiss 1979, table 2: six targets, four judges; ICC(1,1) = .17, ICC(1,4) = .44."""
    ratings = np.array([[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]])
    found = s.icc(ratings.ravel(), np.repeat(np.arange(6), 4))
    assert found.icc1 == pytest.approx(0.1657, abs=5e-5)
    assert found.icc2 == pytest.approx(0.4428, abs=5e-5)
    assert found.icc1 == found.icc1_n0


def test_it_gives_an_exact_zero_for_constant_groups():
    values = np.repeat([0.1 + 0.2, 1 / 3, 0.7], 4)
    assert s.icc(values, np.repeat([1, 2, 3], 4)).msw == 0
    assert s.exact_sd(np.full(9, 17 / 6), 6) == 0


def test_it_keeps_groups_in_order_of_first_appearance():
    found = s.r_star([1.0, 2.0, 5.0, 5.0], ["b", "b", "a", "a"], 2.0)
    assert found.groups == ("b", "a")
    assert list(found.values) == [1 - 0.5 / 2, 1.0]


def test_it_agrees_with_james_demaree_and_wolf():
    """Ten items, mean variance .6 on a 5-point scale (σ² = 2): rWG = .7, rWG(10) = .9589."""
    variance = np.sqrt(0.6 / 2)
    block = np.array([[3 - variance] * 10, [3 + variance] * 10])
    assert s.rwg(block[:, 0], [1, 1], s.uniform_null(5))[0] == pytest.approx(0.7)
    assert s.rwg_j(block, [1, 1], s.uniform_null(5))[0] == pytest.approx(10 * 0.7 / (10 * 0.7 + 0.3))
    assert s.r_star_j(block, [1, 1], s.uniform_null(5))[0] == pytest.approx(0.7)


def test_it_truncates_the_classic_rwg_only():
    split = [0.0, 0.0, 10.0, 10.0]
    assert s.rwg(split, [1] * 4, 5.25)[0] == 0
    assert s.r_star(split, [1] * 4, 5.25)[0] < -5


@pytest.mark.parametrize(("total", "variance"), [(10, 5.25), (100, 390.0)])
def test_it_has_the_null_of_allocated_points(total, variance):
    assert s.allocation_null(total) == pytest.approx(variance)


def test_it_has_the_null_that_all_allocations_written_out_have():
    every = [a for a in itertools.product(range(7), repeat=4) if sum(a) == 6]
    assert np.var(np.array(every)[:, 0]) == pytest.approx(s.allocation_null(6))


def test_it_allocates_at_random_with_that_variance():
    drawn = s.random_allocations(np.random.default_rng(1), (40_000,), 10)
    assert (drawn.sum(axis=-1) == 10).all()
    assert (drawn >= 0).all()
    assert drawn.var(axis=0) == pytest.approx(5.25, rel=0.03)


def test_it_reads_profile_agreement_as_one_for_twins_and_near_nothing_for_blind_throwing():
    twins = np.tile([4, 2, 1, 3], (5, 6, 1))
    blind = s.random_allocations(np.random.default_rng(2), (400, 6), 10)
    assert s.profile_r_star(twins, 10) == 1
    assert s.profile_r_star(blind, 10) == pytest.approx(0, abs=0.03)


def test_it_calls_two_camps_split():
    camps = np.array([[[10, 0, 0, 0]] * 6] * 4 + [[[0, 0, 10, 0]] * 6] * 4)
    assert s.profile_r_star(camps, 10) < 0


@pytest.mark.parametrize(("n", "about"), [(5, 0.23), (8, 0.18), (12, 0.14), (20, 0.11), (30, 0.09)])
def test_it_knows_what_blind_throwing_gives(n, about):
    assert s.random_profile_r_star(n) == pytest.approx(about, abs=0.012)


def test_it_finds_scipys_t_interval():
    low, high = s.t_interval(SCORES)
    expected = stats.t.interval(0.95, 18, SCORES.mean(), stats.sem(SCORES))
    assert (low, high) == pytest.approx(expected)


def test_it_narrows_to_nothing_when_all_have_answered():
    low, high = s.finite_interval([2, 3, 5, 4], 4)
    assert low == high == 3.5
    with pytest.raises(ValueError, match="more answers than invited"):
        s.finite_interval([2, 3, 5, 4], 3)


def test_it_repeats_the_example_of_ten_people_of_whom_eight_answer():
    """science.md 1.1: half widths ±1.10 and ±0.49 at SD 1.315 or so: their ratio is √(1 − 8/10)."""
    scores = RNG.normal(3, 1.3, 8)
    team, today = s.t_interval(scores), s.finite_interval(scores, 10)
    assert (today[1] - today[0]) / (team[1] - team[0]) == pytest.approx(math.sqrt(0.2))


@given(st.lists(st.integers(0, 10), min_size=1, max_size=8), st.integers(0, 4), st.data())
@pytest.mark.slow
def test_its_bounds_hold_whatever_the_silent_say(answers, silent, data):
    others = data.draw(st.lists(st.integers(0, 10), min_size=silent, max_size=silent))
    low, high = s.nonresponse_bounds(answers, len(answers) + silent, 0, 10)
    assert low - 1e-9 <= np.mean(answers + others) <= high + 1e-9


def test_it_writes_out_every_bootstrap_team():
    scores = np.array([[1.0], [2.0], [4.0]])
    found = s.exact_bootstrap(scores)
    every = [np.mean([a, b, c]) for a, b, c in itertools.product([1, 2, 4], repeat=3)]
    assert len(found.means) == 10
    assert found.weights.sum() == pytest.approx(1)
    assert found.weights @ found.means[:, 0] == pytest.approx(np.mean(every))
    assert found.weights @ found.means[:, 0] ** 2 == pytest.approx(np.mean(np.square(every)))
    assert len(s.exact_bootstrap(np.zeros((8, 4))).means) == 6435


def test_it_shares_a_tie_and_says_the_same_each_time():
    chance = s.chance_of_most(s.bootstrap(np.tile([3, 3, 2, 2], (6, 1))))
    assert chance == pytest.approx([0.5, 0.5, 0, 0])
    many = np.random.default_rng(3).normal(size=(25, 4))
    assert (s.chance_of_most(s.bootstrap(many)) == s.chance_of_most(s.bootstrap(many))).all()


def test_it_flips_signs_as_scipy_does():
    gaps = np.array([0.5, -0.2, 1.1, 0.9, -0.4, 0.8, 0.3])
    expected = stats.permutation_test((gaps,), np.sum, permutation_type="samples", n_resamples=np.inf).pvalue
    assert s.sign_flip(gaps).p[0] == pytest.approx(expected)


def test_five_people_cannot_reach_five_percent():
    assert s.sign_flip(np.full(5, 2.0)).p[0] == 2 / 32
    assert s.sign_flip(np.full(6, 2.0)).p[0] == 2 / 64


def test_looking_at_more_columns_never_lowers_p():
    gaps = np.random.default_rng(5).normal(0.4, 1, (9, 4))
    found = s.sign_flip(gaps)
    assert (found.p_max_t >= found.p - 1e-12).any()
    assert (found.p_max_t <= 1).all()
    assert s.sign_flip(gaps[:, 0]).p_max_t[0] <= found.p_max_t[0] + 1e-12


def test_it_exchanges_people_as_scipy_does():
    a, b = [1.0, 2.0, 2.5, 4.0], [3.0, 5.0, 4.5]
    expected = stats.permutation_test(
        (a, b), lambda x, y: np.mean(x) - np.mean(y), n_resamples=np.inf, alternative="two-sided"
    ).pvalue
    assert s.permutation_between(a, b) == pytest.approx(expected)


def test_it_finds_scipys_welch():
    found = s.welch(SCORES[:5], SCORES[5:])
    expected = stats.ttest_ind(SCORES[5:], SCORES[:5], equal_var=False)
    assert (found.t, found.p, found.df) == pytest.approx((expected.statistic, expected.pvalue, expected.df))
    assert found.interval == pytest.approx(tuple(expected.confidence_interval()))
    assert found.se_range[0] < found.se_range[1] == found.se


def test_it_measures_deviation_by_hand():
    assert s.ad_mean([1.0, 2.0, 6.0], [1] * 3)[0] == 2
    assert s.ad_median([1.0, 2.0, 6.0], [1] * 3)[0] == pytest.approx(5 / 3)


def test_awg_is_undefined_near_the_ends_and_one_at_them():
    assert math.isnan(s.awg([1.0, 1.0, 1.0, 1.2], [1] * 4, 1, 5)[0])
    assert s.awg([5.0, 5.0, 5.0], [1] * 3, 1, 5)[0] == 1
    assert s.awg([1.0, 5.0, 1.0, 5.0], [1] * 4, 1, 5)[0] == pytest.approx(-1)


def test_its_axes_are_orthonormal_and_keep_distances():
    from kulturspejl.core.statistics.composition import H

    assert np.allclose(H @ H.T, np.eye(3))
    assert np.allclose(H.sum(axis=1), 0)
    x, y = s.closure([1, 2, 3, 4]), s.closure([4, 3, 2, 1])
    assert s.aitchison_distance(x, y) == pytest.approx(np.linalg.norm(s.z_axes(x) - s.z_axes(y)))


@pytest.mark.slow
@given(st.lists(st.integers(0, 10), min_size=4, max_size=4).filter(lambda row: sum(row) > 0))
def test_it_replaces_zeros_and_still_sums_to_one(row):
    found = s.zero_replace(row, sum(row))
    assert (found > 0).all()
    assert found.sum() == pytest.approx(1)


def test_its_delta_is_the_one_of_the_paper():
    assert s.zero_replace([10, 0, 0, 0], 10)[1] == pytest.approx(0.0325)


def test_the_centre_of_one_is_itself_and_spread_needs_two():
    x = s.closure([[1, 2, 3, 4]])
    assert s.compositional_center(x) == pytest.approx(x[0])
    assert math.isnan(s.total_variance(x))


def test_a_gap_is_visible_sooner_with_more_people():
    gaps = [s.smallest_visible_gap(n) for n in (5, 8, 15, 30)]
    assert gaps == sorted(gaps, reverse=True)
    assert s.smallest_visible_gap(8) == pytest.approx(stats.t.ppf(0.975, 7) * 1.6 / np.sqrt(8))
    assert s.smallest_visible_gap(1) is None


@pytest.mark.parametrize(
    "call", [lambda: s.t_interval([[1]]), lambda: s.icc([1, 2], [1]), lambda: s.profile_r_star([1], 10)]
)
def test_wrong_shapes_are_named(call):
    with pytest.raises(ValueError, match=r"shape .*\("):
        call()

"""From moments to numbers: on both sides of every line, and nothing that moments cannot give."""

import math
from dataclasses import replace

import numpy as np
import pytest
from scipy import stats

from kulturspejl.core.disclosure.moments import Moments, Squares, moments_of
from kulturspejl.core.disclosure.numbers import Numbers
from kulturspejl.core.disclosure.respondents import usable
from kulturspejl.core.disclosure.told import estimate_of, spread_of, told, word_of
from kulturspejl.core.statistics.composition import H
from tests.core.disclosure.people import answers

ALIKE = H.T @ H


def squares(means: tuple[float, ...], n: int = 8, variance: float = 0.75) -> Squares:
    """Four scores that spread alike."""
    mean = np.array(means)
    return Squares(n, mean * 60 * n, np.full(len(means), (n - 1) * variance), (n - 1) * variance / 0.75 * ALIKE)


def numbers(means: tuple[float, ...] = (4, 3, 2, 1), n: int = 8, invited: int | None = 10) -> Numbers:
    return told(Moments(n, {"now": squares(means, n)}, {}, is_drawn=False), invited=invited, total=10)


def test_an_estimate_by_hand() -> None:
    """sd 1.2 of 9 of 12: se 0.4, t 2.306; half of it for the twelve."""
    one = estimate_of(9, 1.0, 1.2, 12, (0, 10))
    reach = stats.t.ppf(0.975, 8) * 0.4
    assert (one.mean, one.sd, one.se, one.se_finite) == (1.0, 1.2, pytest.approx(0.4), pytest.approx(0.2))
    assert one.t == pytest.approx((1 - reach, 1 + reach))
    assert one.finite == pytest.approx((1 - reach / 2, 1 + reach / 2))
    assert one.bounds == pytest.approx((0.75, 3.25))


def test_beyond_today_is_cut_by_the_scale_and_today_by_what_the_silent_could_change() -> None:
    """Two of twelve are silent: the bounds are 0.17 to 1.83, within both intervals."""
    one = estimate_of(10, 0.2, 6.0, 12, (0, 10))
    assert one.t is not None
    assert one.finite is not None
    assert one.bounds is not None
    assert one.t[0] < one.finite[0] < 0
    assert one.shown == (0, one.t[1])
    assert one.today == one.bounds
    assert one.bounds[1] < one.finite[1]
    narrow = estimate_of(10, 5.0, 0.7, 12, (0, 10))
    assert (narrow.shown, narrow.today) == (narrow.t, narrow.finite)
    low = estimate_of(10, -9.9, 3.0, 12, (-10, 10))
    assert low.shown is not None
    assert low.shown[0] == -10


def test_where_all_answered_today_is_no_range() -> None:
    one = estimate_of(8, 3.0, 1.0, 8, (0, 10))
    assert (one.today, one.finite, one.bounds, one.se_finite) == (None, (3, 3), (3, 3), 0)
    assert one.shown == one.t
    assert estimate_of(8, 3.0, 1.0, 9, (0, 10)).today is not None


def test_where_the_invited_are_unknown_only_beyond_today_is_told() -> None:
    one = estimate_of(8, 3.0, 1.0, None, (0, 10))
    assert (one.today, one.finite, one.bounds, one.se_finite) == (None, None, None, None)
    assert one.shown == one.t


def test_one_person_has_bounds_and_no_spread() -> None:
    one = estimate_of(1, 3.0, math.nan, 2, (0, 10))
    assert one.bounds == (1.5, 6.5)
    assert (one.sd, one.t, one.shown, one.today) == (None, None, None, None)
    assert estimate_of(2, 3.0, 1.0, 2, (0, 10)).t is not None


@pytest.mark.parametrize("means", [(10, 0, 0, 0), (4, 3, 2, 1), (2.6, 2.5, 2.5, 2.4)])
def test_chances_are_whole_percents_and_nothing_is_certain(means: tuple[float, ...]) -> None:
    chances = numbers(means).type["now"].probability
    assert chances is not None
    for chance in chances.values():
        assert round(100 * chance) == pytest.approx(100 * chance)
        assert 0.01 <= chance <= 0.99
    assert max(chances, key=chances.__getitem__) == "A"
    if means[0] == 10:
        assert chances == {"A": 0.99, "B": 0.01, "C": 0.01, "D": 0.01}


def test_a_tie_is_a_tie_to_within_a_hair_and_no_more() -> None:
    for second, dominant in ((3.0, "AB"), (3.0 - 1e-12, "AB"), (3.0 - 1e-6, "A")):
        kind = numbers((3.0, second, 2, 2)).type["now"]
        assert kind.dominant == dominant
        assert (kind.strength, kind.margin) == (3.0, pytest.approx(3.0 - second))
        assert kind.effective_cultures == pytest.approx(math.exp(-(0.6 * math.log(0.3) + 0.4 * math.log(0.2))))


def test_dimensions_that_differ_are_counted_and_measured() -> None:
    """d1 is led by B, the rest by A; the first lies √2 from the whole, the others nothing."""
    means = np.array([3.0, 4, 2, 1] + [4.0, 3, 2, 1] * 5)
    one = Squares(8, means * 480, np.full(24, 7.0))
    found = told(Moments(8, {"now": squares((4, 3, 2, 1))}, {"now": one}, is_drawn=False), invited=None, total=10)
    assert found.type["now"].congruent_dimensions == 5
    assert found.type["now"].congruence_rms == pytest.approx(math.sqrt(2 / 6))
    assert found.dimensions["now"]["d1"] == {"A": 3, "B": 4, "C": 2, "D": 1}
    assert found.dimension_spread["now"]["d6"].sd == {"A": 1, "B": 1, "C": 1, "D": 1}
    assert found.sums["now"] == {"A": 24, "B": 18, "C": 12, "D": 6}


def test_points_go_from_nothing_to_all_and_a_gap_both_ways() -> None:
    """Eight of ten: the two silent give 0 or 10; in a gap −10 or 10."""
    scores = {period: squares((0.1, 0.2, 0.3, 9.4)) for period in ("now", "preferred", "gap")}
    found = told(Moments(8, scores, {}, is_drawn=True), invited=10, total=10)
    for period, low in ((found.now, 0), (found.preferred, 0), (found.gap, -10)):
        assert period is not None
        assert period["A"].bounds == pytest.approx(((0.8 + 2 * low) / 10, (0.8 + 20) / 10))
        assert period["D"].shown is not None
        assert period["D"].shown[1] == 10
    assert found.now["A"].shown is not None
    assert found.now["A"].shown[0] == 0
    assert found.points_to_move == 5
    assert found.answers_to_flip == {"dominance": 8, "gap": 8}


def test_without_covariance_there_are_no_chances() -> None:
    bare = Moments(8, {"now": replace(squares((4, 3, 2, 1)), joint=None)}, {}, is_drawn=False)
    assert told(bare, invited=None, total=10).type["now"].probability is None


@pytest.mark.parametrize(("share", "step"), [(0.249, "close"), (0.25, "mixed"), (0.749, "mixed"), (0.75, "wide")])
def test_three_steps_of_blind_throwing(share: float, step: str) -> None:
    """Of 4 · 5.25 = 21."""
    found = spread_of(np.full((6, 4), 5.25 * share), 10)
    assert {one.step for one in found.values()} == {step}
    assert found["d1"].sd == pytest.approx(dict.fromkeys("ABCD", math.sqrt(5.25 * share)))
    assert spread_of(np.full((6, 4), np.nan), 10) == {}


def test_agreement_is_of_six_dimensions_of_a_drawing_or_of_the_scores_alone() -> None:
    one = Squares(8, np.zeros(24), 7 * 2.1 * np.tile([1.0, 0.5, 1.5, 1.0], 6))
    scores = {period: squares((4, 3, 2, 1)) for period in ("now", "preferred")}
    drawn = told(Moments(8, scores, {"now": one}, is_drawn=True), invited=None, total=10).agreement
    assert drawn["now"].profile_r_star == pytest.approx(1 - 2.1 / 5.25)
    assert drawn["now"].scores["A"].r_star == pytest.approx(1 - 0.75 * 6 / 5.25)
    assert drawn["now"].scores["A"].rwg_j == pytest.approx(6 * 0.6 / (6 * 0.6 + 0.4))
    assert drawn["now"].random_95 == pytest.approx(0.18, abs=0.02)
    assert drawn["preferred"].profile_r_star == pytest.approx(1 - 0.75 / 4)
    assert drawn["preferred"].scores["A"].r_star == drawn["preferred"].scores["A"].rwg_j == pytest.approx(1 - 0.75 / 4)
    assert drawn["preferred"].random_95 is None
    alone = told(Moments(8, scores, {}, is_drawn=False), invited=None, total=10).agreement["preferred"]
    assert (alone.profile_r_star, alone.random_95, alone.scores["A"].rwg_j) == (None, None, None)
    assert alone.scores["A"].r_star == pytest.approx(1 - 0.75 * 6 / 5.25)


def test_the_smallest_visible_gap_is_of_the_mean_of_four_variances() -> None:
    gap = Squares(9, np.zeros(4), 8 * np.array([1.0, 2.0, 3.0, 2.0]))
    scores = {"now": squares((4, 3, 2, 1), 9), "preferred": squares((4, 3, 2, 1), 9), "gap": gap}
    found = told(Moments(9, scores, {}, is_drawn=True), invited=None, total=10)
    assert found.smallest_visible_gap == pytest.approx(stats.t.ppf(0.975, 8) * math.sqrt(2) / 3)
    assert found.points_to_move == 0
    assert numbers().smallest_visible_gap is None


def test_one_word_of_the_numbers_or_none() -> None:
    whole = told(moments_of(usable(answers(8), 10, "drawn"), 0.7), invited=10, total=10)
    assert word_of(whole, 10) == "alike"
    agreement = {"now": replace(whole.agreement["now"], profile_r_star=0.0)}
    assert word_of(replace(whole, agreement=agreement), 10) == "very"
    assert word_of(replace(whole, agreement={}), 10) is None
    assert word_of(replace(whole, agreement={"now": replace(agreement["now"], profile_r_star=None)}), 10) is None
    bare = {**whole.now, "D": replace(whole.now["D"], sd=None)}
    assert word_of(replace(whole, now=bare), 10) is None
    assert word_of(None, 10) is None


def test_what_needs_the_answers_is_not_there() -> None:
    whole = told(moments_of(usable(answers(8), 10, "drawn"), 0.7), invited=10, total=10)
    assert (whole.composition, whole.aitchison_distance, whole.gap_tests) == ({}, None, None)
    assert {one.ad_mean for one in whole.agreement["now"].scores.values()} == {None}
    one = told(moments_of(usable(answers(1), 10, "drawn"), 0.7), invited=None, total=10)
    assert (one.agreement, one.dimension_spread, one.smallest_visible_gap) == ({}, {}, None)
    assert one.type["now"].probability is None

"""Each number that is told of a group, by hand from its moments."""

import math
from dataclasses import replace

import numpy as np
import pytest
from scipy import stats

from kulturspejl.core.instruments.allocation.counting import moments_of
from kulturspejl.core.instruments.allocation.numbers import DIMENSIONS, Estimate, Numbers
from kulturspejl.core.instruments.allocation.respondents import Respondents, usable
from kulturspejl.core.instruments.allocation.told import (
    culture_type,
    dimension_means,
    spread_of,
    told,
    told_of_all,
    word_of,
)
from kulturspejl.core.instruments.base.asked import Group
from kulturspejl.core.instruments.base.estimates import estimate_of
from tests.core.disclosure.people import answers


def numbers(people: int = 9, form: str | None = "dimensions", invited: int | None = 12, floor: float = 0.0) -> Numbers:
    return told(moments_of(usable(answers(people, 1, form), 10, form), floor), invited=invited, total=10)


def test_an_estimate_is_students_and_the_finite_one_within_its_bounds() -> None:
    """Eight of ten, mean 3, standard deviation 2: se .7071, t 2.365, times √.2; bounds 24/10 and 44/10."""
    se, t = 2 / math.sqrt(8), stats.t.ppf(0.975, 7)
    finite = (3 - t * se * math.sqrt(0.2), 3 + t * se * math.sqrt(0.2))
    found = estimate_of(8, 3.0, 2.0, 10, (0, 10))
    assert (found.mean, found.sd, found.se) == (3.0, 2.0, pytest.approx(se))
    assert found.t == found.shown == pytest.approx((3 - t * se, 3 + t * se))
    assert found.se_finite == pytest.approx(se * math.sqrt(0.2))
    assert found.finite == pytest.approx(finite)
    assert found.bounds == pytest.approx((2.4, 4.4))
    assert found.today == pytest.approx((max(2.4, finite[0]), min(4.4, finite[1])))


def test_an_interval_is_cut_by_the_scale_and_by_what_the_silent_can_do() -> None:
    near_nothing = estimate_of(5, 0.2, 1.0, None, (0, 10))
    assert near_nothing.t is not None
    assert near_nothing.t[0] < 0
    assert near_nothing.shown == (0, near_nothing.t[1])
    near_all = estimate_of(5, 9.8, 1.0, None, (0, 10))
    assert near_all.shown is not None
    assert near_all.shown[1] == 10
    wide = estimate_of(9, 5.0, 4.0, 10, (0, 10))
    assert wide.today == wide.bounds == (4.5, 5.5)
    gap = estimate_of(5, -9.9, 1.0, 6, (-10, 10))
    assert gap.bounds == pytest.approx(((-49.5 - 10) / 6, (-49.5 + 10) / 6))
    assert gap.shown is not None
    assert gap.shown[0] == -10


def test_what_is_not_known_is_not_told() -> None:
    assert estimate_of(1, 3.0, math.nan, None, (0, 10)) == Estimate(3.0, *[None] * 7)
    assert estimate_of(1, 3.0, math.nan, 2, (0, 10)).bounds == (1.5, 6.5)
    unknown = estimate_of(5, 3.0, 1.0, None, (0, 10))
    assert (unknown.bounds, unknown.se_finite, unknown.finite, unknown.today) == (None,) * 4
    everybody = estimate_of(5, 3.0, 1.0, 5, (0, 10))
    assert (everybody.today, everybody.se_finite, everybody.finite) == (None, 0.0, (3.0, 3.0))
    two = estimate_of(2, 3.0, 1.0, None, (0, 10))
    assert two.sd == 1.0


def test_sums_are_six_times_the_means_and_gaps_what_would_have_to_move() -> None:
    made, people = numbers(), usable(answers(9, 1, "dimensions"), 10, "dimensions")
    now, wished = people.now_scores.mean(axis=0), people.wished_scores
    assert wished is not None
    assert list(made.sums["now"].values()) == pytest.approx(6 * now)
    assert list(made.sums["preferred"].values()) == pytest.approx(6 * wished.mean(axis=0))
    gap = wished.mean(axis=0) - now
    assert made.points_to_move == pytest.approx(np.abs(gap).sum() / 2)
    sds = (wished - people.now_scores).std(axis=0, ddof=1)
    assert made.smallest_visible_gap == pytest.approx(
        stats.t.ppf(0.975, 8) * math.sqrt(float((sds**2).mean())) / math.sqrt(9)
    )
    assert made.answers_to_flip is not None
    ranked = sorted(now, reverse=True)
    assert made.answers_to_flip["dominance"] == max(1, math.ceil(9 * (ranked[0] - ranked[1]) / 10 - 1e-9))
    assert made.answers_to_flip["gap"] == max(1, math.ceil(9 * float(np.abs(gap).max()) / 10 - 1e-9))


def test_a_gap_reaches_from_minus_all_points_to_all() -> None:
    made = numbers(5, invited=6)
    assert made.gap is not None
    for letter, one in made.gap.items():
        assert one.bounds == pytest.approx(((5 * one.mean - 10) / 6, (5 * one.mean + 10) / 6)), letter
    assert made.preferred is not None
    for one in (made.now["A"], made.preferred["A"]):
        assert one.bounds == pytest.approx((5 * one.mean / 6, (5 * one.mean + 10) / 6))


@pytest.mark.parametrize("floor", [0.0, 0.7])
def test_many_groups_at_once_are_each_told_as_if_it_stood_alone(floor: float) -> None:
    """To the last bit, whichever shapes stand beside each other: one person, a gap, three forms, nobody asked."""
    groups = []
    shapes = [(people, form) for people in (1, 2, 5, 9, 40) for form in (None, "drawn", "dimensions")]
    for at, (people, form) in enumerate(shapes):
        rows = answers(people, at, form)
        rows[0, :4] = np.nan if at % 4 == 3 else rows[0, :4]
        group = moments_of(usable(rows, 10, form), floor)
        groups += [Group(group, None), Group(group, people + at % 3)]
    alone = [told(one.moments, invited=one.invited, total=10) for one in groups]
    assert repr(told_of_all(groups, 10)) == repr(alone)
    assert told_of_all([], 10) == []


def test_without_a_wish_there_is_no_gap() -> None:
    made = numbers(form=None)
    assert (made.preferred, made.gap, made.smallest_visible_gap, made.points_to_move) == (None,) * 4
    assert made.answers_to_flip is not None
    assert set(made.answers_to_flip) == {"dominance"}
    assert set(made.sums) == set(made.type) == set(made.agreement) == {"now"}


def test_dimensions_stand_by_number_and_letter() -> None:
    made, people = numbers(), usable(answers(9, 1, "dimensions"), 10, "dimensions")
    assert DIMENSIONS == ("d1", "d2", "d3", "d4", "d5", "d6")
    assert made.dimensions["now"]["d2"]["C"] == pytest.approx(people.now[:, 1, 2].mean())
    sds = made.dimension_spread["now"]["d6"].sd
    assert sds is not None
    assert sds["D"] == pytest.approx(people.now[:, 5, 3].std(ddof=1))
    assert dimension_means(np.arange(24.0).reshape(6, 4))["d3"] == {"A": 8, "B": 9, "C": 10, "D": 11}
    assert set(numbers(form="drawn").dimensions) == {"now"}


@pytest.mark.parametrize(
    ("share", "step"),
    [(0.0, "close"), (0.249, "close"), (0.251, "mixed"), (0.749, "mixed"), (0.751, "wide"), (2, "wide")],
)
@pytest.mark.parametrize(("total", "null"), [(10, 5.25), (100, 390.0)])
def test_a_dimension_is_close_under_a_quarter_and_wide_from_three_quarters(
    share: float, step: str, total: int, null: float
) -> None:
    found = spread_of(np.full((6, 4), share * null), total)
    assert {one.step for one in found.values()} == {step}
    assert found["d1"].sd == pytest.approx(dict.fromkeys("ABCD", math.sqrt(share * null)))


def test_a_dimension_that_nobody_shares_is_left_out() -> None:
    variances = np.ones((6, 4))
    variances[2, 1] = math.nan
    assert set(spread_of(variances, 10)) == set(DIMENSIONS) - {"d3"}


def test_the_most_common_leads_by_its_margin_and_a_tie_has_several_letters() -> None:
    made = culture_type(np.array([4.0, 3.0, 2.0, 1.0]), None, None)
    assert (made.dominant, made.strength, made.margin) == ("A", 4.0, 1.0)
    assert (made.congruent_dimensions, made.congruence_rms, made.probability) == (None, None, None)
    tie = culture_type(np.array([1.0, 3.5, 2.0, 3.5]), None, None)
    assert (tie.dominant, tie.margin) == ("BD", 0.0)
    assert culture_type(np.array([3.0, 3.0 - 1e-10, 2.0, 2.0]), None, None).dominant == "AB"
    assert culture_type(np.array([3.0, 3.0 - 1e-8, 2.0, 2.0]), None, None).dominant == "A"


def test_so_many_cultures_there_are_in_effect() -> None:
    """e to the entropy of the shares: four alike are four, one alone is one, two alike are two."""
    for means, effective in (([2.5] * 4, 4), ([10.0, 0, 0, 0], 1), ([5.0, 0, 5, 0], 2)):
        assert culture_type(np.array(means), None, None).effective_cultures == pytest.approx(effective)


def test_dimensions_are_of_one_kind_where_the_same_is_most_common() -> None:
    """Four questions as the whole, one with B first by a swap, one a tie of A and B: five agree."""
    means = np.array([4.0, 3.0, 2.0, 1.0])
    profiles = np.array([means] * 4 + [[3.0, 4.0, 2.0, 1.0], [3.5, 3.5, 2.0, 1.0]])
    made = culture_type(means, profiles, None)
    assert made.congruent_dimensions == 5
    assert made.congruence_rms == pytest.approx(math.sqrt((2 + 0.5) / 6))


def test_the_chance_of_the_most_common_is_whole_percents_from_one_to_ninety_nine() -> None:
    found = numbers(30, invited=None, floor=0.7).type["now"].probability
    assert found is not None
    assert [round(100 * chance) for chance in found.values()] == pytest.approx([100 * one for one in found.values()])
    assert min(found.values()) >= 0.01
    assert max(found.values()) <= 0.99
    sure = Respondents(np.tile([9.0, 1.0, 0.0, 0.0], (20, 6, 1)), None)
    assert told(moments_of(sure, 0.7), invited=None, total=10).type["now"].probability == {
        "A": 0.99, "B": 0.01, "C": 0.01, "D": 0.01,
    }  # fmt: skip
    assert numbers(floor=0.0).type["now"].probability is None, "without a floor what goes together is not known"


def test_agreement_is_one_less_the_share_of_blind_throwing() -> None:
    """A score is the mean of six: its null is 5.25 / 6. Items: rWG(J) of six."""
    made, people = numbers(), usable(answers(9, 1, "dimensions"), 10, "dimensions")
    found, variances = made.agreement["now"], people.now.var(axis=0, ddof=1)
    assert found.profile_r_star == pytest.approx(1 - variances.sum(axis=1).mean() / (4 * 5.25))
    assert found.random_95 == pytest.approx(0.1658)
    for at, letter in enumerate("ABCD"):
        one, q = found.scores[letter], min(1, variances[:, at].mean() / 5.25)
        assert one.r_star == pytest.approx(1 - people.now_scores[:, at].var(ddof=1) / (5.25 / 6))
        assert one.rwg_j == pytest.approx(6 * (1 - q) / (6 * (1 - q) + q))
        assert (one.ad_mean, one.ad_median) == (None, None)


def test_a_drawing_is_one_answer_of_six_times_the_points() -> None:
    """The null of 60 points in four boxes is 60 · 3/16 · 64/5 = 144, of a sixth of it 4."""
    made, people = numbers(form="drawn"), usable(answers(9, 1, "drawn"), 10, "drawn")
    assert people.wished is not None
    found, variances = made.agreement["preferred"], people.wished.var(axis=0, ddof=1)
    assert found.random_95 is None
    assert found.profile_r_star == pytest.approx(1 - variances.sum() / (4 * 4))
    assert found.scores["B"].r_star == pytest.approx(1 - variances[1] / 4)
    assert found.scores["B"].rwg_j == pytest.approx(1 - min(1, variances[1] / 4))


def test_where_somebody_left_a_dimension_out_scores_agree_and_no_profile_does() -> None:
    now = np.tile([4.0, 3.0, 2.0, 1.0], (5, 6, 1))
    now[0, 5] = math.nan
    found = told(moments_of(Respondents(now, None), 0.7), invited=None, total=10)
    agreement = found.agreement["now"]
    assert (agreement.profile_r_star, agreement.random_95) == (None, None)
    assert agreement.scores["A"].r_star == pytest.approx(1 - 0.49 / (5.25 / 6))
    assert agreement.scores["A"].rwg_j is None
    assert (found.dimensions, found.dimension_spread) == ({}, {})
    assert found.type["now"].congruent_dimensions is None


def test_of_one_person_neither_spread_nor_agreement_is_told() -> None:
    made = numbers(1)
    assert (made.agreement, made.dimension_spread, made.smallest_visible_gap) == ({}, {}, None)
    assert set(made.dimensions) == {"now", "preferred"}
    two = numbers(2)
    assert set(two.agreement) == {"now", "preferred"}
    assert two.smallest_visible_gap is not None


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

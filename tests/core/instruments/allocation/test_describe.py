"""Every number of a team, by hand where a hand can, and against scipy."""

import math

import numpy as np
import pytest
from scipy import stats

from kulturspejl.core.disclosure.between import between
from kulturspejl.core.disclosure.rollup import Stratum, roll_up
from kulturspejl.core.instruments.allocation.counting import moments_of
from kulturspejl.core.instruments.allocation.describe import describe
from kulturspejl.core.instruments.allocation.numbers import LETTERS, Numbers
from kulturspejl.core.instruments.allocation.recipe import recipe
from kulturspejl.core.instruments.allocation.respondents import usable
from kulturspejl.core.instruments.base.telling import Floor
from kulturspejl.core.statistics.moments import Moments
from tests.core.disclosure.people import answers

FLOOR = Floor(least_sd=0.07, between=8)


def told(rows: np.ndarray, form: str | None, invited: int | None = 10, total: int = 10) -> Numbers:
    numbers = describe(usable(rows, total, form), invited=invited, total=total)
    assert numbers is not None
    return numbers


def alike(*people: tuple[int, int, int, int]) -> np.ndarray:
    """Each person gives the same points in all six dimensions."""
    return np.array([list(points) * 6 for points in people], dtype=float)


def test_the_eight_of_ten_of_the_example() -> None:
    """Scores 2, 4 and six times 3 in A: mean 3, SS 2, so sd = √(2/7); two of ten are silent."""
    numbers = told(alike((2, 4, 2, 2), (4, 2, 2, 2), *[(3, 3, 2, 2)] * 6), None)
    clan, sd = numbers.now["A"], math.sqrt(2 / 7)
    half = stats.t.ppf(0.975, 7) * sd / math.sqrt(8)
    assert (clan.mean, clan.sd, clan.se) == pytest.approx((3, sd, sd / math.sqrt(8)))
    assert clan.t == pytest.approx((3 - half, 3 + half))
    assert clan.finite == pytest.approx((3 - half * math.sqrt(0.2), 3 + half * math.sqrt(0.2)))
    assert clan.bounds == pytest.approx((2.4, 4.4))
    assert clan.shown == clan.t
    assert numbers.now["C"].t == (2, 2)
    assert numbers.sums["now"] == pytest.approx({"A": 18, "B": 18, "C": 12, "D": 12})


def test_the_type_is_as_by_hand() -> None:
    """A and B lead by the same mean; shares .3 .3 .2 .2; nobody's dimensions differ."""
    kind = told(alike(*[(3, 3, 2, 2)] * 5), None).type["now"]
    assert (kind.dominant, kind.strength, kind.margin) == ("AB", 3, 0)
    assert kind.probability == pytest.approx({"A": 0.5, "B": 0.5, "C": 0, "D": 0})
    assert (kind.congruent_dimensions, kind.congruence_rms) == (6, pytest.approx(0))
    entropy = -(2 * 0.3 * math.log(0.3) + 2 * 0.2 * math.log(0.2))
    assert kind.effective_cultures == pytest.approx(math.exp(entropy))


def test_dimensions_that_differ_lie_apart() -> None:
    """Three dimensions 4 2 2 2, three 2 4 2 2: the unit 3 3 2 2, each dimension √2 from it, all meet the tie."""
    numbers = told(np.array([[4, 2, 2, 2] * 3 + [2, 4, 2, 2] * 3] * 6, dtype=float), None)
    kind = numbers.type["now"]
    assert (kind.dominant, kind.congruent_dimensions) == ("AB", 6)
    assert kind.congruence_rms == pytest.approx(math.sqrt(2))
    assert numbers.dimensions["now"]["d1"] == {"A": 4, "B": 2, "C": 2, "D": 2}


def test_two_camps_are_split_and_twins_of_one_mind() -> None:
    camps = told(alike(*[(10, 0, 0, 0)] * 4, *[(0, 0, 10, 0)] * 4), None).agreement["now"]
    assert camps.profile_r_star == pytest.approx(1 - 2 * (8 * 25 / 7) / 21)
    assert camps.scores["A"].rwg_j == pytest.approx(0)
    assert (camps.scores["A"].ad_mean, camps.scores["B"].ad_mean) == (5, 0)
    assert camps.scores["A"].r_star == pytest.approx(1 - (8 * 25 / 7) / (5.25 / 6))
    twins = told(alike(*[(4, 1, 3, 2)] * 6), None).agreement["now"]
    assert (twins.profile_r_star, twins.scores["A"].r_star) == (1, 1)


def test_a_drawn_wish_counts_in_points_per_dimension() -> None:
    """Everybody now 3 3 2 2, wishes 24 18 12 6 of 60: 4 3 2 1."""
    rows = np.hstack([alike(*[(3, 3, 2, 2)] * 6), np.tile([24, 18, 12, 6.0], (6, 1))])
    numbers = told(rows, "drawn", invited=8)
    assert numbers.preferred is not None
    assert numbers.gap is not None
    assert [numbers.preferred[letter].mean for letter in LETTERS] == [4, 3, 2, 1]
    assert [numbers.gap[letter].mean for letter in LETTERS] == [1, 0, 0, -1]
    assert numbers.gap["A"].bounds == pytest.approx(((6 - 20) / 8, (6 + 20) / 8))
    assert numbers.points_to_move == 1
    assert numbers.gap_tests is not None
    assert (numbers.gap_tests["A"].p_signflip, numbers.gap_tests["B"].p_signflip) == (2 / 64, 1)
    x, y = np.log([3, 3, 2, 2]), np.log([4, 3, 2, 1])
    apart = np.linalg.norm((x - x.mean()) - (y - y.mean()))
    assert numbers.aitchison_distance == pytest.approx(apart)


def test_a_drawing_is_held_against_blind_throwing_of_all_sixty_points() -> None:
    """60 points in 4 boxes: σ² = 60·(3/16)·(64/5) = 144, 4 in points per dimension."""
    wishes = np.array([[60, 0, 0, 0]] * 4 + [[0, 0, 60, 0]] * 4, dtype=float)
    wished = told(np.hstack([alike(*[(3, 3, 2, 2)] * 8), wishes]), "drawn").agreement["preferred"]
    assert wished.profile_r_star == pytest.approx(1 - 2 * (8 * 900 / 7) / (4 * 144))
    assert wished.scores["A"].r_star == pytest.approx(1 - (8 * 25 / 7) / 4)
    assert wished.random_95 is None


@pytest.mark.parametrize("form", [None, "drawn", "dimensions"])
@pytest.mark.parametrize("total", [10, 100])
def test_it_agrees_with_scipy_and_with_its_own_sums(form: str | None, total: int) -> None:
    rows = answers(9, 4, form, total)
    numbers = told(rows, form, invited=9, total=total)
    scores = rows[:, :24].reshape(-1, 6, 4).mean(axis=1)
    for at, letter in enumerate(LETTERS):
        expected = stats.t.interval(0.95, 8, scores[:, at].mean(), stats.sem(scores[:, at]))
        assert numbers.now[letter].t == pytest.approx(expected)
        assert numbers.now[letter].finite == pytest.approx((scores[:, at].mean(),) * 2)
        assert numbers.now[letter].bounds == pytest.approx((scores[:, at].mean(),) * 2)
    assert sum(one.mean for one in numbers.now.values()) == pytest.approx(total)
    assert sum(numbers.composition["now"].clr.values()) == pytest.approx(0, abs=1e-12)
    assert sum((numbers.type["now"].probability or {}).values()) == pytest.approx(1)
    if form is not None:
        assert numbers.gap is not None
        assert sum(one.mean for one in numbers.gap.values()) == pytest.approx(0, abs=1e-12)


def test_the_same_shares_of_a_hundred_points_are_the_same_culture() -> None:
    ten, hundred = (
        alike((2, 4, 3, 1), (3, 3, 2, 2), (1, 4, 4, 1)),
        alike((20, 40, 30, 10), (30, 30, 20, 20), (10, 40, 40, 10)),
    )
    small, large = told(ten, None), told(hundred, None, total=100)
    assert large.type["now"].probability == pytest.approx(small.type["now"].probability)
    assert large.composition["now"].clr == pytest.approx(small.composition["now"].clr)
    assert large.now["B"].mean == pytest.approx(10 * small.now["B"].mean)


def test_skipped_dimensions_count_by_those_that_are_there() -> None:
    """One person leaves two of six out: score over four; complete cases leave that person out."""
    rows = answers(8, 2, None)
    rows[0, :8] = np.nan
    group = usable(rows, 10, None)
    assert len(group) == 8
    blocks = rows[0, 8:].reshape(4, 4).mean(axis=0)
    others = rows[1:].reshape(7, 6, 4).mean(axis=1)
    expected = np.vstack([blocks, others]).mean(axis=0)
    assert [told(rows, None).now[letter].mean for letter in LETTERS] == pytest.approx(expected.tolist())
    rows[0, 8:12] = np.nan
    assert len(usable(rows, 10, None)) == 7


@pytest.mark.parametrize("block", [[4, 3, 2, 2], [5, 6, -1, 0], [4, 3, np.nan, 3], [3, 3, 3, 0.5]])
def test_a_block_that_does_not_add_up_is_missing_whole(block: list[float]) -> None:
    rows = answers(3, 2, None)
    rows[0, :4] = block
    assert np.isnan(usable(rows, 10, None).now[:, 0]).sum() == 4


def test_nobody_has_no_numbers_and_one_no_spread() -> None:
    assert describe(usable(np.zeros((0, 24)), 10, None), invited=5, total=10) is None
    one = told(answers(1, form="drawn"), "drawn", invited=5)
    assert (one.now["A"].sd, one.now["A"].t, one.type["now"].probability) == (None, None, None)
    assert one.agreement["now"].profile_r_star is None
    assert one.now["A"].bounds is not None


def test_unknown_invited_says_nothing_of_the_silent() -> None:
    clan = told(answers(8), "drawn", invited=None).now["A"]
    assert (clan.finite, clan.se_finite, clan.bounds) == (None, None, None)
    assert clan.t is not None


def group_of(*scores: float) -> Moments:
    """People with these points in A, the rest in B, in every dimension."""
    return moments_of(usable(np.array([[a, 10 - a, 0, 0] * 6 for a in scores]), 10, None), floor=0.0)


def test_a_roll_up_is_a_census_weighted_by_headcount() -> None:
    """Means 3 and 6 of 4 and 12 people: (4·3 + 12·6)/16; s² = 2 and 1 of 2 and 3 who answered."""
    rolled = roll_up([Stratum(group_of(2, 4), 4), Stratum(group_of(5, 6, 7), 12)], LETTERS)
    assert rolled is not None
    clan = rolled.now["A"]
    se = math.sqrt((4 / 16) ** 2 * 2 / 2 * (1 - 2 / 4) + (12 / 16) ** 2 * 1 / 3 * (1 - 3 / 12))
    assert (clan.mean, clan.se) == pytest.approx((5.25, se))
    half = stats.t.ppf(0.975, 3) * se
    assert clan.finite == pytest.approx((5.25 - half, 5.25 + half))


def test_a_census_that_all_answered_is_certain_and_one_alone_has_no_spread() -> None:
    everyone = roll_up([Stratum(group_of(2, 4), 2), Stratum(group_of(5, 6, 7), 3)], LETTERS)
    assert everyone is not None
    assert everyone.now["A"].se == 0
    alone = roll_up([Stratum(group_of(2), 2), Stratum(group_of(5, 6, 7), 3)], LETTERS)
    assert alone is not None
    assert alone.now["A"].se is None
    assert roll_up([], LETTERS) is None


def test_units_are_compared_by_the_squares_of_all_four() -> None:
    """Means 3 and 6 of A, 7 and 4 of B; C and D are nothing: twice the squares of one, the same ICC."""
    found = between([group_of(2, 4), group_of(5, 6, 7)], LETTERS)["now"]
    clan = found.scores["A"]
    assert (clan.msb, clan.msw) == pytest.approx((2 * 1.8**2 + 3 * 1.2**2, 4 / 3))
    assert (found.profile.msb, found.profile.msw) == pytest.approx((2 * clan.msb, 2 * clan.msw))
    assert found.profile.icc1 == pytest.approx(clan.icc1)
    assert found.scores["C"].icc1 is None
    assert between([group_of(2, 4)], LETTERS) == {}


def test_single_dimensions_spread_as_those_who_answered_them() -> None:
    """One leaves d1 out: seven there, eight elsewhere; where one is left, nothing is told."""
    rows = answers(8, 2, "dimensions")
    rows[0, :4] = np.nan
    spreads = told(rows, "dimensions").dimension_spread
    assert set(spreads) == {"now", "preferred"}
    first, second = (spreads["now"][dimension].sd for dimension in ("d1", "d2"))
    assert first == pytest.approx(dict(zip(LETTERS, rows[1:, :4].std(axis=0, ddof=1), strict=True)))
    assert second == pytest.approx(dict(zip(LETTERS, rows[:, 4:8].std(axis=0, ddof=1), strict=True)))
    pair = answers(2, 2, None)
    pair[0, :4] = np.nan
    assert "d1" not in told(pair, None).dimension_spread["now"]
    assert "d2" in told(pair, None).dimension_spread["now"]
    assert told(answers(1, 2, None), None).dimension_spread == {"now": {}}


def test_a_zero_in_a_drawing_counts_as_a_part_of_half_a_point_of_sixty() -> None:
    """0.65 · 0.5/60 of the whole, in logarithms only."""
    rows = np.hstack([alike(*[(3, 3, 2, 2)] * 6), np.tile([30, 20, 10, 0.0], (6, 1))])
    delta = 0.65 * 0.5 / 60
    center = told(rows, "drawn").composition["preferred"].center
    assert [*center.values()] == pytest.approx([(1 - delta) / 2, (1 - delta) / 3, (1 - delta) / 6, delta])


def test_the_recipe_says_by_which_rules() -> None:
    with_floor, raw = (recipe(10, "drawn", policy) for policy in (FLOOR, None))
    assert (with_floor["least_sd"], recipe(100, None, FLOOR)["least_sd"]) == ("0.7", "7")
    assert "8 people or more, or none" in with_floor["floor"]
    assert set(raw) - set(with_floor) == {"bootstrap", "sign_flip", "zero"}
    assert set(with_floor) - set(raw) == {"least_sd", "floor", "probability"}
    assert (raw["preferred"], recipe(10, None, None)["preferred"]) == ("drawn", "not asked")
    assert "variance 5.25" in raw["null"]

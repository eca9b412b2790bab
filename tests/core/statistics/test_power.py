import math

import numpy as np
import pytest
from scipy import stats

from kulturspejl.core import statistics as s
from kulturspejl.core.statistics.power import TYPICAL_GAP_SD, noncentrality


@pytest.mark.parametrize("people", [2, 5, 8, 30, 400])
def test_so_large_a_gap_is_found_in_four_of_five(people: int) -> None:
    gap = s.smallest_visible_gap(people, power=s.PLANNED_POWER)
    assert gap is not None
    delta, edge = gap * math.sqrt(people) / 1.6, stats.t.ppf(0.975, people - 1)
    # At one degree of freedom scipy's lower tail, 1e-17, comes out as NaN from some numbers.
    found = stats.nct.sf(edge, people - 1, delta) + np.nan_to_num(stats.nct.cdf(-edge, people - 1, delta))
    assert found == pytest.approx(0.8, abs=1e-4)


def test_teams_drawn_find_it_as_often_as_said() -> None:
    gap = s.smallest_visible_gap(8, power=0.8)
    drawn = np.random.default_rng(8).normal(gap, 1.6, (20_000, 8))
    assert np.mean(stats.ttest_1samp(drawn, 0, axis=1).pvalue < 0.05) == pytest.approx(0.8, abs=0.01)


def test_the_gap_that_could_not_be_seen_is_the_reach_of_the_interval() -> None:
    gaps = np.array([0.5, -1.0, 2.0, 0.0, 1.5])
    low, high = s.t_interval(gaps)
    assert s.smallest_visible_gap(5, sd=float(gaps.std(ddof=1))) == pytest.approx((high - low) / 2)


def test_of_a_hundred_points_it_is_ten_times_as_many() -> None:
    assert s.smallest_visible_gap(8, total=100, power=0.8) == pytest.approx(
        10 * (s.smallest_visible_gap(8, power=0.8) or math.nan)
    )


def test_for_the_invited_alone_fewer_people_show_more() -> None:
    eight = s.smallest_visible_gap(8, power=0.8) or math.nan
    assert s.smallest_visible_gap(8, invited=10, power=0.8) == pytest.approx(eight * math.sqrt(0.2))
    assert s.smallest_visible_gap(8, invited=8) == 0
    with pytest.raises(ValueError, match="more answers than invited"):
        s.smallest_visible_gap(8, invited=7)


@pytest.mark.parametrize("power", [0, 0.05, 1])
def test_power_lies_between_chance_and_certainty(power: float) -> None:
    with pytest.raises(ValueError, match="power"):
        s.smallest_visible_gap(8, power=power)


def test_one_person_shows_nothing() -> None:
    assert s.smallest_visible_gap(1, power=0.8) is None


def test_the_noncentrality_is_that_of_the_noncentral_t() -> None:
    """At five degrees of freedom and a chance of .8 (scipy), and nearly normal for many: 1.96 + 0.84."""
    delta = noncentrality(5, 0.8)
    edge = stats.t.ppf(0.975, 5)
    assert stats.nct.sf(edge, 5, delta) + stats.nct.cdf(-edge, 5, delta) == pytest.approx(0.8, abs=1e-4)
    assert noncentrality(100_000, 0.8) == pytest.approx(stats.norm.ppf(0.975) + stats.norm.ppf(0.8), abs=1e-3)
    assert noncentrality(3, 0.999) > 2 * stats.t.ppf(0.975, 3), "the reach is looked for further out"


def test_the_typical_gap_and_the_planned_chance() -> None:
    assert (TYPICAL_GAP_SD, s.PLANNED_POWER) == (1.6, 0.8)
    told = s.smallest_visible_gap(9, sd=3.0)
    assert told == pytest.approx(stats.t.ppf(0.975, 8) * 3 / 3)
    assert s.smallest_visible_gap(9) == pytest.approx(stats.t.ppf(0.975, 8) * 1.6 / 3)
    assert s.smallest_visible_gap(2) is not None
    assert s.smallest_visible_gap(9, invited=12, sd=3.0) == pytest.approx((told or 0) * math.sqrt(0.25))

import math

import pytest

from kulturspejl.core import statistics as s


def test_it_is_as_by_hand() -> None:
    """Means 2 and 5, variances 1 and 4, three each: se = √(5/3), df = (5/3)²/((1/9 + 16/9)/2) = 50/17."""
    found = s.welch([1, 2, 3], [3, 5, 7])
    assert (found.difference, found.se) == pytest.approx((3, math.sqrt(5 / 3)))
    assert found.df == pytest.approx(50 / 17)
    assert found.se_range[0] == pytest.approx(math.sqrt(5 / 3 - 1.6 * 2 / 3))


def test_a_missing_value_is_as_nobody() -> None:
    assert s.welch([1, 2, math.nan, 3], [3, 5, 7]) == s.welch([1, 2, 3], [3, 5, 7])


def test_where_nothing_varies_no_chance_is_made_up() -> None:
    found = s.welch([2, 2], [3, 3])
    assert found.interval == (1, 1)
    assert math.isnan(found.p)


def test_one_answer_is_too_few() -> None:
    with pytest.raises(ValueError, match="got 1 and 3"):
        s.welch([1, math.nan], [1, 2, 3])


def test_interval_and_chance_are_scipys() -> None:
    from scipy import stats

    a, b = [1.0, 2, 3, 7], [3.0, 5, 7]
    found = s.welch(a, b)
    theirs = stats.ttest_ind(b, a, equal_var=False)
    assert (found.t, found.p, found.df) == pytest.approx((theirs.statistic, theirs.pvalue, theirs.df))
    assert found.interval == pytest.approx(tuple(theirs.confidence_interval(0.95)))
    assert found.se_range == pytest.approx((math.sqrt(found.se**2 - 1.6 * math.sqrt(20.75 / 12 * 4 / 3)), found.se))


def test_which_of_the_two_has_too_few_is_said() -> None:
    with pytest.raises(ValueError, match="got 3 and 1"):
        s.welch([1, 2, 3], [1])
    assert s.welch([1, 2], [1, 3]).difference == 0.5

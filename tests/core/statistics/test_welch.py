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

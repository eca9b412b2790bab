"""A census of groups weighted by headcount, by hand."""

import math

import numpy as np
import pytest
from scipy import stats

from kulturspejl.core.disclosure.rollup import Stratum, roll_up
from kulturspejl.core.instruments.allocation.counting import moments_of
from kulturspejl.core.instruments.allocation.form import LETTERS
from kulturspejl.core.instruments.allocation.respondents import usable
from tests.core.disclosure.people import answers


def stratum(people: int, invited: int, seed: int, *, is_spread: bool = True, form: str | None = "drawn") -> Stratum:
    return Stratum(moments_of(usable(answers(people, seed, form), 10, form), 0.7), invited, is_spread)


def test_groups_count_by_how_many_were_invited() -> None:
    """W = N / ΣN, mean Σ W m, se² Σ W² s²/n (1 − n/N), t with Σ(n − 1) degrees of freedom."""
    strata = [stratum(5, 6, 1), stratum(8, 14, 2)]
    found = roll_up(strata, LETTERS)
    assert found is not None
    assert found.groups == 2
    weights = np.array([6, 14]) / 20
    for at, letter in enumerate("ABCD"):
        scores = [one.moments.scores["now"] for one in strata]
        one = found.now[letter]
        assert one.mean == pytest.approx(sum(w * s.mean[at] for w, s in zip(weights, scores, strict=True)))
        variances = [s.variance[at] / s.n * (1 - s.n / N) for s, N in zip(scores, (6, 14), strict=True)]
        se = math.sqrt(weights**2 @ variances)
        assert one.se == pytest.approx(se)
        reach = stats.t.ppf(0.975, 4 + 7) * se
        assert one.finite == pytest.approx((one.mean - reach, one.mean + reach))
    assert found.preferred is not None
    assert found.gap is not None
    assert found.gap["A"].mean == pytest.approx(found.preferred["A"].mean - found.now["A"].mean)


def test_where_all_answered_nothing_is_a_guess() -> None:
    found = roll_up([stratum(5, 5, 1), stratum(8, 8, 2)], LETTERS)
    assert found is not None
    assert found.now["A"].se == 0
    assert found.now["A"].finite == (found.now["A"].mean, found.now["A"].mean)


@pytest.mark.parametrize(("people", "is_spread"), [((1, 8), True), ((5, 8), False)])
def test_where_one_groups_spread_is_not_told_neither_is_the_sums(people: tuple[int, int], is_spread: bool) -> None:
    found = roll_up([stratum(people[0], 6, 1, is_spread=is_spread), stratum(people[1], 14, 2)], LETTERS)
    assert found is not None
    assert (found.now["B"].se, found.now["B"].finite) == (None, None)
    whole = roll_up([stratum(people[0], 6, 1), stratum(people[1], 14, 2)], LETTERS)
    assert whole is not None
    assert found.now["B"].mean == pytest.approx(whole.now["B"].mean)


def test_two_people_are_a_group_with_a_spread() -> None:
    found = roll_up([stratum(2, 6, 1), stratum(8, 14, 2)], LETTERS)
    assert found is not None
    assert found.now["A"].se is not None


def test_of_no_groups_there_is_no_sum_and_of_no_wish_no_gap() -> None:
    assert roll_up([], LETTERS) is None
    found = roll_up([stratum(5, 6, 1, form=None)], LETTERS)
    assert found is not None
    assert (found.preferred, found.gap) == (None, None)

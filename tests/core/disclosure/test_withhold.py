"""What is taken out of a group's numbers, and what stays."""

from dataclasses import replace

import pytest

from kulturspejl.core.disclosure.policy import WITHOUT_CONTROL, Policy
from kulturspejl.core.disclosure.withhold import may_tell
from kulturspejl.core.instruments.allocation.describe import describe
from kulturspejl.core.instruments.allocation.numbers import Estimate, Numbers
from kulturspejl.core.instruments.allocation.respondents import usable
from kulturspejl.core.instruments.allocation.withhold import kept
from kulturspejl.library.policies import load_policy
from tests.core.disclosure.people import answers

POLICY = load_policy()


def numbers(people: int = 9, form: str | None = "dimensions") -> Numbers:
    found = describe(usable(answers(people, 1, form), 10, form), invited=people + 2, total=10)
    assert found is not None
    return found


def told(n: int, policy: Policy = POLICY, *, many: bool = True, one: bool = True) -> Numbers | None:
    return kept(numbers(), may_tell(n, policy, is_spread=many, is_spread_of_one=one))


def test_all_of_it_stays_where_both_spreads_may_be_told() -> None:
    assert told(9) == numbers()


@pytest.mark.parametrize(("n", "is_there"), [(4, False), (5, True)])
def test_nothing_under_the_policys_least(n: int, is_there: bool) -> None:
    assert (told(n) is not None) is is_there


@pytest.mark.parametrize(("n", "is_there"), [(2, False), (3, True)])
def test_under_three_a_mean_says_nothing_whatever_the_policy(n: int, is_there: bool) -> None:
    assert (told(n, WITHOUT_CONTROL) is not None) is is_there


def test_where_single_dimensions_give_way_the_word_stays_and_the_number_goes() -> None:
    found = told(9, one=False)
    assert found is not None
    whole = numbers()
    for period, spreads in whole.dimension_spread.items():
        for dimension, spread in spreads.items():
            assert found.dimension_spread[period][dimension] == replace(spread, sd=None)
    assert replace(found, dimension_spread=whole.dimension_spread) == whole


def bare(one: Estimate) -> Estimate:
    return Estimate(one.mean, None, None, None, None, None, one.bounds, None)


@pytest.mark.parametrize(("n", "many"), [(9, False), (6, True)])
def test_where_the_spread_gives_way_counts_and_means_stay(n: int, many: bool) -> None:
    found = told(n, replace(POLICY, spread_of_many=7), many=many)
    whole = numbers()
    assert found is not None
    assert whole.preferred is not None
    assert whole.gap is not None
    assert found == replace(
        whole,
        now={letter: bare(one) for letter, one in whole.now.items()},
        preferred={letter: bare(one) for letter, one in whole.preferred.items()},
        gap={letter: bare(one) for letter, one in whole.gap.items()},
        dimension_spread={},
        type={period: replace(kind, probability=None) for period, kind in whole.type.items()},
        agreement={}, composition={}, aitchison_distance=None, gap_tests=None, smallest_visible_gap=None,
    )  # fmt: skip
    assert told(7, replace(POLICY, spread_of_many=7)) == whole


def test_of_three_or_four_in_ones_own_file_the_means_alone() -> None:
    found, whole = told(4, WITHOUT_CONTROL), numbers()
    assert found is not None
    assert found.gap is not None
    assert found.now["A"] == Estimate(whole.now["A"].mean, *[None] * 7)
    assert found.gap["B"].bounds is None
    assert (found.type, found.points_to_move, found.answers_to_flip) == ({}, None, None)
    assert (found.sums, found.dimensions) == (whole.sums, whole.dimensions)


def test_where_no_wish_was_asked_there_is_none() -> None:
    whole = numbers(form=None)
    for policy, n in ((POLICY, 9), (WITHOUT_CONTROL, 4)):
        found = kept(whole, may_tell(n, policy, is_spread=False, is_spread_of_one=False))
        assert found is not None
        assert (found.preferred, found.gap) == (None, None)

"""What is surely known of who spoke never says more than the truth, whoever answered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kulturspejl.core.disclosure import greedy
from kulturspejl.core.disclosure.speakers import speakers_at_least, surely_spoke
from kulturspejl.core.disclosure.tree import Tree, remainder_units, remainders
from tests.core.disclosure.attacker import trees


@pytest.mark.parametrize(
    ("n", "invited", "least"),
    [
        (0, [], 0), (0, [4, 2], 0), (1, [4, 2], 1), (4, [2, 4], 1), (5, [2, 4], 2), (6, [4, 2], 2),
        (7, [8, 1], 1), (9, [8, 1], 2), (12, [4, 4, 4, 4], 3), (13, [4, 4, 4, 4], 4), (3, [3, 0, 0], 1),
    ],
)  # fmt: skip
def test_the_fewest_units_that_could_have_given_so_many(n, invited, least):
    assert speakers_at_least(n, invited) == least


def test_more_answers_than_invited_is_a_fault_in_the_data():
    with pytest.raises(ValueError, match="7 answers from 6 invited"):
        speakers_at_least(7, [4, 2])


@pytest.mark.slow
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=8))
def test_never_more_than_have_spoken(units):
    answered = [min(pair) for pair in units]
    spoke = sum(count > 0 for count in answered)
    assert speakers_at_least(sum(answered), [max(pair) for pair in units]) <= spoke


@given(st.lists(st.integers(1, 9), min_size=1, max_size=8))
def test_where_all_have_answered_it_is_the_truth(invited):
    assert speakers_at_least(sum(invited), invited) == len(invited)


@given(trees(units=8, largest=9), st.data())
@pytest.mark.slow
def test_in_every_sum_of_remainders_no_more_than_have_spoken(invited, data):
    answered = Tree(
        invited.parent, {unit: data.draw(st.integers(0, count)) for unit, count in invited.direct.items()}
    )
    published = greedy.plan(answered, 5).published
    spoke = surely_spoke(invited, remainders(answered, published))
    for unit, members in remainder_units(answered, published).items():
        assert spoke.direct[unit] <= sum(answered.direct.get(one, 0) > 0 for one in members)
        assert all(spoke.direct.get(one, 0) == 0 for one in members if one != unit)


def test_a_unit_of_one_beside_a_larger_silent_looking_one_is_not_counted():
    """Seven answers of eight and one invited: the one may have kept silent, and nothing says that it has not."""
    invited = Tree({"top": None, "big": "top", "one": "top"}, {"big": 8, "one": 1})
    assert surely_spoke(invited, {"top": 7}).direct == {"top": 1}
    assert surely_spoke(invited, {"top": 9}).direct == {"top": 2}

"""Plans are counted for three units or more together, and subtraction finds no fewer."""

from hypothesis import given
from hypothesis import strategies as st

from kulturspejl.core.plans.together import LEAST, groups

TREES = st.lists(st.integers(0, 10_000), max_size=30).map(
    lambda drawn: {unit: (number % (unit + 1)) - 1 for unit, number in enumerate(drawn)}
).map(lambda tree: {unit: None if parent < 0 else parent for unit, parent in tree.items()})


def below(tree, unit):
    """The units of a branch; all of them for None."""
    if unit is None:
        return set(tree)
    inside = {unit}
    for one, parent in tree.items():
        if parent in inside:
            inside.add(one)
    return inside


@given(TREES)
def test_no_sum_or_difference_of_what_is_told_is_of_fewer_than_three(tree):
    told = [below(tree, unit) for unit in groups(tree)]
    for one in told:
        inner = [other for other in told if other < one]
        remainder = one - set().union(*inner)
        assert len(remainder) >= LEAST, "the smallest pieces that sums and differences can reach"
    assert not told or told[0] == set(tree)


def test_a_large_branch_is_told_beside_the_whole_and_a_pair_is_not():
    tree = {"a": None, "b": "a", "c": "a", "d": "c", "e": "c", "f": "a", "g": "f"}
    assert groups(tree) == (None, "c")
    assert groups({"a": None, "b": "a"}) == ()
    assert groups({}) == ()

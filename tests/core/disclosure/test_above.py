"""Those above the units never get one unit's picture by subtracting two of theirs."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kulturspejl.core.disclosure.above import open_above, singled_out
from kulturspejl.core.disclosure.speakers import surely_spoke
from kulturspejl.core.disclosure.tree import Tree
from kulturspejl.library.policies import load_policy

POLICY = load_policy()
TOWN = Tree(
    parent={"town": None, "care": "town", "a": "care", "b": "care", "c": "care", "d": "town"},
    direct={"a": 1, "b": 1, "c": 1, "d": 1},
)
"""One speaker in each: every unit has a picture of its own (`speakers.surely_spoke`)."""
ALL = {"town": 36, "care": 27, "a": 9, "b": 9, "c": 9, "d": 9}


def test_a_branch_beside_a_single_unit_gives_way():
    assert open_above(TOWN, ALL, POLICY) == {"town"}


def test_two_branches_that_cover_the_whole_stand_open_with_it():
    tree = Tree(
        parent={"town": None, "x": "town", "y": "town"} | {f"{p}{n}": p for p in "xy" for n in range(3)},
        direct={f"{p}{n}": 1 for p in "xy" for n in range(3)},
    )
    answers = {"town": 54, "x": 27, "y": 27}
    assert open_above(tree, answers, POLICY) == {"town", "x", "y"}


def test_units_and_answers_both_count():
    tree = Tree(parent={"t": None, "a": "t", "b": "t", "c": "t"}, direct={"a": 1, "b": 1, "c": 1})
    assert open_above(tree, {"t": 9}, POLICY) == frozenset()
    assert open_above(tree, {"t": 10}, POLICY) == {"t"}
    two = Tree(parent={"t": None, "a": "t", "b": "t"}, direct={"a": 1, "b": 1})
    assert open_above(two, {"t": 60}, POLICY) == frozenset()


def test_three_hidden_units_that_one_could_have_spoken_for_are_no_three_units():
    """Twelve answers of units of 12, two and one: whether the one answered must not follow from an open picture."""
    invited = Tree({"t": None, "a": "t", "b": "t", "c": "t"}, {"a": 12, "b": 2, "c": 1})
    assert open_above(surely_spoke(invited, {"t": 12}), {"t": 12}, POLICY) == frozenset()
    assert open_above(surely_spoke(invited, {"t": 15}), {"t": 15}, POLICY) == {"t"}


def test_sharing_beside_a_remainder_that_one_could_have_spoken_for_is_named():
    """a and d have pictures; b and c together six answers, of eight and one: perhaps b's own."""
    tree = Tree({"t": None, "a": "t", "d": "t", "b": "t", "c": "t"}, {"a": 9, "d": 9, "b": 8, "c": 1})
    spoke = surely_spoke(tree, {"t": 6, "a": 9, "d": 9})
    assert singled_out(spoke, {"t"}, {"a"}) == frozenset()
    assert singled_out(spoke, {"t"}, {"a", "d"}) == {"t"}

def test_sharing_that_would_give_another_away_is_named():
    opened = open_above(TOWN, ALL, POLICY)
    assert singled_out(TOWN, opened, {"a"}) == frozenset()
    assert singled_out(TOWN, opened, {"a", "b", "c"}) == {"d"}
    assert singled_out(TOWN, opened, {"a", "b", "c", "d"}) == frozenset()


@st.composite
def trees(draw):
    count = draw(st.integers(1, 12))
    parent = {str(n): None if n == 0 else str(draw(st.integers(0, n - 1))) for n in range(count)}
    direct = {unit: draw(st.sampled_from([0, 0, 5, 9])) for unit in parent}
    return Tree(parent=parent, direct=direct)


def units_in(tree, unit):
    return {one for one in tree.parent if one == unit or up(tree, one, unit)}


def up(tree, one, above):
    while (one := tree.parent[one]) is not None:
        if one == above:
            return True
    return False


@given(trees())
@pytest.mark.slow
def test_no_difference_of_open_pictures_is_about_fewer_than_three_units(tree):
    spoke = Tree(tree.parent, {unit: min(count, 1) for unit, count in tree.direct.items()})
    opened = open_above(spoke, {unit: size for unit, size in tree.size.items() if size}, POLICY)
    covers = {unit: frozenset(one for one in units_in(tree, unit) if tree.direct[one]) for unit in opened}
    for unit in opened:
        inside = [one for one in opened if covers[one] < covers[unit]]
        for count in range(len(inside) + 1):
            for some in combinations(inside, min(count, 3)):
                if any(covers[a] & covers[b] for a, b in combinations(some, 2)):
                    continue
                rest = covers[unit] - frozenset().union(*some)
                assert not rest or len(rest) >= 3
                assert not rest or sum(tree.direct[one] for one in rest) >= 10

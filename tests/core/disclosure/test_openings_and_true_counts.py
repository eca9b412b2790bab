"""For whom a picture is follows from what is shown, and never allows what the true counts would forbid."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kulturspejl.core.disclosure import greedy
from kulturspejl.core.disclosure.certificate import certify
from kulturspejl.core.disclosure.openings import Openings, openings
from kulturspejl.core.disclosure.tree import Tree, remainder_units
from kulturspejl.library.policies import load_policy
from tests.core.disclosure.attacker import trees

POLICY = load_policy()
FAMILY = {"top": None, "a": "top", "b": "top", "c": "top"}


def stands(invited, answered, parent=FAMILY):
    """The openings of a round in which so many were invited and so many have answered, by unit."""
    certificate = greedy.plan(Tree(parent, answered), POLICY.mean).certificate
    return openings(Tree(parent, invited), certificate, POLICY)


def test_three_units_with_pictures_open_their_branch():
    answered = {"a": 7, "b": 7, "c": 7}
    assert stands(dict.fromkeys(answered, 9), answered) == Openings(("top",), ("a", "b", "c"), ())


@pytest.mark.parametrize("one", [0, 1])
def test_an_open_picture_does_not_tell_whether_the_unit_of_one_has_answered(one):
    """Twelve answers that a, of twelve, could have given alone: whoever in b and c gave some of them."""
    assert stands({"a": 12, "b": 4, "c": 1}, {"a": 9 - one, "b": 3, "c": one}).above == ()


def test_where_all_have_answered_nothing_is_held_back():
    invited = {"a": 5, "b": 4, "c": 2}
    assert stands(invited, invited).above == ("top",)


def test_a_top_whose_people_surely_answered_has_a_picture_of_its_own():
    """Beside a the top shows five answers: of its own eight people and the seven of b, or of the four of b."""
    family, said = {"top": None, "a": "top", "b": "top"}, {"top": 1, "a": 9, "b": 4}
    assert "top" not in stands({"top": 8, "a": 9, "b": 7}, said, family).team
    assert "top" in stands({"top": 8, "a": 9, "b": 4}, said, family).team


def test_too_few_people_of_its_own_are_no_team():
    family = {"top": None, "a": "top", "b": "top", "c": "top"}
    assert "top" not in stands({"top": 4, "a": 9, "b": 9, "c": 9}, {"top": 4, "a": 9, "b": 9, "c": 8}, family).team


def test_the_rest_stands_for_the_team_where_it_is_nobody_elses():
    asked = {"top": 8, "a": 9, "b": 9, "c": 9}
    said = {"top": 6, "a": 7, "b": 7, "c": 7}
    assert stands(asked, said).rest == ("top",)
    with_silent = FAMILY | {"d": "top"}
    assert stands(asked | {"d": 3}, said | {"d": 0}, with_silent).rest == ()


@pytest.mark.slow
@given(trees(units=8, largest=12), st.data())
def test_what_the_true_counts_forbid_never_stands_open(invited, data):
    answered = Tree(
        invited.parent, {unit: data.draw(st.integers(0, count)) for unit, count in invited.direct.items()}
    )
    certificate = certify(answered, greedy.plan(answered, POLICY.mean).published, POLICY.mean)
    found = openings(invited, certificate, POLICY)
    for members in remainder_units(answered, found.above).values():
        counts = [answered.direct[one] for one in members if answered.direct.get(one, 0)]
        assert not counts or (len(counts) >= POLICY.above_units and sum(counts) >= POLICY.above_answers)
    for unit in found.team:
        is_shown_over_others = unit in certificate.sizes and invited.children[unit]
        assert not is_shown_over_others or answered.direct.get(unit, 0) > 0
    for unit in found.rest:
        assert certificate.remainders[unit] == answered.direct[unit]

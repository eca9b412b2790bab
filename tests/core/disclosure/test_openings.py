"""For whom each picture is, on both sides of each rule."""

import pytest

from kulturspejl.core.disclosure.certificate import certify
from kulturspejl.core.disclosure.greedy import plan
from kulturspejl.core.disclosure.openings import NOBODY, Openings, openings
from kulturspejl.core.disclosure.tree import Tree
from kulturspejl.library.policies import load_policy

POLICY = load_policy()
TREE: dict[str, str | None] = {"top": None, "a": "top", "b": "top", "c": "top"}


def opened(invited: dict[str, int], answered: dict[str, int], published: list[str] | None = None) -> Openings:
    tree = Tree(TREE, answered)
    shown = plan(tree, POLICY.mean).published if published is None else published
    return openings(Tree(TREE, invited), certify(tree, shown, POLICY.mean), POLICY)


def test_nobody_may_open_what_is_not_there() -> None:
    assert Openings((), (), ()) == NOBODY


def test_a_branch_of_three_units_stands_open_above_and_each_unit_is_its_teams() -> None:
    found = opened({"a": 9, "b": 8, "c": 7}, {"a": 6, "b": 5, "c": 5})
    assert found == Openings(above=("top",), team=("a", "b", "c"), rest=())


@pytest.mark.parametrize(("answered", "is_team"), [(5, False), (15, False), (16, True), (20, True)])
def test_it_is_the_own_teams_where_its_rest_holds_more_than_the_others_in_it_were_invited(
    answered: int, is_team: bool
) -> None:
    """The top's own 5 and b, c with 15 invited stand in one rest: from 16 answers on, some of the top surely spoke."""
    invited, tree = {"top": 5, "a": 9, "b": 8, "c": 7}, Tree(TREE, {"a": 6, "b": answered})
    found = openings(Tree(TREE, invited), certify(tree, ["top", "a"], 5), POLICY)
    assert ("top" in found.team) is is_team


@pytest.mark.parametrize(("own", "is_team"), [(4, False), (5, True)])
def test_a_team_of_its_own_has_as_many_invited_as_a_mean_asks_for(own: int, is_team: bool) -> None:
    invited, tree = {"top": own, "a": 9}, Tree({"top": None, "a": "top"}, {"top": own, "a": 6})
    found = openings(Tree({"top": None, "a": "top"}, invited), certify(tree, ["top", "a"], 5), POLICY)
    assert ("top" in found.team) is is_team
    hidden = openings(Tree({"top": None, "a": "top"}, invited), certify(tree, ["a"], 5), POLICY)
    assert ("top" in hidden.team) is is_team, "a page without a picture is a team's too"


def wide(top: int) -> Openings:
    """A top with people of its own over three units that all have pictures."""
    invited, answered = {"top": 9, "a": 9, "b": 8, "c": 7}, {"top": top, "a": 6, "b": 5, "c": 5}
    return opened(invited, answered, ["top", "a", "b", "c"])


def test_the_rest_stands_beside_a_picture_where_it_is_the_own_people_alone() -> None:
    assert wide(6).rest == ("top",)
    assert wide(0).rest == ()
    others = opened({"top": 9, "a": 9, "b": 8, "c": 7}, {"top": 6, "a": 6, "b": 5, "c": 5}, ["top", "a", "b"])
    assert others.rest == ()
    alone = opened({"top": 9}, {"top": 6}, ["top"])
    assert alone.rest == ()


def test_a_rest_whose_others_are_too_few_units_does_not_stand() -> None:
    two: dict[str, str | None] = {"top": None, "a": "top", "b": "top"}
    tree = Tree(two, {"top": 6, "a": 9, "b": 9})
    found = openings(Tree(two, {"top": 9, "a": 9, "b": 9}), certify(tree, ["top", "a", "b"], 5), POLICY)
    assert found.rest == ()

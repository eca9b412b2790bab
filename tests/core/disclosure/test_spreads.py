"""Which pictures carry spreads: from counts, the smallest first, on both sides of every line."""

import pytest

from kulturspejl.core.disclosure.certificate import Certificate, certify
from kulturspejl.core.disclosure.spreads import carrying, left_between, spreads_of, spreads_of_one, told_alone
from kulturspejl.core.disclosure.tree import Tree
from kulturspejl.library.policies import load_policy

TREE = {"top": None, "a": "top", "b": "top", "c": "a", "d": "a"}


def proof(published: str = "top a b c d", **direct: int) -> Certificate:
    return certify(Tree(TREE, direct), published.split(), 5)


@pytest.mark.parametrize(("people", "carries"), [(4, False), (5, True)])
def test_a_picture_carries_from_its_least(people: int, carries: bool) -> None:
    assert ("c" in carrying(proof("c", c=people), least=5, between=8)) == carries


@pytest.mark.parametrize(("beside", "carries"), [(0, True), (1, False), (7, False), (8, True)])
def test_between_two_pictures_are_none_or_enough(beside: int, carries: bool) -> None:
    found = carrying(proof("a c", a=beside, c=9), least=5, between=8)
    assert found == ({"a", "c"} if carries else {"c"})


def test_a_picture_that_gave_way_does_not_count_for_those_above() -> None:
    """a has 7 beside c and gives way; top has those 7 and 3 of b's beside c: ten, and b's own are too few."""
    found = carrying(proof(c=9, a=7, b=3), least=5, between=8)
    assert found == {"top", "c"}
    assert left_between(proof(c=9, a=7, b=3), found) == {"c": 9, "top": 10}


def test_two_roots_and_two_sides_are_counted_apart() -> None:
    certificate = certify(Tree({"x": None, "y": None, "z": "y"}, {"x": 6, "y": 8, "z": 5}), ["x", "y", "z"], 5)
    assert carrying(certificate, least=5, between=8) == {"x", "y", "z"}
    assert left_between(certificate, {"x", "y"}) == {"x": 6, "y": 13}
    assert left_between(certificate, {"x", "y", "z"}) == {"x": 6, "y": 8, "z": 5}


def test_sums_lean_on_rests_that_are_told() -> None:
    """top's rest is its own eight; without b's picture among the carrying ones it is not told by itself."""
    certificate = proof(top=8, a=0, b=9, c=9, d=9)
    assert told_alone(certificate, {"top", "a", "b", "c", "d"}) == {"top", "b", "c", "d"}
    assert told_alone(certificate, {"top", "a", "c", "d"}) == {"c", "d"}
    assert told_alone(certificate, set()) == frozenset()


def test_the_policy_says_from_how_many() -> None:
    policy = load_policy()
    certificate = proof("a c d", a=3, c=5, d=8)
    assert spreads_of(certificate, policy) == {"c", "d"}
    assert spreads_of_one(certificate, policy) == {"a", "d"}
    assert spreads_of_one(proof("c", c=7), policy) == frozenset()
    assert spreads_of(certificate, policy.raised_to(9)) == {"a"}

"""Which pictures tell how far apart people are: nobody between two that do, or eight."""

import pytest

from kulturspejl.core.disclosure.certificate import Certificate, certify
from kulturspejl.core.disclosure.spreads import carrying, left_between, spreads_of, spreads_of_one, told_alone
from kulturspejl.core.disclosure.tree import Tree
from kulturspejl.library.policies import load_policy

POLICY = load_policy()


def certificate(parent: dict[str, str | None], **direct: int) -> Certificate:
    return certify(Tree(parent, direct), [*parent], 5)


def chain(own: int, below: int) -> Certificate:
    return certificate({"top": None, "a": "top"}, top=own, a=below)


@pytest.mark.parametrize(
    ("own", "carries"),
    [(0, {"top", "a"}), (1, {"a"}), (5, {"a"}), (7, {"a"}), (8, {"top", "a"}), (9, {"top", "a"})],
)
def test_between_two_that_tell_it_is_nobody_or_eight(own: int, carries: set[str]) -> None:
    assert carrying(chain(own, 8), least=5, between=8) == carries


@pytest.mark.parametrize(("below", "carries"), [(4, {"top"}), (5, {"top", "a"})])
def test_a_picture_tells_it_from_its_least_on(below: int, carries: set[str]) -> None:
    assert carrying(chain(8, below), least=5, between=8) == carries


def test_one_with_none_that_tells_it_inside_needs_its_own_size_alone() -> None:
    assert carrying(chain(3, 4), least=7, between=8) == {"top"}
    assert carrying(chain(3, 3), least=7, between=8) == frozenset()


THREE = {"top": None, "m": "top", "a": "m", "b": "m"}


def test_where_the_middle_gives_way_those_inside_it_still_count_for_the_top() -> None:
    """Between m and its two are 3; between the top and the two are 3 + 6 = 9."""
    made = certificate(THREE, top=6, m=3, a=8, b=9)
    assert carrying(made, least=5, between=8) == {"top", "a", "b"}
    assert left_between(made, {"top", "a", "b"}) == {"a": 8, "b": 9, "top": 9}
    assert left_between(made, {"top", "m", "a"}) == {"a": 8, "m": 12, "top": 6}
    assert left_between(made, {"top"}) == {"top": 26}


def test_a_rest_is_told_alone_where_all_pictures_inside_tell_theirs() -> None:
    made = certificate(THREE, top=6, m=3, a=8, b=9)
    assert told_alone(made, {"top", "a", "b"}) == {"a", "b"}
    assert told_alone(made, {"top", "m", "a", "b"}) == {"top", "m", "a", "b"}
    assert told_alone(chain(0, 8), {"top", "a"}) == {"a"}, "nobody is no rest"


def test_the_policy_says_from_how_many() -> None:
    """Five for scores, eight for single dimensions; eight between, among themselves."""
    made = certificate({"t": None, "a": "t", "b": "t"}, t=0, a=5, b=8)
    assert spreads_of(made, POLICY) == {"t", "a", "b"}
    assert spreads_of_one(made, POLICY) == {"b"}
    wide = certificate({"t": None, "a": "t", "b": "t"}, t=3, a=5, b=8)
    assert spreads_of_one(wide, POLICY) == {"t", "b"}
    assert spreads_of(wide, POLICY) == {"a", "b"}

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kulturspejl.core.disclosure.tree import (
    Tree,
    is_safe,
    published_parent,
    remainder_units,
    remainders,
)
from tests.core.disclosure.attacker import groups_of, smallest_support, trees


def family() -> Tree:
    return Tree({"top": None, "a": "top", "b": "top", "a1": "a"}, {"top": 2, "a": 1, "b": 5, "a1": 6})


def test_a_unit_covers_all_below_it() -> None:
    assert family().size == {"top": 14, "a": 7, "b": 5, "a1": 6}


def test_remainders_are_disjoint_and_cover_the_published() -> None:
    assert remainders(family(), ["top", "b"]) == {"top": 9, "b": 5}
    assert remainder_units(family(), ["top", "b"]) == {"top": ("top", "a", "a1"), "b": ("b",)}


def test_a_unit_without_a_count_has_nobody() -> None:
    tree = Tree({"top": None, "a": "top", "b": "top"}, {"a": 6})
    assert tree.size == {"top": 6, "a": 6, "b": 0}
    assert remainders(tree, ["top", "a"]) == {"top": 0, "a": 6}
    assert is_safe(tree, ["top", "a"], 5)
    assert not is_safe(tree, ["top", "b"], 5)


def test_units_stand_beside_their_family_and_children_in_the_order_given() -> None:
    tree = Tree({"b2": "b", "a": None, "b": None, "a2": "a", "a1": "a", "a21": "a2"}, {})
    assert tree.parents_first == ("a", "a2", "a21", "a1", "b", "b2")
    assert tree.children_first == ("b2", "b", "a1", "a21", "a2", "a")
    assert tree.children == {"b2": (), "a": ("a2", "a1"), "b": ("b2",), "a2": ("a21",), "a1": (), "a21": ()}


def test_the_nearest_published_unit_above_is_strictly_above() -> None:
    tree = Tree({"t": None, "m": "t", "a": "m", "b": "a"}, {})
    assert published_parent(tree, ["t", "a"]) == {"t": None, "m": "t", "a": "t", "b": "a"}
    assert published_parent(tree, ["a"]) == {"t": None, "m": None, "a": None, "b": "a"}
    assert remainder_units(tree, ["a"]) == {"a": ("a", "b")}


@pytest.mark.parametrize(("own", "safe"), [(0, True), (1, False), (4, False), (5, True), (6, True)])
def test_a_remainder_is_nobody_or_at_least_k(own: int, safe: bool) -> None:
    assert is_safe(Tree({"t": None, "a": "t"}, {"t": own, "a": 5}), ["t", "a"], 5) is safe


def test_one_person_between_two_pictures_is_a_leak() -> None:
    assert not is_safe(family(), ["a", "a1"], 5)
    assert is_safe(family(), ["a1", "b"], 5)


def test_a_unit_without_people_cannot_be_published() -> None:
    assert not is_safe(Tree({"a": None}, {}), ["a"], 5)


@pytest.mark.slow
def test_the_tree_condition_is_the_definition(scale: Callable[[int], int]) -> None:
    @settings(max_examples=scale(3000))
    @given(trees(), st.data(), st.integers(2, 5))
    def holds(tree: Tree, data: st.DataObject, k: int) -> None:
        published = data.draw(st.lists(st.sampled_from([*tree.parent]), unique=True))
        published = [unit for unit in published if tree.size[unit]]
        groups, people = groups_of(tree, published)
        assert is_safe(tree, published, k) == (smallest_support(groups, people, k - 1) is None)

    holds()


@given(trees(units=8), st.data())
@pytest.mark.slow
def test_hiding_only_a_leak_can_need_more_hiding_never_less_people(tree: Tree, data: st.DataObject) -> None:
    """Monotone: a plan safe at k is safe at every smaller k."""
    published = data.draw(st.lists(st.sampled_from([*tree.parent]), unique=True))
    if is_safe(tree, published, 5):
        assert all(is_safe(tree, published, k) for k in range(1, 5))


@pytest.mark.parametrize(
    ("parent", "direct", "told"),
    [
        ({"a": "b"}, {}, "unknown parent: b"),
        ({"a": "b", "b": "a"}, {}, "circle: a, b"),
        ({"a": None}, {"x": 1}, "unknown unit: x"),
        ({"a": None}, {"a": -1}, "negative count: a"),
        ({"a": "x", "b": "y"}, {}, "unknown parent: x, y"),
        ({"a": None}, {"y": 1, "x": 1}, "unknown unit: x, y"),
        ({"a": None, "b": None}, {"b": -1, "a": -2}, "negative count: a, b"),
    ],
)
def test_no_tree_is_refused(parent: dict[str, str | None], direct: dict[str, int], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        Tree(parent, direct)

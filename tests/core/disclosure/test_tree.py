import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kulturspejl.core.disclosure.tree import Tree, is_safe, remainder_units, remainders
from tests.core.disclosure.attacker import groups_of, smallest_support, trees


def family() -> Tree:
    return Tree({"top": None, "a": "top", "b": "top", "a1": "a"}, {"top": 2, "a": 1, "b": 5, "a1": 6})


def test_a_unit_covers_all_below_it() -> None:
    assert family().size == {"top": 14, "a": 7, "b": 5, "a1": 6}


def test_remainders_are_disjoint_and_cover_the_published() -> None:
    assert remainders(family(), ["top", "b"]) == {"top": 9, "b": 5}
    assert remainder_units(family(), ["top", "b"]) == {"top": ("top", "a", "a1"), "b": ("b",)}


def test_one_person_between_two_pictures_is_a_leak() -> None:
    assert not is_safe(family(), ["a", "a1"], 5)
    assert is_safe(family(), ["a1", "b"], 5)


def test_a_unit_without_people_cannot_be_published() -> None:
    assert not is_safe(Tree({"a": None}, {}), ["a"], 5)


@given(trees(), st.data(), st.integers(2, 5))
@settings(max_examples=300)
def test_the_tree_condition_is_the_definition(tree: Tree, data: st.DataObject, k: int) -> None:
    published = data.draw(st.lists(st.sampled_from([*tree.parent]), unique=True))
    published = [unit for unit in published if tree.size[unit]]
    groups, people = groups_of(tree, published)
    assert is_safe(tree, published, k) == (smallest_support(groups, people, k - 1) is None)


@given(trees(units=8), st.data())
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
    ],
)
def test_no_tree_is_refused(parent: dict[str, str | None], direct: dict[str, int], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        Tree(parent, direct)

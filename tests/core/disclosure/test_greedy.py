from collections.abc import Callable
from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kulturspejl.core.disclosure.certificate import certificate_faults
from kulturspejl.core.disclosure.greedy import plan
from kulturspejl.core.disclosure.plan import FEW, PROTECTS_OTHERS, Planner
from kulturspejl.core.disclosure.tree import Tree, is_safe
from tests.core.disclosure.attacker import groups_of, smallest_support, trees

GREEDY: Planner = plan


@pytest.mark.slow
def test_no_combination_of_a_plan_touches_fewer_than_k(scale: Callable[[int], int]) -> None:
    @settings(max_examples=scale(2000))
    @given(trees(), st.integers(2, 5))
    def holds(tree: Tree, k: int) -> None:
        groups, people = groups_of(tree, list(GREEDY(tree, k).published))
        assert smallest_support(groups, people, k - 1) is None

    holds()


@given(trees(units=40, largest=9), st.integers(1, 8))
@pytest.mark.slow
def test_a_plan_is_safe_at_any_size_and_carries_its_proof(tree: Tree, k: int) -> None:
    made = plan(tree, k)
    assert is_safe(tree, made.published, k)
    assert certificate_faults(made.certificate) == []
    assert set(made.published) | set(made.hidden) == set(tree.parent)
    assert not set(made.published) & set(made.hidden)


@pytest.mark.slow
@given(trees(units=12, largest=8))
def test_no_hidden_unit_could_simply_be_added(tree: Tree) -> None:
    made = plan(tree, 5)
    for unit, reason in made.hidden.items():
        assert (reason == FEW) == (tree.size[unit] < 5)
        if reason == PROTECTS_OTHERS:
            assert not is_safe(tree, [*made.published, unit], 5)


@pytest.mark.slow
@given(trees(units=8, largest=8), st.data())
def test_what_is_public_already_stays(tree: Tree, data: st.DataObject) -> None:
    forced = data.draw(st.lists(st.sampled_from([*tree.parent]), unique=True))
    if is_safe(tree, forced, 5):
        assert set(forced) <= set(plan(tree, 5, forced).published)
    else:
        with pytest.raises(ValueError, match="already public"):
            plan(tree, 5, forced)


@given(trees(units=7, largest=9))
@settings(max_examples=200)
@pytest.mark.slow
def test_greedy_stays_near_the_least_hiding_on_small_trees(tree: Tree) -> None:
    """At most as many people again as the best plan leaves out (in practice far fewer)."""
    made = plan(tree, 5)
    able = [unit for unit in tree.parent if tree.size[unit] >= 5]
    options = (list(o) for size in range(len(able) + 1) for o in combinations(able, size))
    best = max(sum(tree.size[u] for u in option) for option in options if is_safe(tree, option, 5))
    assert sum(tree.size[u] for u in made.published) >= best / 2


def test_the_smallest_neighbour_is_hidden_with_a_unit_of_few() -> None:
    tree = Tree({"top": None, "a": "top", "b": "top", "c": "top"}, {"a": 3, "b": 8, "c": 6})
    made = plan(tree, 5)
    assert made.published == ("top", "b")
    assert made.hidden == {"a": FEW, "c": PROTECTS_OTHERS}
    assert made.remainders == {"top": 9, "b": 8}


def test_a_unit_without_a_count_hides_nobody() -> None:
    tree = Tree({"top": None, "a": "top", "b": "top", "c": "top"}, {"a": 5, "b": 6})
    assert plan(tree, 5).published == ("top", "a", "b")
    assert plan(tree, 5).hidden == {"c": FEW}


@pytest.mark.parametrize(("own", "shown"), [(0, {"top", "a"}), (1, {"top"}), (4, {"top"}), (5, {"top", "a"})])
def test_a_rest_of_nobody_or_of_k_stands(own: int, shown: set[str]) -> None:
    tree = Tree({"top": None, "a": "top"}, {"top": own, "a": 5})
    assert set(plan(tree, 5).published) == shown


def test_of_the_units_that_fill_the_gap_the_one_with_the_fewest_people_goes() -> None:
    tree = Tree(
        {"top": None, "a": "top", "b": "top", "c": "top", "c1": "c", "c2": "c"},
        {"top": 2, "a": 9, "b": 7, "c1": 5, "c2": 6},
    )
    made = plan(tree, 5)
    assert made.published == ("top", "a", "c", "c1", "c2")
    assert made.hidden == {"b": PROTECTS_OTHERS}
    assert made.remainders == {"top": 9, "a": 9, "c": 0, "c1": 5, "c2": 6}


def test_where_all_that_is_below_would_have_to_go_the_unit_itself_does() -> None:
    tree = Tree({"top": None, "a": "top"}, {"top": 2, "a": 9})
    assert plan(tree, 5).published == ("top",)
    kept = plan(Tree({"x": None, "top": "x", "a": "top"}, {"x": 9, "top": 2, "a": 9}), 5, forced=["a"])
    assert set(kept.published) == {"x", "a"}


def test_a_public_unit_of_exactly_k_stays() -> None:
    made = plan(Tree({"top": None, "a": "top"}, {"top": 2, "a": 5}), 5, ["a"])
    assert made.published == ("a",)
    assert made.hidden == {"top": PROTECTS_OTHERS}


def test_who_makes_a_plan_says_k_and_that_it_is_not_proven_least() -> None:
    made = plan(Tree({"a": None}, {"a": 3}), 3)
    assert (made.k, made.published, made.optimal, made.lower_bound) == (3, ("a",), False, None)
    assert plan(Tree({"a": None}, {"a": 1}), 1).published == ("a",)
    for wrong in (0, -1):
        with pytest.raises(ValueError, match=f"at least 1, got {wrong}"):
            plan(Tree({"a": None}, {"a": 3}), wrong)
    assert (FEW, PROTECTS_OTHERS) == ("few", "protects_others")


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.slow
def test_a_large_organisation_is_safe(seed: int) -> None:
    rng = Random(seed)
    parent = {"0": None} | {str(n): str(rng.randrange(n // 6, max(1, n // 2))) for n in range(1, 400)}
    tree = Tree(parent, {unit: rng.choice([0, 0, 1, 2, 3, 5, 8, 12]) for unit in parent})
    made = plan(tree, 5)
    assert is_safe(tree, made.published, 5)
    assert not any(is_safe(tree, [*made.published, unit], 5) for unit in made.hidden)


@pytest.mark.slow
def test_a_deep_line_is_planned_without_recursion() -> None:
    parent = {str(n): str(n - 1) if n else None for n in range(5000)}
    assert len(plan(Tree(parent, {"4999": 7}), 5).published) == 5000


def test_k_minus_two_who_pool_their_answers_learn_nobody() -> None:
    """Three of a published five know their own: what is left is still a sum of two."""
    tree = Tree({"top": None, "a": "top", "b": "top"}, {"a": 5, "b": 6})
    groups, people = groups_of(tree, list(plan(tree, 5).published))
    for friends in combinations(range(people), 3):
        known = [*groups, *({friend} for friend in friends)]
        for stranger in set(range(people)) - set(friends):
            assert not _in_span({stranger}, known, people)


def _in_span(group: set[int], groups: list[set[int]], people: int) -> bool:
    import numpy as np

    rows = np.array([[float(p in g) for p in range(people)] for g in groups])
    more = np.vstack([rows, [float(p in group) for p in range(people)]])
    return bool(np.linalg.matrix_rank(more) == np.linalg.matrix_rank(rows))


def test_where_it_costs_as_much_as_it_shows_what_is_below_stays():
    line = Tree({"top": None, "F": "top", "C": "top", "D": "C", "E": "D"}, {"top": 2, "F": 8, "E": 5})
    assert set(plan(line, 5, forced=["F"]).published) == {"C", "D", "E", "F"}

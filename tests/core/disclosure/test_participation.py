from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kulturspejl.core.disclosure.participation import (
    NEARLY_ALL,
    OVER_HALF,
    UNDER_HALF,
    coarse_participation,
    coarse_step,
    told_exactly,
)
from kulturspejl.core.disclosure.tree import Tree, is_safe, remainder_units
from kulturspejl.library.policies import load_policy
from tests.core.disclosure.attacker import trees

POLICY = load_policy("2026-1")


@pytest.mark.parametrize(
    ("answered", "step"),
    [(0, UNDER_HALF), (4, UNDER_HALF), (5, OVER_HALF), (7, OVER_HALF), (8, NEARLY_ALL), (10, NEARLY_ALL)],
)
def test_three_steps(answered: int, step: str) -> None:
    assert coarse_step(answered, 10, 0.8) == step


@pytest.mark.parametrize(("answered", "invited", "step"), [(3, 7, UNDER_HALF), (4, 7, OVER_HALF), (5, 7, OVER_HALF)])
def test_half_of_an_odd_number_is_a_half_more(answered: int, invited: int, step: str) -> None:
    assert coarse_step(answered, invited, 0.8) == step


def test_the_steps_are_stored_by_these_words() -> None:
    assert (UNDER_HALF, OVER_HALF, NEARLY_ALL) == ("under_half", "over_half", "nearly_all")


def test_from_five_invited_and_not_before() -> None:
    for invited, shown in [(4, set()), (5, {"a"})]:
        assert set(coarse_participation(Tree({"a": None}, {"a": invited}), {"a": 2}, POLICY)) == shown


def test_a_step_that_only_nobody_or_only_everybody_gives_is_not_shown() -> None:
    """Nearly all from nine tenths of five is five of five: then all have answered."""
    five = Tree({"a": None}, {"a": 5})
    assert coarse_participation(five, {"a": 4}, replace(POLICY, nearly_all=0.8)) == {"a": NEARLY_ALL}
    assert coarse_participation(five, {"a": 4}, replace(POLICY, nearly_all=0.9)) == {}
    low = replace(POLICY, participation_invited=1)
    assert [coarse_participation(Tree({"a": None}, {"a": n}), {"a": 0}, low) for n in (1, 2, 3)] == [{}, {}, {}]
    four = Tree({"a": None}, {"a": 4})
    assert coarse_participation(four, {"a": 0}, replace(low, nearly_all=0.75)) == {"a": UNDER_HALF}


@given(trees(units=4, largest=6), st.data())
@settings(max_examples=150)
@pytest.mark.slow
def test_no_remainder_is_known_to_be_silent_or_complete(invited: Tree, data: st.DataObject) -> None:
    answered = {unit: data.draw(st.integers(0, count)) for unit, count in invited.direct.items()}
    steps = coarse_participation(invited, answered, POLICY)
    assert is_safe(invited, list(steps), 5)
    for unit, members in remainder_units(invited, list(steps)).items():
        people = sum(invited.direct[member] for member in members)
        possible = {sum(guess[m] for m in members) for guess in _all_that_fit(invited, steps)}
        assert not people or (possible != {0} and possible != {people}), unit


def _all_that_fit(invited: Tree, steps: dict[str, str]) -> list[dict[str, int]]:
    units = [*invited.direct]
    counts = product(*(range(invited.direct[unit] + 1) for unit in units))
    guesses = (dict(zip(units, count, strict=True)) for count in counts)
    return [guess for guess in guesses if _fits(invited, guess, steps)]


def _fits(invited: Tree, guess: dict[str, int], steps: dict[str, str]) -> bool:
    size = Tree(invited.parent, guess).size
    return all(coarse_step(size[unit], invited.size[unit], 0.8) == step for unit, step in steps.items())


def test_no_two_that_lie_inside_each_other_show_a_step() -> None:
    """Nearly all of 20, but no more than 11 of the 15 below: then all five of the rest would have answered."""
    invited = Tree({"top": None, "a": "top"}, {"top": 5, "a": 15})
    assert set(coarse_participation(invited, {"top": 5, "a": 11}, POLICY)) == {"a"}
    assert set(coarse_participation(invited, {"top": 5, "a": 12}, POLICY)) == {"a"}


SMALL_TREES = [
    Tree({"a": None}, {"a": 5}),
    Tree({"t": None, "a": "t", "b": "t"}, {"t": 0, "a": 5, "b": 5}),
    Tree({"t": None, "a": "t", "b": "t"}, {"t": 5, "a": 5, "b": 6}),
    Tree({"t": None, "a": "t", "b": "t"}, {"t": 0, "a": 9, "b": 9}),
    Tree({"t": None, "a": "t", "b": "t"}, {"t": 2, "a": 9, "b": 3}),
    Tree({"t": None, "a": "t", "b": "t", "c": "t"}, {"t": 0, "a": 5, "b": 5, "c": 4}),
    Tree({"t": None, "m": "t", "a": "m", "b": "m"}, {"t": 5, "m": 1, "a": 5, "b": 4}),
]


@pytest.mark.parametrize("invited", SMALL_TREES)
def test_who_knows_the_program_never_learns_that_a_unit_is_silent_or_complete(invited: Tree) -> None:
    """Every possible participation, by what is shown of it, what is missing included."""
    units = [*invited.direct]
    alike: dict[tuple[tuple[str, str], ...], list[tuple[int, ...]]] = {}
    for counts in product(*(range(invited.direct[unit] + 1) for unit in units)):
        shown = coarse_participation(invited, dict(zip(units, counts, strict=True)), POLICY)
        alike.setdefault(tuple(sorted(shown.items())), []).append(counts)
    for group in filter(None, product([0, 1], repeat=len(units))):
        people = sum(n * invited.direct[unit] for n, unit in zip(group, units, strict=True))
        for counts in alike.values():
            possible = {sum(n * count for n, count in zip(group, one, strict=True)) for one in counts}
            assert not people or possible not in ({0}, {people})


PLACES: dict[str, str | None] = {"top": None, "a": "top", "b": "top"}


@pytest.mark.parametrize(
    ("direct_answered", "told"),
    [
        ({"a": 9, "b": 6, "top": 0}, {"a", "b"}),
        ({"a": 9, "b": 6, "top": 3}, {"a", "b"}),
        ({"a": 9, "b": 6, "top": 2}, {"a", "b", "top"}),
    ],
)
def test_subtraction_never_tells_who_was_silent(direct_answered: dict[str, int], told: set[str]) -> None:
    """Of three at the top: none, all, two answered. (All nine of "a" did: that is said.)"""
    invited = Tree(PLACES, {"top": 3, "a": 9, "b": 8})
    assert told_exactly(invited, Tree(PLACES, direct_answered), [*PLACES]) == told


@pytest.mark.parametrize(
    ("direct_answered", "published", "told"),
    [
        ({"top": 2, "a": 9, "b": 6}, {"a", "b"}, {"a", "b"}),
        ({"top": 2, "a": 9, "b": 6}, {"top", "a"}, {"a", "top"}),
        ({"top": 3, "a": 9, "b": 8}, {"top", "a"}, {"a"}),
        ({"top": 3, "a": 9, "b": 8}, {"top"}, {"top"}),
        ({"top": 0, "a": 0, "b": 0}, {"top", "a"}, set()),
        ({"top": 0, "a": 0, "b": 1}, {"top", "a"}, {"top"}),
        ({"top": 3, "a": 9, "b": 7}, {"top", "a"}, {"a", "top"}),
    ],
)
def test_of_a_rest_without_a_picture_it_is_told_only_between_nobody_and_everybody(
    direct_answered: dict[str, int], published: set[str], told: set[str]
) -> None:
    invited = Tree(PLACES, {"top": 3, "a": 9, "b": 8})
    assert told_exactly(invited, Tree(PLACES, direct_answered), published) == told


def test_where_the_top_has_nobody_of_its_own_it_is_told_beside_all_below() -> None:
    invited = Tree(PLACES, {"a": 9, "b": 8})
    assert told_exactly(invited, Tree(PLACES, {"a": 9, "b": 6}), [*PLACES]) == {"a", "b", "top"}

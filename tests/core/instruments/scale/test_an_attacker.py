"""A slow attacker by linear algebra, over all that a release on a scale tells, in sums and in squares."""

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kulturspejl.core.disclosure.check import check_certificate
from kulturspejl.core.disclosure.policy import LEAST, LEAST_APART
from kulturspejl.core.disclosure.release import Place, make_release
from kulturspejl.core.disclosure.released import Released
from kulturspejl.core.disclosure.spreads import told_alone
from kulturspejl.core.disclosure.tree import Tree
from kulturspejl.core.instruments.scale.asked import AskedSteps
from kulturspejl.core.instruments.scale.form import GOAL
from kulturspejl.core.instruments.scale.reading import ScaleTexts
from kulturspejl.core.text import NOTHING
from kulturspejl.library.policies import load_policy
from tests.core.disclosure.attacker import groups_of, least_support_of_rows, smallest_support, trees
from tests.core.disclosure.people import CONTENT

BESIDE_A_SMALL_ONE = Tree({"u0": None, "u1": "u0", "u3": "u1", "u4": None}, {"u0": 8, "u1": 5, "u3": 5, "u4": 8})
"""The ten of u1 have a picture without a spread, because of the five of u3 inside it: nothing may lean on theirs."""


def made(tree: Tree, seed: int, items: int, form: str | None) -> Released:
    rng = np.random.default_rng(seed)
    width = 2 * items if form else items
    texts = ScaleTexts([NOTHING] * items, [NOTHING] * items, NOTHING)
    answers = {unit: rng.integers(1, 6, size=(n, width)) for unit, n in tree.direct.items() if n}
    places = [Place(unit, unit, tree.parent[unit], tree.direct[unit] + seed % 3) for unit in tree.parents_first]
    return make_release(
        places=places, answers=answers, content=CONTENT, asked=AskedSteps(5, form, texts), policy=load_policy()
    )


def told_groups(released: Released) -> tuple[list[str], list[str]]:
    """Units whose sums are told, and those whose squares are."""
    there = {unit: one.numbers for unit, one in released.units.items() if one.numbers is not None}
    squares = [unit for unit, one in there.items() if one.now.sd is not None or one.now.today is not None]
    return list(there), squares


@pytest.mark.slow
def test_no_sum_is_of_fewer_than_five_and_no_square_of_fewer_than_eight(scale) -> None:
    @settings(max_examples=scale(800))
    @example(BESIDE_A_SMALL_ONE, 0, 1, None)
    @given(trees(units=6, largest=12), st.integers(0, 5), st.sampled_from([1, 7]), st.sampled_from([None, GOAL]))
    def holds(tree: Tree, seed: int, items: int, form: str | None) -> None:
        released = made(tree, seed, items, form)
        assert check_certificate(released) == []
        sums, squares = told_groups(released)
        groups, people = groups_of(tree, sums)
        assert smallest_support(groups, people, LEAST - 1) is None
        spread, _ = groups_of(tree, squares)
        rows = [[float(p in group) for p in range(people)] for group in spread]
        alone, _ = groups_of(tree, sorted(told_alone(released.certificate, set(squares))))
        if released.between:
            compared = set().union(*alone) if alone else set()
            rows.append([float(p in compared) for p in range(people)])
        assert least_support_of_rows(rows, people, LEAST_APART - 1) is None

    holds()


@pytest.mark.parametrize("items", [1, 7])
def test_what_is_shown_of_five_hangs_on_who_answered_and_never_on_what(items: int) -> None:
    tree = Tree({"top": None, "a": "top", "b": "top", "c": "top"}, {"top": 0, "a": 5, "b": 9, "c": 6})
    first, second = made(tree, 0, items, None), made(tree, 3, items, None)
    assert first.plan == second.plan
    assert [one.numbers is None for one in first.units.values()] == [
        one.numbers is None for one in second.units.values()
    ]
    five = first.units["a"].numbers
    assert (five.now.sd, five.word is None) == (None, items == 1), "one statement tells no word before its spread"

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kulturspejl.core import statistics as s

TEAMS = st.lists(st.lists(st.integers(0, 10), min_size=4, max_size=4), min_size=1, max_size=7)


@given(TEAMS)
def test_its_moments_are_those_of_the_team(team: list[list[int]]) -> None:
    scores = np.array(team, dtype=float)
    found = s.exact_bootstrap(scores)
    assert len(found.means) == math.comb(2 * len(team) - 1, len(team))
    assert found.weights @ found.means == pytest.approx(scores.mean(axis=0))
    spread = found.weights @ (found.means - scores.mean(axis=0)) ** 2
    assert spread == pytest.approx(scores.var(axis=0) / len(team), abs=1e-9)


@given(TEAMS)
def test_chances_add_up_and_follow_their_columns(team: list[list[int]]) -> None:
    scores = np.array(team)
    chance = s.chance_of_most(s.exact_bootstrap(scores))
    assert chance.sum() == pytest.approx(1)
    assert s.chance_of_most(s.exact_bootstrap(scores[:, ::-1])) == pytest.approx(chance[::-1])


def test_two_who_see_it_otherwise_are_as_by_hand() -> None:
    """Of two people one says A, one B: both A 1/4, both B 1/4, one each a tie 1/2."""
    assert s.chance_of_most(s.exact_bootstrap([[1, 0], [0, 1]])) == pytest.approx([0.5, 0.5])
    assert s.chance_of_most(s.exact_bootstrap([[2, 0], [0, 1]])) == pytest.approx([0.75, 0.25])


@pytest.mark.parametrize("n", [11, 60])
def test_draws_have_the_moments_too(n: int) -> None:
    scores = np.random.default_rng(n).uniform(0, 10, (n, 4))
    found = s.bootstrap(scores)
    assert not found.exact
    assert found.weights @ found.means == pytest.approx(scores.mean(axis=0), abs=0.03)
    assert (found.means.std(axis=0)) == pytest.approx(scores.std(axis=0) / math.sqrt(n), rel=0.03)


def test_who_is_missing_is_as_nobody() -> None:
    told = s.exact_bootstrap([[1.0, 2.0], [np.nan, 9.0], [3.0, 1.0]])
    assert len(told.means) == 3


@pytest.mark.parametrize("n", [0, 11])
def test_it_writes_out_one_to_ten(n: int) -> None:
    with pytest.raises(ValueError, match=f"got {n}"):
        s.exact_bootstrap(np.zeros((n, 4)))


def test_wrong_shapes_are_named() -> None:
    with pytest.raises(ValueError, match=r"\(1, 1, 1\)"):
        s.exact_bootstrap(np.zeros((1, 1, 1)))

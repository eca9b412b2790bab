import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kulturspejl.core import statistics as s

TEAMS = st.lists(st.lists(st.integers(0, 10), min_size=4, max_size=4), min_size=1, max_size=7)


@given(TEAMS)
@pytest.mark.slow
def test_its_moments_are_those_of_the_team(team: list[list[int]]) -> None:
    scores = np.array(team, dtype=float)
    found = s.exact_bootstrap(scores)
    assert len(found.means) == math.comb(2 * len(team) - 1, len(team))
    assert found.weights @ found.means == pytest.approx(scores.mean(axis=0))
    spread = found.weights @ (found.means - scores.mean(axis=0)) ** 2
    assert spread == pytest.approx(scores.var(axis=0) / len(team), abs=1e-9)


@pytest.mark.slow
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


@pytest.mark.slow
def test_whoever_has_the_recipe_draws_the_same_teams() -> None:
    """20,000 draws from the seed 2026 of eleven people or more."""
    scores = np.random.default_rng(1).uniform(0, 10, (11, 4))
    counts = np.random.default_rng(2026).multinomial(11, np.full(11, 1 / 11), size=20_000)
    found = s.bootstrap(scores)
    assert found.means == pytest.approx(counts @ scores / 11)
    assert found.weights.tolist() == [1 / 20_000] * 20_000
    ten = s.bootstrap(scores[:10])
    assert (ten.exact, len(ten.means)) == (True, 92_378)


@pytest.mark.slow
def test_to_sixty_people_are_drawn_and_above_it_their_normal_law() -> None:
    """Means of whole scores of sixty people are sixtieths; normal draws are not."""
    scores = np.random.default_rng(2).integers(0, 10, (61, 2)).astype(float)
    sixty, more = s.bootstrap(scores[:60]).means * 60, s.bootstrap(scores).means * 61
    assert np.abs(sixty - np.rint(sixty)).max() < 1e-9
    assert np.abs(more - np.rint(more)).max() > 0.1
    drawn = np.random.default_rng((2026, 1)).standard_normal((2, 20_000))
    covariance = np.cov(scores, rowvar=False, ddof=0) / 61
    values, vectors = np.linalg.eigh(covariance)
    assert s.bootstrap(scores).means == pytest.approx(scores.mean(axis=0) + ((vectors * np.sqrt(values)) @ drawn).T)


def test_a_tie_is_shared_and_a_hair_is_a_tie() -> None:
    three = s.exact_bootstrap([[3.0, 3.0, 1.0]])
    assert s.chance_of_most(three).tolist() == [0.5, 0.5, 0.0]
    assert s.chance_of_most(s.exact_bootstrap([[3.0, 3.0 - 1e-10, 1.0]])).tolist() == [0.5, 0.5, 0.0]
    assert s.chance_of_most(s.exact_bootstrap([[3.0, 3.0 - 1e-8, 1.0]])).tolist() == [1.0, 0.0, 0.0]


def test_one_column_is_a_column() -> None:
    assert s.exact_bootstrap([1.0, 3.0]).means.tolist() == [[1.0], [2.0], [3.0]]
    assert s.exact_bootstrap([1.0, 3.0]).weights == pytest.approx([0.25, 0.5, 0.25])

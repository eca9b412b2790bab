"""One word of three for how alike a team sees its culture, on both sides of each line."""

from collections.abc import Callable

import numpy as np
import pytest

from kulturspejl.core import statistics as s
from kulturspejl.core.scoring.agreement_word import ALIKE, SOMEWHAT, VERY, agreement_word

SURE = 0.9
"""A profile r* far over what blind throwing gives."""


def word(spread: float, total: float = 10) -> str:
    return agreement_word([spread] * 4, SURE, 0.17, total)


def test_the_words_are_stored_as_these() -> None:
    assert (ALIKE, SOMEWHAT, VERY) == ("alike", "somewhat", "very")


@pytest.mark.parametrize(
    ("spread", "told"),
    [(0.7, ALIKE), (0.999, ALIKE), (1.0, SOMEWHAT), (1.599, SOMEWHAT), (1.6, VERY), (3.0, VERY)],
)
def test_the_lines_lie_at_one_and_at_one_point_six(spread: float, told: str) -> None:
    assert word(spread) == told
    assert word(spread * 10, 100) == told, "of a hundred points likewise"


def test_it_is_the_mean_of_the_four_variances() -> None:
    """Standard deviations 0, 0, 2, 2: mean variance 2, root 1.41; 0, 0, 1.4, 1.4: 0.99."""
    assert agreement_word([0, 0, 2.0, 2.0], SURE, None, 10) == SOMEWHAT
    assert agreement_word([0, 0, 1.4, 1.4], SURE, None, 10) == ALIKE
    assert agreement_word([0, 0, 1.42, 1.42], SURE, None, 10) == SOMEWHAT
    assert agreement_word([1.9, 0, 0, 0], SURE, None, 10) == ALIKE, "√(3.61 / 4) is 0.95"


def test_whoever_agrees_no_more_than_blind_throwing_sees_it_very_differently() -> None:
    assert agreement_word([0.8] * 4, 0.1735, 0.1735, 10) == ALIKE
    assert agreement_word([0.8] * 4, 0.1734, 0.1735, 10) == VERY
    assert agreement_word([0.8] * 4, -0.5, None, 10) == ALIKE, "where the point is not known it says nothing"


def _told(blocks: np.ndarray) -> str:
    """The word of (n, 6, 4) answers, with the floor of 0.7 under every spread."""
    scores = np.maximum(blocks.mean(axis=1).std(axis=0, ddof=1), 0.7)
    r_star = s.profile_r_star_of(np.maximum(blocks.var(axis=0, ddof=1), 0.49), 10)
    return agreement_word(scores.tolist(), r_star, s.random_profile_r_star(len(blocks)), 10)


def _points(rng: np.random.Generator, shares: np.ndarray) -> np.ndarray:
    """Ten points a dimension, given by chance around `shares` (n, 4): (n, 6, 4)."""
    return np.stack([rng.multinomial(10, shares) for _ in range(6)], axis=1).astype(float)


Make = Callable[[np.random.Generator, int], np.ndarray]


def _share_of(rng: np.random.Generator, make: Make, told: str, people: int, tries: int = 200) -> float:
    return sum(_told(make(rng, people)) == told for _ in range(tries)) / tries


def _like_minded(rng: np.random.Generator, n: int) -> np.ndarray:
    return _points(rng, rng.dirichlet(np.array([4, 3, 2, 1]) * 10, n))


def _camps(rng: np.random.Generator, n: int) -> np.ndarray:
    centre = np.array([[6, 2, 1, 1]] * (n // 2) + [[1, 1, 2, 6]] * (n - n // 2))
    return _points(rng, np.array([rng.dirichlet(one * 2.0) for one in centre]))


def _blind(rng: np.random.Generator, n: int) -> np.ndarray:
    bars = np.sort(rng.permuted(np.tile(np.arange(13), (n * 6, 1)), axis=1)[:, :3], axis=1)
    edges = np.hstack([np.full((n * 6, 1), -1), bars, np.full((n * 6, 1), 13)])
    return (np.diff(edges, axis=1) - 1).reshape(n, 6, 4).astype(float)


@pytest.mark.parametrize("people", [8, 12])
def test_simulated_teams_get_the_word_they_should(people: int) -> None:
    """Like-minded teams alike, strong camps very differently, blind throwing very differently (science 1.5.1)."""
    rng = np.random.default_rng(151)
    assert _share_of(rng, _like_minded, ALIKE, people) >= 0.95
    assert _share_of(rng, _camps, VERY, people) >= 0.75
    assert _share_of(rng, _blind, VERY, people) >= 0.90

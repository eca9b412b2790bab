"""One word of three for how alike a team sees its culture, on both sides of each line."""

import numpy as np
import pytest

from kulturspejl.core import statistics as s
from kulturspejl.core.instruments.allocation.agreement_word import ALIKE, SOMEWHAT, VERY, agreement_word
from tests.core.instruments.allocation.teams import alike, blind, rate, two_camps

SIZES = (5, 8, 12, 20)
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


@pytest.mark.parametrize("n", SIZES)
def test_a_like_minded_team_is_called_alike(n: int) -> None:
    """Everybody sees the same, by throwing points after it: in 98 of 100."""
    assert rate(alike(n), lambda team: _told(team) == ALIKE) >= 0.98


@pytest.mark.parametrize("n", SIZES)
@pytest.mark.slow
def test_two_strong_camps_are_mostly_called_very_different_and_never_alike(n: int) -> None:
    """Each half gives its own culture 5.6 of 10."""
    said = [_told(team) for team in two_camps(n, 5.6)]
    assert said.count(VERY) / len(said) >= 0.6
    assert said.count(ALIKE) == 0


@pytest.mark.parametrize("n", SIZES)
def test_blind_throwing_is_called_very_different_in_95_of_100(n: int) -> None:
    assert rate(blind(n), lambda team: _told(team) == VERY) == pytest.approx(0.95, abs=0.03)

"""One word for how alike a team sees its culture; how often it is right is tried on made-up teams."""

import numpy as np
import pytest

from kulturspejl.core.scoring.agreement_word import ALIKE, SOMEWHAT, VERY, agreement_word
from tests.core.scoring.teams import alike, blind, rate, two_camps

SIZES = (5, 8, 12, 20)


def word(blocks, **more):
    return agreement_word(blocks.mean(axis=1), blocks, 10, **more)


def people(*fours):
    return np.array([[four] * 6 for four in fours], dtype=float)


@pytest.mark.parametrize("n", SIZES)
def test_a_like_minded_team_is_called_alike(n):
    """Everybody sees the same, by throwing points after it: in 98 of 100."""
    assert rate(alike(n), lambda team: word(team, least_sd=0.7) == ALIKE) >= 0.98


@pytest.mark.parametrize("n", SIZES)
def test_two_strong_camps_are_mostly_called_very_different_and_never_alike(n):
    """Each half gives its own culture 5.6 of 10."""
    said = [word(team) for team in two_camps(n, 5.6)]
    assert said.count(VERY) / len(said) >= 0.6
    assert said.count(ALIKE) == 0


@pytest.mark.parametrize("n", SIZES)
def test_blind_throwing_is_called_very_different_in_95_of_100(n):
    assert rate(blind(n), lambda team: word(team) == VERY) == pytest.approx(0.95, abs=0.03)


def test_the_steps_by_hand():
    """Two people a distance of 2s apart in two letters: variance 2s² each, s̄² = s²."""
    assert [word(people((2 + far, 4 - far, 2, 2), (2 - far, 4 + far, 2, 2))) for far in (0.9, 1.1, 1.5, 1.7)] == [
        ALIKE, SOMEWHAT, SOMEWHAT, VERY,
    ]  # fmt: skip


def test_of_a_hundred_points_the_word_is_the_same():
    for team in alike(8, 30):
        assert agreement_word(10 * team.mean(axis=1), 10 * team, 100, least_sd=0.7) == word(team, least_sd=0.7)


def test_equal_and_nearly_equal_answers_have_the_same_word():
    equal = people(*[(4, 2, 2, 2)] * 6)
    nearly = equal.copy()
    nearly[0, 0], nearly[1, 0] = (5, 1, 2, 2), (3, 3, 2, 2)
    assert word(equal, least_sd=0.7) == word(nearly, least_sd=0.7) == ALIKE


def test_one_person_has_no_word():
    assert word(people((4, 2, 2, 2))) is None

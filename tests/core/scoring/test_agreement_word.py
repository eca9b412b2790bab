"""One word of three for how alike a team sees its culture, on both sides of each line."""

import numpy as np
import pytest

from kulturspejl.core.scoring.agreement_word import ALIKE, SOMEWHAT, VERY, agreement_word
from kulturspejl.core.statistics import random_profile_r_star

NOBODY = np.empty((0, 6, 4))


def apart(sd: float, people: int = 8) -> np.ndarray:
    """Scores (n, 4) whose four standard deviations (n − 1) are all `sd`."""
    steps = np.tile([1.0, -1.0], people // 2)[:, None] * np.array([1.0, -1.0, 1.0, -1.0])
    return 2.5 + steps * sd * np.sqrt((people - 1) / people)


def test_the_words_are_stored_as_these() -> None:
    assert (ALIKE, SOMEWHAT, VERY) == ("alike", "somewhat", "very")


@pytest.mark.parametrize(
    ("spread", "word"),
    [(0.0, ALIKE), (0.999, ALIKE), (1.001, SOMEWHAT), (1.599, SOMEWHAT), (1.601, VERY), (3.0, VERY)],
)
def test_the_lines_lie_at_one_and_at_one_point_six(spread: float, word: str) -> None:
    assert agreement_word(apart(spread), NOBODY, 10) == word
    assert agreement_word(apart(spread) * 10, NOBODY, 100) == word, "of a hundred points likewise"


def test_it_is_the_mean_of_the_four_variances() -> None:
    """Standard deviations 0, 0, 2, 2: mean variance 2, root 1.41; 0, 0, 1.4, 1.4: 0.99."""
    shape = np.array([0.0, 0.0, 1.0, 1.0])
    assert agreement_word(2.5 + (apart(2.0) - 2.5) * shape, NOBODY, 10) == SOMEWHAT
    assert agreement_word(2.5 + (apart(1.4) - 2.5) * shape, NOBODY, 10) == ALIKE
    assert agreement_word(2.5 + (apart(1.42) - 2.5) * shape, NOBODY, 10) == SOMEWHAT


def test_the_floor_lies_under_every_one_of_the_four() -> None:
    assert agreement_word(apart(0.0), NOBODY, 10, least_sd=0.999) == ALIKE
    assert agreement_word(apart(0.0), NOBODY, 10, least_sd=1.0) == SOMEWHAT
    assert agreement_word(apart(0.0) * 10, NOBODY, 100, least_sd=1.0) == SOMEWHAT
    one = 2.5 + (apart(1.9) - 2.5) * np.array([1.0, 0.0, 0.0, 0.0])
    assert agreement_word(one, NOBODY, 10) == ALIKE, "√(3.61 / 4) is 0.95"
    assert agreement_word(one, NOBODY, 10, least_sd=0.4) == SOMEWHAT, "√((3.61 + 3 · 0.16) / 4) is 1.01"


def test_one_person_has_no_word_and_two_have() -> None:
    assert agreement_word(np.full((1, 4), 2.5), NOBODY, 10) is None
    assert agreement_word(np.full((2, 4), 2.5), NOBODY, 10) == ALIKE


def blocks(variance: float, people: int = 8) -> np.ndarray:
    """(n, 6, 4) with the same variance (n − 1) in each of the 24."""
    return np.broadcast_to(apart(np.sqrt(variance), people)[:, None, :], (people, 6, 4))


def test_whoever_agrees_no_more_than_blind_throwing_sees_it_very_differently() -> None:
    """Profile r* is 1 − variance/5.25; blind teams of eight stay under .1735 in 95 of 100."""
    point = random_profile_r_star(8) or 0.0
    edge = 5.25 * (1 - point)
    close = apart(0.5)
    assert agreement_word(close, blocks(edge - 0.01), 10) == ALIKE
    assert agreement_word(close, blocks(edge + 0.01), 10) == VERY
    of_hundred = 390 * (1 - point)
    assert agreement_word(close * 10, blocks(of_hundred - 1), 100) == ALIKE
    assert agreement_word(close * 10, blocks(of_hundred + 1), 100) == VERY
    assert agreement_word(close, blocks(edge + 0.01)[:1], 10) == ALIKE, "one whole answer says nothing of agreement"


def test_the_floor_lies_under_the_questions_too() -> None:
    assert agreement_word(apart(0.5), blocks(0.0), 10, least_sd=2.2) == VERY
    assert agreement_word(apart(0.5), blocks(0.0), 10, least_sd=0.7) == ALIKE

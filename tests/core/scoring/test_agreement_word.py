"""One word of three for how alike a team sees its culture, on both sides of each line."""

import pytest

from kulturspejl.core.scoring.agreement_word import ALIKE, SOMEWHAT, VERY, agreement_word


def test_the_words_are_stored_as_these() -> None:
    assert (ALIKE, SOMEWHAT, VERY) == ("alike", "somewhat", "very")


@pytest.mark.parametrize(
    ("spread", "word"),
    [(0.0, ALIKE), (0.999, ALIKE), (1.0, SOMEWHAT), (1.599, SOMEWHAT), (1.6, VERY), (3.0, VERY)],
)
def test_the_lines_lie_at_one_and_at_one_point_six(spread: float, word: str) -> None:
    assert agreement_word([spread] * 4, 0.9, 0.2, 10) == word
    assert agreement_word([10 * spread] * 4, 0.9, 0.2, 100) == word, "of a hundred points likewise"


@pytest.mark.parametrize(
    ("sds", "word"),
    [((0, 0, 1.4, 1.4), ALIKE), ((0, 0, 1.42, 1.42), SOMEWHAT), ((0, 0, 0, 3.19), SOMEWHAT), ((0, 0, 0, 3.21), VERY)],
)
def test_it_is_the_root_of_the_mean_of_the_four_variances(sds: tuple[float, ...], word: str) -> None:
    """√(2 · 1.4² / 4) is .99, √(2 · 1.42² / 4) is 1.004; √(3.19² / 4) is 1.595, √(3.21² / 4) is 1.605."""
    assert agreement_word(sds, 0.9, 0.2, 10) == word


def test_whoever_agrees_less_than_blind_throwing_sees_it_very_differently() -> None:
    assert agreement_word([0.5] * 4, 0.1735, 0.1735, 10) == ALIKE
    assert agreement_word([0.5] * 4, 0.1734, 0.1735, 10) == VERY
    assert agreement_word([0.5] * 4, -1.0, None, 10) == ALIKE, "where that is not known, the spread alone says it"
    assert agreement_word([0.5] * 4, -0.01, 0.0, 10) == VERY

"""The word of how alike a team answers on a scale: its thresholds, and how often it is right of known teams."""

import pytest

from benchmarks import calibration_scale
from benchmarks.calibration_scale import FORMS, words
from kulturspejl.core.instruments.scale.agreement_word import agreement_word, blind_95


@pytest.mark.parametrize(
    ("sd", "word"), [(0.59, "alike"), (0.61, "somewhat"), (0.87, "somewhat"), (0.89, "very"), (2.0, "very")]
)
def test_the_spread_of_scores_is_told_in_shares_of_the_width(sd: float, word: str) -> None:
    assert agreement_word(sd, None, n=8, items=1, most=5) == word
    assert agreement_word(sd * 9 / 4, None, n=8, items=1, most=10) == word


def test_scores_that_lie_close_because_chance_evens_out_are_not_alike() -> None:
    blind = 2**0.5  # the spread of one answer thrown at random on 1 to 5
    assert agreement_word(0.5, blind, n=8, items=7, most=5) == "very"
    assert agreement_word(0.5, 0.8, n=8, items=7, most=5) == "alike"


def test_the_line_under_blind_throwing_is_that_of_its_variance() -> None:
    # (6.8 - 4 * 5/7) / 8 is the variance of one statement's s2 in eight blind people, seven of them in the mean.
    assert blind_95(8, 7, 5) == pytest.approx(1.645 * ((6.8 - 4 * 5 / 7) / 8 / 7) ** 0.5 / 2)
    with pytest.raises(ValueError, match="one person"):
        blind_95(1, 7, 5)


@pytest.mark.slow
def test_each_word_is_right_of_teams_that_are_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calibration_scale, "TEAMS", 120)
    for form, people in (("seven on 1 to 5", 5), ("seven on 1 to 5", 12), ("one on 1 to 10", 8)):
        found = words(FORMS[form], people)
        assert found["like-minded"]["alike"] >= 0.9 * 120
        assert found["halves"]["very"] >= 0.85 * 120
        assert found["blind"]["very"] >= 0.9 * 120
        assert found["like-minded"]["very"] == 0
        assert found["halves"]["alike"] <= 0.01 * 120
        assert found["usual"]["very"] <= 0.15 * 120

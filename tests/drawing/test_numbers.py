"""Points as on paper, and numbers as they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kulturspejl.drawing.numbers import as_line, decimal, paper_points
from tests.drawing.profiles import PAPER, team_means


def test_the_example_on_paper():
    assert paper_points(PAPER) == {"A": 21, "B": 9, "C": 12, "D": 18}
    assert as_line(PAPER, total=10, lang="da") == "A = 21 · B = 9 · C = 12 · D = 18 af 60"
    assert as_line(PAPER, total=10, lang="en") == "A = 21 · B = 9 · C = 12 · D = 18 of 60"


@given(values=team_means())
def test_they_always_give_sixty_together_and_never_lie_by_a_whole_point(values):
    points = paper_points(values)
    assert sum(points.values()) == 60
    assert all(abs(points[letter] - values[letter] * 6) < 1 for letter in "ABCD")


@given(parts=st.lists(st.integers(0, 60), min_size=4, max_size=4))
def test_what_one_person_gave_comes_back_exactly(parts):
    given_points = dict(zip("ABCD", parts, strict=True))
    assert paper_points({letter: part / 6 for letter, part in given_points.items()}) == given_points


def test_equal_remainders_go_to_the_first_letters():
    assert paper_points(dict.fromkeys("ABCD", 10 / 6 + 1 / 12)) == {"A": 11, "B": 11, "C": 10, "D": 10}


@pytest.mark.parametrize(
    ("value", "da", "en"),
    [
        (3.5, "3,5", "3.5"),
        (0.35, "0,4", "0.4"),
        (2.25, "2,3", "2.3"),
        (-0.04, "0,0", "0.0"),
        (-1.25, "−1,3", "−1.3"),
    ],
)
def test_decimals(value, da, en):
    assert (decimal(value, "da"), decimal(value, "en")) == (da, en)

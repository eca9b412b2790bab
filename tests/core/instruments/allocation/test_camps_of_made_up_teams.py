"""Two camps are told where they are, and hardly ever where a team is like-minded."""

import numpy as np
import pytest

from kulturspejl.core.instruments.allocation.camps import camps
from tests.core.instruments.allocation.teams import alike, rate, two_camps

SIZES = (8, 12, 20, 30)


def scores(**count):
    """So many people of each kind: A, B, C or D first by four points, or nobody clearly (`even`)."""
    kinds = {letter: np.where(np.arange(4) == at, 5.5, 1.5) for at, letter in enumerate("ABCD")}
    kinds["even"] = np.array([3.0, 2.1, 2.1, 2.8])
    return np.array([kinds[kind] for kind, n in count.items() for _ in range(n)])


@pytest.mark.parametrize("n", SIZES)
@pytest.mark.slow
def test_a_like_minded_team_has_camps_in_at_most_one_of_a_hundred(n):
    """Also one where four cultures are nearly as strong: there a naive count of firsts often finds two."""
    for centre in ((3.5, 2.5, 2, 2), (2.8, 2.6, 2.4, 2.2)):
        assert rate(alike(n, centre=centre, apart=0.5), lambda team: camps(team.mean(axis=1), 10)) <= 0.01


@pytest.mark.parametrize("n", SIZES)
@pytest.mark.slow
def test_two_strong_camps_are_told(n):
    assert rate(two_camps(n, 5.6), lambda team: camps(team.mean(axis=1), 10) == ("A", "C")) >= 0.97


def test_three_people_and_three_eighths_are_needed():
    assert camps(scores(A=3, D=5), 10) == ("A", "D")
    assert camps(scores(A=2, D=6), 10) is None
    assert camps(scores(B=3, C=3, even=2), 10) == ("B", "C")
    assert camps(scores(B=3, C=3, even=3), 10) is None
    assert camps(scores(A=6, D=6, even=4), 10) == ("A", "D")
    assert camps(scores(A=6, D=6, even=5), 10) is None


def test_whose_first_leads_by_less_than_six_of_sixty_is_in_no_camp():
    near = np.array([[3.5, 2.5, 2, 2]] * 4 + [[2, 2, 2.6, 3.4]] * 4)
    assert camps(near, 10) is None
    near[4:] = (2, 2, 2.5, 3.5)
    assert camps(near, 10) == ("A", "D")
    assert camps(10 * near, 100) == ("A", "D")


def test_one_culture_or_nobody_is_no_camp():
    assert camps(scores(A=8), 10) is None
    assert camps(np.empty((0, 4)), 10) is None

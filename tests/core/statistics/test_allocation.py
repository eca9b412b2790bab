"""Agreement over a whole profile, and what blind throwing gives, against hand and simulation."""

import math

import numpy as np
import pytest

from kulturspejl.core import statistics as s
from kulturspejl.core.statistics.random_agreement import RANDOM_95


def test_it_is_as_by_hand() -> None:
    """Two people, two dimensions: variances 2, 2, 0, 0 and 8, 8, 8, 8; mean of 4 and 32 is 18, over 21."""
    one, other = [[6, 2, 1, 1], [4, 4, 0, 2]], [[4, 4, 1, 1], [0, 0, 4, 6]]
    assert s.profile_r_star([one, other], 10) == pytest.approx(1 - 18 / 21)
    assert s.profile_r_star(np.array([one, other]) * 10, 100) == pytest.approx(1 - 1800 / (4 * 390))


def test_three_boxes_have_a_null_of_their_own() -> None:
    """T(m − 1)/m²·(T + m)/(m + 1) = 10·2/9·13/4; variances 2, 2, 0."""
    assert s.profile_r_star([[[6, 2, 2]], [[4, 4, 2]]], 10) == pytest.approx(1 - 4 / (3 * 10 * 2 / 9 * 13 / 4))


def test_one_person_has_none_and_a_table_is_refused() -> None:
    assert math.isnan(s.profile_r_star(np.ones((1, 6, 4)), 10))
    assert not math.isnan(s.profile_r_star(np.ones((2, 6, 4)), 10))
    for wrong in (np.ones((3, 4)), np.ones((1, 2, 3, 4))):
        with pytest.raises(ValueError, match=r"shape \(n, J, m\)"):
            s.profile_r_star(wrong, 10)


def test_the_stored_sizes_are_these() -> None:
    assert list(RANDOM_95) == [*range(2, 11), 12, 14, 16, 20, 25, 30, 40, 60, 100]


@pytest.mark.parametrize(
    "people", [*range(2, 11), *(pytest.param(n, marks=pytest.mark.slow) for n in (12, 14, 16, 20, 25, 30))]
)
def test_the_stored_points_are_what_95_of_100_blind_teams_stay_under(people: int) -> None:
    rng = np.random.default_rng(people)
    teams = s.random_allocations(rng, (4_000, people, 6), 10)
    found = 1 - teams.var(axis=1, ddof=1).sum(axis=2).mean(axis=1) / 21
    assert RANDOM_95[people] == pytest.approx(float(np.quantile(found, 0.95)), rel=0.06)


@pytest.mark.parametrize("people", [40, 60, 100])
def test_of_large_teams_they_fall_as_the_root_of_the_people(people: int) -> None:
    assert RANDOM_95[people] * math.sqrt(people) == pytest.approx(RANDOM_95[30] * math.sqrt(30), rel=0.03)


def test_a_stored_size_is_told_as_it_stands() -> None:
    assert s.random_profile_r_star(1) is None
    assert [s.random_profile_r_star(n) for n in RANDOM_95] == pytest.approx(list(RANDOM_95.values()))


def test_between_two_sizes_it_is_linear_in_one_over_the_root() -> None:
    low, high, between = (1 / math.sqrt(n) for n in (16, 20, 18))
    share = (low - between) / (low - high)
    expected = RANDOM_95[16] + share * (RANDOM_95[20] - RANDOM_95[16])
    assert s.random_profile_r_star(18) == pytest.approx(expected)


def test_above_a_hundred_it_goes_on_falling_as_the_root() -> None:
    assert s.random_profile_r_star(101) == pytest.approx(0.0469 * math.sqrt(100 / 101))
    assert s.random_profile_r_star(400) == pytest.approx(0.0469 / 2)


def test_every_allocation_is_equally_likely() -> None:
    """Three points over two boxes: 0 + 3, 1 + 2, 2 + 1, 3 + 0."""
    drawn = s.random_allocations(np.random.default_rng(3), (200, 100), 3, alternatives=2)
    assert drawn.shape == (200, 100, 2)
    assert (drawn.sum(axis=-1) == 3).all()
    assert np.bincount(drawn[..., 0].astype(int).ravel(), minlength=4) / 20_000 == pytest.approx([0.25] * 4, abs=0.015)

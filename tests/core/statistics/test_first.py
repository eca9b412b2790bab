"""The chance of the largest mean, against what is known and against chance itself."""

import numpy as np
import pytest

from kulturspejl.core.statistics import chance_of_first, chances_of_first
from kulturspejl.core.statistics.composition import H
from kulturspejl.core.statistics.first import _SIGNS, POINTS, Floats, _first_of_two, _reach, _student

ALIKE = H.T @ H
"""Four scores that spread alike and add up to a total: 3/4 of a point² each."""


def every_point(people: int) -> Floats:
    """(3, POINTS) for so many people: each with its seven mirror images."""
    points = _student(people - 1).points
    return (points[:, :, None] * np.array(_SIGNS).T[:, None, :]).reshape(3, -1)


def test_equals_share_and_order_is_kept() -> None:
    assert chance_of_first(np.full(4, 2.5), ALIKE, 8) == pytest.approx([0.25] * 4)
    two = chance_of_first(np.array([3.0, 3, 2, 2]), ALIKE, 8)
    assert two[0] == pytest.approx(two[1])
    assert two[2] == pytest.approx(two[3])
    assert two.sum() == pytest.approx(1)


def test_two_far_ahead_are_as_a_t_test_between_them() -> None:
    """C and D are out of reach: A against B is Student's t of their difference, variance 2 in ALIKE."""
    from scipy.special import stdtr

    found = chance_of_first(np.array([4.4, 4.0, 0.8, 0.8]), ALIKE, 6)
    assert found[0] == pytest.approx(stdtr(5, 0.4 / np.sqrt(2 / 6)), abs=0.005)


@pytest.mark.parametrize("people", [5, 8, 12, 40])
def test_it_is_as_many_draws_say(people: int) -> None:
    rng = np.random.default_rng(people)
    wide = rng.normal(size=(3, 3))
    inner = wide @ wide.T + 0.65 * np.eye(3)
    mean = 10 * rng.dirichlet([20] * 4)
    normal = np.linalg.cholesky(inner / people) @ rng.standard_normal((3, 200_000))
    drawn = (H.T @ (normal * np.sqrt((people - 1) / rng.chisquare(people - 1, 200_000)))).T + mean
    expected = np.bincount(drawn.argmax(axis=1), minlength=4) / 200_000
    assert chance_of_first(mean, H.T @ inner @ H, people) == pytest.approx(expected, abs=0.006)


def test_one_person_has_no_chance() -> None:
    with pytest.raises(ValueError, match="1 people"):
        chance_of_first(np.full(4, 2.5), ALIKE, 1)
    assert chance_of_first(np.full(4, 2.5), ALIKE, 2) == pytest.approx([0.25] * 4)


def test_the_points_that_all_teams_share_cannot_be_written_over() -> None:
    points = every_point(8)
    assert points.shape == (3, POINTS)
    assert points.sum() == pytest.approx(0, abs=1e-6)
    assert np.linalg.norm(points, axis=0).max() == pytest.approx(_student(7).distances[0])
    assert _student(7).distances[0] <= _reach(7)
    with pytest.raises(ValueError, match="read-only"):
        _student(7).points[0, 0] = 1.0


@pytest.mark.slow
def test_a_chance_is_right_as_often_as_it_says() -> None:
    """Teams of eight whose true culture is known: from 60 in 100 on, it is true as often, less three (measurements)."""
    rng = np.random.default_rng(11)
    said, right = [], []
    for _ in range(400):
        team = rng.dirichlet(np.array([0.3, 0.2, 0.22, 0.28]) * 20)
        people = rng.dirichlet(team * 9, size=8)
        scores = np.array([rng.multinomial(10, one, size=6) for one in people]).mean(axis=1)
        inner = H @ np.cov(scores, rowvar=False) @ H.T
        sizes, ways = np.linalg.eigh(inner)
        floored = H.T @ (ways * np.maximum(sizes, 4 / 3 * 0.49)) @ ways.T @ H
        chances = chance_of_first(scores.mean(axis=0), floored, 8)
        if chances.max() >= 0.6:
            said.append(chances.max())
            right.append(team.argmax() == chances.argmax())
    assert len(said) > 200
    assert np.mean(right) >= np.mean(said) - 0.03


def test_points_that_are_not_looked_at_would_have_changed_nothing() -> None:
    """Every point counted for every letter, as the chance is defined."""
    rng = np.random.default_rng(5)
    for _ in range(60):
        people = int(rng.choice([2, 3, 5, 8, 20, 60, 200]))
        mean = rng.multinomial(10, rng.dirichlet(np.full(4, 5.0)), size=(people, 6)).mean(axis=(0, 1))
        wide = rng.normal(size=(3, 3))
        covariance = H.T @ (wide @ wide.T + rng.choice([0.05, 0.65]) * np.eye(3)) @ H
        factor = np.linalg.cholesky(H @ covariance @ H.T / people)
        moved = (H.T @ factor) @ every_point(people) + mean[:, None]
        firsts = np.count_nonzero(moved >= moved.max(axis=0), axis=1)
        assert chance_of_first(mean, covariance, people).tolist() == (firsts / firsts.sum()).tolist()


def test_many_groups_at_once_are_each_group_alone() -> None:
    """With equal means, all alike, two in front, and far from each other."""
    rng = np.random.default_rng(3)
    means = np.array([[2.5] * 4, [3, 3, 2, 2], [4.1, 4.0, 1, 0.9], [7, 1, 1, 1], *rng.dirichlet([9] * 4, 40) * 10])
    covariances = np.array([ALIKE * spread for spread in rng.uniform(0.5, 3, len(means))])
    people = rng.integers(2, 40, len(means))
    alone = [chance_of_first(*one) for one in zip(means, covariances, people.tolist(), strict=True)]
    assert chances_of_first(means, covariances, people).tolist() == [one.tolist() for one in alone]
    assert chances_of_first(means[:0], covariances[:0], people[:0]).shape == (0, 4)


def test_two_who_never_move_apart_share_every_point() -> None:
    same = _first_of_two(0.0, np.zeros(3), _student(7).points)
    assert same.tolist() == [POINTS, POINTS]
    step = np.array([0.3, 0.1, -0.2])
    ahead, behind = (_first_of_two(lead, step, _student(7).points) for lead in (0.25, -0.25))
    assert ahead.tolist() == behind[::-1].tolist()
    assert ahead.sum() == POINTS
    assert ahead[0] > ahead[1] > 0

from importlib import import_module

import numpy as np
import pytest

from kulturspejl.core import statistics as s
from kulturspejl.core.statistics.limit import normal_factor, standard_normals


def scores(people: int, seed: int = 3) -> np.ndarray:
    rng = np.random.default_rng(seed)
    return rng.multinomial(10, [0.28, 0.24, 0.27, 0.21], size=(people, 6)).mean(axis=1)


def test_a_factor_gives_its_covariance_back_though_it_is_singular() -> None:
    covariance = np.cov(scores(40), rowvar=False)
    factor = normal_factor(covariance)
    assert factor @ factor.T == pytest.approx(covariance)


def test_the_normals_are_the_same_every_time_and_cannot_be_changed() -> None:
    assert standard_normals(50, 2) is standard_normals(50, 2)
    with pytest.raises(ValueError, match="read-only"):
        standard_normals(50, 2)[0, 0] = 1


@pytest.mark.slow
def test_a_large_team_gets_what_drawing_its_people_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    group = scores(80)
    gaps = scores(80, 5) - group + np.array([0.1, -0.1, 0.05, -0.05])
    quick, chance = s.sign_flip(gaps), s.chance_of_most(s.bootstrap(group))
    for module in ("permutation", "bootstrap"):
        monkeypatch.setattr(import_module(f"kulturspejl.core.statistics.{module}"), "LARGE", 100)
    slow, drawn = s.sign_flip(gaps), s.chance_of_most(s.bootstrap(group))
    assert quick.p == pytest.approx(slow.p, abs=0.01)
    assert quick.p_max_t == pytest.approx(slow.p_max_t, abs=0.01)
    assert chance == pytest.approx(drawn, abs=0.015)


def test_a_team_of_thousands_is_quick_and_small() -> None:
    assert s.sign_flip(np.tile([[0.5, -0.5]], (20_000, 1))).p.tolist() == [1e-5, 1e-5]
    assert s.chance_of_most(s.bootstrap(np.tile([[3.0, 2.0]], (20_000, 1)))).tolist() == [1.0, 0.0]


def test_max_t_counts_the_largest_of_all_columns() -> None:
    """By hand: two people, gaps (1, 2) and (1, -2); four arrangements."""
    found = s.sign_flip(np.array([[1.0, 2.0], [1.0, -2.0]]))
    assert found.p.tolist() == [0.5, 1.0]
    assert found.p_max_t.tolist() == [1.0, 1.0]


def test_whoever_has_the_recipe_draws_the_same_normals_in_a_stream_of_their_own() -> None:
    assert standard_normals(5, 2).tolist() == np.random.default_rng((2026, 1)).standard_normal((2, 5)).tolist()


def test_what_is_a_hair_under_nothing_is_nothing() -> None:
    factor = normal_factor(np.array([[1.0, 1.0], [1.0, 1.0]]))
    assert factor @ factor.T == pytest.approx(np.ones((2, 2)))
    assert not np.isnan(normal_factor(np.diag([1.0, -1e-18]))).any()

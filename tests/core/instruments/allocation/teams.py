"""Made-up teams in whole points: (n, 6, 4) of ten a dimension, from a seed (science.md 1.5)."""

from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from kulturspejl.core.statistics import random_allocations

Team = NDArray[np.float64]
TEAMS = 400


def thrown(rng: np.random.Generator, centres: NDArray[np.float64], apart: float) -> Team:
    """Each throws ten points six times after an own centre, `apart` (sd, of ten) from the one given."""
    away = rng.normal(0, apart, centres.shape)
    own = np.clip(centres + away - away.mean(axis=1, keepdims=True), 0.05, None)
    return np.stack([rng.multinomial(10, one / one.sum(), size=6) for one in own]).astype(float)


def alike(n: int, teams: int = TEAMS, centre: Sequence[float] = (3.5, 2.5, 2, 2), apart: float = 0.3) -> Iterator[Team]:
    """Everybody has nearly the same centre."""
    rng = np.random.default_rng(n)
    for _ in range(teams):
        yield thrown(rng, np.array([centre] * n, dtype=float), apart)


def two_camps(n: int, first: float, teams: int = TEAMS) -> Iterator[Team]:
    """Half give A `first` of ten, half C; the rest is shared by the other three."""
    rng = np.random.default_rng(n)
    rest = (10 - first) / 3
    clan, market = [first, rest, rest, rest], [rest, rest, first, rest]
    for _ in range(teams):
        yield thrown(rng, np.array([clan] * (n // 2) + [market] * (n - n // 2)), 0.5)


def blind(n: int, teams: int = TEAMS) -> Iterator[Team]:
    """All allocations are equally likely."""
    rng = np.random.default_rng(n)
    for _ in range(teams):
        yield random_allocations(rng, (n, 6), 10)


def rate(teams: Iterator[Team], says: Callable[[Team], object]) -> float:
    """The share of the teams of which it is so."""
    found = [bool(says(team)) for team in teams]
    return sum(found) / len(found)

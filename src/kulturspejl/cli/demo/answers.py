"""Plausible answers: units differ, people in a unit differ more, and a sixth of it all is chance.

In the space of log shares a person is unit + person, and a dimension adds its own; about a fifth of the
variance of a person's mean lies between units (ICC ~ .2).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kulturspejl.core.content.choice import ChoiceQuestion

BETWEEN_UNITS = 0.38
BETWEEN_PEOPLE = 0.62
BETWEEN_DIMENSIONS = 0.45
# Clan, adhocracy, market, hierarchy: a municipality leans to clan and hierarchy.
COMMON = np.array([0.35, -0.25, -0.35, 0.25])
# What most would like: a good deal of clan, some more adhocracy, and less of what there is most of already.
WISHED = np.array([0.45, 0.1, -0.35, -0.05])
TOWARDS_WISH = 0.65
LETTERS = "ABCD"
HIGHER = 0.25
"""Of a scale: so far above what is the goals lie."""


@dataclass(frozen=True)
class Team:
    """A unit's own culture in log shares, (4,), and what it wishes, (4,)."""

    now: NDArray[np.float64]
    wish: NDArray[np.float64]

    def moved(self, share: float) -> "Team":
        """The same team later, having come `share` of the way to its wish."""
        return Team(self.now + share * (self.wish - self.now), self.wish)


def team(rng: np.random.Generator) -> Team:
    """A unit drawn at random."""
    now = COMMON + rng.normal(0, BETWEEN_UNITS, 4)
    return Team(now, now + TOWARDS_WISH * (WISHED - now) + rng.normal(0, 0.2, 4))


def answer(rng: np.random.Generator, unit: Team, points: int) -> dict[str, int]:
    """One person's complete answer with the wish drawn: 24 numbers and 4."""
    person = rng.normal(0, BETWEEN_PEOPLE, 4)
    found: dict[str, int] = {}
    for dimension in range(1, 7):
        own = unit.now + person + rng.normal(0, BETWEEN_DIMENSIONS, 4)
        found |= {f"now_d{dimension}_{letter}": n for letter, n in zip(LETTERS, shared_out(own, points), strict=True)}
    wish = unit.wish + 0.7 * person
    return found | {f"wish_{letter}": n for letter, n in zip(LETTERS, shared_out(wish, 6 * points), strict=True)}


def on_steps(rng: np.random.Generator, questions: Sequence[ChoiceQuestion], level: float) -> dict[str, int]:
    """One person's step for each question, around `level` (0 the lowest, 1 the highest); what is wished lies higher."""
    person = rng.normal(level, 0.12)
    found: dict[str, int] = {}
    for one in questions:
        at = person + (HIGHER if one.key.startswith("goal") else 0) + rng.normal(0, 0.16)
        found[one.key] = one.steps[round(float(np.clip(at, 0, 1)) * (len(one.steps) - 1))].value
    return found


def shared_out(logs: NDArray[np.float64], points: int) -> list[int]:
    """Whole points in proportion to exp(logs), adding up exactly: the largest remainders get what is left."""
    exact = points * np.exp(logs) / np.exp(logs).sum()
    whole = np.floor(exact).astype(int)
    for index in np.argsort(whole - exact, kind="stable")[: points - int(whole.sum())]:
        whole[index] += 1
    return [int(n) for n in whole]

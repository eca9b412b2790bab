"""How alike a team sees its culture, in one word of three."""

import math

import numpy as np
from numpy.typing import ArrayLike

from kulturspejl.core.statistics.allocation import random_profile_r_star
from kulturspejl.core.statistics.nulls import allocation_null
from kulturspejl.core.statistics.shapes import Floats

ALIKE, SOMEWHAT, VERY = "alike", "somewhat", "very"
"""Fairly alike, somewhat different, very different."""

ALIKE_BELOW, VERY_FROM = 1.0, 1.6
"""Of 10 points: the mean spread of the four scores, s̄ (science 1.5.1, tried in tests/core/scoring)."""


def agreement_word(scores: ArrayLike, blocks: ArrayLike, total: float, *, least_sd: float = 0.0) -> str | None:
    """ALIKE, SOMEWHAT or VERY of `scores` (n, 4), each person's mean over dimensions; None under two people.

    s̄ = √(mean of the four score variances, n − 1), in points of 10. VERY where s̄ is at least 1.6, or where profile r*
    of `blocks` (m, 6, 4), those who answered every dimension, lies below what 95 of 100 teams stay under when
    allocating at random; else ALIKE where s̄ is below 1.0. `total` is the points a dimension, `least_sd` (of 10) the
    floor under every standard deviation: a word never tells whether all said the same. Source: science 1.5.1, C9.
    """
    of_ten = np.asarray(scores, dtype=np.float64) * 10 / total
    if len(of_ten) < 2:
        return None
    spread = math.sqrt(float(_variances(of_ten, least_sd).mean()))
    if spread >= VERY_FROM or _is_like_throwing(np.asarray(blocks, dtype=np.float64), total, least_sd):
        return VERY
    return ALIKE if spread < ALIKE_BELOW else SOMEWHAT


def _is_like_throwing(blocks: Floats, total: float, least_sd: float) -> bool:
    """Whether profile r* = 1 − mean over dimensions of Σ s² / 4σ² stays under the 95 % point of blind throwing."""
    point = random_profile_r_star(len(blocks))
    if point is None:
        return False
    spread = _variances(blocks, least_sd * total / 10).sum(axis=1).mean()
    return float(1 - spread / (4 * allocation_null(total))) < point


def _variances(values: Floats, least_sd: float) -> Floats:
    found: Floats = np.maximum(values.var(axis=0, ddof=1), least_sd**2)
    return found

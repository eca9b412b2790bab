"""How alike a team sees its culture, in one word of three."""

import math
from collections.abc import Sequence

ALIKE, SOMEWHAT, VERY = "alike", "somewhat", "very"
"""Fairly alike, somewhat different, very different."""

ALIKE_BELOW, VERY_FROM = 1.0, 1.6
"""Of 10 points: the mean spread of the four scores, s̄ (science 1.5.1, tried in tests/core/instruments/allocation)."""


def agreement_word(
    sds: Sequence[float], profile_r_star: float, random_95: float | None, total: float
) -> str:
    """ALIKE, SOMEWHAT or VERY from the standard deviations (n − 1) of the four scores, in points of `total`.

    s̄ = √(mean of the four variances), in points of 10. VERY where s̄ is at least 1.6, or where `profile_r_star` lies
    below `random_95`, what 95 of 100 teams of this size stay under when allocating at random (None: not known); else
    ALIKE where s̄ is below 1.0. Whoever wants a floor lays it on the numbers. Source: science 1.5.1, C9.
    """
    spread = math.sqrt(sum(sd**2 for sd in sds) / len(sds)) * 10 / total
    if spread >= VERY_FROM or (random_95 is not None and profile_r_star < random_95):
        return VERY
    return ALIKE if spread < ALIKE_BELOW else SOMEWHAT

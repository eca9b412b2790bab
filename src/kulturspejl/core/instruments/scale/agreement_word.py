"""How alike a team answers on a scale, in one word of three."""

import math

from kulturspejl.core.instruments.scale.form import LEAST
from kulturspejl.core.statistics.nulls import uniform_null

ALIKE, SOMEWHAT, VERY = "alike", "somewhat", "very"
"""Fairly alike, somewhat different, very different: the words of every kind of answers."""

ALIKE_BELOW, VERY_FROM = 0.15, 0.22
"""Standard deviation of people's scores as a share of the width of the scale: 0.6 and 0.88 on 1 to 5, where two halves
that mean 2 and 4 come out at about 1. From 0.25 a fourth of such teams was missed."""

_NORMAL_95 = 1.645


def agreement_word(sd: float, item_sd: float | None, *, n: int, items: int, most: int) -> str:
    """ALIKE, SOMEWHAT or VERY of n people, from the standard deviation (n - 1) of their scores, in steps.

    A score of seven statements hides blind throwing, for its chances even out: so `item_sd`, the root of the mean
    variance of the statements, is held against it too (None: the score is the one statement). VERY where the sd is at
    least VERY_FROM of the width, or the agreement in the statements is under what 95 of 100 teams of this size stay
    under when they throw blindly; else ALIKE under ALIKE_BELOW. Measured in benchmarks/calibration_scale.
    """
    share = sd / (most - LEAST)
    if share >= VERY_FROM or (item_sd is not None and agreement(item_sd, most) < blind_95(n, items, most)):
        return VERY
    return ALIKE if share < ALIKE_BELOW else SOMEWHAT


def agreement(item_sd: float, most: int) -> float:
    """r* = 1 - mean variance of the statements / that of blind throwing (science C9); negative in a split team."""
    return 1 - item_sd**2 / uniform_null(most)


def blind_95(n: int, items: int, most: int) -> float:
    """What 95 of 100 teams of n who throw blindly on steps 1 to `most` stay under in `agreement`.

    A sample variance has the variance (m4 - s4 (n - 3)/(n - 1)) / n, and the mean of `items` of them is near normal.
    Raises ValueError under two people.
    """
    if n < 2:
        raise ValueError("one person does not differ")
    middle, squared = (LEAST + most) / 2, uniform_null(most) ** 2
    fourth = sum((step - middle) ** 4 for step in range(LEAST, most + 1)) / most
    spread = math.sqrt((fourth - squared * (n - 3) / (n - 1)) / n / items)
    return _NORMAL_95 * spread / math.sqrt(squared)

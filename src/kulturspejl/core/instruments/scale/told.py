"""The numbers of a group from its moments alone: nothing that is told here has seen an answer."""

import math
from collections.abc import Mapping

from kulturspejl.core.instruments.base.asked import Group
from kulturspejl.core.instruments.base.estimates import Estimate, estimate_of
from kulturspejl.core.instruments.scale.form import GAP, LEAST, NOW, PREFERRED
from kulturspejl.core.instruments.scale.numbers import ScaleNumbers
from kulturspejl.core.statistics.intervals import Interval
from kulturspejl.core.statistics.moments import Moments

ALIKE, SOMEWHAT, VERY = "alike", "somewhat", "very"
"""Fairly alike, somewhat different, very different: the words of every kind of answers."""

ALIKE_BELOW, VERY_FROM = 0.15, 0.25
"""Standard deviation of people's scores as a share of the width of the scale, our steps. On 1 to 5 that is 0.6 and 1:
two halves that answer 2 and 4 have 1.07. In five people of 0.6 one answer may still lie anywhere in half the scale."""


def told(group: Group, most: int) -> ScaleNumbers:
    """All numbers of a group in steps (science C3 to C6); of one person the means alone."""
    moments = group.moments
    now = _estimate(group, NOW, most)
    return ScaleNumbers(
        now=now,
        items=_items(moments),
        preferred=_estimate(group, PREFERRED, most) if PREFERRED in moments.scores else None,
        gap=_estimate(group, GAP, most) if GAP in moments.scores else None,
        word=None if now.sd is None else word_of(now.sd, most),
    )


def word_of(sd: float, most: int) -> str:
    """How alike they see it, in one word of three; the lowest does not tell that all said the same."""
    share = sd / (most - LEAST)
    return VERY if share >= VERY_FROM else ALIKE if share < ALIKE_BELOW else SOMEWHAT


def limits(period: str, most: int) -> Interval:
    """The least and the most that a mean of this period can be."""
    return (LEAST - most, most - LEAST) if period == GAP else (LEAST, most)


def _estimate(group: Group, period: str, most: int) -> Estimate:
    score = group.moments.scores[period]
    sd = math.sqrt(score.variance[0]) if score.n > 1 else 0.0
    return estimate_of(group.moments.n, float(score.mean[0]), sd, group.invited, limits(period, most))


def _items(moments: Moments) -> Mapping[str, Mapping[str, float]]:
    return {
        period: {str(number): float(mean) for number, mean in enumerate(one.mean, start=1)}
        for period, one in moments.dimensions.items()
    }

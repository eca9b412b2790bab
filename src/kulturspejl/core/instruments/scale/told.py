"""The numbers of a group from its moments alone: nothing that is told here has seen an answer."""

import math
from collections.abc import Mapping

from kulturspejl.core.instruments.base.asked import Group
from kulturspejl.core.instruments.base.estimates import Estimate, estimate_of
from kulturspejl.core.instruments.scale.agreement_word import agreement_word
from kulturspejl.core.instruments.scale.form import GAP, LEAST, NOW, PREFERRED
from kulturspejl.core.instruments.scale.numbers import ScaleNumbers
from kulturspejl.core.statistics.intervals import Interval
from kulturspejl.core.statistics.moments import Moments


def told(group: Group, most: int) -> ScaleNumbers:
    """All numbers of a group in steps (science C3 to C6); of one person the means alone."""
    moments = group.moments
    now, items = _estimate(group, NOW, most), moments.dimensions.get(NOW)
    item_sd = None if items is None or items.n < 2 else math.sqrt(float(items.variance.mean()))
    return ScaleNumbers(
        now=now,
        items=_items(moments),
        preferred=_estimate(group, PREFERRED, most) if PREFERRED in moments.scores else None,
        gap=_estimate(group, GAP, most) if GAP in moments.scores else None,
        word=None if now.sd is None else agreement_word(
            now.sd, item_sd, n=moments.n, items=1 if items is None else len(items.sums), most=most
        ),
    )


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

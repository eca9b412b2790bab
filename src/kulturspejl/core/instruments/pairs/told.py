"""The numbers of a group on six lines from its moments alone: nothing that is told here has seen an answer."""

import math

from kulturspejl.core.instruments.base.asked import Group
from kulturspejl.core.instruments.base.estimates import estimate_of
from kulturspejl.core.instruments.pairs.agreement_word import agreement_word
from kulturspejl.core.instruments.pairs.form import COLUMNS, LEAST, PLACES
from kulturspejl.core.instruments.pairs.numbers import PairsNumbers
from kulturspejl.core.instruments.scale.form import NOW
from kulturspejl.core.statistics.intervals import Interval

LIMITS: Interval = (LEAST, PLACES)


def told(group: Group) -> PairsNumbers:
    """All numbers of a group in places (science C3 to C6); of one person the means alone."""
    found, n = group.moments.scores[NOW], group.moments.n
    variances = [float(one) for one in found.variance] if n > 1 else [0.0] * len(COLUMNS)
    now = {
        column: estimate_of(n, float(mean), math.sqrt(variance), group.invited, LIMITS)
        for column, mean, variance in zip(COLUMNS, found.mean, variances, strict=True)
    }
    word = agreement_word(math.sqrt(sum(variances) / len(variances))) if n > 1 else None
    return PairsNumbers(now, word)

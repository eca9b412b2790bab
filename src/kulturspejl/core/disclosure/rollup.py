"""A census of the displayed groups under a unit, weighted by headcount (science C14)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kulturspejl.core.disclosure.released import RollUp, RollUpScore
from kulturspejl.core.statistics.intervals import t_quantile
from kulturspejl.core.statistics.moments import Moments, Squares
from kulturspejl.core.statistics.shapes import Floats


@dataclass(frozen=True)
class Stratum:
    """One displayed group with answers: its moments, how many were invited in it, and whether its spread is told."""

    moments: Moments
    invited: int
    is_spread: bool = True


def roll_up(strata: Sequence[Stratum], columns: Sequence[str]) -> RollUp | None:
    """Mean = Σ W m and se² = Σ W² s²/n (1 - n/N), W = N / ΣN over the groups; None where there are none.

    Strata are groups that stand on the page anyway, so that a weighted mean tells nothing more than they do; and where
    the spread of one of them is not told, neither is the sum's.
    """
    strata = [one for one in strata if "now" in one.moments.scores]
    if not strata:
        return None
    invited = np.array([stratum.invited for stratum in strata], dtype=np.float64)
    is_spread = all(stratum.is_spread for stratum in strata)
    told = {
        period: _by_column([one.moments.scores[period] for one in strata], columns, invited, is_spread)
        for period in strata[0].moments.scores
        if all(period in one.moments.scores for one in strata)
    }
    return RollUp(len(strata), told["now"], told.get("preferred"), told.get("gap"))


def _by_column(
    groups: Sequence[Squares], columns: Sequence[str], invited: Floats, is_spread: bool
) -> Mapping[str, RollUpScore]:
    n = np.array([one.n for one in groups], dtype=np.float64)
    means = np.array([one.mean for one in groups])
    if not is_spread or (n < 2).any():
        weighted = invited / invited.sum() @ means
        return {column: RollUpScore(float(mean), None, None) for column, mean in zip(columns, weighted, strict=True)}
    variances = np.array([one.variance for one in groups])
    return {column: _score(n, means[:, at], variances[:, at], invited) for at, column in enumerate(columns)}


def _score(n: Floats, means: Floats, variances: Floats, invited: Floats) -> RollUpScore:
    weights = invited / invited.sum()
    mean = float(weights @ means)
    se = float(np.sqrt(np.sum(weights**2 * variances / n * (1 - n / invited))))
    reach = t_quantile(int((n - 1).sum())) * se
    return RollUpScore(mean, se, (mean - reach, mean + reach))

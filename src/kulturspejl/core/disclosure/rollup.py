"""A census of the displayed groups under a unit, weighted by headcount (science C14)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kulturspejl.core.disclosure.numbers import LETTERS
from kulturspejl.core.disclosure.released import RollUp, RollUpScore
from kulturspejl.core.disclosure.respondents import Points, Respondents
from kulturspejl.core.statistics.intervals import t_quantile


@dataclass(frozen=True)
class Stratum:
    """One displayed group: its respondents and how many were invited in it."""

    respondents: Respondents
    invited: int


def roll_up(strata: Sequence[Stratum]) -> RollUp | None:
    """Mean = Σ W m and se² = Σ W² s²/n (1 - n/N), W = N / ΣN over groups with answers; None where there are none.

    Strata are groups that stand on the page anyway, so that a weighted mean tells nothing more than they do.
    """
    answered = [stratum for stratum in strata if len(stratum.respondents)]
    if not answered:
        return None
    invited = np.array([stratum.invited for stratum in answered], dtype=np.float64)
    scores = [stratum.respondents.scores() for stratum in answered]
    told = {period: _by_letter([one[period] for one in scores], invited) for period in scores[0]}
    return RollUp(len(answered), told["now"], told.get("preferred"), told.get("gap"))


def _by_letter(groups: Sequence[Points], invited: Points) -> Mapping[str, RollUpScore]:
    return {letter: _score([group[:, at] for group in groups], invited) for at, letter in enumerate(LETTERS)}


def _score(groups: Sequence[Points], invited: Points) -> RollUpScore:
    weights = invited / invited.sum()
    mean = float(weights @ np.array([group.mean() for group in groups]))
    n = np.array([len(group) for group in groups], dtype=np.float64)
    if (n < 2).any():
        return RollUpScore(mean, None, None)
    variances = np.array([group.var(ddof=1) for group in groups])
    se = float(np.sqrt(np.sum(weights**2 * variances / n * np.maximum(0.0, 1 - n / invited))))
    reach = t_quantile(int((n - 1).sum())) * se
    return RollUpScore(mean, se, (mean - reach, mean + reach))

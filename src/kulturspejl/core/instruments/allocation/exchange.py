"""A test by chance of two rounds' answers, for whoever may read all of them: people are exchanged between the two."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from kulturspejl.core.instruments.allocation.form import LETTERS
from kulturspejl.core.instruments.allocation.respondents import usable
from kulturspejl.core.statistics.permutation import permutation_between

Rows = NDArray[np.integer] | NDArray[np.floating]


def p_of_exchange(
    before: Rows, form_then: str | None, after: Rows, form_now: str | None, *, total: int
) -> Mapping[str, float]:
    """By letter, two-sided, that the means of what is now differ (science C15, `permutation_between`).

    Rows as in a file of answers, of everybody who has enough of what is now. Below zero or NaN is missing.
    """
    then, now = (_scores(rows, form, total) for rows, form in ((before, form_then), (after, form_now)))
    return {letter: permutation_between(then[:, at], now[:, at]) for at, letter in enumerate(LETTERS)}


def _scores(rows: Rows, form: str | None, total: int) -> NDArray[np.float64]:
    found = usable(rows, total, form, is_each_period_alone=True).scores()
    return np.asarray(found["now"], dtype=np.float64)

"""How far units differ: one-way ANOVA over the units whose own picture is shown."""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from kulturspejl.core.disclosure.numbers import LETTERS
from kulturspejl.core.disclosure.released import Between, Likeness
from kulturspejl.core.disclosure.respondents import Points, Respondents
from kulturspejl.core.statistics import icc


def between(groups: Sequence[Respondents]) -> dict[str, Between]:
    """By period; empty where fewer than two groups, or no group of two, leave nothing to compare (science C11)."""
    people = sum(map(len, groups))
    if len(groups) < 2 or people <= len(groups):
        return {}
    belongs = np.repeat(np.arange(len(groups)), [len(group) for group in groups])
    scores = [group.scores() for group in groups]
    return {period: _period(np.concatenate([one[period] for one in scores]), belongs) for period in scores[0]}


def _period(scores: Points, belongs: NDArray[np.intp]) -> Between:
    found = [icc(scores[:, at], belongs) for at in range(len(LETTERS))]
    told = {
        letter: Likeness(*map(_known, (one.icc1, one.icc1_n0, one.icc2, one.msb, one.msw, one.f, one.p)))
        for letter, one in zip(LETTERS, found, strict=True)
    }
    msb, msw = sum(one.msb for one in found), sum(one.msw for one in found)
    return Between(int(found[0].n_groups), told, _profile(msb, msw, found[0].n_bar, found[0].n0))


def _profile(msb: float, msw: float, n_bar: float, n0: float) -> Likeness:
    """The squares of A to D summed; a pseudo-F, so without a p."""
    return Likeness(
        icc1=_ratio(msb - msw, msb + (n_bar - 1) * msw),
        icc1_n0=_ratio(msb - msw, msb + (n0 - 1) * msw),
        icc2=_ratio(msb - msw, msb),
        msb=_known(msb),
        msw=_known(msw),
        f=_ratio(msb, msw),
        p=None,
    )


def _ratio(above: float, below: float) -> float | None:
    return _known(above / below) if below else None


def _known(value: float) -> float | None:
    return float(value) if math.isfinite(value) else None

"""The squares of many groups as arrays, so that what is told of thousands of groups is counted at once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kulturspejl.core.statistics.intervals import SIXTIETHS
from kulturspejl.core.statistics.moments import Squares
from kulturspejl.core.statistics.shapes import Floats as Points


@dataclass(frozen=True, slots=True)
class Many:
    """Of G groups and D columns, as in `Squares`: `n` (G,), `sums` and `about` (G, D), `joint` (G, 4, 4)."""

    n: NDArray[np.int64]
    sums: Points
    about: Points
    joint: Points | None

    @classmethod
    def of(cls, groups: Sequence[Squares]) -> "Many":
        """`joint` only where all of them have it."""
        joint = [one.joint for one in groups if one.joint is not None]
        return cls(
            n=np.array([one.n for one in groups], dtype=np.int64),
            sums=np.array([one.sums for one in groups]),
            about=np.array([one.about for one in groups]),
            joint=np.array(joint) if len(joint) == len(groups) else None,
        )

    @property
    def mean(self) -> Points:
        return np.asarray(self.sums / (SIXTIETHS * self.n)[:, None], dtype=np.float64)

    @property
    def variance(self) -> Points:
        """With n − 1; NaN for one person."""
        return np.asarray(np.where(self.n > 1, self.about.T / np.maximum(self.n - 1, 1), np.nan).T)

    @property
    def covariance(self) -> Points | None:
        """With n − 1; None where groups may be of one person, who has none."""
        if self.joint is None or self.n.min() < 2:
            return None
        return np.asarray(self.joint / (self.n - 1)[:, None, None])

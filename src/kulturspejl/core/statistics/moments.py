"""What is kept of a group under disclosure control: how many, their sums, and how far apart they are after the floor.

Pictures overlap, and spreads subtract as means do. So the floor is laid on the smallest groups that subtraction can
reach (each unit's people in no picture below it), and every picture is put together from those: no two pictures give
back a spread that had no floor, and a team that is all of one mind changes no number anywhere.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kulturspejl.core.statistics.composition import H
from kulturspejl.core.statistics.intervals import EXACT_TO, SIXTIETHS, exact_sds
from kulturspejl.core.statistics.shapes import Floats as Points

_SHARES = H.shape[1]
_DIGITS = 9
_WHOLE = 1e-6


@dataclass(frozen=True, slots=True)
class Squares:
    """Of n people and D columns: `sums` in sixtieths (D,), `about` the sum of squares about the mean (D,).

    Whole answers have whole sums, so that the same mean is the same to its last bit. `joint` (4, 4) holds the
    products about the mean of the four scores, where they are of one total.
    """

    n: int
    sums: Points
    about: Points
    joint: Points | None = None

    @property
    def mean(self) -> Points:
        return np.asarray(self.sums / (SIXTIETHS * self.n), dtype=np.float64)

    @property
    def variance(self) -> Points:
        """With n − 1; NaN for one person."""
        return np.asarray(self.about / (self.n - 1) if self.n > 1 else np.full_like(self.about, np.nan))

    @property
    def covariance(self) -> Points | None:
        return None if self.joint is None or self.n < 2 else np.asarray(self.joint / (self.n - 1))


@dataclass(frozen=True, slots=True)
class Moments:
    """Of n people: `scores` by "now" and, where asked, "preferred" and "gap"; how many columns, their kind says.

    `dimensions` by period (the single questions behind the scores); empty where somebody left one out. `is_drawn`: what
    is preferred was given as scores at once.
    """

    n: int
    scores: Mapping[str, Squares]
    dimensions: Mapping[str, Squares]
    is_drawn: bool


def put_together(parts: Sequence[Moments], floor: float) -> Moments:
    """Several groups without a person in common as one: SS = Σ SS_g + Σ n_g (m_g − m)². ValueError for none.

    Like-minded groups around one mean come out a little under the floor, so it is laid on the whole too.
    """
    if not parts:
        raise ValueError("nothing to put together")
    if len(parts) == 1:
        return parts[0]
    whole = [period for period in parts[0].dimensions if all(period in one.dimensions for one in parts)]
    return Moments(
        n=sum(one.n for one in parts),
        scores={period: _sum([one.scores[period] for one in parts], floor) for period in parts[0].scores},
        dimensions={period: _sum([one.dimensions[period] for one in parts], floor) for period in whole},
        is_drawn=parts[0].is_drawn,
    )


@dataclass(frozen=True, slots=True)
class WholeSums:
    """Of G groups and D columns in sixtieths: `n` (G,), `sums` (G, D), `products` (G, D) of each column with itself,
    or (G, D, D) of all with all."""

    n: NDArray[np.int64]
    sums: NDArray[np.int64]
    products: NDArray[np.int64]


def squares_of_whole(found: WholeSums, floor: float) -> list[Squares]:
    """Of each group, exactly: SS = (nΣx² − (Σx)²)/n in whole numbers (science 1.1, 8), with the floor."""
    n, sums = found.n[:, None], found.sums
    is_joint = found.products.ndim > 2
    squares = np.diagonal(found.products, axis1=1, axis2=2) if is_joint else found.products
    others = np.maximum(n - 1, 1)
    sds = np.sqrt((n * squares - sums**2) / n / others) / SIXTIETHS
    about, joint = others * sds**2, None
    if is_joint:
        outer = sums[:, :, None] * sums[:, None, :]
        joint = (n[:, :, None] * found.products - outer) / n[:, :, None] / SIXTIETHS**2
    return _floored(found.n, sums.astype(np.float64), about, joint, floor)


def squares_of(values: Points, floor: float, *, is_joint: bool = False) -> Squares:
    """Of `values` (n, D), with the floor; with `is_joint` also what goes together, of four columns of one total."""
    n = len(values)
    if (whole := _in_sixtieths(values)) is not None:
        squares = whole[:, :, None] * whole[:, None, :] if is_joint else whole * whole
        sums = WholeSums(np.array([n]), whole.sum(axis=0)[None], squares.sum(axis=0)[None])
        return squares_of_whole(sums, floor)[0]
    if n < 2:
        nothing = np.zeros(values.shape[1])
        return Squares(n, _sixtieths(values), nothing, np.outer(nothing, nothing) if is_joint else None)
    products = (n - 1) * np.cov(values, rowvar=False) if is_joint else None
    return _floored_one(n, _sixtieths(values), (n - 1) * exact_sds(values) ** 2, products, floor)


def _in_sixtieths(values: Points) -> NDArray[np.int64] | None:
    """All of them as whole numbers of sixtieths; None where they are none, or too large for exact sums."""
    scaled = values * SIXTIETHS
    whole = np.rint(scaled)
    is_whole = np.abs(scaled - whole).max() <= _WHOLE and 2 * len(values) * np.abs(whole).max() <= EXACT_TO
    return whole.astype(np.int64) if is_whole else None


def _sixtieths(values: Points) -> Points:
    """60 × the sums: whole where the answers are, else free of what the order of adding leaves in the last digits."""
    scaled = values * SIXTIETHS
    whole = np.rint(scaled)
    is_whole = np.abs(scaled - whole).max(axis=0) <= _WHOLE
    sums = np.where(is_whole, whole.sum(axis=0), scaled.sum(axis=0).round(_DIGITS))
    return np.asarray(sums, dtype=np.float64)


def _sum(parts: Sequence[Squares], floor: float) -> Squares:
    """Added one after the other, in their order, so that every sum over the same parts ends in the same digits."""
    sizes = np.array([one.n for one in parts], dtype=np.float64)
    sums = np.array([one.sums for one in parts])
    n, whole = sum(one.n for one in parts), sums.sum(axis=0)
    away = sums / (SIXTIETHS * sizes)[:, None] - whole / (SIXTIETHS * n)
    about = _in_order(np.array([one.about for one in parts]), sizes[:, None] * away**2)
    joint = None
    if all(one.joint is not None for one in parts):
        inner = sizes[:, None, None] * (away[:, :, None] * away[:, None, :])
        joint = _in_order(np.array([one.joint for one in parts]), inner)
    return _floored_one(n, whole, about, joint, floor)


def _in_order(within: Points, between: Points) -> Points:
    """The first of `within`, then the first of `between`, and so on; `np.sum` would add in another order."""
    rows = np.stack([within, between], axis=1).reshape(-1, *within.shape[1:])
    return np.asarray(np.add.accumulate(rows, axis=0)[-1], dtype=np.float64)


def _floored_one(n: int, sums: Points, about: Points, joint: Points | None, floor: float) -> Squares:
    return _floored(np.array([n]), sums[None], about[None], None if joint is None else joint[None], floor)[0]


def _floored(
    n: NDArray[np.int64], sums: Points, about: Points, joint: Points | None, floor: float
) -> list[Squares]:
    """No column spreads by less than the floor, and no direction is narrower than where all four spread by it.

    Four equal variances f² that sum to nothing have 4/3·f² in every direction. Where no score is above the floor it is
    just that, whatever goes together with what. One person spreads by nothing.
    """
    least = (n - 1) * floor**2
    is_alike = np.logical_not((about > least[:, None]).any(axis=1))
    about = np.where(n[:, None] > 1, np.maximum(about, least[:, None]), 0.0)
    if joint is None:
        return [Squares(*one, None) for one in zip(n.tolist(), sums, about, strict=True)]
    narrowest = _SHARES / (_SHARES - 1) * least
    sizes, ways = np.linalg.eigh(H @ joint @ H.T)
    wide = (ways * np.maximum(sizes, narrowest[:, None])[:, None, :]) @ ways.swapaxes(1, 2)
    inner = np.where(is_alike[:, None, None], np.eye(len(H)) * narrowest[:, None, None], wide)
    joint = np.where(n[:, None, None] > 1, H.T @ inner @ H, 0.0)
    return [Squares(*one) for one in zip(n.tolist(), sums, about, joint, strict=True)]

"""The usable answers of one group, in an order that says nothing."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeGuard

import numpy as np
from numpy.typing import NDArray

DIMENSION_BLOCKS = 6
LEAST_DIMENSIONS = 4
EXACT = 1e-9
DRAWN, IN_DIMENSIONS = "drawn", "dimensions"
WIDTHS = {None: 24, DRAWN: 28, IN_DIMENSIONS: 48}

Points = NDArray[np.float64]


@dataclass(frozen=True)
class Respondents:
    """`now` (n, 6, 4), nan in blocks left out; `wished` (n, 6, 4), or (n, 4) in points per dimension where drawn.

    Where each period stands alone, whoever has not enough of one is nan in all of it.
    """

    now: Points
    wished: Points | None

    def __len__(self) -> int:
        return len(self.now)

    @property
    def is_complete(self) -> bool:
        """Whether everybody answered every dimension of every period."""
        return not np.isnan(self.now).any() and (self.wished is None or not np.isnan(self.wished).any())

    @property
    def now_scores(self) -> Points:
        """Each respondent's mean over valid dimensions, (n, 4) (science C2)."""
        return _over_dimensions(self.now)

    @property
    def wished_scores(self) -> Points | None:
        return self.wished if self.wished is None or self.wished.ndim == 2 else _over_dimensions(self.wished)

    def scores(self) -> dict[str, Points]:
        """Scores (n, 4) by "now" and, where asked, "preferred" and "gap": of the same persons, or each of its own.

        A gap needs both (science C3, C4). A period that nobody has is left out.
        """
        now, wished = self.now_scores, self.wished_scores
        found = {"now": now} if wished is None else {"now": now, "preferred": wished, "gap": wished - now}
        return {period: there for period, values in found.items() if len(there := those_there(values))}


def those_there(values: Points) -> Points:
    """The people (first axis) who have any number."""
    return np.asarray(values[~np.isnan(values).all(axis=tuple(range(1, values.ndim)))])


def usable(
    rows: NDArray[np.integer] | NDArray[np.floating],
    total: int,
    form: str | None,
    *,
    is_each_period_alone: bool = False,
) -> Respondents:
    """Those of `rows` (n, 24 | 28 | 48) who have enough of every period that was asked, sorted by their points.

    With `is_each_period_alone` (no disclosure control), those who have enough of one of them.

    A block is valid iff its four are there, none below zero, and they sum to `total` (the drawing: 6 x total);
    a respondent needs 4 of 6 valid dimensions and a valid drawing (science C1, C2). Raises ValueError on
    another shape or form.
    """
    return in_one_order(as_they_stand(rows, total, form, is_each_period_alone=is_each_period_alone))


def as_they_stand(
    rows: NDArray[np.integer] | NDArray[np.floating],
    total: int,
    form: str | None,
    *,
    is_each_period_alone: bool = False,
) -> Respondents:
    """The same, unsorted: for what is the same in any order."""
    _must_fit(rows, form)
    points = np.asarray(rows, dtype=np.float64)
    now, now_enough = _valid(points[:, :24].reshape(-1, DIMENSION_BLOCKS, 4), total, LEAST_DIMENSIONS)
    wished, wished_enough = None, np.ones_like(now_enough)
    if form == IN_DIMENSIONS:
        wished, wished_enough = _valid(
            points[:, 24:].reshape(-1, DIMENSION_BLOCKS, 4), total, LEAST_DIMENSIONS
        )
    if form == DRAWN:
        drawn, wished_enough = _valid(points[:, None, 24:], DIMENSION_BLOCKS * total, 1)
        wished = drawn[:, 0] / DIMENSION_BLOCKS
    use = now_enough & wished_enough
    if is_each_period_alone and wished is not None:
        use = now_enough | wished_enough
        now[~now_enough], wished[~wished_enough] = np.nan, np.nan
    return Respondents(now[use], None if wished is None else wished[use])


def enough(
    rows: NDArray[np.integer] | NDArray[np.floating], total: int, form: str | None, *, is_each_period_alone: bool
) -> NDArray[np.bool_]:
    """Which of `rows` `usable` takes, (n,)."""
    _must_fit(rows, form)
    use = _is_enough(rows[:, :24], total, LEAST_DIMENSIONS)
    if form is None:
        return use
    sums, least = (DIMENSION_BLOCKS * total, 1) if form == DRAWN else (total, LEAST_DIMENSIONS)
    wished = _is_enough(rows[:, 24:], sums, least)
    return use | wished if is_each_period_alone else use & wished


def are_whole_numbers(rows: NDArray[np.integer] | NDArray[np.floating]) -> TypeGuard[NDArray[np.integer]]:
    """Whether they stand as whole numbers."""
    return rows.dtype.kind in "iu"


def are_whole_blocks(points: NDArray[np.integer], total: int) -> NDArray[np.bool_]:
    """Which blocks (n, b) of `points` (n, 4b), whole numbers, are valid (science C1)."""
    wide: type[np.integer] = np.int32 if points.dtype.itemsize < 4 else np.int64
    columns: list[NDArray[np.integer]] = [points[:, at::4].astype(wide) for at in range(4)]
    a, b, c, d = columns
    return np.asarray(((a | b | c | d) >= 0) & (a + b + c + d == total))


def _must_fit(rows: NDArray[np.integer] | NDArray[np.floating], form: str | None) -> None:
    if form not in WIDTHS or rows.ndim != 2 or rows.shape[1] != WIDTHS[form]:
        raise ValueError(f"answers of shape {rows.shape} do not fit the preferred form {form!r}")


def in_one_order(group: Respondents) -> Respondents:
    """The same people, sorted by their points: whoever belongs to which unit, sums come out the same to the last bit.

    Floating point rounds by the order of adding, so in the order of units the last digit of a branch's mean would
    tell in which of its hidden units somebody has answered.
    """
    wished = [] if group.wished is None else [group.wished]
    rows = [values.reshape(len(values), math.prod(values.shape[1:])) for values in (group.now, *wished)]
    order = np.lexsort(np.hstack(rows).T)
    return Respondents(group.now[order], None if group.wished is None else group.wished[order])


def together(groups: Sequence[Respondents]) -> Respondents:
    """Several groups as one. Raises ValueError where there is none."""
    wished = [group.wished for group in groups if group.wished is not None]
    now = np.concatenate([group.now for group in groups])
    return Respondents(now, np.concatenate(wished) if wished else None)


def _valid(blocks: Points, total: int, least: int) -> tuple[Points, NDArray[np.bool_]]:
    valid = _are_valid(blocks, total)
    return np.where(valid[:, :, None], blocks, np.nan), valid.sum(axis=1) >= least


def _is_enough(rows: NDArray[np.integer] | NDArray[np.floating], total: int, least: int) -> NDArray[np.bool_]:
    if are_whole_numbers(rows):
        valid = are_whole_blocks(rows, total)
    else:
        valid = _are_valid(np.asarray(rows, dtype=np.float64).reshape(len(rows), -1, 4), total)
    return np.asarray(valid.sum(axis=1) >= least)


def _are_valid(blocks: Points, total: int) -> NDArray[np.bool_]:
    there = np.where(np.isnan(blocks), -1.0, blocks)
    return np.asarray((there >= 0).all(axis=2) & (np.abs(there.sum(axis=2) - total) < EXACT))


def _over_dimensions(blocks: Points) -> Points:
    there = ~np.isnan(blocks)
    counts, sums = there.sum(axis=1), np.where(there, blocks, 0.0).sum(axis=1)
    return np.asarray(np.divide(sums, counts, out=np.full_like(sums, np.nan), where=counts > 0))

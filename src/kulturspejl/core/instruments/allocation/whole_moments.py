"""The moments of many groups at once, where answers are whole numbers: then sums are exact, whoever is added first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kulturspejl.core.instruments.allocation.respondents import (
    DIMENSION_BLOCKS,
    DRAWN,
    IN_DIMENSIONS,
    LEAST_DIMENSIONS,
    Points,
    are_whole_blocks,
    are_whole_numbers,
)
from kulturspejl.core.statistics.intervals import EXACT_TO, SIXTIETHS
from kulturspejl.core.statistics.moments import Moments, Squares, WholeSums, squares_of_whole

Whole = NDArray[np.integer]
Flags = NDArray[np.bool_]
Rows = NDArray[np.integer] | NDArray[np.floating]
_LEFT_OUT = -1


def moments_of_groups(
    groups: Mapping[str, Sequence[Rows]], total: int, form: str | None, floor: float
) -> dict[str, Moments]:
    """`moments_of` each group (the rows of its units, usable ones), by name; whom it does not suit is left out.

    It suits groups of whole answers of which everybody has enough of every period, and which are not so large that
    sums of squares would no longer be exact.
    """
    found = {name: whole for name, parts in groups.items() if (whole := _whole(parts, total)) is not None}
    if not found:
        return {}
    people = _People.of(np.concatenate(list(found.values())), total, form)
    ends = np.cumsum([len(points) for points in found.values()])
    starts = np.concatenate([[0], ends[:-1]])
    is_enough = np.logical_and.reduceat(people.is_enough, starts)
    there = [slice(*one) for one in zip(starts[is_enough].tolist(), ends[is_enough].tolist(), strict=True)]
    names = [name for name, suits in zip(found, is_enough.tolist(), strict=True) if suits]
    return dict(zip(names, _moments(people, there, floor), strict=True)) if names else {}


def _whole(parts: Sequence[Rows], total: int) -> Whole | None:
    """The rows as whole numbers, below zero where something is missing; None where they are none, or too many."""
    # A gap may be as far from another as twice all points.
    if sum(map(len, parts)) * 2 * SIXTIETHS * total > EXACT_TO:
        return None
    whole = [part if are_whole_numbers(part) else _without_fractions(part) for part in parts]
    there = [part for part in whole if part is not None]
    if len(there) < len(whole):
        return None
    return there[0] if len(there) == 1 else np.concatenate(there)


def _without_fractions(rows: Rows) -> Whole | None:
    there = np.where(np.isnan(rows), _LEFT_OUT, rows)
    return there.astype(np.int64) if (there == np.rint(there)).all() and (np.abs(there) < EXACT_TO).all() else None


@dataclass(frozen=True)
class _People:
    """Whole numbers, kept as floats because those are multiplied quickest; below 2⁵³ nothing is rounded.

    `scores` (N, 4) by period in sixtieths, `dimensions` (N, 24) in points; who has enough of every period, and
    who left nothing out.
    """

    scores: Mapping[str, Points]
    dimensions: Mapping[str, Points]
    is_enough: Flags
    is_complete: Flags
    is_drawn: bool

    @classmethod
    def of(cls, points: Whole, total: int, form: str | None) -> "_People":
        now, counts = _blocks(points[:, :24], total)
        scores, dimensions = {"now": _score(now, counts)}, {"now": now}
        is_drawn_whole = np.ones(len(points), dtype=np.bool_)
        if form == IN_DIMENSIONS:
            wished, wished_counts = _blocks(points[:, 24:], total)
            dimensions["preferred"] = wished
            scores["preferred"] = _score(wished, wished_counts)
            counts = np.minimum(counts, wished_counts)
        if form == DRAWN:
            # Six times the points of a dimension: a sixth of it in sixtieths is ten times as much.
            scores["preferred"] = points[:, 24:].astype(np.float64) * (SIXTIETHS // DIMENSION_BLOCKS)
            is_drawn_whole = are_whole_blocks(points[:, 24:], DIMENSION_BLOCKS * total)[:, 0]
        if form is not None:
            scores["gap"] = scores["preferred"] - scores["now"]
        return cls(
            scores=scores,
            dimensions=dimensions,
            is_enough=(counts >= LEAST_DIMENSIONS) & is_drawn_whole,
            is_complete=counts == DIMENSION_BLOCKS,
            is_drawn=form == DRAWN,
        )


def _blocks(points: Whole, total: int) -> tuple[Points, NDArray[np.intp]]:
    """(N, 24) with 0 in every block that is not valid, and how many of each person's are."""
    valid = are_whole_blocks(points, total)
    kept = points if valid.all() else np.where(np.repeat(valid, 4, axis=1), points, 0)
    return kept.astype(np.float64), valid.sum(axis=1)


def _score(blocks: Points, counts: NDArray[np.intp]) -> Points:
    """Each person's mean over valid dimensions, in sixtieths: whole, for 4, 5 and 6 divide 60."""
    sums = sum((blocks[:, at : at + 4] for at in range(4, blocks.shape[1], 4)), start=blocks[:, :4])
    return np.asarray(sums * (SIXTIETHS // np.maximum(counts, 1))[:, None], dtype=np.float64)


def _moments(people: _People, there: Sequence[slice], floor: float) -> list[Moments]:
    n = np.array([one.stop - one.start for one in there])
    scores: list[dict[str, Squares]] = [{} for _ in there]
    for period, columns in people.scores.items():
        for one, squares in zip(scores, _squares(n, columns, there, floor, is_joint=period != "gap"), strict=True):
            one[period] = squares
    dimensions: list[dict[str, Squares]] = [{} for _ in there]
    whole = [at for at, one in enumerate(there) if people.is_complete[one].all()]
    for period, columns in people.dimensions.items():
        made = _of_dimensions(n[whole], columns, [there[at] for at in whole], floor)
        for at, squares in zip(whole, made, strict=True):
            dimensions[at][period] = squares
    found = zip(n.tolist(), scores, dimensions, strict=True)
    return [Moments(*one, is_drawn=people.is_drawn) for one in found]


def _squares(
    n: NDArray[np.int64], scores: Points, there: Sequence[slice], floor: float, *, is_joint: bool
) -> list[Squares]:
    """Without a floor nothing goes together, as in `moments_of`."""
    products = np.array([scores[one].T @ scores[one] for one in there])
    told = products if is_joint and floor > 0 else np.diagonal(products, axis1=1, axis2=2)
    return squares_of_whole(WholeSums(n, _sums(scores, there), told.astype(np.int64)), floor)


def _of_dimensions(n: NDArray[np.int64], points: Points, there: Sequence[slice], floor: float) -> list[Squares]:
    squares = SIXTIETHS**2 * _sums(points * points, there)
    return squares_of_whole(WholeSums(n, SIXTIETHS * _sums(points, there), squares), floor)


def _sums(columns: Points, there: Sequence[slice]) -> NDArray[np.int64]:
    """Of each group (G, D)."""
    everybody = np.ones(max((one.stop - one.start for one in there), default=0))
    sums = [everybody[: one.stop - one.start] @ columns[one] for one in there]
    return np.array(sums).reshape(len(there), columns.shape[1]).astype(np.int64)

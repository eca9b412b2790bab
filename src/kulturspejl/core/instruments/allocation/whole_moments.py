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
    made, start = {}, 0
    for name, points in found.items():
        there = slice(start, start + len(points))
        if people.is_enough[there].all():
            made[name] = _moments(people, there, floor)
        start += len(points)
    return made


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

    `scores` (N, 4 a period) in sixtieths, `dimensions` (N, 24) by period in points; who has enough of every period, and
    who left nothing out.
    """

    periods: Sequence[str]
    scores: Points
    dimensions: Mapping[str, Points]
    is_enough: Flags
    is_complete: Flags
    is_drawn: bool

    @classmethod
    def of(cls, points: Whole, total: int, form: str | None) -> "_People":
        now, counts = _blocks(points[:, :24], total)
        scores, dimensions, is_drawn_whole = [_score(now, counts)], {"now": now}, np.ones(len(points), dtype=np.bool_)
        if form == IN_DIMENSIONS:
            wished, wished_counts = _blocks(points[:, 24:], total)
            dimensions["preferred"] = wished
            scores.append(_score(wished, wished_counts))
            counts = np.minimum(counts, wished_counts)
        if form == DRAWN:
            # Six times the points of a dimension: a sixth of it in sixtieths is ten times as much.
            scores.append(points[:, 24:].astype(np.float64) * (SIXTIETHS // DIMENSION_BLOCKS))
            is_drawn_whole = are_whole_blocks(points[:, 24:], DIMENSION_BLOCKS * total)[:, 0]
        if form is not None:
            scores.append(scores[1] - scores[0])
        return cls(
            periods=("now", "preferred", "gap")[: len(scores)],
            scores=np.hstack(scores),
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


def _moments(people: _People, there: slice, floor: float) -> Moments:
    scores = people.scores[there]
    n = len(scores)
    everybody = np.ones(n)
    sums, products = everybody @ scores, scores.T @ scores
    found = {
        period: _squares(n, sums[at : at + 4], products[at : at + 4, at : at + 4], floor, is_joint=period != "gap")
        for period, at in zip(people.periods, range(0, len(sums), 4), strict=True)
    }
    dimensions = {
        period: _of_dimensions(n, everybody @ points[there], points[there], floor)
        for period, points in people.dimensions.items()
        if people.is_complete[there].all()
    }
    return Moments(n=n, scores=found, dimensions=dimensions, is_drawn=people.is_drawn)


def _squares(n: int, sums: Points, products: Points, floor: float, *, is_joint: bool) -> Squares:
    """Without a floor nothing goes together, as in `moments_of`."""
    told = products if is_joint and floor > 0 else np.diagonal(products)
    return squares_of_whole(n, WholeSums(sums.astype(np.int64), told.astype(np.int64)), floor)


def _of_dimensions(n: int, sums: Points, points: Points, floor: float) -> Squares:
    squares = np.einsum("ij,ij->j", points, points)
    whole = WholeSums(SIXTIETHS * sums.astype(np.int64), SIXTIETHS**2 * squares.astype(np.int64))
    return squares_of_whole(n, whole, floor)

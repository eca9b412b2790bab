"""The moments of many groups at once, where answers are whole numbers: then sums are exact, whoever is added first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kulturspejl.core.disclosure.moments import Moments, Squares, WholeSums, squares_of_whole
from kulturspejl.core.disclosure.respondents import DIMENSION_BLOCKS, DRAWN, IN_DIMENSIONS, LEAST_DIMENSIONS
from kulturspejl.core.statistics.intervals import EXACT_TO, SIXTIETHS

Whole = NDArray[np.int64]
Flags = NDArray[np.bool_]
Rows = NDArray[np.integer] | NDArray[np.floating]
_LEFT_OUT = -1


@dataclass(frozen=True)
class _Columns:
    """(N, D) of everybody, in sixtieths times `unit`; `pairs` are the columns' products that are told too."""

    values: Whole
    unit: int
    is_joint: bool = False


def moments_of_groups(groups: Mapping[str, Sequence[Rows]], total: int, form: str | None, floor: float) -> dict[str, Moments]:
    """`moments_of` each group (the rows of its units, usable ones), by name; whom it does not suit is left out.

    It suits groups of whole answers of which everybody has enough of every period, and which are not so large that
    sums of squares would no longer be exact.
    """
    found = {name: whole for name, parts in groups.items() if (whole := _whole(parts, total)) is not None}
    if not found:
        return {}
    sizes = np.array([len(points) for points in found.values()])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    points = np.concatenate(list(found.values()))
    return dict(_moments(_People.of(points, total, form), list(found), starts, sizes, floor))


def _whole(parts: Sequence[Rows], total: int) -> Whole | None:
    """The rows as whole numbers, below zero where something is missing; None where they are none, or too many."""
    rows = parts[0] if len(parts) == 1 else np.concatenate(parts)
    # A gap may be as far from another as twice all points.
    if len(rows) * 2 * SIXTIETHS * total > EXACT_TO:
        return None
    if rows.dtype.kind in "iu":
        return rows.astype(np.int64)
    there = np.where(np.isnan(rows), _LEFT_OUT, rows)
    return there.astype(np.int64) if (there == np.rint(there)).all() and (np.abs(there) < EXACT_TO).all() else None


@dataclass(frozen=True)
class _People:
    """`scores` by period, in sixtieths; `dimensions` by period, in points; who has enough, and who left nothing out."""

    scores: Mapping[str, Whole]
    dimensions: Mapping[str, Whole]
    is_enough: Flags
    is_complete: Flags
    is_drawn: bool

    @classmethod
    def of(cls, points: Whole, total: int, form: str | None) -> "_People":
        now, counts = _blocks(points[:, :24], total)
        scores, dimensions = {"now": _score(now, counts)}, {"now": now}
        if form == IN_DIMENSIONS:
            wished, wished_counts = _blocks(points[:, 24:], total)
            scores["preferred"], dimensions["preferred"] = _score(wished, wished_counts), wished
            counts = np.minimum(counts, wished_counts)
        if form == DRAWN:
            # Six times the points of a dimension: a sixth of it in sixtieths is ten times as much.
            scores["preferred"] = points[:, 24:] * (SIXTIETHS // DIMENSION_BLOCKS)
        if form is not None:
            scores["gap"] = scores["preferred"] - scores["now"]
        whole = np.ones(len(points), dtype=np.bool_)
        if form == DRAWN:
            whole = (points[:, 24:] >= 0).all(axis=1) & (points[:, 24:].sum(axis=1) == DIMENSION_BLOCKS * total)
        is_enough = (counts >= LEAST_DIMENSIONS) & whole
        return cls(scores, dimensions, is_enough, counts == DIMENSION_BLOCKS, form == DRAWN)


def _blocks(points: Whole, total: int) -> tuple[Whole, Whole]:
    """(N, 24) with 0 in every block that is not valid, and how many of each person's are."""
    a, b, c, d = (points[:, at::4] for at in range(4))
    valid = ((a | b | c | d) >= 0) & (a + b + c + d == total)
    counts = valid.sum(axis=1)
    return points if valid.all() else np.where(np.repeat(valid, 4, axis=1), points, 0), counts


def _score(blocks: Whole, counts: Whole) -> Whole:
    """Each person's mean over valid dimensions, in sixtieths: whole, for 4, 5 and 6 divide 60."""
    sums = sum((blocks[:, at : at + 4] for at in range(4, blocks.shape[1], 4)), start=blocks[:, :4])
    return np.asarray(sums * (SIXTIETHS // np.maximum(counts, 1))[:, None], dtype=np.int64)


def _moments(
    people: _People, names: Sequence[str], starts: Whole, sizes: Whole, floor: float
) -> Iterator[tuple[str, Moments]]:
    suits = np.logical_and.reduceat(people.is_enough, starts).tolist()
    is_complete = np.logical_and.reduceat(people.is_complete, starts).tolist()
    scores = {
        period: _sums(values, starts, 1, is_joint=floor > 0 and period != "gap")
        for period, values in people.scores.items()
    }
    dimensions = {period: _sums(values, starts, SIXTIETHS) for period, values in people.dimensions.items()}
    for at, (name, n) in enumerate(zip(names, sizes.tolist(), strict=True)):
        if suits[at]:
            yield name, Moments(
                n=n,
                scores={period: _squares(n, sums, at, floor) for period, sums in scores.items()},
                dimensions={period: _squares(n, sums, at, floor) for period, sums in dimensions.items()}
                if is_complete[at]
                else {},
                is_drawn=people.is_drawn,
            )


def _squares(n: int, sums: WholeSums, at: int, floor: float) -> Squares:
    return squares_of_whole(n, sums.of(at), floor)


def _sums(values: Whole, starts: Whole, unit: int, *, is_joint: bool = False) -> WholeSums:
    """Of each group, from values that stand in sixtieths when taken `unit` times."""
    products = values[:, :, None] * values[:, None, :] if is_joint else values * values
    return WholeSums(
        unit * np.add.reduceat(values, starts, axis=0),
        unit**2 * np.add.reduceat(products, starts, axis=0),
    )

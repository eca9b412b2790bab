"""Cells of plain lines as numbers: small whole ones at once, the rest as `numbers.number` reads them."""

import math
from collections.abc import Sequence
from typing import TypeGuard

import numpy as np
from numpy.typing import NDArray

from kulturspejl.core.tables.numbers import TEXT, number
from kulturspejl.core.tables.plain_lines import Places, PlainLines

MISSING, NO_NUMBER = -32_768, -32_767
"""What stands in small whole numbers for a cell that is missing, and for one that is no number."""
MOST = 32_000
Small = NDArray[np.int16]
Numbers = Small | NDArray[np.float64]
_ZERO, _NINE, _DOT, _COMMA = b"09.,"


def is_small(values: Numbers) -> TypeGuard[Small]:
    """Whether they stand as small whole numbers."""
    return values.dtype == np.int16


def small(values: NDArray[np.float64]) -> Numbers:
    """The same numbers, as int16 where all of them are whole and small (nan is MISSING, TEXT is NO_NUMBER)."""
    coded = np.where(np.isnan(values), MISSING, np.where(values == TEXT, NO_NUMBER, values))
    there = np.isfinite(values)
    if (np.abs(values[there]) <= MOST).all() and (values[there] == np.rint(values[there])).all():
        return coded.astype(np.int16)
    return values


def large(values: Numbers) -> NDArray[np.float64]:
    """The other way round: nan where a number is missing, TEXT where it is none."""
    if values.dtype == np.float64:
        return values.astype(np.float64, copy=False)
    found = values.astype(np.float64)
    found[values == MISSING] = math.nan
    found[values == NO_NUMBER] = TEXT
    return found


def numbers(lines: PlainLines, columns: Sequence[int]) -> Numbers:
    """(rows, columns) of the cells in these columns; those after the end of most lines are missing."""
    there = [at for at in columns if at < lines.starts.shape[1]]
    # In most files they stand beside each other.
    at = slice(there[0], there[-1] + 1) if there == list(range(there[0], there[-1] + 1)) else there
    starts, ends = lines.starts[:, at], lines.ends[:, at]
    found, known = _digits(lines.signs, starts, ends - starts)
    read = found if known.all() else _with_others(lines, found, starts, ends, known)
    return read if len(there) == len(columns) else _with_missing(read, [at in there for at in columns])


def _digits(
    signs: NDArray[np.uint8], starts: Places, lengths: Places
) -> tuple[NDArray[np.int16], NDArray[np.bool_]]:
    """Numbers of one to three digits, also with .0 behind them; and which cells are such ones, or empty."""
    first = signs.take(starts, mode="clip")
    is_digit = (first >= _ZERO) & (first <= _NINE)
    found = first.astype(np.int16) - _ZERO
    known = is_digit & (lengths == 1)
    found[lengths == 0] = MISSING
    known |= lengths == 0
    longer = np.unravel_index(np.flatnonzero(is_digit & (lengths > 1) & (lengths <= 5)), lengths.shape)
    if len(longer[0]):
        values, good = _longer(signs, starts[longer], lengths[longer])
        found[longer], known[longer] = values, good
    return found, known


def _longer(
    signs: NDArray[np.uint8], starts: Places, lengths: Places
) -> tuple[NDArray[np.int16], NDArray[np.bool_]]:
    """Digits up to three, then nothing or a decimal sign and one zero."""
    cells = signs[np.minimum(starts[:, None] + np.arange(5), len(signs) - 1)].astype(np.int16)
    digits = (cells >= _ZERO) & (cells <= _NINE)
    rows = np.arange(len(lengths))
    before_last = cells[rows, np.maximum(lengths - 2, 0)]
    has_zero = (
        (lengths >= 3) & (cells[rows, lengths - 1] == _ZERO) & ((before_last == _DOT) | (before_last == _COMMA))
    )
    whole = np.where(has_zero, lengths - 2, lengths)
    values, good = np.zeros(len(lengths), dtype=np.int16), whole <= 3
    for place in range(3):
        is_in = place < whole
        good &= ~is_in | digits[:, place]
        values = np.where(is_in, values * 10 + cells[:, place] - _ZERO, values).astype(np.int16)
    return values, good


def _with_others(
    lines: PlainLines,
    found: NDArray[np.int16],
    starts: Places,
    ends: Places,
    known: NDArray[np.bool_],
) -> Numbers:
    """The cells that are not known yet, each different one read once."""
    at = np.nonzero(~known)
    cells = [lines.text[start:end] for start, end in zip(starts[at].tolist(), ends[at].tolist(), strict=True)]
    read = {cell: number(cell.decode()) for cell in set(cells)}
    values = small(np.array([read[cell] for cell in cells]))
    both: Numbers = found if values.dtype == np.int16 else large(found)
    both[at] = values
    return both


def _with_missing(values: Numbers, is_there: Sequence[bool]) -> Numbers:
    missing = MISSING if values.dtype == np.int16 else math.nan
    found = np.full((len(values), len(is_there)), missing, dtype=values.dtype)
    found[:, is_there] = values
    return found

"""Numbers as spreadsheets, R, SPSS and people write them."""

import math
import re

TEXT = math.inf
"""Stands where a cell holds something that is no number (no real cell can: infinity is refused too)."""
MISSING = frozenset(
    {"", "na", "n/a", "#n/a", "#i/t", "#null!", "#nul!", "null", "nan", ".", "-", "\u2013", "\u2014", "missing", "n.a."}
)
"""How a missing value is written (R: NA; SAS and SPSS: a dot; Excel: #N/A, in Danish #I/T), in small letters."""
MOST = 10**9

_NUMBER = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)([eE][+-]?\d+)?")
_COUNT = re.compile(r"(\d+)([.,]0*)?")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:([., \u00a0'])\d{3})(?:\1\d{3})*")


def is_missing(cell: str) -> bool:
    """Whether the cell says that there is no value, where a number is expected."""
    return cell.strip().casefold() in MISSING


def number(cell: str) -> float:
    """A cell's number; nan where it is missing, TEXT where it is none. Reads 3.5 and 3,5."""
    cell = cell.strip()
    if is_missing(cell):
        return math.nan
    if not cell.isascii() or not _NUMBER.fullmatch(cell):
        return TEXT
    return float(cell.replace(",", "."))


def count(cell: str) -> int | None:
    """A whole number from 0 of at most a thousand million; None for anything else, also for a missing one.

    `8,0` and `8.0` are 8, as spreadsheets write it; `1.200` and `1 200` are 1200: nobody counts people in
    thousandths (`is_in_thousands` tells that this was guessed).
    """
    cell = cell.strip()
    if not cell.isascii() and not is_in_thousands(cell):
        return None
    if is_in_thousands(cell):
        found = int("".join(filter(str.isdecimal, cell)))
    elif whole := _COUNT.fullmatch(cell):
        found = int(whole.group(1)[:12])
    else:
        return None
    return found if found <= MOST else None


def is_in_thousands(cell: str) -> bool:
    """Whether it is read as a number with a separator of thousands."""
    return _THOUSANDS.fullmatch(cell.strip()) is not None

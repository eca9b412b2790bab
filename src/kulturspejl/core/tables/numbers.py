"""Numbers as spreadsheets, R, SPSS and people write them."""

import math
import re

TEXT = math.inf
"""Stands where a cell holds something that is no number (no real cell can: infinity is refused too)."""
MISSING = frozenset(
    {
        "", "na", "n/a", "#n/a", "#i/t", "i/t", "#null!", "#nul!", "null", "(null)", "nan", "<na>", "\\n", ".", "..",
        "...", "\u2026", "-", "--", "---", "\u2212", "\u2013", "\u2014", "missing", "n.a.", "n.a", "none", "(blank)",
        "(tom)", "(tomme)",
    }
)  # fmt: skip
"""How a missing value is written, in small letters (R: NA; SAS and SPSS: a dot; pandas: <NA>; MySQL: \\N; Excel: #N/A,
in Danish #I/T, and (tom) in a pivot table)."""
UNSAID = frozenset(
    {
        "?", "ved ikke", "ved ej", "det ved jeg ikke", "ukendt", "uoplyst", "ikke oplyst", "ubesvaret", "ikke besvaret",
        "ej besvaret", "ikke udfyldt", "intet svar", "ikke relevant", "don't know", "dont know", "do not know",
        "unknown", "no answer", "not answered", "not applicable",
    }
)  # fmt: skip
"""How surveys write that somebody did not say."""
ERRORS = frozenset(
    {
        "#ref!", "#reference!", "#value!", "#v\u00e6rdi!", "#name?", "#navn?", "#num!", "#nummer!", "#div/0!",
        "#division/0!", "#spill!", "#overl\u00f8b!", "#calc!", "#beregn!",
    }
)  # fmt: skip
"""What a spreadsheet writes where a formula has no value, in English and in Danish."""
MOST = 10**9

_NUMBER = re.compile(r"([+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d+)?)(?:\s?%)?")
_COUNT = re.compile(r"(\d+)([.,]0*)?")
_THOUSANDS = re.compile(r"([1-9]\d{0,2}(?:([., \u00a0\u2009\u202f'\u2019])\d{3})(?:\2\d{3})*)(?:(?!\2)[.,]0+)?")
_PEOPLE = re.compile(
    r"(personer|pers\.?|medarbejdere|medarb\.?|ansatte|kolleger|hoveder|stk\.?|people|persons|employees|staff)",
    re.IGNORECASE,
)
"""What is counted, behind the number."""


def is_missing(cell: str) -> bool:
    """Whether the cell says that there is no value, where a number is expected."""
    return cell.strip().casefold() in MISSING


def is_unsaid(cell: str) -> bool:
    """Whether the cell says that there is no value, or that nobody told it."""
    return is_missing(cell) or cell.strip().casefold().replace("\u2019", "'").rstrip(".!") in UNSAID


def number(cell: str) -> float:
    """A cell's number; nan where it is missing, TEXT where it is none. Reads 3.5 and 3,5, and 25 % as 25."""
    cell = cell.strip()
    if is_unsaid(cell) or cell.casefold() in ERRORS:
        return math.nan
    found = _NUMBER.fullmatch(cell.replace("\u00a0", " "))
    return float(found.group(1).replace(",", ".")) if found and cell.replace("\u00a0", " ").isascii() else TEXT


def count(cell: str) -> int | None:
    """A whole number from 0 of at most a thousand million; None for anything else, also for a missing one.

    `8,0` and `8.0` are 8, as spreadsheets write it, and so is `8 personer`; `1.200`, `1 200` and `1.200,00` are 1200:
    nobody counts people in thousandths (`is_in_thousands` tells that this was guessed).
    """
    cell = _bare(cell)
    if not cell.isascii() and not is_in_thousands(cell):
        return None
    if thousands := _THOUSANDS.fullmatch(cell):
        found = int("".join(filter(str.isdecimal, thousands.group(1))))
    elif whole := _COUNT.fullmatch(cell):
        found = int(whole.group(1)[:12])
    else:
        return None
    return found if found <= MOST else None


def is_in_thousands(cell: str) -> bool:
    """Whether it is read as a number with a separator of thousands."""
    return _THOUSANDS.fullmatch(_bare(cell)) is not None


def _bare(cell: str) -> str:
    """Without what is counted, and without the sign that makes a spreadsheet take a number for text."""
    digits = cell.strip().removeprefix("'")
    words = digits.lstrip("0123456789., \u00a0\u2009\u202f'\u2019")
    return digits.removesuffix(words).strip() if words and _PEOPLE.fullmatch(words) else digits

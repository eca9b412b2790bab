"""Cells of a table that a spreadsheet may open: nothing in them is taken for a formula, and they can be read back.

A spreadsheet takes a cell for a formula by its first sign. Where it separates by another sign than we do, a new cell
begins in the middle of ours; so what could be the first sign there is guarded as well. Source: OWASP, CSV Injection.
"""

import re

_BEGINS = r"(^|[;,\t|\r\n][\s\"]*)"
"""Where a cell may begin, whichever separator the program that opens it has."""
_SIGNS = r"[=+\-@＝＋－＠]"
_TO_GUARD = re.compile(f"{_BEGINS}(?='*{_SIGNS})")
_GUARDED = re.compile(f"{_BEGINS}'(?='*{_SIGNS})")


def guarded(cell: str) -> str:
    """The cell with an apostrophe before each sign with which a formula could begin; `unguarded` gives it back."""
    return _TO_GUARD.sub(r"\1'", cell)


def unguarded(cell: str) -> str:
    """The cell as it was before `guarded`; one that somebody wrote by hand, without apostrophes, stays as it is."""
    return _GUARDED.sub(r"\1", cell)

"""Reads a table as spreadsheets write it: comma, semicolon or tab; decimal point or comma; UTF-8 or Windows."""

import csv
import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import pairwise
from pathlib import Path

from kulturspejl.cli.bad_file import BadFile

TEXT = math.inf
"""Stands where a cell holds something that is no number (no real cell can: infinity is refused too)."""

_NUMBER = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)([eE][+-]?\d+)?")


@dataclass(frozen=True, slots=True)
class Table:
    """`rows[i]` stands on line `lines[i]` of the file; every row has as many cells as there are `columns`.

    `ragged` are the lines whose number of cells is another; they are not among the rows.
    """

    columns: tuple[str, ...]
    rows: Sequence[Sequence[str]]
    lines: Sequence[int]
    ragged: Sequence[int]

    def column(self, name: str) -> list[str]:
        at = self.columns.index(name)
        return [row[at].strip() for row in self.rows]

    def numbers(self, names: Iterable[str]) -> list[list[float]]:
        """One list a row: nan where a cell is empty, TEXT where it is no number."""
        at = [self.columns.index(name) for name in names]
        parsed = _Parsed()
        return [[parsed[row[place]] for place in at] for row in self.rows]


class _Parsed(dict[str, float]):
    """Each different cell is read once: a table of points has few."""

    def __missing__(self, cell: str) -> float:
        self[cell] = number(cell)
        return self[cell]


def number(cell: str) -> float:
    """A cell's number; nan where it is empty, TEXT where it is none. Reads 3.5 and 3,5."""
    cell = cell.strip()
    if not cell:
        return math.nan
    return float(cell.replace(",", ".")) if _NUMBER.fullmatch(cell) else TEXT


def read_table(path: Path) -> Table:
    """The table in a file. BadFile where it cannot be opened, is empty, or names a column twice."""
    text = _decoded(path)
    first = text.lstrip().split("\n", 1)[0]
    reader = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(first))
    try:
        found = [(reader.line_num, cells) for cells in reader]
    except csv.Error as error:
        raise _not_a_table(path) from error
    found = _from_first_lines([end for end, _ in found], [cells for _, cells in found])
    if not found:
        raise BadFile(f"{path.name} er tom.", f"{path.name} is empty.")
    return _table(path, found)


def _decoded(path: Path) -> str:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise BadFile(f"{path} kan ikke åbnes.", f"{path} cannot be opened.") from error
    if b"\0" in raw:
        raise _not_a_table(path)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def _not_a_table(path: Path) -> BadFile:
    return BadFile(
        f"{path.name} er ikke en CSV-fil. Gem regnearket som CSV, og prøv igen.",
        f"{path.name} is not a CSV file. Save the spreadsheet as CSV and try again.",
    )


def _delimiter(header: str) -> str:
    return max(",;\t", key=header.count)


def _from_first_lines(ends: list[int], rows: list[list[str]]) -> list[tuple[int, list[str]]]:
    """Rows that hold something, with the line each begins on (a quoted cell may run over several)."""
    starts = [before + 1 for before, _ in pairwise([0, *ends])]
    return [(line, row) for line, row in zip(starts, rows, strict=True) if any(cell.strip() for cell in row)]


def _table(path: Path, found: list[tuple[int, list[str]]]) -> Table:
    columns = tuple(name.strip() for name in found[0][1])
    named = [name for name in columns if name]
    if twice := sorted({name for name in named if named.count(name) > 1}):
        raise BadFile(
            f"{path.name}: kolonnen {twice[0]} står der to gange. Slet den ene.",
            f"{path.name}: the column {twice[0]} stands there twice. Delete one of them.",
        )
    whole = [(line, row) for line, row in found[1:] if len(row) == len(columns)]
    return Table(
        columns=columns,
        rows=[row for _, row in whole],
        lines=[line for line, _ in whole],
        ragged=[line for line, row in found[1:] if len(row) != len(columns)],
    )

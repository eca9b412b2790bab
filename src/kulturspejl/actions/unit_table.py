"""Units as a table: `unit_id, parent_id, name, headcount`, from a spreadsheet or another system.

An id that belongs to a unit here means that unit, which is renamed, moved and counted anew; any other id is a
word of the table's own and makes a new unit. Units that the table does not name stay as they are.
"""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kulturspejl.core.content.line import one_line
from kulturspejl.core.content.text import Text
from kulturspejl.core.tables.units import UnitLine
from kulturspejl.core.units.line import MOST_PEOPLE

NAMES = {
    "unit_id": ("unit_id", "enhed_id", "id"),
    "parent_id": ("parent_id", "overenhed_id", "parent", "overenhed"),
    "name": ("name", "navn", "enhed"),
    "headcount": ("headcount", "antal", "medarbejdere", "invited"),
}
MOST_ROWS = 20_000


@dataclass(frozen=True)
class Row:
    """One line of the table, `line` counted from 1 with the header."""

    line: int
    unit_id: str
    parent_id: str
    name: str
    headcount: int


@dataclass(frozen=True)
class UnitTable:
    """`rows` when all is well; `faults` = (line number, what to do)."""

    rows: tuple[Row, ...]
    faults: tuple[tuple[int, Text], ...]


def read_units(text: str) -> UnitTable:
    """Read comma, semicolon or tab; English or Danish headings; the order of the lines does not matter."""
    lines = text.lstrip("\ufeff").splitlines()
    if not any(line.strip() for line in lines):
        return UnitTable((), ((1, _EMPTY),))
    reader = csv.reader(io.StringIO("\n".join(lines)), delimiter=_delimiter(lines[0]))
    table = [[cell.strip() for cell in row] for row in reader]
    columns = _columns(table[0])
    missing = [name for name in ("name", "headcount") if name not in columns]
    if missing:
        return UnitTable((), ((1, _missing(missing)),))
    if len(table) > MOST_ROWS:
        return UnitTable((), ((MOST_ROWS, _TOO_LONG),))
    return _checked([_row(number, row, columns) for number, row in enumerate(table[1:], start=2) if any(row)])


def as_lines(rows: Sequence[Row]) -> list[UnitLine]:
    """The same as lines of a list of units."""
    return [UnitLine(row.line, row.unit_id, row.name, row.parent_id, row.headcount) for row in rows]


def _delimiter(header: str) -> str:
    return max(";\t,", key=header.count)


def _columns(header: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for name, words in NAMES.items():
        for word in words:
            index = next((i for i, cell in enumerate(header) if cell.lower() == word), None)
            if index is not None:
                found.setdefault(name, index)
    return found


def _row(number: int, cells: Sequence[str], columns: Mapping[str, int]) -> Row | tuple[int, Text]:
    def cell(name: str) -> str:
        index = columns.get(name)
        return cells[index] if index is not None and index < len(cells) else ""

    count = cell("headcount") or "0"
    if not count.isdecimal() or int(count) > MOST_PEOPLE:
        return number, _not_a_count(count)
    if not one_line(cell("name")):
        return number, _NO_NAME
    return Row(number, cell("unit_id"), cell("parent_id"), one_line(cell("name"))[:200], int(count))


def _checked(read: Sequence[Row | tuple[int, Text]]) -> UnitTable:
    rows = tuple(one for one in read if isinstance(one, Row))
    faults = [one for one in read if not isinstance(one, Row)]
    seen: set[str] = set()
    for row in rows:
        if row.unit_id and row.unit_id in seen:
            faults.append((row.line, _twice(row.unit_id)))
        seen.add(row.unit_id)
    return UnitTable(rows if not faults else (), tuple(sorted(faults, key=lambda fault: fault[0])))


_EMPTY = Text(
    da="Der er ingen linjer. Den første linje skal være overskrifter: unit_id, parent_id, name, headcount.",
    en="There are no lines. The first line must be headings: unit_id, parent_id, name, headcount.",
)
_TOO_LONG = Text(da="Der er for mange linjer til én fil.", en="There are too many lines for one file.")
_NO_NAME = Text(da="Enheden mangler et navn.", en="The unit has no name.")


def _missing(names: Sequence[str]) -> Text:
    words = ", ".join(names)
    return Text(
        da=f"Der mangler en kolonne: {words}. Første linje skal hedde: unit_id, parent_id, name, headcount.",
        en=f"A column is missing: {words}. The first line must be headings: unit_id, parent_id, name, headcount.",
    )


def _not_a_count(count: str) -> Text:
    return Text(
        da=f"»{count[:20]}« er ikke et antal medarbejdere. Skriv et helt tal fra 0.",
        en=f"“{count[:20]}” is not a number of employees. Write a whole number from 0.",
    )


def _twice(word: str) -> Text:
    return Text(da=f"Id »{word[:60]}« står der to gange.", en=f"The id “{word[:60]}” stands there twice.")

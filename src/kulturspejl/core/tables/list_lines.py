"""Lines of a list of people, each with its parts: cut as a table where it has headings, else at every separator."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kulturspejl.core.errors import Refused
from kulturspejl.core.tables.headings import Column, understood
from kulturspejl.core.tables.read import ABOVE, MOST_ROWS, TOO_MANY_ROWS, rows_as_they_stand
from kulturspejl.core.tables.row import Row, Told
from kulturspejl.core.tables.signs import legible, with_line_ends
from kulturspejl.core.text import Text
from kulturspejl.core.writing.sentence import filled

PEOPLE = (
    Column.ADDRESS, Column.PERSON, Column.NAME, Column.UNIT_ID, Column.LANGUAGE, Column.ROLE, Column.LEADER, Column.AMR,
    Column.TR,
)  # fmt: skip
_NOT_THEIRS = (Column.LEADER, Column.AMR, Column.TR)
LANGUAGES = {"da": "da", "dansk": "da", "danish": "da", "en": "en", "engelsk": "en", "english": "en"}
"""How the language of a letter is said beside an address, and its code."""
_PART = re.compile(r'"((?:[^"]|"")*)"|[^;,\t|"]+')


@dataclass(frozen=True, slots=True)
class ListLine:
    """`parts` of the line that hold something; a name with a comma in it may be two of them."""

    line: int
    parts: tuple[str, ...]


def lines_of(text: str) -> tuple[list[ListLine], list[Told]]:
    """The lines of a pasted list that hold something, and what is told of it. Raises Refused where it is too long.

    Below headings with a column of addresses, addresses of other columns (a leader's) are left aside, and that is said.
    """
    text = legible(with_line_ends(text))
    plain = [ListLine(number, parts) for number, line in enumerate(_lines(text), start=1) if (parts := _parts(line))]
    if len(plain) > MOST_ROWS:
        raise Refused(TOO_MANY_ROWS)
    head = "\n".join(_lines(text)[: 2 * ABOVE])
    if _heading(_table(head)) is None:
        return plain, []
    rows = _table(text)
    found = _heading(rows)
    if found is None:
        return plain, []
    at, columns = found
    above = {line.line: line for line in plain if line.line < rows[at].line}
    kept = [*above.values(), *(ListLine(row.line, _kept(row, columns)) for row in rows[at + 1 :])]
    return [line for line in kept if line.parts], _left_aside(rows, at, columns)


def _lines(text: str) -> list[str]:
    return re.split(r"\r\n|\r|\n", text)


def _parts(line: str) -> tuple[str, ...]:
    """Between separators, where those within quotes separate nothing."""
    found = ((match.group(1) or match.group()).replace('""', '"').strip() for match in _PART.finditer(line))
    return tuple(part for part in found if part and part != '""')


def _table(text: str) -> Sequence[Row]:
    try:
        return rows_as_they_stand(text)[0]
    except Refused:
        return ()


def _heading(rows: Sequence[Row]) -> tuple[int, Mapping[int, Column]] | None:
    """The row of headings, if there is one with a column of addresses and another."""
    for at, row in enumerate(rows[:ABOVE]):
        columns = understood(row.cells, wanted=PEOPLE)
        if Column.ADDRESS in columns.values() and len(row.cells) > 1 and not any("@" in cell for cell in row.cells):
            return at, columns
    return None


def _kept(row: Row, columns: Mapping[int, Column]) -> tuple[str, ...]:
    """The row's cells, without addresses of other columns than that of addresses."""
    aside = _aside(row, columns)
    kept = [
        cell for at, cell in enumerate(row.cells)
        if cell and at not in aside and columns.get(at) is not Column.LANGUAGE
    ]  # fmt: skip
    said = [cell for at, cell in enumerate(row.cells) if cell and columns.get(at) is Column.LANGUAGE]
    # A line that somebody added by hand may use another separator than the table.
    cut = [part for cell in kept for part in (_parts(cell) if "@" in cell else (cell,))]
    return (*cut, *(LANGUAGES.get(cell.casefold(), cell) for cell in said))


def _aside(row: Row, columns: Mapping[int, Column]) -> set[int]:
    """Cells with an address that may be somebody else's: a leader's, or beside the one of the column of addresses."""
    held = [at for at, cell in enumerate(row.cells) if "@" in cell]
    has_own = any(columns.get(at) is Column.ADDRESS for at in held)
    return {at for at in held if columns.get(at) in _NOT_THEIRS or (has_own and columns.get(at) is not Column.ADDRESS)}


def _left_aside(rows: Sequence[Row], at: int, columns: Mapping[int, Column]) -> list[Told]:
    heading = rows[at]
    aside = sorted({place for row in rows[at + 1 :] for place in _aside(row, columns)})
    names = [heading.cells[place] if place < len(heading.cells) else f"{place + 1}." for place in aside]
    return [Told(heading.line, _not_asked(name)) for name in names]


def _not_asked(name: str) -> Text:
    return filled(
        Text(
            da="Kolonnen »{name}« er ikke brugt: Der er kun taget adresser fra kolonnen med medarbejdernes.",
            en="The column “{name}” is not used: addresses are only taken from the column of the employees’.",
        ),
        name=name,
    )

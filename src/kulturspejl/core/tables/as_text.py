"""A file as the text that could have been pasted from it, so that it stands where it can be seen and mended."""

from collections.abc import Sequence
from dataclasses import dataclass

from kulturspejl.core.errors import Refused
from kulturspejl.core.tables import decoding, separated, spreadsheet
from kulturspejl.core.tables.read import EMPTY, about_sheets
from kulturspejl.core.tables.row import Row, Told
from kulturspejl.core.tables.signs import legible, on_one_line, with_line_ends


@dataclass(frozen=True)
class AsText:
    """`text` has a line a row; `told` is what was chosen or guessed on the way."""

    text: str
    told: tuple[Told, ...]


def as_text(data: bytes) -> AsText:
    """The lines of a file of text, or of the sheet of a workbook with most addresses. Raises Refused."""
    if spreadsheet.is_workbook(data):
        return _of_workbook(data)
    decoded = decoding.decode(data)
    told = (Told(0, decoding.guessed(decoded.readings[0])),) if decoded.readings else ()
    return AsText(separated.without_said(legible(with_line_ends(decoded.text))), told)


def _of_workbook(data: bytes) -> AsText:
    sheets = spreadsheet.sheets_of(data)
    if not sheets:
        raise Refused(EMPTY)
    chosen = max(sheets, key=lambda sheet: sum("@" in cell for row in sheet.rows for cell in row.cells))
    said = [Told(0, one) for one in chosen.said]
    return AsText(_pasted(chosen.rows), (*about_sheets(chosen.name, [sheet.name for sheet in sheets]), *said))


def _pasted(rows: Sequence[Row]) -> str:
    """Each row on the line it has in the sheet, its cells between tabs."""
    lines = [""] * max(row.line for row in rows)
    for row in rows:
        lines[row.line - 1] = "\t".join(_quoted(on_one_line(legible(cell))) for cell in row.cells).rstrip()
    return "\n".join(lines)


def _quoted(cell: str) -> str:
    """A cell with a separator in it stands in quotes, as spreadsheets paste it."""
    return '"' + cell.replace('"', '""') + '"' if any(sign in cell for sign in separated.SEPARATORS + '"') else cell

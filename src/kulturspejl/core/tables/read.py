"""One reader for every table that comes in: pasted text, CSV in whatever encoding, XLSX and ODS.

Nothing is left aside in silence: what was passed over, filled up or guessed stands in `Table.told`, and what a
person must say stands in `readings` and `sheets`.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kulturspejl.core.errors import Refused
from kulturspejl.core.tables import decoding, separated, spreadsheet
from kulturspejl.core.tables.decoding import Reading
from kulturspejl.core.tables.headings import is_known
from kulturspejl.core.tables.row import Row, Told
from kulturspejl.core.tables.signs import legible, on_one_line, with_line_ends
from kulturspejl.core.text import Text, joined
from kulturspejl.core.writing.sentence import cited, filled, many

_HAS_LINES = re.compile(r"[\r\n]")
_MARKUP = re.compile(r"\s*(<(!doctype|html|head|meta|style|table|\?xml|\?mso)\b|%PDF-|\{\\rtf)", re.IGNORECASE)
"""How files begin that are called .xls and are a page of the web, and others that are text and no table."""
_LINE = re.compile(r":?[-=_\u2014]{2,}:?")
MOST_BYTES = 5_000_000
MOST_ROWS = 50_000
MOST_COLUMNS = 1_000
MOST_CELLS = 4_000_000
"""Rows are filled up to the width of the headings, so a short file could ask for more."""
ABOVE = 25
"""So far down the headings are looked for."""


@dataclass(frozen=True)
class Table:
    """`rows` have as many cells as there are `headings`; all cells are trimmed and on one line.

    `heading_line` is 0 where the table has no headings. `encoding` is empty for pasted text and workbooks.
    `readings`, where there are several, are the encodings a person must choose from. `sheets` names those of a
    workbook that hold something; `sheet` is the one read. `too_long` are the lines of rows with more cells than there
    are headings: they are not among the rows. `separator` stands between the cells of a text.
    """

    headings: tuple[str, ...]
    heading_line: int
    rows: tuple[Row, ...]
    told: tuple[Told, ...] = ()
    encoding: str = ""
    readings: tuple[Reading, ...] = ()
    sheets: tuple[str, ...] = ()
    sheet: str = ""
    too_long: tuple[int, ...] = ()
    separator: str = ""

    def column(self, at: int) -> list[str]:
        """The cells of one column, from the top."""
        return [row.cells[at] for row in self.rows]

    def samples(self, at: int, most: int = 3) -> tuple[str, ...]:
        """The first different values of a column, to be recognised by."""
        return tuple(dict.fromkeys(cell for cell in self.column(at) if cell))[:most]


@dataclass(frozen=True)
class _Raw:
    """Rows as they stand, before anybody knows which one has the headings."""

    rows: Sequence[Row]
    separator: str = ""
    encoding: str = ""
    readings: tuple[Reading, ...] = ()
    sheets: tuple[str, ...] = ()
    sheet: str = ""
    said: tuple[Text, ...] = ()


def read(
    data: bytes | str, *, name: str = "", encoding: str | None = None, sheet: str | None = None,
    is_heading: Callable[[str], bool] = is_known, has_headings: bool = True, most_rows: int = MOST_ROWS,
    most_bytes: int = MOST_BYTES, most_cells: int = MOST_CELLS,
) -> Table:  # fmt: skip
    """The table in a file or a pasted text. Raises Refused, with a sentence, where there is none.

    `encoding` and `sheet` are what a person chose of `readings` and `sheets`; `is_heading` knows the words the
    table is expected to use (it finds the headings below a title, and what separates); `name` stands before the
    sentences of a refusal.
    """
    try:
        raw = _raw(data, encoding, sheet, is_heading, most_bytes)
        return _table(raw, is_heading, has_headings=has_headings, most_rows=most_rows, most_cells=most_cells)
    except Refused as refusal:
        if not name:
            raise
        text = refusal.text
        raise Refused(filled(Text(da="{name}: {text}", en="{name}: {text}"), name=name, text=text)) from None


def rows_as_they_stand(data: bytes | str, *, encoding: str | None = None) -> tuple[Sequence[Row], tuple[Reading, ...]]:
    """All rows of a list that may have no headings, and the encodings to choose from. Raises Refused."""
    raw = _raw(data, encoding, None, is_known, MOST_BYTES)
    if len(raw.rows) > MOST_ROWS:
        raise Refused(TOO_MANY_ROWS)
    return raw.rows, raw.readings


def _raw(
    data: bytes | str, encoding: str | None, sheet: str | None, is_heading: Callable[[str], bool], most_bytes: int
) -> _Raw:
    if len(data) > most_bytes:
        raise Refused(TOO_LARGE)
    if isinstance(data, bytes) and spreadsheet.is_workbook(data):
        return _of_workbook(data, sheet, is_heading)
    decoded = decoding.decode(data, encoding) if isinstance(data, bytes) else decoding.pasted(data, encoding)
    if _MARKUP.match(decoded.text):
        raise Refused(_A_PAGE)
    # A table whose rows end in another way; where they end as usual, such a sign stands within a cell.
    text = legible(decoded.text if _HAS_LINES.search(decoded.text) else with_line_ends(decoded.text))
    rows, separator = separated.rows_of(text, is_heading)
    return _Raw(rows, separator, decoded.encoding, decoded.readings)


def _of_workbook(data: bytes, sheet: str | None, is_heading: Callable[[str], bool]) -> _Raw:
    sheets = spreadsheet.sheets_of(data)
    if not sheets:
        raise Refused(EMPTY)
    named = {one.name: one for one in sheets}
    chosen = named.get(sheet or "") or max(sheets, key=lambda one: _known_in(one.rows, is_heading)[0])
    rows = [Row(row.line, tuple(on_one_line(legible(cell)) for cell in row.cells)) for row in chosen.rows]
    return _Raw(_in_one_column(rows, is_heading), sheets=tuple(named), sheet=chosen.name, said=chosen.said)


def _in_one_column(rows: Sequence[Row], is_heading: Callable[[str], bool]) -> Sequence[Row]:
    """A CSV file that a spreadsheet took for one column is cut after all, where headings come out of it."""
    if any(sum(map(bool, row.cells)) > 1 for row in rows):
        return rows
    text = "\n".join(next(filter(None, row.cells)) for row in rows)
    separator = separated.separator_of(text, is_heading)
    cut = [Row(row.line, separated.cut_line(next(filter(None, row.cells)), separator)) for row in rows]
    return cut if _known_in(cut, is_heading)[0] > 1 else rows


def _known_in(rows: Sequence[Row], is_heading: Callable[[str], bool]) -> tuple[int, int]:
    """Most known headings in one of the first rows, and which row that is."""
    found = [(sum(map(is_heading, row.cells)), -at) for at, row in enumerate(rows[:ABOVE])]
    most, place = max(found, default=(0, 0))
    return most, -place


def _table(
    raw: _Raw, is_heading: Callable[[str], bool], *, has_headings: bool, most_rows: int, most_cells: int
) -> Table:
    if not any(any(row.cells) for row in raw.rows):
        raise Refused(EMPTY)
    at = _heading(raw.rows, is_heading) if has_headings else -1
    above, below = raw.rows[: max(at, 0)], raw.rows[at + 1 :]
    if len(below) > most_rows:
        raise Refused(too_many_rows(most_rows))
    width = max(len(row.cells) for row in raw.rows) if at < 0 else _width(raw.rows[at].cells)
    if width > MOST_COLUMNS:
        raise Refused(_TOO_MANY_COLUMNS)
    if width * len(below) > most_cells:
        raise Refused(TOO_LARGE)
    headings = tuple("" for _ in range(width)) if at < 0 else raw.rows[at].cells[:width]
    below, again = _without_headings(below, headings if at >= 0 else ())
    rows, long = even(below, width, raw.separator)
    said = [Told(0, one) for one in raw.said]
    return Table(
        headings=headings, heading_line=raw.rows[at].line if at >= 0 else 0, rows=rows,
        told=(
            *about_sheets(raw.sheet, raw.sheets), *said, *map(_passed_over, above), *map(_headings_again, again),
            *map(too_long, long),
        ),
        encoding=raw.encoding, readings=raw.readings, sheets=raw.sheets, sheet=raw.sheet, too_long=tuple(long),
        separator=raw.separator,
    )  # fmt: skip


def _heading(rows: Sequence[Row], is_heading: Callable[[str], bool]) -> int:
    """The row with most known headings; where none is known, the first that is as wide as others."""
    most, at = _known_in(rows, is_heading)
    if most > 1 or (most == 1 and (at == 0 or _filled(rows[at]) == 1)):
        return at
    wide = max((min(_filled(row), 2) for row in rows[:ABOVE]), default=1)
    return next(place for place, row in enumerate(rows) if _filled(row) >= wide)


def _without_headings(rows: Sequence[Row], headings: Sequence[str]) -> tuple[Sequence[Row], list[int]]:
    """The rows without those that are the headings once more, whose lines are given, and without a line drawn below."""
    alike = [heading.casefold() for heading in headings]
    if not any(alike):
        return rows, []
    again = [row.line for row in rows if len(row.cells) >= len(alike) and _says(row, alike)]
    left = [row for row in rows if row.line not in set(again)] if again else rows
    return (left[1:] if left and _is_drawn(left[0]) else left), again


def _says(row: Row, alike: Sequence[str]) -> bool:
    """Whether it begins with these cells; of most rows the first tells, and there may be a million of them."""
    return all(cell.casefold() == word for cell, word in zip(row.cells, alike, strict=False))


def _is_drawn(row: Row) -> bool:
    """`---;---`, as a database draws a line below the headings."""
    return all(_LINE.fullmatch(cell) for cell in row.cells if cell)


def _filled(row: Row) -> int:
    return sum(1 for cell in row.cells if cell)


def _width(headings: Sequence[str]) -> int:
    """Separators after the last heading are no columns."""
    return max((at + 1 for at, heading in enumerate(headings) if heading), default=1)


def even(rows: Sequence[Row], width: int, separator: str) -> tuple[tuple[Row, ...], list[int]]:
    """Every row as wide as the headings: what lacks at the end is empty; and the lines of rows that are too long."""
    even: list[Row] = []
    long: list[int] = []
    for one in rows:
        row = _recut(one, separator) if width > 1 and separator else one
        if any(row.cells[width:]):
            long.append(row.line)
            continue
        missing = width - len(row.cells)
        cells = row.cells + ("",) * missing if missing > 0 else row.cells[:width]
        even.append(Row(row.line, cells) if missing else row)
    return tuple(even), long


def _recut(row: Row, separator: str) -> Row:
    """A whole line within quotes, as a spreadsheet saves a table that it took for one column."""
    if len(row.cells) != 1 or separator not in row.cells[0]:
        return row
    return Row(row.line, tuple(cell.strip() for cell in separated.cut_line(row.cells[0], separator)))


def about_sheets(sheet: str, sheets: Sequence[str]) -> list[Told]:
    """Said of a workbook with more sheets than the one that is read."""
    if len(sheets) < 2:
        return []
    others = joined((cited(one) for one in sheets if one != sheet), between=", ")
    return [
        Told(
            0,
            filled(
                Text(
                    da="Filen har flere ark. Kun »{sheet}« er læst, ikke {others}.",
                    en="The file has several sheets. Only “{sheet}” is read, not {others}.",
                ),
                sheet=sheet, others=others,
            ),
        )
    ]


def _passed_over(row: Row) -> Told:
    words = " ".join(filter(None, row.cells))[:60]
    return Told(
        row.line,
        filled(
            Text(
                da="»{words}« står over overskrifterne og er sprunget over.",
                en="“{words}” stands above the headings and is passed over.",
            ),
            words=words,
        ),
    )


def _headings_again(line: int) -> Told:
    return Told(
        line,
        Text(
            da="Overskrifterne står her igen. Linjen er sprunget over.",
            en="The headings stand here once more. The line is passed over.",
        ),
    )


def too_long(line: int) -> Told:
    """Said of a row with more cells than there are headings, which is not used: nobody knows which cell is which."""
    return Told(
        line,
        Text(
            da="Rækken har flere celler end overskriften. Se efter et skilletegn for meget.",
            en="The row has more cells than the header. Look for a separator too many.",
        ),
    )


def too_many_rows(most: int) -> Text:
    """Said of a table with more rows than are read."""
    return filled(
        Text(
            da="Der er over {rows} rækker. Del listen i flere.",
            en="There are more than {rows} rows. Divide the list into several.",
        ),
        rows=many(most),
    )


TOO_MANY_ROWS = too_many_rows(MOST_ROWS)
EMPTY = Text(da="Der er ingen linjer på listen.", en="There are no lines in the list.")
TOO_LARGE = Text(
    da="Listen er for stor. Slet de kolonner, der ikke skal bruges, eller del den i flere.",
    en="The list is too large. Delete the columns that are not needed, or divide it into several.",
)
_A_PAGE = Text(
    da="Filen er en side til skærm eller print og ikke et regneark, også selv om den hedder .xls. Åbn den i et "
    "regneark, og gem den som XLSX.",
    en="The file is a page for screen or print and no spreadsheet, even if it is called .xls. Open it in a spreadsheet "
    "and save it as XLSX.",
)
_TOO_MANY_COLUMNS = Text(
    da="Listen har over 1.000 kolonner. Slet dem, der ikke skal bruges.",
    en="The list has more than 1,000 columns. Delete those that are not needed.",
)

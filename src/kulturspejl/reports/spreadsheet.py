"""A workbook (XLSX) of sheets with a header row and typed cells, made in memory: no cell is a formula or a link."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from kulturspejl.drawing.markup import clean

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

Cell = str | int | float | date | None
MOST_SIGNS = 32_767
"""A cell of a workbook holds so many; what is longer goes on in the next row's cell, and nothing is cut off."""
NOT_IN_A_NAME = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
LONGEST_NAME = 31
NARROWEST, WIDEST = 10, 70
UNDATED = datetime(2000, 1, 1, tzinfo=UTC)
"""A workbook without a date of its own, so that the same facts give the same file."""
DAYS = {"da": "d. mmmm yyyy", "en": "d mmmm yyyy"}
MEANS = "0.0"
AS_IS = {
    "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
}  # fmt: skip
"""In memory: what people wrote touches no disk on the way. Text stays text."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """`head` is its first row, and stays in sight; numbers stay numbers and days days, None is an empty cell."""

    name: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def workbook(sheets: Sequence[Sheet], *, title: str, lang: str) -> bytes:
    """The sheets in their order; a name that stands already gets a number."""
    # Its forty modules are needed by whoever takes a workbook along, and by no page.
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, AS_IS) as book:
        book.set_properties({"title": clean(title), "created": UNDATED})
        looks = _Looks(
            book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}),
            book.add_format({"text_wrap": True, "valign": "top"}),
            book.add_format({"num_format": DAYS.get(lang, DAYS["en"]), "valign": "top", "align": "left"}),
            book.add_format({"valign": "top"}), book.add_format({"num_format": MEANS, "valign": "top"}),
        )  # fmt: skip
        taken: set[str] = set()
        for sheet in sheets:
            _write(book.add_worksheet(_name(sheet.name, taken)), sheet, looks)
    return out.getvalue()


@dataclass(frozen=True, slots=True)
class _Looks:
    head: "Format"
    words: "Format"
    day: "Format"
    whole: "Format"
    mean: "Format"


def _name(wanted: str, taken: set[str]) -> str:
    """At most 31 signs, none of those that a name may not have, and each once whatever its letters' size."""
    plain = " ".join(clean(wanted).translate(NOT_IN_A_NAME).split()).strip("'") or "1"
    found, number = plain[:LONGEST_NAME], 1
    while found.casefold() in taken:
        number += 1
        end = f" {number}"
        found = plain[: LONGEST_NAME - len(end)] + end
    taken.add(found.casefold())
    return found


def _write(sheet: "Worksheet", made: Sheet, looks: _Looks) -> None:
    for column, word in enumerate(made.head):
        sheet.write_string(0, column, clean(word), looks.head)
        sheet.set_column(column, column, _width([word, *(row[column] for row in made.rows)]))
    at = 1
    for row in made.rows:
        at += max(_put(sheet, at, column, cell, looks) for column, cell in enumerate(row))
    sheet.freeze_panes(1, 0)
    if made.rows:
        sheet.autofilter(0, 0, at - 1, len(made.head) - 1)


def _put(sheet: "Worksheet", row: int, column: int, cell: Cell, looks: _Looks) -> int:
    """How many rows it takes: more than one for words that no cell holds."""
    if isinstance(cell, str):
        words = clean(cell)
        pieces = [words[at : at + MOST_SIGNS] for at in range(0, len(words), MOST_SIGNS)] or [""]
        for below, piece in enumerate(pieces):
            sheet.write_string(row + below, column, piece, looks.words)
        return len(pieces)
    if isinstance(cell, date):
        sheet.write_datetime(row, column, cell, looks.day)
    elif cell is not None:
        sheet.write_number(row, column, cell, looks.whole if isinstance(cell, int) else looks.mean)
    return 1


def _width(cells: Sequence[Cell]) -> float:
    """In letters, of the longest that is not wrapped."""
    return min(WIDEST, max(NARROWEST, 2 + max((len(str(cell)) for cell in cells if cell is not None), default=0)))

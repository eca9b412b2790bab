"""How large the rectangle around the cells of a sheet is, by a strict reader of XML, before anything is built of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from xml.parsers import expat

FAR = 1 << 40


@dataclass(frozen=True, slots=True)
class Extent:
    """Rows and columns from the first corner to the last cell that holds something."""

    rows: int
    columns: int


class _Refused(Exception):
    """A part that no spreadsheet program writes."""


class _Walker:
    """Follows rows and cells of SpreadsheetML (`row`, `c`) and OpenDocument (`table-row`, `table-cell`)."""

    def __init__(self) -> None:
        self.rows = self.columns = 0
        self.row = self.column = 0
        self.depth_of_cell = 0
        self.depth = 0
        self.times = 1
        self.row_times = 1

    def start(self, name: str, given: Mapping[str, str]) -> None:
        self.depth += 1
        match name.rpartition(":")[2]:
            case "row":
                self.row, self.column = _row(given.get("r"), self.row), 0
            case "c":
                self._cell(given.get("r"))
            case "table":
                self.row = self.column = 0
            case "table-row":
                self.row_times = _times(given, "number-rows-repeated")
                self.column = 0
            case "table-cell" | "covered-table-cell":
                self._repeated(given)
            case _:
                self._holds()

    def end(self, name: str) -> None:
        self.depth -= 1
        match name.rpartition(":")[2]:
            case "c" | "table-cell" | "covered-table-cell":
                self.depth_of_cell = 0
                self.column += self.times
            case "row":
                self.row += 1
            case "table-row":
                self.row += self.row_times
                self.row_times = 1

    def _cell(self, place: str | None) -> None:
        self.times, self.depth_of_cell = 1, self.depth
        if place is not None:
            self.row, self.column = _place(place)

    def _repeated(self, given: Mapping[str, str]) -> None:
        self.times, self.depth_of_cell = _times(given, "number-columns-repeated"), self.depth
        if any(":" in name and name.split(":")[0] in ("office", "calcext") for name in given):
            self._holds()

    def _holds(self) -> None:
        """Something stands in the cell that is being read."""
        if self.depth_of_cell:
            self.rows = max(self.rows, self.row + self.row_times)
            self.columns = max(self.columns, self.column + self.times)


def extent_of(part: bytes) -> Extent | None:
    """The rectangle around what a part of a workbook holds (0 by 0 for one that is no sheet); None for no XML.

    A part with a document type, which could grow without end, is none. Whatever encoding it says it has, it is
    read as calamine reads it: as UTF-8.
    """
    walker, reader = _Walker(), expat.ParserCreate("utf-8")
    reader.StartElementHandler, reader.EndElementHandler = walker.start, walker.end
    reader.StartDoctypeDeclHandler = _no_document_type
    try:
        reader.Parse(part, True)
    except (expat.ExpatError, _Refused, ValueError):
        return None
    return Extent(walker.rows, walker.columns)


def _no_document_type(*_said: object) -> None:
    raise _Refused


def _row(place: str | None, now: int) -> int:
    return now if place is None else _count(place) - 1


def _place(place: str) -> tuple[int, int]:
    """`C5` is row 4, column 2, from 0."""
    letters = place.rstrip("0123456789")
    column = 0
    for letter in letters:
        if not letter.isascii() or not letter.isalpha():
            raise _Refused
        column = min(column * 26 + ord(letter.upper()) - ord("A") + 1, FAR)
    return _count(place[len(letters) :]) - 1, column - 1


def _times(given: Mapping[str, str], name: str) -> int:
    for key, value in given.items():
        if key.rpartition(":")[2] == name:
            return _count(value)
    return 1


def _count(digits: str) -> int:
    if not digits.isascii() or not digits.isdecimal() or len(digits) > 12:
        raise _Refused
    return int(digits)

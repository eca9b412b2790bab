"""How much a part of a workbook asks for, by a strict reader of XML, before anything is built of it.

A sheet is kept as the full rectangle around its cells, and each cell has its words for itself: those of a shared
string, or of a cell that is repeated, are copied as often as they are named. Both are counted here.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

FAR = 1 << 40
MOST_ANNOUNCED = 4_000_000
"""A part says beforehand how many strings or formats come; calamine makes room for so many at once."""


@dataclass(frozen=True, slots=True)
class Extent:
    """What the sheets of a part hold, each from its first corner to the last cell that holds something.

    `rows` are those of its longest sheet, `cells` those of all its rectangles; `signs` are the signs in its cells, as
    often as they are repeated. `shared` has the lengths of the strings that it shares with other parts (by number),
    `named` how often its cells name each of such strings.
    """

    rows: int
    cells: int
    signs: int = 0
    shared: tuple[int, ...] = ()
    named: Mapping[int, int] = field(default_factory=dict)


class _Refused(Exception):
    """A part that no spreadsheet program writes."""


class _Walker:
    """Follows rows and cells of SpreadsheetML (`row`, `c`) and OpenDocument (`table-row`, `table-cell`)."""

    def __init__(self, length: int) -> None:
        self.announced = max(length, MOST_ANNOUNCED)
        self.rows = self.columns = 0
        self.row = self.column = 0
        self.depth_of_cell = 0
        self.depth = 0
        self.times = 1
        self.row_times = 1
        self.longest = self.cells = self.signs = 0
        self.words = _Words()
        self.kinds = set[str]()

    def start(self, name: str, given: Mapping[str, str]) -> None:
        self.depth += 1
        tag = name.rpartition(":")[2]
        if any(_announced(given.get(count, "")) > self.announced for count in ("count", "uniqueCount")):
            raise _Refused
        match tag:
            case "row":
                self.row, self.column = _row(given.get("r"), self.row), 0
            case "c":
                self._cell(given.get("r"))
            case "table":
                self.end_sheet()
            case "table-row":
                self.row_times = _times(given, "number-rows-repeated")
                self.column = 0
            case "table-cell" | "covered-table-cell":
                self._repeated(given)
            case _:
                self._holds()
        if tag in ("row", "table", "table-row"):
            self.kinds.add("sheet" if tag == "row" else "table")
        self.words.start(tag, given)
        if self.depth_of_cell and tag == "s":
            # So many spaces (OpenDocument).
            self._written(_times(given, "c"))

    def end(self, name: str) -> None:
        self.depth -= 1
        tag = name.rpartition(":")[2]
        match tag:
            case "c" | "table-cell" | "covered-table-cell":
                self.depth_of_cell = 0
                self.column += self.times
            case "row":
                self.row += 1
            case "table-row":
                self.row += self.row_times
                self.row_times = 1
        self.words.end(tag)

    def said(self, words: str) -> None:
        if self.depth_of_cell:
            self._written(len(words))
        self.words.said(words)

    def end_sheet(self) -> None:
        """What comes now stands in another rectangle."""
        self.longest, self.cells = max(self.longest, self.rows), self.cells + self.rows * self.columns
        self.rows = self.columns = self.row = self.column = 0

    def extent(self) -> Extent:
        self.end_sheet()
        if len(self.kinds) > 1:
            # Of two kinds of sheet in one part we and the reader might follow different ones.
            raise _Refused
        return Extent(self.longest, self.cells, self.signs, tuple(self.words.shared), self.words.named)

    def _cell(self, place: str | None) -> None:
        self.times, self.depth_of_cell = 1, self.depth
        if place is not None:
            row, self.column = _place(place)
            if row != self.row:
                raise _Refused

    def _repeated(self, given: Mapping[str, str]) -> None:
        self.times, self.depth_of_cell = _times(given, "number-columns-repeated"), self.depth
        if any(name.startswith(("office:", "calcext:")) for name in given):
            self._holds()
        self._written(sum(len(words) for name, words in given.items() if _is_kept(name)))

    def _holds(self) -> None:
        """Something stands in the cell that is being read."""
        if self.depth_of_cell:
            self.rows = max(self.rows, self.row + self.row_times)
            self.columns = max(self.columns, self.column + self.times)

    def _written(self, signs: int) -> None:
        self.signs += signs * self.times * self.row_times


class _Words:
    """Follows strings that are shared (`si`), and cells that name them (`c` of type `s`, by the number in `v`)."""

    def __init__(self) -> None:
        self.shared: list[int] = []
        self.named: Counter[int] = Counter()
        self._length: int | None = None
        self._has_words = self._is_name = False
        self._number: str | None = None

    def start(self, tag: str, given: Mapping[str, str]) -> None:
        match tag:
            case "si":
                self._length, self._has_words = 0, False
            case "t" if self._length is not None:
                self._has_words = True
            case "c":
                self._is_name = given.get("t") == "s"
            case "v" if self._is_name:
                self._number = ""

    def end(self, tag: str) -> None:
        match tag:
            case "si":
                if not self._has_words:
                    # Left out by some readers and not by others: then all numbers after it would be other strings'.
                    raise _Refused
                self.shared.append(self._length or 0)
                self._length = None
            case "c":
                self._is_name = False
            case "v" if self._number is not None:
                self.named[_count(self._number.strip() or "0")] += 1
                self._number = None

    def said(self, words: str) -> None:
        if self._length is not None:
            self._length += len(words)
        if self._number is not None:
            self._number += words


def extent_of(part: bytes) -> Extent | None:
    """What a part of a workbook asks for (nothing, for one that is no sheet); None for no XML.

    A part with a document type, which could grow without end, is none. Whatever encoding it says it has, it is
    read as calamine reads it: as UTF-8.
    """
    walker, reader = _Walker(len(part)), expat.ParserCreate("utf-8")
    reader.buffer_text = True
    reader.StartElementHandler, reader.EndElementHandler = walker.start, walker.end
    reader.CharacterDataHandler = walker.said
    reader.StartDoctypeDeclHandler = _no_document_type
    try:
        reader.Parse(part, True)
        return walker.extent()
    except (expat.ExpatError, _Refused, ValueError):
        return None


def _no_document_type(*_said: object) -> None:
    raise _Refused


def _announced(words: str) -> int:
    """As Rust reads a number, which may begin with a plus; 0 for what is none."""
    digits = words.removeprefix("+")
    return int(digits) if digits.isascii() and digits.isdecimal() else 0


def _is_kept(name: str) -> bool:
    """Whether a cell keeps what this attribute says: its value, or its formula."""
    return name.startswith(("office:", "calcext:")) or name.rpartition(":")[2] == "formula"


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

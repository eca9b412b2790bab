"""Sheets of a workbook (XLSX, ODS), read by calamine after the file has been looked through.

calamine keeps a sheet as a full rectangle, and in each cell the whole of a text that many cells share: a file of five
kilobytes with a value in the last corner of a sheet, or one long text in thousands of cells, would ask for half a
terabyte and end the process. So nothing reaches it but parts that were read here before, by a strict reader of XML, and
that together hold so many cells and signs at most.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from kulturspejl.core.errors import Refused
from kulturspejl.core.tables.row import Row
from kulturspejl.core.tables.sheet_size import Extent, extent_of
from kulturspejl.core.text import Text

MOST_PARTS = 1_000
MOST_UNPACKED = 100_000_000
MOST_ROWS = 200_000
MOST_CELLS = 4_000_000
"""Cells of the rectangles around what stands in each sheet, of all sheets together: all of them are read."""
MOST_SIGNS = 20_000_000
"""Signs in all cells, those of a text that several cells share as often as it is named."""
_BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, IndexError, OverflowError,
    OSError,
)  # fmt: skip
"""What a file that is no workbook makes the libraries raise, beside calamine's own: a part in an unknown packing is
NotImplementedError to zipfile. Each is told as a file that cannot be read. Of ours only the counting of a part's cells
and the search for what is told of it stand within; rows and merged cells are read outside."""
_WITHOUT_VALUE = re.compile(rb'<c\b(?![^>]*t="str")[^>]*><f\b[^>]*>[^<]*</f>(?:<v\s*/>|<v></v>)?</c>')
"""A formula as programs write it that do not reckon; `t="str"` is one that gives no words."""
_HIDDEN = re.compile(rb'<row\b[^>]*\bhidden="(?:1|true)"|table:visibility="(?:filter|collapse)"')
_SPANNED = re.compile(rb'\btable:number-rows-spanned="(?!1")')
"""Merged cells of OpenDocument, of which the library says nothing."""
ZIP = b"PK\x03\x04"
OLD_EXCEL = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A visible sheet that holds something; `said` is what must be known of how it was read."""

    name: str
    rows: tuple[Row, ...]
    said: tuple[Text, ...] = ()


def is_workbook(data: bytes) -> bool:
    """Whether the bytes are a packed workbook, or the older kind of Excel, which is refused."""
    return data.startswith((ZIP, OLD_EXCEL))


def sheets_of(data: bytes) -> list[Sheet]:
    """The visible sheets that hold something, in order. Raises Refused for what cannot be read, or is too large."""
    # Most servers read one on few days, if ever.
    from python_calamine import CalamineError

    if data.startswith(OLD_EXCEL):
        raise Refused(_OLD)
    try:
        plain, said = _looked_through(data)
        read = _read(plain)
    except (CalamineError, *_BROKEN):
        # No chained cause: a fault of the reader could quote cells.
        raise Refused(_UNREADABLE) from None
    merged = {name for name, (rows, ranges) in read.items() if _fill_down(rows, ranges)}
    sheets = [
        Sheet(name, tuple(_rows(rows)), (*said, _MERGED) if name in merged else said)
        for name, (rows, _ranges) in read.items()
    ]
    return [sheet for sheet in sheets if sheet.rows]


_Place = tuple[int, int]
_Merged = Sequence[tuple[_Place, _Place]]


def _read(data: bytes) -> dict[str, tuple[list[list[object]], _Merged]]:
    """The cells of each visible sheet, as the library gives them, and the first and last corner of those merged."""
    from python_calamine import CalamineWorkbook, SheetVisibleEnum

    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    visible = [one.name for one in workbook.sheets_metadata if one.visible == SheetVisibleEnum.Visible]
    sheets = {name: workbook.get_sheet_by_name(name) for name in visible}
    return {
        name: ([[*row] for row in sheet.iter_rows()], sheet.merged_cell_ranges or [])
        for name, sheet in sheets.items()
    }


def _fill_down(rows: Sequence[list[object]], merged: _Merged) -> bool:
    """What stands in merged cells stands in each row that they cover, in its first column; whether there are such.

    A spreadsheet keeps it in the first row alone, and the unit below would stand at the top of the organisation.
    """
    left, is_filled = MOST_CELLS, False
    for (top, column), (bottom, _) in merged:
        last = min(bottom, len(rows) - 1)
        left -= max(last - top, 0)
        if left < 0:
            raise Refused(_TOO_LARGE)
        for row in range(top + 1, last + 1):
            if column < len(rows[row]) and rows[row][column] == "" and any(cell != "" for cell in rows[row]):
                rows[row][column] = rows[top][column]
                is_filled = True
    return is_filled


def _looked_through(data: bytes) -> tuple[bytes, tuple[Text, ...]]:
    """The same workbook of its XML parts alone, none of them larger than can be read; Refused for the rest.

    And what must be told of it.
    """
    said: dict[Text, None] = {}
    found = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as packed, zipfile.ZipFile(found, "w") as plain:
        parts = [part for part in packed.infolist() if part.filename.endswith((".xml", ".rels", "mimetype"))]
        if len(packed.infolist()) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
            raise Refused(_TOO_LARGE)
        extents: list[Extent] = []
        for part in parts:
            content = packed.read(part)
            if not part.filename.endswith("mimetype"):
                extents.append(_known(extent_of(content)))
                said |= {told: None for pattern, told in _TOLD if told not in said and pattern.search(content)}
            plain.writestr(part.filename, content)
    _must_fit(extents)
    return found.getvalue(), tuple(said)


def _known(extent: Extent | None) -> Extent:
    if extent is None:
        raise Refused(_UNREADABLE)
    return extent


def _must_fit(extents: Sequence[Extent]) -> None:
    """All parts together, once: a workbook of a thousand parts would else be counted a thousand times."""
    if max((one.rows for one in extents), default=0) > MOST_ROWS or sum(one.cells for one in extents) > MOST_CELLS:
        raise Refused(_TOO_LARGE)
    shared = [one.shared for one in extents if one.shared]
    if len(shared) > 1:
        raise Refused(_UNREADABLE)
    lengths = shared[0] if shared else ()
    named = sum(times * lengths[at] for one in extents for at, times in one.named.items() if at < len(lengths))
    if named + sum(one.signs for one in extents) > MOST_SIGNS:
        raise Refused(_TOO_LARGE)


def _rows(rows: Sequence[Sequence[object]]) -> Iterator[Row]:
    for line, cells in enumerate(rows, start=1):
        if any(cell != "" for cell in cells):
            yield Row(line, tuple(_written(cell) for cell in cells))


def _written(cell: object) -> str:
    """A cell as a person would write it: `12`, not `12.0`; 2026-11-28."""
    match cell:
        case bool():
            return "TRUE" if cell else "FALSE"
        case float():
            return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else f"{cell:.15g}"
        case datetime() if cell.time() == time():
            return cell.date().isoformat()
        case datetime() | date() | time():
            return cell.isoformat()
        case timedelta():
            return f"{cell.total_seconds() / 3600:g}"
    return str(cell)


_MERGED = Text(
    da="Flettede celler er læst, som om det samme stod i alle de rækker, de dækker.",
    en="Merged cells are read as if the same stood in all rows that they cover.",
)
_NO_VALUES = Text(
    da="Filen har formler uden værdi. De er læst som tomme celler. Åbn filen i et regneark, gem den, og vælg den igen.",
    en="The file has formulas without a value. They are read as empty cells. Open it in a spreadsheet, save it and "
    "choose it again.",
)
_HIDDEN_ROWS = Text(
    da="Arket har rækker, der er skjult, måske af et filter. De er læst med.",
    en="The sheet has rows that are hidden, perhaps by a filter. They are read too.",
)
_FIRST_ALONE = Text(
    da="Arket har flettede celler, og kun den øverste række af dem er læst. Gem filen som XLSX, så bliver de andre det "
    "også.",
    en="The sheet has merged cells, and only the top row of them is read. Save the file as XLSX, and the others are "
    "read too.",
)
_TOLD = ((_WITHOUT_VALUE, _NO_VALUES), (_HIDDEN, _HIDDEN_ROWS), (_SPANNED, _FIRST_ALONE))
_UNREADABLE = Text(
    da="Regnearket kan ikke læses. Gem det som XLSX eller CSV, og vælg det igen.",
    en="The spreadsheet cannot be read. Save it as XLSX or CSV and choose it again.",
)
_OLD = Text(
    da="Filen er et regneark fra en ældre Excel, eller den har et kodeord. Gem den som XLSX uden kodeord, og vælg "
    "den igen.",
    en="The file is a spreadsheet of an older Excel, or it has a password. Save it as XLSX without a password and "
    "choose it again.",
)
_TOO_LARGE = Text(
    da="Regnearket er for stort. Kopiér kun de rækker og kolonner, der skal bruges, til et nyt ark, og gem det.",
    en="The spreadsheet is too large. Copy only the rows and columns that are needed to a new sheet and save that.",
)

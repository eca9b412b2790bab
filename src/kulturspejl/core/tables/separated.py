"""Rows of a text: between semicolons, tabs, commas or bars, with the line each one begins on."""

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice

from kulturspejl.core.errors import Refused
from kulturspejl.core.tables.row import Row
from kulturspejl.core.tables.signs import on_one_line
from kulturspejl.core.text import Text
from kulturspejl.core.writing.sentence import filled

SEPARATORS = ";\t,|"
_RARE = ":~^\u00a6\u00a7#"
"""Only where headings come out of it: these stand in names."""
LOOKED_AT = 60
"""So many rows show which sign separates."""

_reader = partial(csv.reader, skipinitialspace=True)
"""Cells may be quoted after a space too: `1, "Børn, Unge"`, as people write a list by hand."""
_SAID = re.compile(r'\s*"?sep= *(.)"?[ ;,\t]*(\r\n|\r|\n|$)', re.IGNORECASE)


def rows_of(text: str, is_heading: Callable[[str], bool]) -> tuple[list[Row], str]:
    """The rows that hold something, and what separates their cells. Raises Refused for a quote that never ends.

    `sep=;` on the first line, as Excel writes it, is obeyed and passed over; where another sign separates after all, as
    in a file that a program has converted since, it is passed over alone.
    """
    said = _SAID.match(text)
    if not said:
        separator = separator_of(text, is_heading)
        return list(cut(text, separator, 0)), separator
    lines, below = text[: said.end()].count("\n") or 1, text[said.end() :]
    separator = said.group(1) if _separates(below, said.group(1), is_heading) else separator_of(below, is_heading)
    return list(cut(below, separator, lines)), separator


def _separates(text: str, said: str, is_heading: Callable[[str], bool]) -> bool:
    """Whether the sign that the file names brings out its headings, or another would not do so either."""
    known, usual, _cells = _evenness(_first_rows(text, said), is_heading)
    found = separator_of(text, is_heading)
    return bool(known) or (usual > 0 and not _evenness(_first_rows(text, found), is_heading)[0])


def without_said(text: str) -> str:
    """The text with its first line empty where that only says what separates."""
    said = _SAID.match(text)
    return "\n" * text[: said.end()].count("\n") + text[said.end() :] if said else text


def separator_of(text: str, is_heading: Callable[[str], bool]) -> str:
    """What separates: the sign that brings out most known headings, else the most even table. Quotes are respected."""
    weighed = {sign: _evenness(_first_rows(text, sign), is_heading) for sign in SEPARATORS + _RARE}
    return max(SEPARATORS + _RARE, key=lambda sign: weighed[sign] if sign in SEPARATORS or weighed[sign][0] else ())


def cut_line(line: str, separator: str) -> tuple[str, ...]:
    """One line's cells."""
    return tuple(next(_reader([line], delimiter=separator), []))


def _first_rows(text: str, separator: str) -> list[list[str]]:
    reader = _reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        return [row for row in islice(reader, LOOKED_AT) if any(cell.strip() for cell in row)]
    except csv.Error:
        return []


def _evenness(rows: Sequence[Sequence[str]], is_heading: Callable[[str], bool]) -> tuple[int, int, int]:
    """Known headings in one row; rows of the usual width, if that is more than one; cells."""
    known = max((sum(is_heading(cell) for cell in row) for row in rows), default=0)
    widths = Counter(len(row) for row in rows if len(row) > 1)
    usual = max(widths.values(), default=0)
    return known if known > 1 else 0, usual, sum(widths.values())


def cut(text: str, separator: str, lines_before: int) -> Iterator[Row]:
    """The rows of a text that hold something, after so many lines. Raises Refused for a quote that never ends."""
    reader = _reader(io.StringIO(text, newline=""), delimiter=separator)
    begins, last = 1, 1
    has_tabs = separator != "\t" and "\t" in text
    try:
        for cells in reader:
            last, begins = begins, reader.line_num + 1
            if reader.line_num > last and _holds_rows(cells, separator):
                raise Refused(_unread(lines_before + last))
            # Most rows stand on one line, and there may be a million cells.
            trim = on_one_line if has_tabs or reader.line_num > last else str.strip
            trimmed = tuple(map(trim, cells))
            if any(trimmed):
                yield Row(lines_before + last, trimmed)
    except csv.Error:
        raise Refused(_unread(lines_before + begins)) from None
    if begins > last + 1 and _is_open(text, last):
        raise Refused(_unread(lines_before + last))


def _holds_rows(cells: Sequence[str], separator: str) -> bool:
    """A quote that is closed some rows too late takes them into one cell."""
    least = max(2, len(cells) - 1)
    return any(line.count(separator) >= least for cell in cells if "\n" in cell for line in cell.splitlines())


def _is_open(text: str, line: int) -> bool:
    """Whether the last row, which begins on `line`, ends within quotes."""
    return "".join(list(io.StringIO(text, newline=""))[line - 1 :]).count('"') % 2 == 1


def _unread(line: int) -> Text:
    return filled(
        Text(
            da="Linje {line} kan ikke læses: Et anførselstegn (\") bliver ikke lukket. Ret det, og prøv igen.",
            en="Line {line} cannot be read: a quotation mark (\") is never closed. Correct it and try again.",
        ),
        line=line,
    )

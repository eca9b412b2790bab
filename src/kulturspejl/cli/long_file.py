"""A long file of answers, read block by block: never all of its text at once, and most lines of a block together."""

import os
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from kulturspejl.cli.answer_rows import AnswerRows, Collecting
from kulturspejl.cli.bad_file import BadFile
from kulturspejl.cli.progress import Progress
from kulturspejl.cli.table_file import ENCODINGS, MOST_ROWS, TableFile, table_of
from kulturspejl.core.errors import Refused
from kulturspejl.core.tables.decoding import ONE_BYTE
from kulturspejl.core.tables.plain_lines import PlainLines, plain_lines
from kulturspejl.core.tables.read import even, too_long
from kulturspejl.core.tables.row import Row
from kulturspejl.core.tables.separated import cut

HEAD = 1 << 18
"""So much of a file shows what its columns are, what separates them, and how it is written."""
BLOCK = 1 << 18
_ENOUGH_LINES = 100
"""A head of fewer lines shows too little."""


class NotPlain(Exception):
    """The reader of whole tables is needed: it takes in what this one cannot, and has the sentence for what is bad."""


def read_long(
    path: Path, *, names: Collection[str], used: Mapping[str, Collection[str]], encoding: str | None, progress: Progress
) -> AnswerRows:
    """The rows of a CSV file of which a block at a time is looked at. Raises NotPlain.

    What is plain: UTF-8, or the encoding that was named; rows that end in one way; no cell with lines of its own.
    `names` are the columns to be read as numbers, `used` all that anything is made of.
    """
    try:
        with path.open("rb") as file:
            return _Reading(path, file, names, used, encoding).run(progress)
    except (OSError, BadFile, Refused) as fault:
        raise NotPlain from fault


class _Reading:
    def __init__(
        self, path: Path, file: BinaryIO, names: Collection[str], used: Mapping[str, Collection[str]],
        encoding: str | None,
    ) -> None:  # fmt: skip
        self.file, self.size = file, os.fstat(file.fileno()).st_size
        head = file.read(HEAD)
        if len(head) < HEAD or head.count(b"\n") < _ENOUGH_LINES:
            raise NotPlain
        head += file.readline()
        self.table: TableFile = table_of(path, head, used, encoding)
        self.codec = _codec(self.table, encoding)
        self.lines = head.count(b"\n")
        self.collecting = Collecting(self.table.columns, names)
        self.collecting.rows(self.table.table.rows)
        self.rows = len(self.table.table.rows)
        self.told = list(self.table.told)
        self.width = len(self.table.table.headings)
        self.unread = {
            at: heading for at, heading in enumerate(self.table.table.headings)
            if heading and at not in {self.table.columns[name] for name in used if name in self.table.columns}
        }  # fmt: skip
        self.holding = {at for at in self.unread if self.table.table.samples(at, 1)}

    def run(self, progress: Progress) -> AnswerRows:
        for block in self._blocks():
            lines = plain_lines(block, self.table.table.separator, self.width)
            if lines is None:
                raise NotPlain
            others = self._others(lines)
            self._look_at_unread(lines, others)
            self.collecting.block(lines, others, self.lines)
            self.lines += lines.count
            self.rows += len(lines.lines) + len(others)
            if self.rows > MOST_ROWS:
                raise NotPlain
            progress(self.file.tell() / self.size)
        if self.collecting.is_anybody_twice():
            raise NotPlain
        unused = [heading for at, heading in self.unread.items() if at in self.holding]
        return self.collecting.found(self.table.table.heading_line, self.told, unused)

    def _blocks(self) -> Iterator[bytes]:
        while block := self.file.read(BLOCK):
            block += self.file.readline()
            if not block.endswith(b"\n"):
                block += b"\n"
            yield block if self.codec is None else block.decode(self.codec, errors="replace").encode()

    def _others(self, lines: PlainLines) -> list[Row]:
        """The lines that need a closer look, read as the reader of whole tables does."""
        separator = self.table.table.separator
        rows = [row for at, line in lines.others for row in cut(line.decode(), separator, self.lines + at)]
        found, long = even(rows, self.width, separator)
        self.told += map(too_long, long)
        return list(found)

    def _look_at_unread(self, lines: PlainLines, others: list[Row]) -> None:
        for at in self.unread.keys() - self.holding:
            if any(lines.column(at)) or any(row.cells[at] for row in others):
                self.holding.add(at)


def _codec(table: TableFile, encoding: str | None) -> str | None:
    """How the blocks are decoded; None for UTF-8. What nobody named, and the head alone suggests, is not enough."""
    if table.table.sheets or len(table.table.separator) != 1:
        raise NotPlain
    named = ENCODINGS[encoding] if encoding else None
    if named in ONE_BYTE:
        return named
    if table.table.encoding not in ("utf-8", "utf-8-sig"):
        raise NotPlain
    return None


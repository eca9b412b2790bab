"""A file of a table given on the command line, with its columns by the names of the contract."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kulturspejl.cli.bad_file import BadFile
from kulturspejl.core.errors import Refused
from kulturspejl.core.tables.decoding import LABELS, TWICE
from kulturspejl.core.tables.headings import bare
from kulturspejl.core.tables.read import Table, read
from kulturspejl.core.tables.row import Told

ENCODINGS = {
    "windows": "cp1252", "macintosh": "mac_roman", "dos": "cp850", "dos-nordic": "cp865", "utf-8": "utf-8",
    "utf-8-twice": TWICE, "utf-16": "utf-16",
}  # fmt: skip
"""What can be said of a file that does not say it itself."""
MOST_ROWS = 2_000_000
MOST_BYTES = 2_000_000_000
MOST_CELLS = 200_000_000
"""Whoever reads a file of their own on their own machine may have many; pages have the limit of `read`."""


@dataclass(frozen=True)
class TableFile:
    """`columns` = name -> place; `lines[i]` is the line of `table.rows[i]` in the file."""

    path: Path
    table: Table
    columns: Mapping[str, int]

    @property
    def lines(self) -> Sequence[int]:
        return [row.line for row in self.table.rows]

    @property
    def heading_line(self) -> int:
        """The line that has the names of the columns."""
        return self.table.heading_line

    @property
    def told(self) -> Sequence[Told]:
        """What the reader has to say: rows that are too long, lines above the headings."""
        return self.table.told

    def column(self, name: str) -> list[str]:
        """The cells of a column that is there."""
        return self.table.column(self.columns[name])

    def unused(self, used: Collection[str]) -> list[str]:
        """Headings of columns that hold something and have none of these names."""
        places = {self.columns[name] for name in used if name in self.columns}
        return [
            heading for at, heading in enumerate(self.table.headings)
            if heading and at not in places and self.table.samples(at, 1)
        ]  # fmt: skip


def read_file(path: Path, names: Mapping[str, Collection[str]], encoding: str | None) -> TableFile:
    """The table in a file, all of it at once.

    `names` are the columns it may have, and what else they are called; `encoding` is one of ENCODINGS.

    BadFile where it cannot be opened or read, names a column twice, or may be in one of several encodings.
    """
    return table_of(path, _bytes(path), names, encoding)


def table_of(path: Path, data: bytes, names: Mapping[str, Collection[str]], encoding: str | None) -> TableFile:
    """The same of the file's bytes, or of its first lines."""
    known = {bare(word): name for name, words in names.items() for word in (name, *words)}
    try:
        table = read(
            data, name=path.name, encoding=ENCODINGS[encoding] if encoding else None,
            is_heading=lambda heading: bare(heading) in known, most_rows=MOST_ROWS, most_bytes=MOST_BYTES,
            most_cells=MOST_CELLS,
        )  # fmt: skip
    except Refused as refused:
        raise BadFile(refused.text.da, refused.text.en) from None
    if len(table.readings) > 1:
        raise _in_several(path, table)
    return TableFile(path, table, _places(path, table, known))


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise BadFile(f"{path} kan ikke åbnes.", f"{path} cannot be opened.") from error


def _places(path: Path, table: Table, known: Mapping[str, str]) -> dict[str, int]:
    """Where each column stands: by its own name, else by what it is also called."""
    found: dict[str, int] = {}
    for at, heading in enumerate(table.headings):
        if heading in found and bare(heading) in known:
            raise BadFile(
                f"{path.name}: kolonnen {heading} står der to gange. Slet den ene.",
                f"{path.name}: the column {heading} stands there twice. Delete one of them.",
            )
        found.setdefault(heading, at)
    for at, heading in enumerate(table.headings):
        found.setdefault(known.get(bare(heading), heading), at)
    return found


def _in_several(path: Path, table: Table) -> BadFile:
    """Names would stand wrong in every picture: a person says which reading is right."""
    words = {encoding: word for word, encoding in ENCODINGS.items()}
    lines = [f"  --encoding {words[one.encoding]}: {one.sample}" for one in table.readings if one.encoding in LABELS]
    shown = "\n".join(lines)
    return BadFile(
        f"{path.name} siger ikke selv, hvilket tegnsæt den har. Vælg det, hvor navnene ser rigtige ud:\n{shown}",
        f"{path.name} does not say which encoding it has. Choose the one in which names look right:\n{shown}",
    )

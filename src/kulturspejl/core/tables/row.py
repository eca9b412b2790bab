"""A row of a table, and what is told about a table."""

from dataclasses import dataclass

from kulturspejl.core.text import Text


@dataclass(frozen=True, slots=True)
class Row:
    """`cells` of the row that begins on `line`, counted from 1 in the file, the sheet or the pasted text."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """Something a person must be told before anything is taken in; `line` 0 is the whole table."""

    line: int
    text: Text

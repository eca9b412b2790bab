"""A picture's numbers as the rows of a table: for those who read without the picture."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """Plain text cells in the reader's language; the first cell of a row is its heading."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

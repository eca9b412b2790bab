"""Columns of a table that hold something and that nothing was made of: told, so that a heading nearly right is seen."""

from collections.abc import Iterator, Mapping

from kulturspejl.core.tables.headings import Column
from kulturspejl.core.tables.read import Table
from kulturspejl.core.tables.row import Told
from kulturspejl.core.text import Text


def unused(table: Table, mapping: Mapping[int, Column]) -> Iterator[Told]:
    """A sentence for the columns that hold something and are not used."""
    named = [
        heading or f"{at + 1}."
        for at, heading in enumerate(table.headings)
        if mapping.get(at, Column.NOT_USED) is Column.NOT_USED and table.samples(at, 1)
    ]
    if named:
        words = ", ".join(f"»{name[:60]}«" for name in named)
        english = ", ".join(f"“{name[:60]}”" for name in named)
        yield Told(table.heading_line, Text(da=f"Ikke brugt: kolonnen {words}.", en=f"Not used: the column {english}."))

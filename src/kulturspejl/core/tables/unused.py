"""Columns of a table that hold something and that nothing was made of: told, so that a heading nearly right is seen."""

from collections.abc import Iterator, Mapping

from kulturspejl.core.tables.headings import Column
from kulturspejl.core.tables.read import Table
from kulturspejl.core.tables.row import Told
from kulturspejl.core.text import Text, joined
from kulturspejl.core.writing.sentence import cited, filled

UNUSED = Text(da="Ikke brugt: kolonnen {names}.", en="Not used: the column {names}.")


def unused(table: Table, mapping: Mapping[int, Column]) -> Iterator[Told]:
    """A sentence for the columns that hold something and are not used."""
    named = [
        heading or f"{at + 1}."
        for at, heading in enumerate(table.headings)
        if mapping.get(at, Column.NOT_USED) is Column.NOT_USED and table.samples(at, 1)
    ]
    if named:
        names = joined((cited(name[:60]) for name in named), between=", ")
        yield Told(table.heading_line, filled(UNUSED, names=names))

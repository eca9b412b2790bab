"""What every kind of instrument is read of: its files as one, who sees its answers, and the talk without numbers."""

from collections.abc import Mapping
from typing import Any, TypedDict

from kulturspejl.core.content.talk import TalkStep
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.text import NOTHING, Text
from kulturspejl.core.toml.faults import ContentError, Fault
from kulturspejl.core.toml.keys import id_of, text_or_none
from kulturspejl.core.toml.table import Table

FILE_OF = {
    "instrument": "instrument.toml",
    "axis": "instrument.toml",
    "tension": "instrument.toml",
    "dimension": "instrument.toml",
    "item": "instrument.toml",
    "anchor": "instrument.toml",
    "culture": "cultures.toml",
    "regressed": "regressed.toml",
    "reading": "reading.toml",
    "conversation": "reading.toml",
}
"""Where each part of an instrument is looked for by a person; the program takes it from any of the files."""


class Whole:
    """The files of one instrument: each part stands in one of them."""

    def __init__(self, files: Mapping[str, Mapping[str, Any]], faults: list[Fault]) -> None:
        self.tables = [Table(values, name, "", faults) for name, values in files.items()]
        self.faults = faults
        folder = next(iter(files), "").rpartition("/")[0]
        self.folder = f"{folder}/" if folder else ""

    def part(self, name: str) -> Table:
        """The file that holds the part; one that lacks it where none does."""
        holders = [table for table in self.tables if name in table.values]
        for table in holders[1:]:
            table.fault(
                name, "Det står i to filer.", "It stands in two files.",
                f"Lad det kun stå i {FILE_OF[name]}.", f"Let it stand in {FILE_OF[name]} alone.",
            )  # fmt: skip
            table.asked.add(name)
        return holders[0] if holders else Table({}, self.folder + FILE_OF[name], "", self.faults)

    def has(self, name: str) -> bool:
        """Whether any file holds a part that may be left out."""
        return any(name in table.values for table in self.tables)

    def done(self) -> None:
        """Notes every key that nobody asked for."""
        for table in self.tables:
            table.done()

    def end(self, head: Table) -> None:
        """The file is read. Raises ContentError with all faults, the keys that nobody asked for among them."""
        head.word("kind")
        head.done()
        self.done()
        if self.faults:
            raise ContentError(self.faults)

    def merged(self) -> dict[str, Any]:
        """All of its files as one table."""
        return {name: value for table in self.tables for name, value in table.values.items()}


def visibility_of(head: Table) -> Visibility:
    """Who sees the answers; a combined result where the file says nothing."""
    found = head.word("visibility", default=Visibility.AGGREGATE)
    if found in set(Visibility):
        return Visibility(found)
    levels = ", ".join(Visibility)
    head.fault("visibility", f"{found} er ikke et af niveauerne.", f"{found} is none of the levels.",
               f"Skriv et af {levels}.", f"Write one of {levels}.")  # fmt: skip
    return Visibility.AGGREGATE


class Head(TypedDict):
    """What every instrument says of itself."""

    id: str
    version: str
    source: str
    visibility: Visibility
    name: Text
    about: Text
    purpose: Text
    credit: Text


def head_of(head: Table) -> Head:
    """Read in this order, which is the order of its faults.

    `about` is what it asks about, within a sentence (its name, where the file does not say), `purpose` what it is for.
    """
    made = Head(
        id=id_of(head),
        version=head.word("version"),
        source=head.word("source", default=""),
        visibility=visibility_of(head),
        name=head.text("name"),
        about=NOTHING,
        purpose=text_or_none(head, "purpose") or NOTHING,
        credit=head.text("credit"),
    )
    lower = made["name"].each(lambda words, _language: words[:1].lower() + words[1:])
    made["about"] = text_or_none(head, "about") or lower
    return made


def conversation_of(file: Table) -> tuple[TalkStep, ...]:
    """Its steps; none where the instrument has no such talk."""
    table = file.table("conversation")
    steps = tuple(map(_step, table.rows("step", by="number"))) if table.values else ()
    table.done()
    return steps


def _step(row: Table) -> TalkStep:
    made = TalkStep(minutes=row.number("minutes", 1, 120), text=row.text("text"))
    row.done()
    return made

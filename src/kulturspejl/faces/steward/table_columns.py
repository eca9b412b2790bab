"""Which column of a list is what: asked with three values of each, where its heading does not say."""

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext_lazy

from kulturspejl.core.tables.decoding import LABELS, Reading
from kulturspejl.core.tables.headings import SEVERAL, Column, bare, understood
from kulturspejl.core.tables.read import Table
from kulturspejl.core.tables.units import UNIT_COLUMNS, missing_columns
from kulturspejl.core.text import Text

NAMES = {
    Column.NOT_USED: gettext_lazy("Not used"),
    Column.NAME: gettext_lazy("The unit’s name"),
    Column.UNIT_ID: gettext_lazy("The unit’s id"),
    Column.PARENT: gettext_lazy("The unit it stands under (id or name)"),
    Column.HEADCOUNT: gettext_lazy("Number of employees"),
    Column.LEVEL: gettext_lazy("A level of units, the top one to the left"),
    Column.LEADER: gettext_lazy("Leader (name or mail address)"),
    Column.AMR: gettext_lazy("AMR (name or mail address)"),
    Column.TR: gettext_lazy("TR (name or mail address)"),
}
"""What a column of a list of units can be, as the page says it."""
ANSWERED = "columns"
"""The hidden field that tells a page with answers from one without."""


@dataclass(frozen=True)
class Asked:
    """One column: its heading, some values, and what it is taken for."""

    at: int
    heading: str
    samples: tuple[str, ...]
    column: Column
    is_new: bool

    @property
    def choices(self) -> list[tuple[str, str, bool]]:
        """Value, words and whether it is chosen, of each thing that it can be."""
        return [(column.value, str(words), column is self.column) for column, words in NAMES.items()]


@dataclass(frozen=True)
class Questions:
    """What the page asks of a list before it can be held against the organisation; `kept` is the file itself."""

    columns: tuple[Asked, ...]
    width: int
    readings: tuple[Reading, ...]
    sheets: tuple[str, ...]
    sheet: str
    encoding: str
    has_headings: bool
    kept: str
    faults: tuple[Text, ...]

    @property
    def dark(self) -> tuple[Asked, ...]:
        """The columns that are not understood."""
        return tuple(one for one in self.columns if one.is_new)

    @property
    def clear(self) -> tuple[Asked, ...]:
        """Those that are."""
        return tuple(one for one in self.columns if not one.is_new)

    @property
    def is_open(self) -> bool:
        """Whether also those that are understood stand there at once: somebody wants to see them, or has to."""
        return not self.dark or bool(self.faults)


@dataclass(frozen=True)
class Chosen:
    """What the page was answered with: `answers` is None where these columns were not asked about.

    `is_new`: another list than the one that was asked about.
    """

    encoding: str | None
    sheet: str | None
    has_headings: bool
    answers: Mapping[int, Column] | None
    is_new: bool


def chosen(given: QueryDict) -> Chosen:
    """The answers of a posted page."""
    is_new = "step" in given
    if is_new:
        return Chosen(None, None, has_headings=True, answers=None, is_new=True)
    answers = None
    if ANSWERED in given and given.get("of_sheet", "") == given.get("sheet", ""):
        found = {at: given.get(f"column-{at}", "") for at in range(_places(given))}
        answers = {at: Column(word) for at, word in found.items() if word in NAMES}
    encoding = given.get("encoding", "")
    return Chosen(
        encoding if encoding in LABELS else None, given.get("sheet") or None, "no_headings" not in given, answers,
        is_new=False,
    )  # fmt: skip


def questions(
    table: Table, said: Mapping[str, Column], picked: Chosen, kept: str, *, is_wanted: bool = False
) -> Questions | None:
    """What has to be asked; None where the list is understood. `is_wanted`: somebody wants to see the columns."""
    mapping = mapping_of(table, said, picked)
    new = [at for at, heading in enumerate(table.headings) if at not in mapping and table.samples(at, 1)]
    is_answered = picked.answers is not None
    faults = _faults(mapping) if is_answered else ()
    is_dark = not is_answered and (new or missing_columns(mapping) or is_wanted)
    if not (is_dark or faults or len(table.readings) > 1):
        return None
    columns = tuple(
        Asked(at, heading, table.samples(at), mapping.get(at, Column.NOT_USED), at in new)
        for at, heading in enumerate(table.headings)
        if table.samples(at, 1) or at in mapping
    )
    return Questions(
        columns, len(table.headings), table.readings, table.sheets, table.sheet, table.encoding,
        bool(table.heading_line), kept, faults,
    )  # fmt: skip


def mapping_of(table: Table, said: Mapping[str, Column], picked: Chosen) -> dict[int, Column]:
    """What each column is: as it was answered, else by its heading."""
    if picked.answers is not None:
        return {at: column for at, column in picked.answers.items() if at < len(table.headings)}
    return understood(table.headings, said, (*UNIT_COLUMNS, Column.NOT_USED))


def learned(table: Table, mapping: Mapping[int, Column]) -> dict[str, Column]:
    """The headings that nobody would have understood as they were answered, to be remembered."""
    plain = understood(table.headings, wanted=UNIT_COLUMNS)
    return {
        bare(heading): mapping.get(at, Column.NOT_USED)
        for at, heading in enumerate(table.headings)
        if heading and table.samples(at, 1) and mapping.get(at, Column.NOT_USED) is not plain.get(at)
    }


def as_kept(data: bytes | str) -> str:
    """A file as it waits in the page while its columns are asked about; pasted text stands in its own field."""
    return base64.b64encode(data).decode() if isinstance(data, bytes) else ""


def as_given(kept: str) -> bytes | None:
    """The same file again."""
    try:
        return base64.b64decode(kept, validate=True) or None
    except (binascii.Error, ValueError):
        return None


def _places(given: QueryDict) -> int:
    word = given.get(ANSWERED, "")
    return min(int(word), 1_000) if word.isascii() and word.isdecimal() and len(word) < 5 else 0


def _faults(mapping: Mapping[int, Column]) -> tuple[Text, ...]:
    used = [column for column in mapping.values() if column not in SEVERAL]
    twice = sorted({column for column in used if used.count(column) > 1})
    return (*((NO_NAME,) if missing_columns(mapping) else ()), *((TWICE,) if twice else ()))


NO_NAME = Text(
    da="Vælg den kolonne, der har enhedens navn, eller de kolonner, der er niveauer.",
    en="Choose the column with the unit’s name, or those that are levels.",
)
TWICE = Text(da="To kolonner kan ikke være det samme.", en="Two columns cannot be the same thing.")

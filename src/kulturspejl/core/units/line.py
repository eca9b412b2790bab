"""A line of a list of units, and a unit of the organisation that it is held against."""

import uuid
from dataclasses import dataclass

from kulturspejl.core.content.line import one_line

MOST_PEOPLE = 100_000
LONGEST_NAME = 200
LONGEST_ID = 100

Ref = uuid.UUID | int
"""A unit after the list has been taken in: the id of one that is here, or the number of the line that makes one."""

_FORMULA = ("=", "+", "-", "@")
_TOTALS = frozenset(
    {"i alt", "ialt", "total", "totalt", "sum", "samlet", "hovedtotal", "grand total", "in all"}
)


@dataclass(frozen=True)
class UnitLine:
    """One line, `line` as the file counts them.

    `unit_id` is empty where the line has none. `parent` is an id or a name, "" at the top, None where the list does not
    say where units stand. `headcount` is None where nothing is written.
    """

    line: int
    unit_id: str
    name: str
    parent: str | None
    headcount: int | None


@dataclass(frozen=True)
class Known:
    """A unit that is here; `own_id` is the organisation's own id of it, or ""."""

    id: uuid.UUID
    own_id: str
    name: str
    parent: uuid.UUID | None
    headcount: int
    is_closed: bool = False


def cleaned(line: UnitLine) -> UnitLine:
    """The line as it is compared and stored: names on one line, and without the mark that `harmless` puts in front."""
    parent = None if line.parent is None else _plain(line.parent)
    return UnitLine(
        line.line,
        one_line(line.unit_id)[:LONGEST_ID],
        _plain(line.name)[:LONGEST_NAME],
        parent,
        line.headcount,
    )


def is_a_total(line: UnitLine) -> bool:
    """A row that sums up the others is no unit."""
    return not line.unit_id and line.name.casefold().rstrip(":") in _TOTALS


def alike(name: str) -> str:
    """A name as it is compared: capitals and spaces do not tell two units apart."""
    return one_line(name).casefold()


def _plain(name: str) -> str:
    """A name that a spreadsheet would take for a formula is handed out with an apostrophe, and comes back with it."""
    word = one_line(name)
    return word[1:] if word[:1] == "'" and word[1:2] in _FORMULA and word[1:] else word

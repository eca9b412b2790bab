"""A unit of the organisation that a line of a list is held against, and how the two are compared."""

import uuid
from dataclasses import dataclass, replace

from kulturspejl.core.tables.units import LONGEST_NAME, UnitLine
from kulturspejl.core.writing.line import one_line

MOST_PEOPLE = 100_000
LONGEST_ID = 100

Ref = uuid.UUID | int
"""A unit after the list has been taken in: the id of one that is here, or the number of the line that makes one."""


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
    """The line as it is compared and stored."""
    return replace(
        line, unit_id=one_line(line.unit_id)[:LONGEST_ID], name=one_line(line.name)[:LONGEST_NAME],
        parent=None if line.parent is None else one_line(line.parent),
    )  # fmt: skip


def alike(name: str) -> str:
    """A name as it is compared: capitals and spaces do not tell two units apart."""
    return one_line(name).casefold()


"""What a list of units leaves open: asked about, and never guessed."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

NEW = "new"
NAMES = "names"
IDS = "ids"

Answers = Mapping[int, str]
"""What was answered, by the line that was asked about: the id of a unit, `NEW`, `NAMES` or `IDS`."""


class Asked(StrEnum):
    """Why it is asked.

    `RENUMBERED`: the same name in the same place, and another own id than before. `WHICH`: several units have the name.
    `ELSEWHERE`: a unit with the name is missing in another place, so it may have moved. `CLOSED`: the id belongs to a
    unit that was closed. `SWAPPED`: two or more units would take each other's names.
    """

    RENUMBERED = "renumbered"
    WHICH = "which"
    ELSEWHERE = "elsewhere"
    CLOSED = "closed"
    SWAPPED = "swapped"


@dataclass(frozen=True)
class Question:
    """`units` are those that the line may be; `answer` is None as long as nobody has said."""

    line: int
    why: Asked
    name: str
    unit_id: str
    units: tuple[uuid.UUID, ...]
    answer: str | None

    @property
    def choices(self) -> tuple[str, ...]:
        """What may be answered."""
        return (NAMES, IDS) if self.why is Asked.SWAPPED else (*map(str, self.units), NEW)


def answered(
    line: int, why: Asked, name: str, unit_id: str, units: tuple[uuid.UUID, ...], answers: Answers
) -> Question:
    """The question with its answer, where it is one of those that may be given."""
    asked = Question(line, why, name, unit_id, units, None)
    given = answers.get(line)
    return Question(line, why, name, unit_id, units, given if given in asked.choices else None)

"""A course day as data: timed items, what each may hold, and the texts around it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from kulturspejl.core.text import Text


class SlotKind(StrEnum):
    """What an item of the agenda is."""

    WELCOME = "welcome"
    CHECK_IN = "check_in"
    LECTURE = "lecture"
    BREAK = "break"
    LUNCH = "lunch"
    BLOCK = "block"
    CHECK_OUT = "check_out"
    EVALUATION = "evaluation"
    CLOSING = "closing"


PROTECTED = (SlotKind.BREAK, SlotKind.LUNCH)


@dataclass(frozen=True)
class Offer:
    """An exercise that an item may hold; ticked from the start or not."""

    exercise: str
    is_ticked: bool = True


@dataclass(frozen=True)
class AgendaItem:
    """`start` and `end` in minutes after midnight."""

    id: str
    start: int
    end: int
    kind: SlotKind
    title: Text
    offers: tuple[Offer, ...] = ()
    models: tuple[str, ...] = ()

    @property
    def minutes(self) -> int:
        """How long it lasts."""
        return self.end - self.start


@dataclass(frozen=True)
class Programme:
    """One day. `check_ins` are questions to choose among, `homework` what is asked until next time.

    `is_lent`: anybody may open a room with it for their own team, without an account.
    """

    id: str
    version: str
    source: str
    name: Text
    goals: tuple[Text, ...]
    check_ins: tuple[Text, ...]
    homework: Text
    items: tuple[AgendaItem, ...]
    raw: Mapping[str, Any] = field(repr=False, compare=False)
    is_lent: bool = False

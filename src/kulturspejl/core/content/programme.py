"""A course day as data: timed items, the sequence of stations that each holds, and the texts around it."""

from dataclasses import dataclass
from enum import StrEnum

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


class PlannedKind(StrEnum):
    """What a station of an item is planned to be."""

    INPUT = "input"  # somebody tells: a model on the wall, or a title with lines
    EXERCISE = "exercise"
    BREAK = "break"


@dataclass(frozen=True)
class StepTime:
    """A step of an exercise that is held, and for how long; 0 minutes: as long as the exercise says."""

    id: str
    minutes: int = 0


@dataclass(frozen=True)
class Planned:
    """One place in the sequence of an item; ticked: it is held, otherwise it is offered.

    `minutes` are those of an input or a break; an exercise has those of its `steps`, and no steps means all of them.
    `model` is the figure of an input. `title` stands for the model's name, `lines` are for the wall, and `notes` for
    the desk alone.
    """

    kind: PlannedKind
    minutes: int = 0
    model: str = ""
    exercise: str = ""
    steps: tuple[StepTime, ...] = ()
    title: Text | None = None
    lines: tuple[Text, ...] = ()
    notes: tuple[Text, ...] = ()
    is_ticked: bool = True


@dataclass(frozen=True)
class AgendaItem:
    """`start` and `end` in minutes after midnight; `models` are further figures at hand."""

    id: str
    start: int
    end: int
    kind: SlotKind
    title: Text
    stations: tuple[Planned, ...] = ()
    models: tuple[str, ...] = ()

    @property
    def minutes(self) -> int:
        """How long it lasts."""
        return self.end - self.start

    @property
    def held(self) -> tuple[Planned, ...]:
        """The stations that are held, in order."""
        return tuple(one for one in self.stations if one.is_ticked)

    @property
    def exercises(self) -> tuple[str, ...]:
        """The exercises that it holds or offers, each once."""
        return tuple(dict.fromkeys(one.exercise for one in self.stations if one.exercise))

    @property
    def figures(self) -> tuple[str, ...]:
        """Every figure at hand: those of what is told, then the further ones."""
        return tuple(dict.fromkeys([*(one.model for one in self.held if one.model), *self.models]))


@dataclass(frozen=True)
class Programme:
    """One day. `check_ins` are questions to choose among, `homework` what is asked until next time, `preparation` what
    is asked before the day.

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
    is_lent: bool = False
    preparation: Text | None = None

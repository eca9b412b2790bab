"""What a course asks for between its days: texts to read, and homework with a guide and lines to write afterwards."""

from dataclasses import dataclass

from kulturspejl.core.text import Text

LONGEST_MINUTES = 240


@dataclass(frozen=True)
class Reading:
    """One text to read before the day `part`: where it stands, never the text. `year` and `address` may be ""."""

    id: str
    part: str
    author: str
    title: str
    minutes: int
    year: str = ""
    address: str = ""
    is_required: bool = True


@dataclass(frozen=True)
class HomeworkStep:
    """One step of a conversation in one's own unit, with its minutes and what is said."""

    id: str
    minutes: int
    text: Text


@dataclass(frozen=True)
class Named:
    """A choice, or a question, with its id."""

    id: str
    text: Text


@dataclass(frozen=True)
class HomeworkModel:
    """A model that the conversation may begin from; `says` are the words that it has for a step, by the step's id.

    `programme` is the meeting that a team can hold with it in a room of its own; "" for none.
    """

    id: str
    name: Text
    says: dict[str, Text]
    programme: str = ""


@dataclass(frozen=True)
class Homework:
    """What is asked until the day that names it. `roles` are those who may have taken part, `lines` what was learnt.

    `programmes` are the meetings that open a room for the team with one press, the first one being offered first.
    """

    id: str
    name: Text
    text: Text
    prepare: tuple[Text, ...]
    steps: tuple[HomeworkStep, ...] = ()
    models: tuple[HomeworkModel, ...] = ()
    roles: tuple[Named, ...] = ()
    lines: tuple[Named, ...] = ()
    programmes: tuple[str, ...] = ()

    @property
    def minutes(self) -> int:
        """How long the conversation takes; 0 where no steps are given."""
        return sum(step.minutes for step in self.steps)

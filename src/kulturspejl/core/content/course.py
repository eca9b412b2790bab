"""A course as data: its days in order, what each is for, and what happens before it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from kulturspejl.core.content.between_days import Homework, Reading
from kulturspejl.core.text import Text


class BetweenKind(StrEnum):
    """What is done before a day."""

    READING = "reading"
    TRIO = "trio"
    DIALOGUE = "dialogue"
    PLAN = "plan"
    TASK = "task"


@dataclass(frozen=True)
class Between:
    """One thing that is done before a day, by those who take part."""

    id: str
    kind: BetweenKind
    text: Text


@dataclass(frozen=True)
class CoursePart:
    """One day of the course. `programme` is the day's own file; `starts` and `ends` in minutes after midnight.

    `before` and `after` are the letters about it, "" for none; `homework` is what is asked until it, "" for nothing.
    """

    id: str
    programme: str
    title: Text
    perspective: Text
    purposes: tuple[Text, ...]
    bring: Text
    starts: int
    ends: int
    between: tuple[Between, ...] = ()
    homework: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class CourseContent:
    """The whole of it; `raw` is what a course keeps, so that it stays as it was when it was made.

    `readings` are what a course's own list begins with, `reading_questions` what to talk about afterwards.
    """

    id: str
    version: str
    source: str
    name: Text
    text: Text
    parts: tuple[CoursePart, ...]
    raw: dict[str, Any]
    readings: tuple[Reading, ...] = ()
    reading_questions: tuple[Text, ...] = ()
    homework: tuple[Homework, ...] = ()

    def part(self, id: str) -> CoursePart | None:
        """The day of this id, if there is one."""
        return next((one for one in self.parts if one.id == id), None)

    def homework_of(self, part: str) -> Homework | None:
        """What is asked until the day of this id; None for nothing."""
        found = self.part(part)
        return next((one for one in self.homework if found and one.id == found.homework), None)

    def asked_until(self, homework: str) -> CoursePart | None:
        """The day until which a homework is asked."""
        return next((one for one in self.parts if one.homework == homework), None)

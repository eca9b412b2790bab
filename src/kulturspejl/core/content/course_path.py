"""Where somebody is in a course: which days are behind, which is next, and what is to be done before it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kulturspejl.core.content.course import BetweenKind, CourseContent, CoursePart


@dataclass(frozen=True)
class Path:
    """The parts in the order of their days. `here` is the place of the day that one is at or on the way to.

    With all days behind it is the last one, and `next` is none.
    """

    stops: tuple[tuple[CoursePart, date], ...]
    here: int
    next: int | None

    @property
    def is_over(self) -> bool:
        """Whether every day is behind."""
        return self.next is None


def stock_part(parts: Sequence[CoursePart]) -> CoursePart | None:
    """The day at which stock is taken of the plan, of `parts` in their order: the last until which it is worked with.

    None for a course that asks nothing of a plan.
    """
    found = [one for one in parts if any(thing.kind is BetweenKind.PLAN for thing in one.between)]
    return found[-1] if found else None


def path_of(content: CourseContent, days: Mapping[str, date], today: date) -> Path:
    """The path on a day; parts without a day of their own stand nowhere. A day counts as ahead until it is over."""
    known = [(part, days[part.id]) for part in content.parts if part.id in days]
    stops = tuple(sorted(known, key=lambda stop: stop[1]))
    ahead = [place for place, (_part, day) in enumerate(stops) if day >= today]
    following = ahead[0] if ahead else None
    here = following if following is not None else len(stops) - 1
    return Path(stops, here, following)

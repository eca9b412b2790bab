"""A TRIO meeting that is planned: a day, perhaps an hour and a place."""

from dataclasses import dataclass
from datetime import date, time, timedelta

from kulturspejl.core.errors import Faulty
from kulturspejl.core.text import Text
from kulturspejl.core.writing.length import without_room
from kulturspejl.core.writing.line import one_line

LONGEST = {"place": 120}
FURTHEST = timedelta(days=366)
A_DAY = Text(
    da="Vælg en dag fra i dag og højst et år frem.", en="Choose a day from today and at most a year ahead."
)


@dataclass(frozen=True)
class MeetingDraft:
    """`starts` may be none, `place` empty."""

    day: date | None
    starts: time | None = None
    place: str = ""

    def checked(self, today: date) -> tuple[date, time | None, str]:
        """Day, hour and place; raises Faulty with a sentence a field."""
        place = one_line(self.place)
        faults = without_room({"place": place}, LONGEST)
        if self.day is None or not today <= self.day <= today + FURTHEST:
            raise Faulty(A_DAY, {"day": A_DAY} | faults)
        if faults:
            raise Faulty(next(iter(faults.values())), faults)
        return self.day, self.starts, place

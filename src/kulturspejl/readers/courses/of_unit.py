"""The days of a viewer's own course, as far as they have to do with the plans of the viewer's own units.

Nobody reads here that a colleague takes part: the days are those of whoever looks.
"""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from kulturspejl.access.course_access import memberships_of
from kulturspejl.access.own_units import own_units
from kulturspejl.access.permission import day_of
from kulturspejl.core.choreography.state import from_json
from kulturspejl.core.content.course_path import stock_part
from kulturspejl.core.content.parse_course import course_from_json
from kulturspejl.core.text import Text
from kulturspejl.records.models import CourseDay, User


@dataclass(frozen=True)
class OwnDay:
    """A day of a course that the viewer takes part in; `is_stock`: stock of the plan is taken at it.

    `is_over`: its hours have passed, or its room is closed, which on the day itself the date alone does not say.
    """

    id: uuid.UUID
    on: date
    title: Text
    is_stock: bool
    is_over: bool = False


@dataclass(frozen=True)
class OwnDays:
    """`units` are the viewer's own, to whose plans the days belong. `takes_part`: in a class that is still there."""

    units: frozenset[uuid.UUID] = frozenset()
    days: tuple[OwnDay, ...] = ()
    takes_part: bool = False

    def of(self, unit_id: uuid.UUID) -> tuple[OwnDay, ...]:
        """The days, where the unit is one of the viewer's own."""
        return self.days if unit_id in self.units else ()

    def stock_of(self, unit_id: uuid.UUID, today: date) -> date | None:
        """The nearest day at which stock is taken: for weeks after it a plan is asked for, whatever comes next year."""
        found = [one.on for one in self.of(unit_id) if one.is_stock]
        return min(found, key=lambda on: abs(on - today), default=None)

    def next_stock_of(self, unit_id: uuid.UUID) -> date | None:
        """The next such day; today's is one until it is over."""
        return next((one.on for one in self.of(unit_id) if one.is_stock and not one.is_over), None)


def days_for(user: User, *, now: datetime) -> OwnDays:
    """Everything that is needed for all units of a page; two questions for whoever takes part in nothing."""
    takings = memberships_of(user, now=now)
    if not takings:
        return OwnDays()
    contents = {one.held.id: course_from_json(one.course.content) for one in takings}
    rows: Mapping[uuid.UUID, CourseDay] = (
        CourseDay.objects.filter(held_id__in=contents).select_related("room")
        .defer("room__content", "room__script").in_bulk()
    )  # fmt: skip
    found = []
    for row in rows.values():
        content = contents[row.held_id]
        part = content.part(row.part)
        if part is not None:
            stock = stock_part(content.parts)
            is_stock = stock is not None and part.id == stock.id
            found.append(OwnDay(row.id, row.day, part.title, is_stock, _is_over(row, now)))
    days = tuple(sorted(found, key=lambda one: (one.on, str(one.id))))
    return OwnDays(frozenset(own_units(user, day_of(now))), days, takes_part=True)


def _is_over(row: CourseDay, now: datetime) -> bool:
    if row.day != day_of(now):
        return row.day < day_of(now)
    here = timezone.localtime(now)
    return here.hour * 60 + here.minute >= row.ends or (row.room is not None and from_json(row.room.state).is_over)

"""Where somebody's development plan opens: at the chapter of the day that they have come to."""

from datetime import datetime

from kulturspejl.access.course_access import Taking
from kulturspejl.access.permission import day_of
from kulturspejl.access.room_access import room_of
from kulturspejl.core.own_plan.chapters import BEGIN, chapter_at
from kulturspejl.records.models import CourseDay
from kulturspejl.values.room_day import day_of_room
from kulturspejl.values.the_library import the_library


def chapter_of(taking: Taking, *, now: datetime) -> int:
    """By the last day that has come."""
    days = sorted(CourseDay.objects.filter(held=taking.held).values_list("day", flat=True))
    return chapter_at(sum(day <= day_of(now) for day in days) - 1, len(days))


def chapter_of_room(code: str) -> int:
    """By the programme of the room, where a course of the library has it; else the first."""
    programme = day_of_room(room_of(code)).programme.id
    for course in the_library().courses.values():
        parts = [part.programme for part in course.parts]
        if programme in parts:
            return chapter_at(parts.index(programme), len(parts))
    return BEGIN

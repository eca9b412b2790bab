"""A talk that the plan has made shorter gets a shorter clock; a break keeps its length, and so does an exercise."""

import pytest

from kulturspejl.core.choreography import commands as do
from kulturspejl.readers import rooms as readers
from kulturspejl.values.room_day import day_of_room
from tests.actions.rooms.course import NOW, Course, begin

pytestmark = pytest.mark.django_db


def minutes_at(course: Course, item: str) -> tuple[float, int]:
    """On the clock, and as the desk writes it."""
    day = day_of_room(course.id)
    at = next(place for place, one in enumerate(day.script) if day.item_of(one).id == item)
    course.do(do.GoTo(at, course.state.version))
    desk = readers.desk(course.frida, course.id, language="da", now=NOW)
    return course.state.clock.left(NOW) / 60, desk.station.minutes


def test_ten_minutes_are_taken_from_the_talk_and_not_from_the_break():
    course = begin()
    assert minutes_at(course, "lecture") == (50, 50)
    assert minutes_at(course, "check_in") == (5, 5)
    course.do(do.Replan(10, keeps_breaks=True))
    assert minutes_at(course, "lecture") == (40, 40)
    assert minutes_at(course, "break_morning") == (15, 15)
    assert minutes_at(course, "lunch") == (45, 45)
    assert minutes_at(course, "check_in") == (5, 5)

"""The agenda is the very same through an item of the day, and another where anything in it is another."""

from dataclasses import replace

import pytest

from kulturspejl.access.permission import day_of
from kulturspejl.actions import rooms
from kulturspejl.core.choreography import commands as do
from kulturspejl.core.text import Text
from kulturspejl.readers.rooms.regions.agenda import agenda_lines
from kulturspejl.readers.rooms.scene import scene_of
from kulturspejl.records.models import Room
from tests.actions.rooms.course import NOW, begin, planned

pytestmark = pytest.mark.django_db(transaction=True)


def lines(course, language="da"):
    return agenda_lines(scene_of(Room.objects.get(id=course.id), language=language, now=NOW))


def go_on(course):
    seen = Room.objects.get(id=course.id).version
    rooms.run(by=course.frida, room_id=course.id, command=do.Next(seen), now=NOW)


def test_it_stays_through_the_steps_of_an_item_and_moves_on_with_the_next():
    course = begin(1)
    course.go_to("culture_profile", "alone")
    first = lines(course)
    go_on(course)
    assert lines(course) is first
    assert lines(course, "en") is not first
    assert lines(course, "en")[0].title != first[0].title
    course.go_to("sparring", "choose")
    assert lines(course) != first
    assert [line.is_now for line in lines(course)].index(True) > [line.is_now for line in first].index(True)


def test_a_day_that_is_changed_or_late_has_another():
    course = begin(1)
    course.go_to("culture_profile", "alone")
    before, plan = lines(course), planned()
    renamed = replace(plan.items[-1], title=Text(da="Et nyt navn", en="A new name"))
    rooms.change_class(
        by=course.frida, room_id=course.id, name="Hold 15", day=day_of(NOW), check_in="", homework="", language="da",
        plan=replace(plan, items=(*plan.items[:-1], renamed)), next_day=None, texts={}, now=NOW,
    )  # fmt: skip
    changed = lines(course)
    assert (changed[-1].title, before[-1].title) == ("Et nyt navn", plan.items[-1].title.da)
    rooms.run(by=course.frida, room_id=course.id, command=do.Replan(10, keeps_breaks=False), now=NOW)
    assert lines(course)[-1].start != changed[-1].start

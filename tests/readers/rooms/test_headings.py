"""What one writes for the own group is seen by that group, and by nobody else in the room."""

import random

import pytest

from kulturspejl.actions import rooms
from kulturspejl.core.errors import NotThere
from kulturspejl.readers import rooms as readers
from kulturspejl.records.models import RoomNote
from tests.actions.rooms.course import NOW, begin

pytestmark = pytest.mark.django_db(transaction=True)
LINE = "Vagtskiftet, hvor ingen ved, hvem der har ansvaret"


def seated():
    """Eight people in two groups at the step where a case is chosen; the first has written a heading."""
    course = begin(8)
    station = course.go_to("sparring", "choose")
    rooms.divide(by=course.frida, room_id=course.id, rng=random.Random(3), now=NOW)
    part = f"{station}/heading"
    course.send(part, {"line": LINE}, key=course.keys[0])
    return course, part


def phone(course, key):
    return readers.phone(course.code, key, language="da", now=NOW)


@pytest.mark.slow
def test_the_own_group_sees_it_and_the_other_does_not():
    course, _part = seated()
    mine = {member for member, _name in phone(course, course.keys[0]).group.members}
    for key in course.keys:
        view = phone(course, key)
        lines = [line for _name, said in view.group.headings for _asked, line in said]
        assert lines == ([LINE] if view.me in mine else [])


@pytest.mark.slow
def test_neither_desk_nor_wall_nor_the_pushed_pages_of_others_hold_it():
    course, _part = seated()
    desk = readers.desk(course.frida, course.id, language="da", now=NOW)
    wall = readers.wall(None, course.id, course.room.wall_key, language="da", now=NOW)
    assert LINE not in str(desk) + str(wall)
    pushed = readers.phones(course.code, language="da", now=NOW)
    assert sum(LINE in str(view) for view in pushed.views) == 1


def test_only_the_owners_stays_once_a_case_is_chosen():
    course, part = seated()
    group = {member for member, _name in phone(course, course.keys[0]).group.members}
    other = next(key for key in course.keys[1:] if phone(course, key).me in group)
    course.send(part, {"line": "En anden sag"}, key=other)
    assert len(phone(course, other).group.headings) == 2
    rooms.claim(code=course.code, key=other, now=NOW)
    assert [said for _name, said in phone(course, course.keys[0]).group.headings] == [(("", "En anden sag"),)]


def test_it_may_be_taken_back_and_only_by_its_author():
    course, part = seated()
    rooms.take_back(code=course.code, key=course.keys[1], part=part, now=NOW)
    assert RoomNote.objects.count() == 1
    rooms.take_back(code=course.code, key=course.keys[0], part=part, now=NOW)
    assert not RoomNote.objects.exists()
    assert phone(course, course.keys[0]).group.headings == ()
    with pytest.raises(NotThere):
        rooms.take_back(code=course.code, key=course.keys[0], part="1.0.0/arrived", now=NOW)

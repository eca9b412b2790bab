"""Two of one name are told apart in every list, pair and group, on wall, desk and phone."""

import random

import pytest

from kulturspejl.actions import rooms
from kulturspejl.core.choreography import commands as do
from kulturspejl.core.content.gathering import Gathering
from kulturspejl.readers import rooms as readers
from tests.actions.rooms.course import NOW, begin

pytestmark = pytest.mark.django_db


@pytest.mark.slow
def test_two_of_one_name_have_two_names_wherever_people_are_listed_and_no_workplace_is_told():
    course = begin(0)
    keys = [
        rooms.join(code=course.code, name="Mette", workplace=place, now=NOW, rng=random.Random(place)).key
        for place in ("Børnehuset", "Hjemmeplejen")
    ]
    course.go_to("culture_profile", "pairs")
    people = sorted(str(one.id) for one in course.room.participants.all())
    course.do(do.Divide(Gathering.PAIRS, (tuple(people),)))
    both = {"Mette", "Mette 2"}
    desk = readers.desk(course.frida, course.id, language="da", now=NOW)
    assert {name for group in desk.groups for _id, name in group.members} == both
    wall = readers.wall(course.frida, course.id, "", language="da", now=NOW)
    assert {name for _number, names in wall.groups for name in names} == both
    phone = readers.phone(course.code, keys[0], language="da", now=NOW)
    assert {name for _id, name in phone.group.members} == both
    (view,) = {one.group.members for one in readers.phones(course.code, language="da", now=NOW).views}
    assert {name for _id, name in view} == both
    for shown in (wall, phone, view):
        assert "Børnehuset" not in repr(shown)
    assert [(one.name, one.workplace) for one in desk.here] == [("Mette", "Børnehuset"), ("Mette 2", "Hjemmeplejen")]

"""A TRIO in a room: written alone, revealed to those who came together, and kept on each of their phones."""

import random
import re

import pytest
from django.test import Client

from kulturspejl.access.permission import day_of
from kulturspejl.actions import rooms
from kulturspejl.core.errors import Conflict
from kulturspejl.readers import rooms as readers
from kulturspejl.values.the_library import the_library
from tests.actions.rooms.course import NOW, Course, facilitator
from tests.actions.town import found_town

pytestmark = pytest.mark.django_db(transaction=True)
WHO = {"Lone": "Skolen Nord", "Arne": "skolen  nord", "Tove": "SKOLEN NORD", "Sven": "Plejehjemmet", "Ib": ""}
MINE = "At I siger det, mens det stadig er let"


def workshop() -> Course:
    """A leader with two representatives, a leader who came alone, and somebody who named no workplace."""
    where = found_town(now=NOW)
    frida = facilitator(where, "Frida", NOW)
    room = rooms.create_class(
        by=frida, plan=the_library().programmes["start_workshop"], name="Workshop", day=day_of(NOW), check_in="Hvad?",
        homework="", language="da", now=NOW,
    )  # fmt: skip
    course = Course(where, room, frida, frida)
    for number, (name, place) in enumerate(WHO.items()):
        joined = rooms.join(code=course.code, name=name, workplace=place, now=NOW, rng=random.Random(number))
        course.keys.append(str(joined.key))
    return course


def sit(course: Course, step: str, exercise: str = "roles_expectations") -> str:
    station = course.go_to(exercise, step)
    rooms.divide(by=course.frida, room_id=course.id, rng=random.Random(3), now=NOW)
    return station


def group(course: Course, number: int):
    return readers.phone(course.code, course.keys[number], language="da", now=NOW).group


def can_take_back(course: Course, number: int, part: str) -> bool:
    """Whether the button stands on that phone's page, open to be pressed."""
    phone = Client(headers={"accept-language": "da"})
    phone.cookies["kulturspejl_room"] = course.keys[number]
    page = phone.get(f"/room/{course.code}").content.decode()
    (form,) = re.findall(rf'<form[^>]*data-take-back="{part}"[^>]*>', page)
    return "hidden" not in form


def headings(course: Course, number: int) -> str:
    seated = group(course, number)
    return str(seated.headings) if seated else ""


@pytest.mark.slow
def test_what_each_wrote_alone_is_revealed_to_the_own_trio_at_the_next_step_and_to_nobody_else():
    course = workshop()
    sit(course, "find")
    assert [sorted(name for _id, name in group(course, at).members) for at in (0, 3, 4)] == [
        ["Arne", "Lone", "Tove"], ["Sven"], ["Ib"],
    ]  # fmt: skip
    station = course.go_to("roles_expectations", "alone")
    assert can_take_back(course, 0, f"{station}/leader") is False, "nothing is written yet"
    course.send(f"{station}/leader", {"tell_me": MINE, "count_on": "At jeg lytter"}, key=course.keys[0])
    assert can_take_back(course, 0, f"{station}/leader") is True
    assert can_take_back(course, 1, f"{station}/leader") is False, "it is another's"
    assert [headings(course, at) for at in range(5)] == [""] * 5
    said = readers.phone(course.code, course.keys[0], language="da", now=NOW).station.who_sees
    assert said.startswith("De, du sidder sammen med på næste trin, ser det med dit navn")
    course.go_to("roles_expectations", "reveal")
    assert [MINE in headings(course, at) for at in range(5)] == [True, True, True, False, False]
    asked = [question for _name, lines in group(course, 1).headings for question, _line in lines]
    assert asked[0].startswith("Hvad har jeg brug for")
    desk = readers.desk(course.frida, course.id, language="da", now=NOW)
    wall = readers.wall(None, course.id, course.room.wall_key, language="da", now=NOW)
    assert MINE not in str(desk) + str(wall)


@pytest.mark.slow
def test_what_one_writes_for_the_trio_stands_on_each_of_their_phones_and_on_the_page_after_the_day():
    course = workshop()
    station = sit(course, "agree")
    rooms.claim(code=course.code, key=course.keys[1], now=NOW)
    course.send(f"{station}/agreed", {"leader": "Siger til i tide", "tr": "Kommer med det, der rører sig"},
                key=course.keys[1])  # fmt: skip
    part, lines = group(course, 0).carried[0]
    assert (part, [(item, line) for item, _asked, line in lines]) == (
        f"{station}/agreed", [("leader", "Siger til i tide"), ("tr", "Kommer med det, der rører sig")],
    )  # fmt: skip
    assert group(course, 3).carried == ((part, ()),)
    page = browser(course, 2)
    assert re.findall(r'data-carries="(\w+)"', page) == ["leader", "tr"]
    pushed = readers.phones(course.code, language="da", now=NOW)
    assert sum("Siger til i tide" in str(view) for view in pushed.views) == 2, "the writer's, and that of the others"
    course.go_to("our_trio", "write")
    assert f'data-note="{part}"' in browser(course, 0).split('class="brought')[1]
    rooms.finish(by=course.frida, room_id=course.id, seen=course.state.version, now=NOW)
    own = browser(course, 0)
    assert f'data-note="{part}"' in own
    assert "Siger til i tide" not in own, "the server has it no longer: the phone fills it in"


@pytest.mark.slow
def test_taken_back_it_leaves_the_others_phones_too():
    course = workshop()
    station = sit(course, "agree")
    rooms.claim(code=course.code, key=course.keys[0], now=NOW)
    course.send(f"{station}/agreed", {"leader": "Siger til i tide"}, key=course.keys[0])
    rooms.take_back(code=course.code, key=course.keys[0], part=f"{station}/agreed", now=NOW)
    assert group(course, 1).carried == ((f"{station}/agreed", ()),)


def test_a_trio_is_not_counted_off_and_who_comes_late_finds_it():
    course = workshop()
    sit(course, "find")
    with pytest.raises(Conflict):
        rooms.count_to(by=course.frida, room_id=course.id, now=NOW)
    rooms.join(code=course.code, name="Bo", workplace="Plejehjemmet", now=NOW, rng=random.Random(9))
    assert [name for _id, name in group(course, 3).members] == ["Sven", "Bo"]
    rooms.join(code=course.code, name="Else", workplace="Havnen", now=NOW, rng=random.Random(10))
    assert len(course.state.divisions["trio"]) == 4


def browser(course: Course, number: int) -> str:
    client = Client(headers={"accept-language": "da"})
    client.cookies["kulturspejl_room"] = course.keys[number]
    reply = client.get(f"/room/{course.code}")
    assert reply.status_code == 200
    return reply.content.decode()


def test_the_door_asks_for_the_same_workplace_where_a_trio_is_put_together():
    page = Client(headers={"accept-language": "da"}).get(f"/room/{workshop().code}").content.decode()
    assert "Skriv det samme som dem, du kommer sammen med" in page
    assert "bliver holdt fra hinanden" not in page

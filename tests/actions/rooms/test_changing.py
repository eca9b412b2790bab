"""Changing a planned day: all of it before it begins, what lies ahead afterwards, and nobody who has joined is lost."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kulturspejl.access.permission import day_of
from kulturspejl.actions import rooms
from kulturspejl.core.choreography import commands as do
from kulturspejl.core.errors import Conflict, Faulty, NotThere
from kulturspejl.records.models import Room, RoomNote
from kulturspejl.values.room_day import day_of_room
from kulturspejl.values.room_plan import fixed_items
from tests.actions.rooms.course import NOW, Course, begin, held_in, planned, with_exercises, without

pytestmark = pytest.mark.django_db
TOMORROW = day_of(NOW) + timedelta(days=1)
NEXT = day_of(NOW) + timedelta(days=30)


def change(course: Course, **other) -> None:
    given = {
        "name": "Hold 15", "day": TOMORROW, "plan": planned(), "check_in": "Hvad nu?", "homework": "Læs.",
        "language": "da", "next_day": NEXT, "texts": {}, "by": course.frida,
    } | other  # fmt: skip
    rooms.change_class(room_id=course.id, now=NOW, **given)


def test_everything_can_be_changed_before_it_begins_and_people_stay():
    course = begin(3)
    day_of_room(course.id)
    version, code = course.room.version, course.code
    change(course, plan=without("sparring"))
    room = course.room
    assert (room.name, room.day, room.check_in, room.homework, room.next_day) == (
        "Hold 15", TOMORROW, "Hvad nu?", "Læs.", NEXT,
    )  # fmt: skip
    assert room.participants.count() == 3
    assert (room.code, room.version, course.state.version) == (code, version + 1, version + 1)
    assert all(one.exercise != "sparring" for one in day_of_room(course.id).script)
    assert "sparring" not in room.content["exercises"]
    change(course)
    assert day_of_room(course.room).programme == planned()


def test_own_words_stand_in_the_room_s_own_copy_and_can_be_changed_again():
    course = begin(1)
    for words in ("Find jeres bord", "Find hinanden"):
        change(course, texts={("check_in", "circle", "wall"): words})
        assert day_of_room(course.room).exercises["check_in"].step("circle").wall.into("en") == words
    assert day_of_room(course.room).exercises["check_in"].step("circle").phone.da.startswith("Find din kreds")


def test_once_begun_only_what_lies_ahead_homework_and_the_next_day():
    course = begin(3)
    station = course.go_to("culture_profile", "pairs")
    change(course, plan=with_exercises(planned(), lambda _one: False))
    room = course.room
    assert (room.name, room.day, room.check_in) == (
        "Modul 2, hold 14",
        day_of(NOW),
        "Hvad har du prøvet siden sidst?",
    )
    assert (room.homework, room.next_day) == ("Læs.", NEXT)
    day = day_of_room(room)
    assert day.script[course.state.at].key == station
    assert [one for one, some in held_in(day.programme).items() if some] == ["check_in", "culture"]
    course.do(do.Next(course.state.version))
    assert course.state.at >= 0


def test_what_somebody_has_written_in_stays_though_the_room_has_gone_back():
    course = begin(3)
    station = course.go_to("sparring", "choose")
    course.send(f"{station}/heading", {"line": "En sag"}, key=course.keys[0])
    course.do(do.GoTo(-1, course.state.version))
    day = day_of_room(course.room)
    assert day.programme.items[fixed_items(course.room, course.state, day) - 1].id == "across"
    change(course, plan=without("sparring", "evaluation"))
    held = held_in(day_of_room(course.room).programme)
    assert held["across"]
    assert not held["evaluation"]
    assert RoomNote.objects.filter(room=course.room).count() == 1


def test_faults_are_said_and_change_nothing():
    course = begin(1)
    with pytest.raises(Faulty) as faulty:
        change(course, name="", next_day=day_of(NOW), texts={("check_in", "circle", "wall"): "a" * 200})
    assert {"name", "next_day", "text.check_in.circle.wall"} <= set(faulty.value.fields)
    assert course.room.plan == 1


def test_a_day_that_is_over_stays_and_nobody_else_may():
    course = begin(1)
    with pytest.raises(NotThere):
        change(course, by=course.town.leader)
    rooms.finish(by=course.frida, room_id=course.id, seen=course.state.version, now=NOW)
    with pytest.raises(Conflict):
        change(course)
    assert Room.objects.get(id=course.id).name == "Modul 2, hold 14"


def test_times_titles_and_order_are_the_facilitator_s_and_the_agenda_follows():
    course = begin(1)
    plan = planned()
    earlier = tuple(replace(item, start=item.start - 30, end=item.end - 30) for item in plan.items)
    change(course, plan=replace(plan, items=earlier))
    assert [slot.start for slot in course.state.slots] == [item.start for item in earlier]
    with pytest.raises(Faulty) as faulty:
        change(course, plan=replace(plan, items=(plan.items[1], plan.items[0], *plan.items[2:])))
    assert "welcome" in faulty.value.fields


def test_a_day_that_somebody_else_has_changed_meanwhile_is_not_written_over():
    course = begin(1)
    seen = course.room.plan
    change(course, by=course.finn, name="Finns hold", seen=seen)
    with pytest.raises(Conflict):
        change(course, name="Fridas hold", seen=seen)
    assert course.room.name == "Finns hold"
    change(course, name="Fridas hold", seen=course.room.plan)
    assert course.room.name == "Fridas hold"


def test_what_lies_ahead_begins_when_what_has_begun_is_over():
    course = begin(1)
    course.go_to("check_in", "circle")
    course.do(do.Replan(10, keeps_breaks=False))
    plan = planned()
    with pytest.raises(Conflict):
        change(course, plan=plan)
    later = tuple(replace(item, start=item.start + 10, end=item.end + 10) for item in plan.items)
    change(course, plan=replace(plan, items=later))
    assert course.state.slots[1].end == plan.items[1].end + 10
    assert day_of_room(course.room).programme.items[1].end == plan.items[1].end + 10

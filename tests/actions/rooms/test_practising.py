"""Practising: robots come, fill in, count, take cases and are done, and nothing about them is kept anywhere else."""

import random
from datetime import timedelta

import pytest

from kulturspejl.actions import rooms
from kulturspejl.core.choreography import commands as do
from kulturspejl.core.choreography.robots import crew
from kulturspejl.core.errors import NotThere
from kulturspejl.library.crew import crew_in
from kulturspejl.records.models import Participant, Room, RoomKind, RoomNote, RoomPicture
from tests.actions.rooms.course import NOW, Course, begin

pytestmark = pytest.mark.django_db


def practice(course: Course) -> Course:
    made = rooms.practise(by=course.frida, room_id=course.id, now=NOW)
    return Course(course.town, made, course.frida, course.finn)


def turns(seconds: int, *, after: float = 0, each: float = 2) -> None:
    """As the worker does it; another `rng` each time, because nothing lives on between two turns."""
    for turn in range(int(seconds / each)):
        now = NOW + timedelta(seconds=after + turn * each)
        rooms.move_robots(seconds=each, now=now, rng=random.Random(turn))


def test_a_copy_of_the_day_begins_at_the_beginning_and_is_empty():
    course = begin(4)
    course.go_to("check_in", "circle")
    made = practice(course)
    assert (made.room.kind, made.state.at, made.room.name) == (RoomKind.PRACTICE, -1, course.room.name)
    assert made.room.script == course.room.script
    assert made.room.code != course.room.code
    assert not made.room.participants.exists()
    assert course.room.participants.count() == 4


def test_a_programme_is_practised_in_one_go():
    course = begin()
    made = rooms.practise_programme(by=course.frida, programme="module_2", language="en", now=NOW)
    assert Room.objects.get(id=made).kind == RoomKind.PRACTICE
    with pytest.raises(NotThere):
        rooms.practise_programme(by=course.frida, programme="nothing", language="en", now=NOW)
    with pytest.raises(NotThere):
        rooms.practise(by=course.town.leader, room_id=course.id, now=NOW)


def test_they_come_in_the_first_half_minute_and_only_once():
    made = practice(begin())
    turns(10)
    assert 5 <= Participant.objects.filter(room=made.room).count() < 26
    turns(40, after=10)
    assert Participant.objects.filter(room=made.room).count() == 26
    assert Participant.objects.filter(room=made.room, key_hash=None).count() == 2


def test_a_robot_on_paper_comes_once_where_somebody_has_its_name_already():
    made = practice(begin())
    (first, *_others) = [one for one in crew(crew_in("da")) if one.is_on_paper]
    rooms.add_on_paper(by=made.frida, room_id=made.id, name=first.name, workplace="", now=NOW)
    robot = next(one for one in crew(crew_in("da")) if not one.is_on_paper)
    rooms.join(code=made.code, name=robot.name, workplace="", now=NOW, rng=random.Random(1))
    turns(40)
    names = list(Participant.objects.filter(room=made.room).values_list("name", flat=True))
    assert len({name.casefold() for name in names}) == len(names) == 27


def test_nobody_comes_to_a_class():
    course = begin(2)
    turns(40)
    assert course.room.participants.count() == 2


@pytest.mark.django_db(transaction=True)
def test_they_fill_in_and_are_done_one_after_the_other():
    made = practice(begin())
    turns(40)
    station = made.go_to("check_in", "line")
    turns(20, after=40)
    done = Participant.objects.filter(room=made.room, done=station).count()
    assert 0 < done < 24
    assert RoomNote.objects.filter(room=made.room).count() == done
    turns(400, after=60)
    assert Participant.objects.filter(room=made.room, done=station).count() == 24
    key = made.go_to("evaluation", "alone")
    turns(400, after=460)
    made.do(do.Show("scales"))
    assert RoomPicture.objects.get(room=made.room, part=f"{key}/scales").is_final


def test_they_count_and_take_one_case_a_group():
    made = practice(begin())
    turns(40)
    made.go_to("sparring", "choose")
    rooms.count_to(by=made.frida, room_id=made.id, now=NOW)
    turns(300, after=40)
    assert len(made.state.said) == 24
    rooms.groups_from_count(by=made.frida, room_id=made.id, now=NOW)
    turns(300, after=340)
    state = made.state
    groups = next(iter(state.divisions.values()))
    assert [owner in group for owner, group in zip(state.owners, groups, strict=True)] == [True] * 7


def test_a_robot_that_is_taken_off_the_list_later_stays_away():
    made = practice(begin())
    turns(40)
    gone = Participant.objects.filter(room=made.room).first()
    rooms.remove(by=made.frida, room_id=made.id, participant=gone.id, now=NOW)
    turns(10, after=700)
    assert Participant.objects.filter(room=made.room).count() == 25


def test_the_room_goes_with_everything_in_it_when_it_is_closed():
    made = practice(begin())
    turns(40)
    made.do(do.Next(made.state.version))
    rooms.finish(by=made.frida, room_id=made.id, seen=made.state.version, now=NOW)
    turns(10, after=40)
    assert not Room.objects.filter(id=made.id).exists()
    assert not Participant.objects.filter(room_id=made.id).exists()

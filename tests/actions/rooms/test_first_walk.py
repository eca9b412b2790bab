"""A class from the plan to the first words on the wall."""

import random
from dataclasses import replace

import pytest

from kulturspejl.actions import rooms
from kulturspejl.core.choreography import commands as do
from kulturspejl.core.content.programme import Planned, PlannedKind, Programme, StepTime
from kulturspejl.core.errors import Conflict, Faulty, Gone, NotThere
from kulturspejl.core.text import Text
from kulturspejl.readers import rooms as faces
from kulturspejl.records.models import Grant, Organisation, Participant, Room, User
from tests.actions.rooms.course import CHECK_IN, NOW, begin, come, facilitator, planned
from tests.actions.town import found_town

pytestmark = pytest.mark.django_db


@pytest.mark.slow
def test_a_class_goes_from_plan_to_words_on_the_wall():
    course = begin(4)
    station = course.go_to("check_in", "line")
    phone = faces.phone(course.code, course.keys[0], language="da", now=NOW)
    assert phone.station.title == CHECK_IN
    (part,) = phone.station.parts
    assert part.key == f"{station}/arrived"
    for number, key in enumerate(course.keys):
        assert course.send(part.key, {"line": f"Ord {number}"}, key=key) == "stored"
        rooms.mark_done(code=course.code, key=key, station=station, now=NOW)
    assert faces.desk(course.finn, course.id, language="da", now=NOW).done == 4
    course.do(do.Show("arrived"))
    wall = faces.wall(None, course.id, course.room.wall_key, language="da", now=NOW)
    assert sorted(wall.shown[0].lines) == ["Ord 0", "Ord 1", "Ord 2", "Ord 3"]


def test_the_code_takes_small_letters_and_a_space_and_a_wrong_one_opens_nothing():
    course = begin()
    typed = f"{course.code[:3].lower()} {course.code[3:].lower()}"
    assert faces.door(typed).name == "Modul 2, hold 14"
    with pytest.raises(NotThere):
        faces.door("22222")


def test_the_card_with_six_words_brings_back_the_same_participant_on_another_phone():
    course = begin()
    joined = rooms.join(code=course.code, name="Mette", workplace="", now=NOW, rng=random.Random(3))
    assert len(joined.words.split()) == 6
    assert len(joined.key) == 26, "128 bits in base32"
    again = rooms.come_back(code=course.code, words=f"  {joined.words.upper()} ", now=NOW)
    assert (again.participant, again.key) == (joined.participant, joined.key)
    assert rooms.come_back(code=course.code, key=joined.key, now=NOW).participant == joined.participant
    with pytest.raises(NotThere):
        rooms.come_back(code=course.code, words="en to tre fire fem seks", now=NOW)
    with pytest.raises(NotThere):
        rooms.come_back(code=course.code, words="", key="", now=NOW)


@pytest.mark.slow
def test_two_of_one_name_are_told_apart_on_phone_desk_wall_and_lists():
    course = begin()
    keys = [
        rooms.join(code=course.code, name=name, workplace="", now=NOW, rng=random.Random(number)).key
        for number, name in enumerate(("Anne Hansen", "anne  hansen", "Bo"))
    ]
    rooms.add_on_paper(by=course.frida, room_id=course.id, name="Anne Hansen", workplace="", now=NOW)
    desk = faces.desk(course.finn, course.id, language="da", now=NOW)
    names = ["Anne Hansen", "anne hansen 2", "Anne Hansen 3", "Bo"]
    assert [one.name for one in desk.here] == names
    assert [faces.phone(course.code, key, language="da", now=NOW).my_name for key in keys] == [names[0], names[1], "Bo"]
    course.go_to("culture_profile", "pairs")
    rooms.divide(by=course.frida, room_id=course.id, rng=random.Random(1), now=NOW)
    wall = faces.wall(None, course.id, course.room.wall_key, language="da", now=NOW)
    assert sorted(name for _number, members in wall.groups for name in members) == sorted(names)
    assert rooms.come_back(code=course.code, key=keys[1], now=NOW).name == "anne hansen 2"


def test_the_tables_hold_neither_key_nor_words():
    course = begin()
    joined = rooms.join(code=course.code, name="Mette", workplace="", now=NOW, rng=random.Random(3))
    stored = str(list(Participant.objects.values())) + str(list(Room.objects.values()))
    assert joined.key not in stored
    assert joined.words not in stored


def test_the_words_of_one_room_open_no_other():
    course = begin()
    joined = rooms.join(code=course.code, name="Mette", workplace="", now=NOW, rng=random.Random(3))
    other = rooms.create_class(
        by=course.frida, plan=planned(), name="Hold 15", day=course.room.day, check_in="",
        homework="", language="da", now=NOW,
    )  # fmt: skip
    with pytest.raises(NotThere):
        rooms.come_back(code=Room.objects.get(id=other).code, words=joined.words, now=NOW)
    with pytest.raises(NotThere):
        faces.phone(Room.objects.get(id=other).code, joined.key, language="da", now=NOW)


@pytest.mark.parametrize("name", ["", "  ", "\u202e", "x" * 61])
def test_a_name_that_nobody_can_be_called_by_is_refused(name):
    course = begin()
    with pytest.raises(Faulty) as caught:
        rooms.join(code=course.code, name=name, workplace="", now=NOW, rng=random.Random(1))
    assert list(caught.value.fields) == ["name"]
    assert not Participant.objects.exists()


def test_nobody_comes_into_a_day_that_is_over():
    course = begin(1)
    rooms.finish(by=course.frida, room_id=course.id, seen=course.state.version, now=NOW)
    with pytest.raises(Gone):
        come(course, 1)


@pytest.mark.slow
def test_only_facilitators_and_the_steward_run_a_room():
    course = begin(3)
    assert faces.desk(course.town.steward, course.id, language="da", now=NOW).at == -1
    for stranger in (course.town.hr, course.town.leader, course.town.amr, course.town.tr):
        with pytest.raises(NotThere):
            faces.desk(stranger, course.id, language="da", now=NOW)
        with pytest.raises(NotThere):
            faces.wall(stranger, course.id, "", language="da", now=NOW)
        with pytest.raises(NotThere):
            course.do(do.Next(1), by=stranger)
        with pytest.raises(NotThere):
            rooms.finish(by=stranger, room_id=course.id, seen=1, now=NOW)
        assert faces.cards(stranger, now=NOW) == []
        assert faces.programmes(stranger, "da", now=NOW) == []
        with pytest.raises(NotThere):
            faces.prepare(stranger, "module_2", language="da", now=NOW)
    assert course.state.at == -1


def test_a_facilitator_of_another_organisation_sees_nothing():
    course = begin()
    elsewhere = Organisation.objects.create(name="En anden kommune")
    other = User.objects.create(email="anna@anden.test")
    Grant.objects.create(user=other, organisation=elsewhere, role="facilitator", starts=NOW.date())
    with pytest.raises(NotThere):
        faces.desk(other, course.id, language="da", now=NOW)
    with pytest.raises(NotThere):
        rooms.add_on_paper(by=other, room_id=course.id, name="X", workplace="", now=NOW)


def test_the_wall_opens_by_its_own_key_and_by_no_other():
    course = begin()
    for key in ("", "x", course.code):
        with pytest.raises(NotThere):
            faces.wall(None, course.id, key, language="da", now=NOW)


LONG = Text(da="x" * 301, en="x")


def holding(*stations: Planned) -> Programme:
    plan = planned()
    return replace(plan, items=(replace(plan.items[0], stations=stations), *plan.items[1:]))


def test_a_class_with_faults_says_which():
    where = found_town()
    frida = facilitator(where, "Frida")

    def make(**given):
        usual = {
            "name": "Hold",
            "day": NOW.date(),
            "plan": planned(),
            "check_in": "",
            "homework": "",
            "language": "da",
        }
        rooms.create_class(by=frida, now=NOW, **(usual | given))

    for field, value, named in (
        ("name", " ", "name"), ("day", NOW.date().replace(year=2025), "day"), ("language", "sv", "language"),
        ("plan", holding(Planned(PlannedKind.EXERCISE, exercise="no_such")), "welcome.0"),
        ("plan", holding(Planned(PlannedKind.EXERCISE, exercise="check_in", steps=(StepTime("no"),))), "welcome.0"),
        ("plan", holding(Planned(PlannedKind.INPUT, minutes=5)), "welcome.0"),
        ("plan", holding(Planned(PlannedKind.BREAK, minutes=0)), "welcome.0"),
        ("plan", holding(Planned(PlannedKind.BREAK, minutes=5, title=Text(da="x" * 101, en="x"))), "welcome.0"),
        ("plan", holding(*[Planned(PlannedKind.EXERCISE, exercise="check_in")] * 2), "welcome.1"),
        ("plan", replace(planned(), items=()), "agenda"), ("plan", replace(planned(), goals=(LONG,)), "goals"),
        ("check_in", "x" * 301, "check_in"),
    ):  # fmt: skip
        with pytest.raises(Faulty) as caught:
            make(**{field: value})
        assert list(caught.value.fields) == [named]
    assert not Room.objects.exists()


def test_finishing_goes_by_its_own_action_alone():
    course = begin()
    with pytest.raises(Conflict):
        course.do(do.Finish(1))

"""A sheet with two sides: who may write which, and who sees it when."""

import random

import pytest

from kulturspejl.access.room_access import participant_of
from kulturspejl.actions import rooms
from kulturspejl.core.choreography.groups import group_of
from kulturspejl.core.errors import Conflict
from kulturspejl.readers import rooms as readers
from kulturspejl.records.models import Participant, RoomNote
from tests.actions.rooms.course import LATER, NOW, begin

pytestmark = pytest.mark.django_db(transaction=True)
SHEET = "feedback_sheet"
OWN, GIVEN = "Jeg spurgte ud før mødet", "Du ventede på svarene"


def phone(course, key):
    return readers.phone(course.code, key, language="da", now=NOW)


def me(course, key):
    return phone(course, key).me


def with_me(course, key):
    """The others of my group, by their keys."""
    mine = {member for member, _name in phone(course, key).group.members}
    return [other for other in course.keys if other != key and me(course, other) in mine]


def begun(participants=8):
    """Two groups; the first participant has taken the sheet and written the own side."""
    course = begin(participants, also=(SHEET,))
    part = course.go_to(SHEET, "own") + "/own"
    rooms.divide(by=course.frida, room_id=course.id, rng=random.Random(3), now=NOW)
    rooms.claim(code=course.code, key=course.keys[0], now=NOW)
    course.send(part, {"did": OWN}, key=course.keys[0])
    return course


def given():
    """And one of the others has written about it."""
    course = begun()
    giver = with_me(course, course.keys[0])[0]
    part = course.go_to(SHEET, "others") + "/others"
    course.send(part, {"saw": GIVEN}, key=giver)
    return course, giver, part


def everything(course):
    """What every phone of the room, the desk and the wall are told."""
    desk = readers.desk(course.frida, course.id, language="da", now=NOW)
    wall = readers.wall(None, course.id, course.room.wall_key, language="da", now=NOW)
    pushed = readers.phones(course.code, language="da", now=NOW)
    return str(desk) + str(wall), [str(view) for view in pushed.views], [str(phone(course, key)) for key in course.keys]


@pytest.mark.slow
def test_nobody_sees_a_word_before_the_group_reads():
    course, _giver, _part = given()
    room, pushed, asked = everything(course)
    for said in (OWN, GIVEN):
        assert said not in room + "".join(pushed) + "".join(asked)


@pytest.mark.slow
def test_then_the_own_group_sees_both_sides_signed_and_nobody_else_does():
    course, giver, _part = given()
    course.go_to(SHEET, "read")
    mine = {course.keys[0], *with_me(course, course.keys[0])}
    for key in course.keys:
        view = phone(course, key)
        assert (view.group.sheet is not None) == (key in mine)
        if key in mine:
            name = participant_of(course.room, giver).name
            assert [row.gave for row in view.group.sheet.rows if row.gave] == [((0, name, GIVEN),)]
            assert [row.wrote for row in view.group.sheet.rows if row.wrote] == [(OWN,)]
            assert view.group.sheet.is_mine == (key == course.keys[0])
    room, pushed, _asked = everything(course)
    assert OWN not in room
    assert GIVEN not in room
    assert sum(GIVEN in view for view in pushed) == 2, "one page for its owner, one for the others of the group"
    course.go_to(SHEET, "try")
    assert not any(GIVEN in view for view in everything(course)[1])


@pytest.mark.slow
def test_each_writes_only_the_own_side():
    course, giver, part = given()
    owner = course.keys[0]
    with pytest.raises(Conflict):
        course.send(part, {"saw": "Jeg roser mig selv"}, key=owner)
    stranger = next(key for key in course.keys if key != owner and key not in with_me(course, owner))
    with pytest.raises(Conflict):
        course.send(part, {"saw": "Ingen har taget vores ark"}, key=stranger)
    own = course.go_to(SHEET, "own") + "/own"
    with pytest.raises(Conflict):
        course.send(own, {"did": "Jeg skriver i dit navn"}, key=giver)
    assert RoomNote.objects.count() == 2


@pytest.mark.slow
def test_what_was_written_for_one_never_stands_on_the_sheet_of_another():
    course, giver, _part = given()
    rooms.claim(code=course.code, key=giver, now=NOW)
    course.go_to(SHEET, "read")
    rows = phone(course, giver).group.sheet.rows
    assert not any(row.gave or row.wrote for row in rows)
    rooms.claim(code=course.code, key=course.keys[0], now=NOW)
    assert any(row.gave for row in phone(course, course.keys[0]).group.sheet.rows)


@pytest.mark.slow
def test_a_giver_in_another_group_since_still_stands_where_they_wrote_and_nowhere_else():
    course, _giver, _part = given()
    rooms.divide(by=course.frida, room_id=course.id, rng=random.Random(11), now=LATER)
    course.go_to(SHEET, "read")
    for key in course.keys:
        sheet = phone(course, key).group.sheet
        place = group_of(course.state.divisions["groups"], me(course, key))
        holds = course.state.owners[place] == me(course, course.keys[0])
        assert (GIVEN in str(sheet)) == holds


@pytest.mark.slow
def test_a_sixth_giver_is_refused_with_a_sentence():
    course = begun(8)
    owner = course.keys[0]
    part = course.go_to(SHEET, "others") + "/others"
    everybody = tuple(str(row.id) for row in Participant.objects.filter(room=course.room))
    state = course.room.state
    state["divisions"]["groups"], state["owners"] = [list(everybody)], [me(course, owner)]
    type(course.room).objects.filter(id=course.id).update(state=state)
    givers = [key for key in course.keys if key != owner]
    for key in givers[:5]:
        course.send(part, {"saw": GIVEN}, key=key)
    course.send(part, {"saw": "Rettet"}, key=givers[0])
    with pytest.raises(Conflict, match="5"):
        course.send(part, {"saw": GIVEN}, key=givers[5])


@pytest.mark.slow
def test_its_owner_stops_and_all_of_it_is_gone():
    course, giver, _part = given()
    rooms.stop_sheet(code=course.code, key=giver, now=NOW)
    assert RoomNote.objects.count() == 2, "only the owner's own sheet"
    rooms.stop_sheet(code=course.code, key=course.keys[0], now=NOW)
    assert not RoomNote.objects.exists()
    course.go_to(SHEET, "read")
    assert phone(course, course.keys[0]).group.sheet is None


@pytest.mark.slow
def test_whoever_leaves_takes_their_sheet_with_them():
    course, _giver, _part = given()
    gone = participant_of(course.room, course.keys[0]).id
    rooms.remove(by=course.frida, room_id=course.id, participant=gone, now=NOW)
    assert not RoomNote.objects.exists()


@pytest.mark.slow
def test_the_other_role_sees_the_questions_and_writes_nothing():
    course = begun()
    giver = with_me(course, course.keys[0])[0]
    (asked,) = phone(course, giver).station.parts
    assert asked.is_asked_only
    assert len(asked.shape.items) == 5
    (mine,) = phone(course, course.keys[0]).station.parts
    assert not mine.is_asked_only
    course.go_to(SHEET, "try")
    assert phone(course, giver).station.parts == ()
    assert phone(course, course.keys[0]).station.parts[0].of_sheet

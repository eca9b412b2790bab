"""The locked copy of somebody's own notes: one a participant, replaced whole, never over what was not seen."""

import random

import pytest

from kulturspejl.access.room_access import DeskKey
from kulturspejl.actions import rooms
from kulturspejl.core.errors import Conflict, Faulty, Gone, NotThere
from kulturspejl.readers import rooms as readers
from kulturspejl.records.models import Participant, RoomNote, SealedNotes
from kulturspejl.values.room_sealed import LONGEST
from tests.actions.rooms.course import NOW, Course, begin, planned

pytestmark = pytest.mark.django_db
KEY = "ABCDEFGHIJKLMNOPQRSTUVWX27"
ONE, OTHER = "1." + "A" * 40, "1." + "B" * 40


def joined(course: Course, key: str = KEY) -> rooms.Joined:
    return rooms.join(code=course.code, name="Mette", workplace="", key=key, now=NOW, rng=random.Random(1))


def test_a_phone_that_chose_its_words_itself_is_in_by_its_key_and_gets_no_words():
    course = begin()
    came = joined(course)
    assert (came.key, came.words) == (KEY, "")
    assert rooms.come_back(code=course.code, key=KEY, now=NOW).participant == came.participant


def test_the_same_key_once_more_is_the_same_person():
    course = begin()
    assert joined(course).participant == joined(course).participant
    assert Participant.objects.count() == 1


@pytest.mark.parametrize(
    "key", ["short", KEY.lower(), KEY + "A", "é" * 26, "abe aften agern agurk ahorn alge"]
)
def test_a_key_that_no_phone_makes_is_refused(key):
    course = begin()
    with pytest.raises(Faulty):
        joined(course, key)
    assert not Participant.objects.exists()


def test_a_key_of_another_room_opens_nothing_here():
    course = begin()
    joined(course)
    other = rooms.create_class(
        by=course.frida, plan=planned(), name="Hold 15", day=course.room.day, check_in="",
        homework="", language="da", now=NOW,
    )  # fmt: skip
    with pytest.raises(Faulty):
        rooms.join(
            code=Course(course.town, other, course.frida, course.finn).code, name="Mette", workplace="", key=KEY,
            now=NOW, rng=random.Random(1),
        )  # fmt: skip


def test_what_is_kept_is_read_back_and_replaced_whole():
    course = begin()
    joined(course)
    first = rooms.seal(code=course.code, key=KEY, sealed=ONE, seen="")
    assert readers.sealed_notes(course.code, KEY).mark == first
    second = rooms.seal(code=course.code, key=KEY, sealed=OTHER, seen=first)
    assert readers.sealed_notes(course.code, KEY).sealed == OTHER
    assert second != first
    assert SealedNotes.objects.count() == 1


def test_two_phones_cannot_write_over_each_other_unseen():
    course = begin()
    joined(course)
    mark = rooms.seal(code=course.code, key=KEY, sealed=ONE, seen="")
    for seen in ("", "0" * 32):
        with pytest.raises(Conflict):
            rooms.seal(code=course.code, key=KEY, sealed=OTHER, seen=seen)
    assert readers.sealed_notes(course.code, KEY).sealed == ONE
    rooms.unseal(code=course.code, key=KEY)
    with pytest.raises(Conflict):
        rooms.seal(code=course.code, key=KEY, sealed=OTHER, seen=mark)
    assert not SealedNotes.objects.exists()


@pytest.mark.parametrize(
    "sealed",
    ["", "Mit første skridt", '{"fields": {}}', "1." + "A" * 20, "2." + "A" * 40, "1." + "A" * LONGEST],
)
def test_what_is_not_locked_or_too_much_is_not_kept(sealed):
    course = begin()
    joined(course)
    with pytest.raises(Faulty):
        rooms.seal(code=course.code, key=KEY, sealed=sealed, seen="")
    assert not SealedNotes.objects.exists()


def test_nobody_else_s_key_reads_or_throws_away_a_copy():
    course = begin(1)
    joined(course)
    rooms.seal(code=course.code, key=KEY, sealed=ONE, seen="")
    assert readers.sealed_notes(course.code, course.keys[0]).sealed == ""
    rooms.unseal(code=course.code, key=course.keys[0])
    with pytest.raises(NotThere):
        readers.sealed_notes(course.code, "B" * 26)
    assert readers.sealed_notes(course.code, KEY).sealed == ONE


def test_the_copy_outlives_the_day_and_goes_with_the_room():
    course = begin()
    joined(course)
    rooms.seal(code=course.code, key=KEY, sealed=ONE, seen="")
    rooms.finish(by=course.frida, room_id=course.id, seen=course.state.version, now=NOW)
    assert not RoomNote.objects.exists()
    assert readers.sealed_notes(course.code, KEY).sealed == ONE
    course.room.delete()
    assert not SealedNotes.objects.exists()


def test_who_writes_is_told_of_the_copy_where_there_is_one():
    course = begin(1)
    joined(course)
    course.go_to("check_out", "alone")
    phone = readers.phone(course.code, KEY, language="da", now=NOW)
    assert "bliver ikke sendt nogen steder hen" in phone.station.who_sees
    rooms.seal(code=course.code, key=KEY, sealed=ONE, seen="")
    phone = readers.phone(course.code, KEY, language="da", now=NOW)
    assert "en låst kopi, som kun dine seks ord kan åbne" in phone.station.who_sees
    assert phone.is_sealed
    other = readers.phone(course.code, course.keys[0], language="da", now=NOW)
    assert "bliver ikke sendt nogen steder hen" in other.station.who_sees


def test_in_a_team_s_room_copies_go_when_the_meeting_closes_and_none_is_taken_afterwards():
    lent = rooms.borrow(language="da", now=NOW)
    key = rooms.join(code=lent.code, name="Bo", workplace="", key=KEY, now=NOW, rng=random.Random(1)).key
    rooms.seal(code=lent.code, key=key, sealed=ONE, seen="")
    seen = readers.desk(DeskKey(lent.desk_key), lent.room_id, language="da", now=NOW).version
    rooms.finish(by=DeskKey(lent.desk_key), room_id=lent.room_id, seen=seen, now=NOW)
    assert not SealedNotes.objects.exists()
    with pytest.raises(Gone):
        rooms.seal(code=lent.code, key=key, sealed=ONE, seen="")

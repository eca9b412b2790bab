"""What was promised to be deleted is deleted, on the day that was said."""

from datetime import timedelta

import pytest

from kulturspejl.actions import rooms
from kulturspejl.core.choreography import commands as do
from kulturspejl.core.errors import Conflict, NotThere
from kulturspejl.readers import rooms as faces
from kulturspejl.records.models import AuditEntry, Participant, Room, RoomBox, RoomNote, RoomPicture
from kulturspejl.vault import ledger
from tests.actions.rooms.course import NOW, begin, token

pytestmark = pytest.mark.django_db


def filled(course) -> None:
    """Words that were shown, a pattern that was shown, and an evaluation that was not."""
    part = f"{course.go_to('check_in', 'line')}/arrived"
    for number, key in enumerate(course.keys):
        course.send(part, {"line": f"hemmeligt{number}"}, key=key)
    course.do(do.Show("arrived"))
    part = f"{course.go_to('culture_profile', 'pairs')}/direction"
    for number in range(9):
        course.send(part, {"pull": "A"}, token=token(number))
    course.do(do.Show("direction"))
    part = f"{course.go_to('evaluation', 'alone')}/scales"
    for number in range(6):
        course.send(part, {"useful": 4}, token=token(number))


def finish(course, *, by=None, now=NOW) -> None:
    rooms.finish(by=by or course.frida, room_id=course.id, seen=course.state.version, now=now)


def test_closing_the_day_deletes_notes_and_answers_and_keeps_what_was_combined():
    course = begin(9)
    filled(course)
    finish(course)
    assert not RoomNote.objects.exists()
    assert not RoomBox.objects.exists()
    kept = {row.part.split("/")[1] for row in RoomPicture.objects.all()}
    assert kept == {"direction", "scales"}, (
        "words are gone; the evaluation was combined before its answers went"
    )
    assert "hemmeligt" not in str(list(RoomPicture.objects.values()))
    shown = faces.desk(course.finn, course.id, language="da", now=NOW).shown
    assert [one.rows[0][1] for one in shown] == ["9 af 9", "4,0 af 5"]
    assert course.room.finished_on == NOW.date()


def test_an_evaluation_of_too_few_is_deleted_unseen():
    course = begin(9)
    part = f"{course.go_to('evaluation', 'alone')}/words"
    for number in range(7):
        course.send(part, {"keep": f"linje {number}"}, token=token(number))
    finish(course)
    assert not RoomBox.objects.exists()
    assert not RoomPicture.objects.exists()


def test_two_who_close_the_day_both_find_it_closed():
    course = begin(2)
    finish(course)
    finish(course, by=course.finn)
    assert AuditEntry.objects.filter(verb="room.finish").count() == 1
    with pytest.raises(Conflict):
        course.do(do.Next(course.state.version))


def test_a_practice_room_is_gone_when_it_is_finished():
    course = begin(3, is_practice=True)
    finish(course)
    assert not Room.objects.exists()
    assert not Participant.objects.exists()
    with pytest.raises(NotThere):
        rooms.finish(by=course.frida, room_id=course.id, seen=1, now=NOW)


def test_a_practice_room_that_was_left_open_is_gone_after_a_day():
    begin(3, is_practice=True)
    assert rooms.delete_due(now=NOW + timedelta(hours=23, minutes=59)) == []
    assert len(rooms.delete_due(now=NOW + timedelta(hours=24))) == 1
    assert not Participant.objects.exists()


def test_a_day_that_nobody_closed_is_closed_when_it_is_over():
    course = begin(9)
    filled(course)
    rooms.delete_due(now=NOW + timedelta(hours=10))
    assert RoomNote.objects.exists(), "the day is not over before midnight"
    assert rooms.delete_due(now=NOW + timedelta(days=1)) == []
    assert not RoomNote.objects.exists()
    assert not RoomBox.objects.exists()
    assert course.state.is_over


def test_names_go_thirty_days_after_the_day_as_the_list_said():
    course = begin(9)
    finish(course)
    (card,) = faces.cards(course.frida, now=NOW)
    assert card.deleted_on == NOW.date() + timedelta(days=30)
    assert rooms.delete_due(now=NOW + timedelta(days=29)) == []
    assert Participant.objects.count() == 9
    assert rooms.delete_due(now=NOW + timedelta(days=30)) == [course.id]
    assert not Participant.objects.exists()
    assert not Room.objects.exists()
    assert rooms.delete_due(now=NOW + timedelta(days=30)) == []


def test_a_class_that_is_planned_is_left_alone():
    course = begin(2)
    Room.objects.filter(id=course.id).update(day=NOW.date() + timedelta(days=90))
    assert rooms.delete_due(now=NOW + timedelta(days=60)) == []
    assert Participant.objects.count() == 2
    assert not course.state.is_over


def test_every_deletion_stands_in_the_ledger_so_that_no_backup_brings_it_back():
    course = begin(2)
    finish(course)
    rooms.delete_due(now=NOW + timedelta(days=31))
    mine = [entry.what for entry in ledger.entries() if entry.round_id == course.id]
    assert mine == [ledger.ROOM_NOTES, ledger.ROOM]
    assert AuditEntry.objects.filter(verb="room.delete", about=str(course.id)).exists()


def test_whoever_is_taken_off_the_list_takes_their_words_along():
    course = begin(3)
    part = f"{course.go_to('check_in', 'line')}/arrived"
    for key in course.keys:
        course.send(part, {"line": "Ord"}, key=key)
    gone = rooms.come_back(code=course.code, key=course.keys[0], now=NOW).participant
    rooms.remove(by=course.frida, room_id=course.id, participant=gone, now=NOW)
    assert RoomNote.objects.count() == 2
    with pytest.raises(NotThere):
        rooms.come_back(code=course.code, key=course.keys[0], now=NOW)

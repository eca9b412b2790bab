"""When the day is over: what each takes home, and promises that are counted in the tables."""

from datetime import timedelta

import pytest
from django.test import Client

from kulturspejl.actions import rooms
from kulturspejl.readers import rooms as readers
from kulturspejl.records.models import Room, RoomNote
from tests.actions.rooms.course import NOW, Course, begin
from tests.pages import tight

pytestmark = pytest.mark.django_db


def close(course: Course) -> None:
    rooms.finish(by=course.frida, room_id=course.id, seen=course.state.version, now=NOW)


def test_before_the_close_nobody_has_an_own_page_and_nothing_is_promised_as_done():
    course = begin(1)
    assert readers.phone(course.code, course.keys[0], language="da", now=NOW).own is None
    assert readers.desk(course.frida, course.id, language="da", now=NOW).promises == ()


def test_the_own_page_has_what_stayed_on_the_phone_and_the_dates():
    course = begin(1)
    again = NOW.date() + timedelta(days=28)
    Room.objects.filter(id=course.id).update(next_day=again)
    close(course)
    phone = readers.phone(course.code, course.keys[0], language="da", now=NOW)
    assert phone.cultures[0].name == "Vi er der for hinanden", "explained where the own profile names them"
    own = phone.own
    parts = [part for chapter in own.chapters for part in chapter.parts]
    assert parts
    assert all(part.stays_on_device for part in parts)
    assert {"allocation", "board"} == {part.kind for part in parts}
    assert (own.next_day, own.deleted_on) == (again, NOW.date() + timedelta(days=30))


def test_a_promise_says_when_and_whether_it_has_been_kept():
    course = begin(2)
    part = f"{course.go_to('check_in', 'line')}/arrived"
    course.send(part, {"line": "Glad"}, key=course.keys[0])
    close(course)
    found = readers.desk(course.frida, course.id, language="da", now=NOW).promises
    by_name = {one.what: (one.on, one.left) for one in found}
    today, later = NOW.date(), NOW.date() + timedelta(days=30)
    assert by_name["Det, I skrev med navn"] == (today, 0)
    assert by_name["Hvert enkelt svar uden navn"] == (today, 0)
    assert by_name["Listen med navne, og vejen tilbage med de seks ord"] == (later, 2)
    assert readers.phone(course.code, course.keys[0], language="da", now=NOW).own.promises == found


def test_what_went_at_the_close_is_said_to_be_gone_whatever_the_hour():
    """A room that is closed after midnight has another date than its own day, and UTC has a third."""
    course = begin(1)
    night = NOW.replace(hour=23, minute=30)
    rooms.finish(by=course.frida, room_id=course.id, seen=course.state.version, now=night)
    found = readers.phone(course.code, course.keys[0], language="da", now=night).own.promises
    assert [(one.on - NOW.date()).days for one in found] == [1, 1, 30, 30, 30, 3 * 365]
    phone = Client(headers={"accept-language": "da"})
    phone.post(f"/room/{course.code}/back", {"key": course.keys[0]})
    page = tight(phone.get(f"/room/{course.code}").content.decode())
    gone = [row for row in page.split('<tr><th scope="row">') if "slettet den" in row]
    assert [row.split("</th>")[0] for row in gone] == ["Det, I skrev med navn", "Hvert enkelt svar uden navn"]


@pytest.mark.slow
def test_a_promise_that_was_not_kept_is_not_said_to_be():
    course = begin(1)
    close(course)
    participant = course.room.participants.get()
    RoomNote.objects.create(id=participant.id, room=course.room, participant=participant, part="x", values={})
    (left,) = [
        one.left
        for one in readers.desk(course.frida, course.id, language="da", now=NOW).promises
        if one.what == "Det, I skrev med navn"
    ]
    assert left == 1


@pytest.mark.slow
def test_the_words_bring_somebody_back_to_the_page_after_the_day_until_the_room_goes():
    course = begin(1)
    code = course.code
    close(course)
    phone = Client(headers={"accept-language": "da"})
    assert phone.post(f"/room/{code}/back", {"key": course.keys[0]}).status_code == 302
    assert "Det bliver slettet" in phone.get(f"/room/{code}").content.decode()
    rooms.delete_due(now=NOW + timedelta(days=31))
    assert phone.get(f"/room/{code}").status_code == 404

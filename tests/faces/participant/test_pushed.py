"""What a ring carries is, sign by sign, what the phone would have got by asking, and nobody else's."""

import contextlib
import random

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kulturspejl.actions import rooms
from kulturspejl.core.choreography import commands as do
from kulturspejl.core.errors import KulturspejlError, NotThere
from kulturspejl.faces.participant import pushed
from kulturspejl.faces.participant.keys import COOKIE
from kulturspejl.faces.shared import clock
from kulturspejl.readers import rooms as readers
from kulturspejl.records.models import Participant, SealedNotes
from kulturspejl.values.room_day import day_of_room
from tests.actions.rooms.course import NOW, begin, come

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def frozen(monkeypatch):
    """A clock that stands, so that two pages say the same seconds."""
    monkeypatch.setattr(clock, "now", lambda: NOW)


def asked(course, key, language="da") -> str:
    phone = Client(headers={"accept-language": language})
    phone.cookies[COOKIE] = key
    reply = phone.get(f"/room/{course.code}/now")
    assert reply.status_code == 200
    return reply.content.decode()


def same_for_all(course) -> None:
    for language in ("da", "en"):
        pages = pushed.pages(course.code, language)
        for key in course.keys:
            assert pages[pushed.listener({COOKIE: key})].text == asked(course, key, language)


def perhaps(act, **words) -> None:
    """Somebody does what is perhaps not possible here."""
    with contextlib.suppress(KulturspejlError):
        act(**words)


def live_a_little(course, station) -> None:
    """Whatever makes one phone differ from another: groups, roles, numbers, pauses, marks, a locked copy."""
    perhaps(rooms.divide, by=course.frida, room_id=course.id, rng=random.Random(1), now=NOW)
    for place, key in enumerate(course.keys):
        if place % 3 == 0:
            rooms.mark_done(code=course.code, key=key, station=station, now=NOW)
        if place % 4 == 1:
            perhaps(rooms.claim, code=course.code, key=key, now=NOW)
        if place % 5 == 2:
            perhaps(rooms.group_step, code=course.code, key=key, verb="pause", now=NOW)
    SealedNotes.objects.get_or_create(participant=Participant.objects.get(name="Deltager 01"), sealed="x" * 40)


@pytest.mark.slow
def test_through_a_whole_day_every_phone_gets_its_own_page_and_no_other(frozen):
    course = begin(11)
    same_for_all(course)
    for at, station in enumerate(day_of_room(course.id).script):
        course.do(do.GoTo(at, course.state.version))
        same_for_all(course)
        live_a_little(course, station.key)
        same_for_all(course)


@pytest.mark.slow
def test_a_count_that_each_phone_answers_differently(frozen):
    course = begin(8)
    course.go_to("sparring", "talk")
    rooms.count_to(by=course.frida, room_id=course.id, now=NOW)
    for place, key in enumerate(course.keys):
        rooms.say_number(code=course.code, key=key, number=1 + place % 2, now=NOW)
    same_for_all(course)
    assert len({page.text for page in pushed.pages(course.code, "da").values()}) == 2


@pytest.mark.slow
def test_a_step_that_is_the_same_for_all_is_drawn_once_however_many_they_are(frozen):
    course = begin(3)
    course.go_to("check_in", "line")
    for key in course.keys[:2]:
        rooms.mark_done(code=course.code, key=key, station="0", now=NOW)
    with CaptureQueriesContext(connection) as few:
        assert len(readers.phones(course.code, language="da", now=NOW).views) == 1
    come(course, 20)
    with CaptureQueriesContext(connection) as many:
        assert len(readers.phones(course.code, language="da", now=NOW).views) == 1
    assert len(many) == len(few)


def test_nobody_without_a_key_of_this_room_is_in_it(frozen):
    course = begin(2)
    paper = rooms.add_on_paper(by=course.frida, room_id=course.id, name="Ib", workplace="", now=NOW)
    known = set(pushed.pages(course.code, "da"))
    assert len(known) == 2
    assert pushed.listener({}) == ""
    assert pushed.listener({COOKIE: "made up"}) not in known
    rooms.remove(by=course.frida, room_id=course.id, participant=paper, now=NOW)
    gone = Participant.objects.get(name="Deltager 00")
    rooms.remove(by=course.frida, room_id=course.id, participant=gone.id, now=NOW)
    assert len(pushed.pages(course.code, "da")) == 1
    with pytest.raises(NotThere):
        pushed.pages("222222", "da")


def test_no_own_name_rides_along(frozen):
    course = begin(2)
    found = readers.phones(course.code, language="da", now=NOW)
    assert {(view.me, view.my_name) for view in found.views} == {("", "")}
    assert all("Deltager" not in page.text for page in pushed.pages(course.code, "da").values())


def test_when_the_day_is_over_each_phone_asks_for_its_own(frozen):
    course = begin(2)
    rooms.finish(by=course.frida, room_id=course.id, seen=course.state.version, now=NOW)
    assert pushed.pages(course.code, "da") == {}
    assert readers.phones(course.code, language="da", now=NOW) == readers.Phones((), {})


def test_a_ring_asks_five_questions_where_nothing_is_shown():
    course = begin(12)
    course.do(do.Next(course.state.version))
    course.go_to("culture_profile", "pairs")
    with CaptureQueriesContext(connection) as asked_for:
        pushed.pages(course.code, "da")
    # The room, its locked copies, its phones, what groups have written, and which parts are closed.
    assert len(asked_for) <= 5

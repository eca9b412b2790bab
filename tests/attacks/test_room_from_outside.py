"""A room for whoever is not in it, in every state of the day: another organisation's facilitator, a stranger with the
wall's link or another room's key, a participant who tries the desk. What is not theirs looks as if it never was."""

import random
import uuid
from datetime import timedelta

import pytest
from django.test import Client

from kulturspejl.actions import rooms
from kulturspejl.core.choreography import commands as do
from kulturspejl.core.permissions import Role
from kulturspejl.faces.shared import guesses
from kulturspejl.records.models import Grant, Organisation, Participant, Room, User
from kulturspejl.vault import codes
from kulturspejl.web.bells import topic_of
from tests.actions.rooms.course import NOW, Course, begin, token
from tests.attacks.test_every_address import a_room

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def nothing_counted_yet():
    """Each test begins with no wrong guess behind it, and leaves none."""
    guesses.forget()
    yield
    guesses.forget()


BEFORE, ON, SHOWN, OVER, PRACTICE, DELETED = STATES = ("before", "on", "shown", "over", "practice", "deleted")
DESK = ("", "/change", "/paper", "/do", "/wall", "/bell")
PHONE = ("/now", "/do", "/contributions", "/voucher", "/sealed", "/back", "/help")
WORDS = "helt særlige ord"


def a_day(state: str) -> Course:
    """Ten people; two have written with their name, and nine without."""
    course = begin(10, is_practice=state == PRACTICE)
    if state == BEFORE:
        return course
    course.go_to("check_in", "line")
    for key in course.keys[:2]:
        course.send("1.0.0/arrived", {"line": WORDS}, key=key)
    station = course.go_to("culture_profile", "pairs")
    for number in range(9):
        course.send(f"{station}/direction", {"pull": "ABC"[number // 3]}, token=token(number))
    if state in (SHOWN, OVER):
        course.do(do.Show("direction"))
    if state == OVER:
        rooms.finish(by=course.frida, room_id=course.id, seen=course.state.version, now=NOW)
    if state == DELETED:
        rooms.delete_due(now=NOW + timedelta(days=40))
    return course


def from_elsewhere() -> User:
    """A facilitator of another organisation."""
    elsewhere = Organisation.objects.create(name="Andeby")
    stranger = User.objects.create(email="fremmed@andeby.test", name="Fremmed", is_active=True)
    Grant.objects.create(user=stranger, organisation=elsewhere, role=Role.FACILITATOR, starts=NOW.date())
    return stranger


def answer(client: Client, method: str, address: str) -> tuple[object, ...]:
    reply = getattr(client, method)(address)
    kept = {name: value for name, value in reply.headers.items() if name not in ("Content-Length", "Location")}
    return reply.status_code, kept, reply.content.replace(address.encode(), b"")


@pytest.mark.parametrize("state", STATES)
def test_the_desk_of_a_day_that_is_not_yours_looks_as_if_it_never_was(at, state):
    course = a_day(state)
    outsiders = {
        "another organisation's facilitator": at(from_elsewhere()), "leader": at(course.town.leader), "stranger": at(),
        "participant": in_the_room(course) if state != DELETED else at(),
    }  # fmt: skip
    wrong = []
    for who, client in outsiders.items():
        for way in DESK[:-1]:
            for method in ("get", "post"):
                there = answer(client, method, f"/facilitate/{course.id}{way}")
                missing = answer(client, method, f"/facilitate/{uuid.uuid4()}{way}")
                if there[0] != missing[0] or there[1] != missing[1] or there[0] == 200:
                    wrong.append((who, method, way, there[0], missing[0]))
    assert wrong == []


@pytest.mark.parametrize("state", STATES)
def test_nobody_else_hears_the_desk(state):
    course = a_day(state)
    topic = topic_of(f"/facilitate/{course.id}/bell")
    assert not any(topic.may_listen(topic.key, who) for who in (None, from_elsewhere(), course.town.leader))
    assert bool(topic.may_listen(topic.key, course.frida)) is (state != DELETED)


def in_the_room(course: Course, number: int = 0) -> Client:
    client = Client(headers={"accept-language": "en"})
    client.cookies["kulturspejl_room"] = course.keys[number]
    return client


@pytest.mark.parametrize("state", STATES)
def test_a_code_alone_shows_a_door_and_no_more(at, state):
    course = a_day(state)
    code = course.code if state != DELETED else "ZZZZZZ"
    stranger = at()
    for way in PHONE:
        reply = stranger.get(f"/room/{code}{way}")
        assert reply.status_code in (404, 405), way
        assert answer(stranger, "post", f"/room/{code}{way}")[0] in (404, 405, 422), way
    page = stranger.get(f"/room/{code}")
    assert page.status_code == (404 if state == DELETED else 200)
    assert WORDS not in page.content.decode()
    assert "Deltager" not in page.content.decode()


@pytest.mark.parametrize("state", STATES)
def test_the_key_of_one_room_is_nothing_in_another(at, state):
    course = a_day(state)
    if state == DELETED:
        return
    other = Room.objects.get(id=a_room(course.frida))
    stray = Client(headers={"accept-language": "en"})
    joined = rooms.join(code=other.code, name="Mette", workplace="", now=NOW, rng=random.Random(9))
    stray.cookies["kulturspejl_room"] = joined.key
    assert stray.get(f"/room/{other.code}/now").status_code == 200
    assert stray.get(f"/room/{course.code}/now").status_code == 404
    letter = {"part": "9.0.0/direction", "secret": "a1" * 16}
    reply = stray.post(f"/room/{course.code}/voucher", letter, content_type="application/json")
    assert reply.status_code == 404


@pytest.mark.parametrize("state", STATES)
def test_the_wall_s_link_opens_the_wall_and_nothing_of_anybody(at, state):
    course = a_day(state)
    stranger = at()
    if state == DELETED:
        assert not Room.objects.exists()
        return
    link = f"/facilitate/{course.id}/wall?key={course.room.wall_key}"
    page = stranger.get(link).content.decode()
    assert WORDS not in page
    assert "Deltager" not in page
    for wrong in ("", "x", course.room.wall_key[:-1], course.room.wall_key + "A", codes.make_long()):
        missing = stranger.get(f"/facilitate/{uuid.uuid4()}/wall?key={wrong}").status_code
        assert stranger.get(f"/facilitate/{course.id}/wall?key={wrong}").status_code == missing == 404
    for way in ("", "/change", "/paper", "/do"):
        assert stranger.get(f"/facilitate/{course.id}{way}?key={course.room.wall_key}").status_code in (302, 405)


@pytest.mark.parametrize("state", [ON, SHOWN, OVER])
def test_no_phone_shows_another_s_words_or_whether_they_are_done(state):
    course = a_day(state)
    page = in_the_room(course, 9).get(f"/room/{course.code}").content.decode()
    assert WORDS not in page
    assert "Deltager 01" not in page
    assert ("3 af 9" in page) == (state in (SHOWN, OVER)) or "3 of 9" in page


def test_whoever_has_gone_is_out_at_once(at):
    course = a_day(ON)
    rooms.remove(by=course.frida, room_id=course.id, participant=_id_of(course, 3), now=NOW)
    assert in_the_room(course, 3).get(f"/room/{course.code}/now").status_code == 404
    assert in_the_room(course, 4).get(f"/room/{course.code}/now").status_code == 200


def _id_of(course: Course, number: int) -> uuid.UUID:
    return Participant.objects.get(key_hash=codes.fingerprint(course.keys[number])).id


def test_six_words_of_chance_let_nobody_in(at):
    course, rng = begin(3), random.Random(3)
    stranger = at()
    for _ in range(5):
        words = " ".join(f"ord{rng.randrange(999)}" for _ in range(6))
        assert stranger.post(f"/room/{course.code}/back", {"words": words}).status_code in (404, 429)


@pytest.mark.parametrize("way", ["/room/{}/contributions", "/room/{}/voucher"])
def test_a_room_s_code_cannot_be_found_by_what_is_refused(way):
    """Where something is handed in, a refusal for a right code once differed from that for a wrong one."""
    course, client = a_day(ON), Client(headers={"accept-language": "en"})
    letter = {"id": str(uuid.uuid4()), "part": "1.0.0/arrived", "values": {"line": "x"}, "secret": "a1" * 16}

    def tried(code: str) -> int:
        return client.post(way.format(code), letter, content_type="application/json").status_code

    assert [tried(code) for code in ("ZZZZZZ", "YYYYYY")] == [404, 404]
    for number in range(100):
        tried(f"ZZ{number:04}")
    assert tried("ZZZZZZ") == tried(course.code) == 429
    part = f"{course.go_to('evaluation', 'alone')}/scales"
    given = course.buy(part, token(1))
    letter |= {"part": part, "values": {"useful": 4}, "voucher": given}
    assert tried(course.code) == 429
    assert client.post(f"/without-a-name/{course.code}", letter, content_type="application/json").status_code == 201, (
        "who has a voucher does not wait"
    )

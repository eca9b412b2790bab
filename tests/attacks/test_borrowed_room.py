"""A borrowed room for whoever has no business there: another room's desk key, the wall's key, a phone's, a guess; after
the close, after the deletion, and before anything was shown."""

import random
import uuid
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client

from kulturspejl.access.room_access import DeskKey
from kulturspejl.actions import rooms
from kulturspejl.core.choreography import commands as do
from kulturspejl.core.choreography.state import from_json
from kulturspejl.faces.shared import clock, guesses
from kulturspejl.records.models import AuditEntry, Room
from kulturspejl.values.room_day import day_of_room
from kulturspejl.web.bells import topic_of
from tests.actions.rooms.course import begin
from tests.actions.town import NOW

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
POINTS = {
    f"now_d{place}_{letter}": given
    for place in range(1, 7)
    for letter, given in zip("ABCD", (7, 1, 1, 1), strict=True)
}
HER_NAME = "Tordis Havgaard"
WAYS = ("", "/do", "/wall", "/agreed.pdf", "/paper")


@pytest.fixture(autouse=True)
def nothing_counted_yet():
    cache.clear()
    guesses.forget()
    yield
    cache.clear()
    guesses.forget()


def opened() -> rooms.Borrowed:
    return rooms.borrow(language="da", now=NOW)


def with_key(key: str) -> Client:
    client = Client(headers={"accept-language": "da"})
    client.cookies["kulturspejl_desk"] = key
    return client


def run(lent, command) -> None:
    rooms.run(by=DeskKey(lent.desk_key), room_id=lent.room_id, command=command, now=NOW)


def state(lent):
    return from_json(Room.objects.get(id=lent.room_id).state)


def a_team(people: int) -> tuple[rooms.Borrowed, list[str], str]:
    """So many have answered, and nothing has been shown; the first by name."""
    lent = opened()
    names = [HER_NAME, *(f"Kollega {number}" for number in range(1, people))]
    keys = [
        rooms.join(code=lent.code, name=name, workplace="", now=NOW, rng=random.Random(name)).key
        for name in names
    ]
    script = day_of_room(Room.objects.get(id=lent.room_id)).script
    at = next(place for place, one in enumerate(script) if one.reveals)
    run(lent, do.GoTo(at, state(lent).version))
    part = f"{script[at].key}/{script[at].reveals[0]}"
    for key in keys:
        rooms.contribute(code=lent.code, id=uuid.uuid4(), part=part, values=POINTS, key=key, now=NOW)
    return lent, keys, part


def test_no_other_key_opens_the_desk():
    lent, keys, _part = a_team(5)
    room, other = Room.objects.get(id=lent.room_id), opened()
    wrong = []
    for name, key in {
        "another desk": other.desk_key, "wall": room.wall_key, "phone": keys[0], "code": lent.code,
        "hash": room.desk_key_hash, "nothing": "", "long": "A" * 9000, "odd": "æ%00",
    }.items():  # fmt: skip
        for way in WAYS:
            for method in ("get", "post"):
                reply = getattr(with_key(key), method)(f"/facilitate/{lent.room_id}{way}")
                if reply.status_code not in (302, 404, 405) or (reply.status_code == 302 and key):
                    wrong.append((name, method, way, reply.status_code))
    assert wrong == []
    for key in (room.wall_key, keys[0], lent.code, room.desk_key_hash):
        assert Client().get(f"/team/{key}").status_code == 404
    assert Client().get(f"/team/{other.desk_key}").url == f"/facilitate/{other.room_id}"


def test_a_desk_key_is_nothing_at_a_class_or_among_its_facilitators(at):
    lent, course = opened(), begin(2)
    assert with_key(lent.desk_key).get(f"/facilitate/{course.id}").status_code == 404
    assert at(course.frida).get(f"/facilitate/{lent.room_id}").status_code == 404
    listed = with_key(lent.desk_key).get("/facilitate")
    assert listed.status_code == 302
    assert str(lent.room_id) not in at(course.frida).get("/facilitate").content.decode()


def test_only_its_own_desk_hears_who_is_done():
    lent, other = opened(), opened()
    topic = topic_of(f"/facilitate/{lent.room_id}/bell")
    assert topic.may_listen(topic.key, DeskKey(lent.desk_key))
    assert not any(topic.may_listen(topic.key, who) for who in (None, DeskKey(other.desk_key), begin().frida))


def test_whoever_holds_the_desk_sees_no_answer_before_it_is_shown_and_no_single_one_after():
    lent, _keys, part = a_team(5)
    desk = with_key(lent.desk_key)
    before = desk.get(f"/facilitate/{lent.room_id}").content.decode()
    wall = desk.get(f"/facilitate/{lent.room_id}/wall").content.decode()
    for words in (before, wall):
        assert "42 af 60" not in words
        assert 'class="web' not in words
    run(lent, do.Show(part.split("/")[1]))
    after = desk.get(f"/facilitate/{lent.room_id}/wall").content.decode()
    assert "42 af 60" in after
    assert HER_NAME not in after


def test_four_answers_are_no_picture_and_hiding_and_showing_does_not_make_one():
    lent, _keys, part = a_team(4)
    desk = with_key(lent.desk_key)
    for _ in range(3):
        run(lent, do.Show(part.split("/")[1]))
        words = desk.get(f"/facilitate/{lent.room_id}/wall").content.decode()
        assert "42 af 60" not in words
        assert "for få svar" in words
        run(lent, do.Hide(part.split("/")[1]))


def test_a_closed_room_takes_in_no_answer_and_nobody_new():
    lent, keys, part = a_team(5)
    rooms.finish(by=DeskKey(lent.desk_key), room_id=lent.room_id, seen=state(lent).version, now=NOW)
    phone = Client()
    phone.cookies["kulturspejl_room"] = keys[0]
    numbers = {f"number.{name}": value for name, value in POINTS.items()}
    assert phone.post(f"/room/{lent.code}/contributions", {"part": part, **numbers}).status_code in (409, 410)
    assert Client().post(f"/room/{lent.code}", {"name": "Sent på den"}).status_code == 410


def test_after_24_hours_no_key_opens_anything_and_no_log_names_anybody(monkeypatch):
    lent, keys, _part = a_team(5)
    room = Room.objects.get(id=lent.room_id)
    later = NOW + timedelta(hours=24)
    monkeypatch.setattr(clock, "now", lambda: later)
    rooms.delete_due(now=later)
    desk, phone = with_key(lent.desk_key), Client()
    phone.cookies["kulturspejl_room"] = keys[0]
    gone = {
        desk: (
            f"/facilitate/{lent.room_id}",
            f"/facilitate/{lent.room_id}/agreed.pdf",
            f"/team/{lent.desk_key}",
        ),
        Client(): (f"/facilitate/{lent.room_id}/wall?key={room.wall_key}",),
        phone: (f"/room/{lent.code}", f"/room/{lent.code}/now", f"/room/{lent.code}/agreed.pdf"),
    }
    answered = {way: client.get(way).status_code for client, ways in gone.items() for way in ways}
    assert set(answered.values()) == {404}, answered
    assert not AuditEntry.objects.exists()


def test_guessed_links_find_nothing_and_hold_up_nobody_who_types_a_code():
    lent = opened()
    assert {Client().get(f"/team/{'ABCDEFGH' * 3}{number}").status_code for number in range(80)} == {404}
    assert Client().get(f"/room/{lent.code}").status_code == 200

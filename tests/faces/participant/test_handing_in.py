"""What a phone hands in: kept once, without a name where that was promised, and never a fault of ours."""

import json
import uuid

import pytest
from django.test import Client

from kulturspejl.records.models import RoomBox, RoomNote
from tests.actions.rooms.course import Course, begin

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def day() -> Course:
    return begin()


def phone_in(day: Course, name: str = "Mette") -> Client:
    """A browser that has come in."""
    phone = Client(headers={"accept-language": "da"})
    assert phone.post(f"/room/{day.code}", {"name": name}).status_code == 200
    return phone


def send(phone: Client, address: str, **data):
    return phone.post(address, json.dumps(data), content_type="application/json")


def test_the_key_goes_to_its_own_room_and_nowhere_else(day):
    reply = Client().post(f"/room/{day.code}", {"name": "Mette"})
    cookie = reply.cookies["kulturspejl_room"]
    assert cookie["path"] == f"/room/{day.code}"
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


def test_a_word_is_kept_once_however_often_it_is_sent(day):
    phone = phone_in(day)
    part = f"{day.go_to('check_in', 'line')}/arrived"
    letter = {"id": str(uuid.uuid4()), "part": part, "values": {"line": "Glad"}}
    address = f"/room/{day.code}/contributions"
    assert [send(phone, address, **letter).status_code for _ in range(3)] == [201, 200, 200]
    assert [note.values for note in RoomNote.objects.all()] == [{"line": "Glad"}]


def test_what_has_no_name_is_taken_in_without_the_key(day):
    phone_in(day)
    part = f"{day.go_to('evaluation', 'alone')}/scales"
    stranger = Client()
    letter = {"id": str(uuid.uuid4()), "part": part, "values": {"useful": 4}, "token": "a" * 32}
    assert send(stranger, f"/without-a-name/{day.code}", **letter).status_code == 201
    assert RoomBox.objects.get().answers == {"a" * 32: {"id": letter["id"], "values": {"useful": 4}}}
    assert RoomNote.objects.count() == 0


def test_without_javascript_the_same_comes_in_by_plain_forms(day):
    phone = phone_in(day)
    part = f"{day.go_to('evaluation', 'alone')}/scales"
    page = phone.get(f"/room/{day.code}").content.decode()
    assert f'action="/without-a-name/{day.code}"' in page
    reply = phone.post(f"/without-a-name/{day.code}", {"part": part, "number.useful": "4", "number.mix": "2"})
    assert reply.status_code == 302
    assert [one["values"] for one in RoomBox.objects.get().answers.values()] == [{"useful": 4, "mix": 2}]


def test_a_name_is_needed_for_what_has_one(day):
    part = f"{day.go_to('check_in', 'line')}/arrived"
    reply = send(
        Client(), f"/room/{day.code}/contributions", id=str(uuid.uuid4()), part=part, values={"line": "x"}
    )
    assert reply.status_code == 404


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"id": 7}',
        b'{"id": "x", "part": [], "values": {}}',
        b"[" * 100_000,
        b"\xff",
    ],
)
def test_nonsense_is_told_and_breaks_nothing(day, body):
    phone = phone_in(day)
    day.go_to("check_in", "line")
    for address in (f"/room/{day.code}/contributions", f"/without-a-name/{day.code}"):
        reply = phone.post(address, body, content_type="application/json")
        assert 400 <= reply.status_code < 500


def test_the_page_says_the_same_again_as_unchanged(day):
    phone = phone_in(day)
    first = phone.get(f"/room/{day.code}/now")
    again = phone.get(f"/room/{day.code}/now", headers={"if-none-match": first["ETag"]})
    assert (first.status_code, again.status_code) == (200, 304)
    day.go_to("check_in", "line")
    assert phone.get(f"/room/{day.code}/now", headers={"if-none-match": first["ETag"]}).status_code == 200


def test_a_wrong_code_and_wrong_words_find_nothing(day):
    assert Client().get("/room/ZZZZZZ").status_code == 404
    phone = Client(headers={"accept-language": "da"})
    reply = phone.post(f"/room/{day.code}/back", {"words": "en to tre fire fem seks"})
    assert reply.status_code == 404
    assert "Ingen her har de seks ord" in reply.content.decode()


def test_a_fault_at_joining_keeps_what_was_typed(day):
    reply = Client(headers={"accept-language": "da"}).post(
        f"/room/{day.code}", {"name": " ", "workplace": "Nord"}
    )
    words = reply.content.decode()
    assert reply.status_code == 422
    assert "Skriv det navn, du vil kaldes i dag." in words
    assert 'value="Nord"' in words

"""What a phone hands in: kept once, without a name where that was promised, and never a fault of ours."""

import json
import uuid

import pytest
from django.test import Client

from kulturspejl.records.models import RoomNote
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


@pytest.mark.slow
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


def voucher_of(phone: Client, day: Course, part: str, secret: str = "a1" * 16) -> str:
    reply = send(phone, f"/room/{day.code}/voucher", part=part, secret=secret)
    assert reply.status_code == 200
    assert reply["Cache-Control"] == "no-store"
    return reply.json()["voucher"]


def test_what_has_no_name_is_taken_in_without_the_key(day):
    phone = phone_in(day)
    part = f"{day.go_to('evaluation', 'alone')}/scales"
    given = voucher_of(phone, day, part)
    letter = {"id": str(uuid.uuid4()), "part": part, "values": {"useful": 4}, "voucher": given}
    stranger = Client()
    assert [send(stranger, f"/without-a-name/{day.code}", **letter).status_code for _ in range(2)] == [201, 200]
    assert day.answers(part) == [{"useful": 4}]
    assert RoomNote.objects.count() == 0


def test_the_address_without_a_name_lets_nobody_in_by_a_key(day):
    """Even where a key is sent there, it buys nothing: key and answer never meet at that address."""
    phone = phone_in(day)
    part = f"{day.go_to('evaluation', 'alone')}/scales"
    phone.cookies["kulturspejl_room"]["path"] = "/"
    letter = {"id": str(uuid.uuid4()), "part": part, "values": {"useful": 4}}
    assert send(phone, f"/without-a-name/{day.code}", **letter).status_code == 422
    assert day.answers(part) == []


def test_whoever_comes_back_on_another_phone_has_no_second_answer(day):
    phone = phone_in(day)
    part = f"{day.go_to('evaluation', 'alone')}/scales"
    first = voucher_of(phone, day, part)
    assert voucher_of(phone, day, part) == first
    other = Client(headers={"accept-language": "da"})
    other.cookies["kulturspejl_room"] = phone.cookies["kulturspejl_room"].value
    reply = send(other, f"/room/{day.code}/voucher", part=part, secret="b2" * 16)
    assert reply.status_code == 422
    form = {"part": part, "number.useful": "4"}
    assert other.post(f"/room/{day.code}/contributions", form).status_code == 422


@pytest.mark.parametrize("secret", ["", "a1" * 15, "zz" * 16, "A1" * 16, "a1" * 65, 7, None])
def test_a_secret_that_is_none_buys_nothing(day, secret):
    phone = phone_in(day)
    part = f"{day.go_to('evaluation', 'alone')}/scales"
    assert send(phone, f"/room/{day.code}/voucher", part=part, secret=secret).status_code == 422


def test_a_stranger_buys_nothing(day):
    part = f"{day.go_to('evaluation', 'alone')}/scales"
    assert send(Client(), f"/room/{day.code}/voucher", part=part, secret="a1" * 16).status_code == 404


def test_without_javascript_the_same_comes_in_by_plain_forms(day):
    phone = phone_in(day)
    part = f"{day.go_to('evaluation', 'alone')}/scales"
    page = " ".join(phone.get(f"/room/{day.code}").content.decode().split())
    assert f'action="/room/{day.code}/contributions" data-part="{part}"' in page
    assert f'data-unsigned="/without-a-name/{day.code}"' in page
    assert "kommer din telefons nøgle og dit svar i samme forsendelse" in page
    for mix in "23":
        form = {"part": part, "number.useful": "4", "number.mix": mix}
        assert phone.post(f"/room/{day.code}/contributions", form).status_code == 302
    assert day.answers(part) == [{"useful": 4, "mix": 3}], "changed, not doubled"


def test_without_javascript_a_refused_answer_leads_back_into_the_room(day):
    phone = phone_in(day)
    form = {"part": f"{day.go_to('evaluation', 'alone')}/scales", "number.useful": "9"}
    reply = phone.post(f"/room/{day.code}/contributions", form)
    page = reply.content.decode()
    assert reply.status_code == 422
    assert "Vælg et tal fra 1 til 5." in page
    assert f'href="/room/{day.code}">Tilbage</a>' in page
    assert 'href="/">Til forsiden' not in page


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
    for address in (f"/room/{day.code}/contributions", f"/room/{day.code}/voucher", f"/without-a-name/{day.code}"):
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

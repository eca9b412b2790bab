"""The address of the locked copy: by the phone's key alone, slowed where one phone keeps again and again."""

import json
import re

import pytest
from django.test import Client

from kulturspejl.core.errors import SlowDown
from kulturspejl.core.kinds.base.packing import width_of
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.faces.participant import sealing
from kulturspejl.live.shared_memory import memory
from kulturspejl.records.models import SealedNotes
from kulturspejl.values.the_library import the_library
from tests.actions.rooms.course import Course, begin
from tests.house.files import SOURCE

pytestmark = pytest.mark.django_db(transaction=True)
KEY = "ABCDEFGHIJKLMNOPQRSTUVWX27"
ONE, OTHER = "1." + "A" * 40, "1." + "B" * 40


@pytest.fixture
def day() -> Course:
    return begin()


@pytest.fixture
def phone(day: Course) -> Client:
    came = Client(headers={"accept-language": "da"})
    assert came.post(f"/room/{day.code}", {"name": "Mette", "key": KEY}).status_code == 200
    return came


def put(client: Client, day: Course, body: object) -> object:
    raw = body if isinstance(body, str) else json.dumps(body)
    return client.put(
        f"/room/{day.code}/sealed",
        raw,
        content_type="application/json",
        headers={"accept": "application/json"},
    )


def test_it_is_kept_fetched_and_thrown_away(day, phone):
    address = f"/room/{day.code}/sealed"
    assert phone.get(address).json() == {"sealed": "", "mark": ""}
    mark = put(phone, day, {"sealed": ONE, "seen": ""}).json()["mark"]
    reply = phone.get(address)
    assert reply.json() == {"sealed": ONE, "mark": mark}
    assert reply["Cache-Control"] == "no-store"
    assert phone.delete(address).status_code == 204
    assert not SealedNotes.objects.exists()


def test_a_second_phone_hears_that_it_was_not_first(day, phone):
    put(phone, day, {"sealed": ONE, "seen": ""})
    reply = put(phone, day, {"sealed": OTHER, "seen": ""})
    assert reply.status_code == 409
    assert SealedNotes.objects.get().sealed == ONE


def test_a_stranger_finds_nothing(day):
    for client in (Client(), Client(headers={"cookie": "kulturspejl_room=" + "B" * 26})):
        assert client.get(f"/room/{day.code}/sealed").status_code == 404
        assert put(client, day, {"sealed": ONE, "seen": ""}).status_code == 404
        assert client.delete(f"/room/{day.code}/sealed").status_code == 404


@pytest.mark.parametrize(
    "body",
    ["", "{", "[]", "[" * 100_000, {"sealed": 1, "seen": ""}, {"sealed": ONE}, {"sealed": "<script>", "seen": ""},
             {"sealed": "1." + "A" * 100_000, "seen": ""}, {"sealed": "1." + "A" * 39 + "\u202e", "seen": ""}],
)  # fmt: skip
def test_what_cannot_be_a_copy_is_refused_with_a_sentence(day, phone, body):
    reply = put(phone, day, body)
    assert reply.status_code == 422
    assert reply.json()["title"]
    assert not SealedNotes.objects.exists()


def test_a_whole_day_of_answers_without_a_name_has_room_in_a_locked_copy():
    """Else the length of the copy would tell who has written much."""
    script = (SOURCE / "faces/participant/static/participant/sealing.js").read_text()
    room = int(re.search(r"const ANSWERS = (\d+);", script)[1])
    around = len('"answer:99.99.99/":{"value":,"at":1795500000000},')
    longest = {
        plan.id: sum(
            around + len(part.id) + width_of(part)
            for exercise in {one for item in plan.items for one in item.exercises}
            for step in the_library().exercises[exercise].steps
            for part in step.parts
            if part.visibility is Visibility.AGGREGATE
        )
        for plan in the_library().programmes.values()
    }
    assert max(longest.values()) > room / 2, "it is counted"
    assert {plan for plan, bytes in longest.items() if bytes > room} == set()


@pytest.mark.slow
def test_a_phone_that_keeps_again_and_again_waits(day, phone):
    statuses = [put(phone, day, {"sealed": ONE, "seen": "x"}).status_code for _ in range(40)]
    assert set(statuses) == {409, 429}
    assert 25 <= statuses.count(409) <= 35


def test_a_phone_that_keeps_again_and_again_waits_and_no_other_does():
    memory.clear()
    for _ in range(int(sealing.KEEPING.at_once)):
        sealing._slow_down("phone 1")
    with pytest.raises(SlowDown):
        for _ in range(5):
            sealing._slow_down("phone 1")
    sealing._slow_down("phone 2")
    memory.clear()

"""Admit and submit as JSON: the statuses of contracts.md 5."""

import base64
import json
import uuid
from datetime import timedelta

import pytest
from django.test import Client

from tests.actions.town import CLOSES, profile

SECRET = base64.b64encode(b"x" * 32).decode()


def post(url: str, data: object, language: str = "da"):
    client = Client(headers={"accept-language": language})
    return client.post(
        url, data if isinstance(data, str) else json.dumps(data), content_type="application/json"
    )


def voucher(code: str) -> str:
    return post(f"/r/{code}/admit", {"blinded": SECRET}).json()["voucher"]


def test_the_same_request_gets_the_same_voucher(team):
    assert voucher(team.codes[0]) == voucher(team.codes[0])


def test_no_secret_is_fine_too(team):
    assert post(f"/r/{team.codes[0]}/admit", {"blinded": None}).status_code == 200


def test_another_device_finds_the_code_spent(team):
    voucher(team.codes[0])
    other = base64.b64encode(b"y" * 32).decode()
    response = post(f"/r/{team.codes[0]}/admit", {"blinded": other})
    assert response.status_code == 409
    assert response["Content-Type"] == "application/problem+json"
    assert "allerede brugt" in response.json()["title"]


def test_an_unknown_code_says_what_a_used_one_says(team):
    used = post(f"/r/{team.codes[0]}/admit", {"blinded": SECRET})
    again = post(f"/r/{team.codes[0]}/admit", {"blinded": base64.b64encode(b"z" * 32).decode()})
    unknown = post("/r/ABCD2345/admit", {"blinded": SECRET})
    assert (used.status_code, unknown.status_code) == (200, 404)
    assert again.json()["title"] == unknown.json()["title"]


@pytest.mark.parametrize("blinded", ["???", base64.b64encode(b"short").decode(), 7, "A" * 4000])
def test_a_bad_secret_is_refused_by_field(team, blinded):
    response = post(f"/r/{team.codes[0]}/admit", {"blinded": blinded})
    assert response.status_code == 422
    assert list(response.json()["faults"]) == ["blinded"]


def test_an_answer_is_stored_once(team):
    sent = {"voucher": voucher(team.codes[0]), "id": str(uuid.uuid4()), "answers": profile(4, 2, 2)}
    assert [post("/answers", sent).status_code for _ in range(3)] == [201, 200, 200]


def test_another_answer_on_the_same_voucher_is_refused(team):
    sent = {"voucher": voucher(team.codes[0]), "id": str(uuid.uuid4()), "answers": profile(4, 2, 2)}
    assert post("/answers", sent).status_code == 201
    assert post("/answers", sent | {"id": str(uuid.uuid4())}).status_code == 409


def test_faults_come_by_field_in_the_reader_s_language(team):
    wrong = profile(4, 2, 2) | {"now_d2_A": -1, "now_d5_C": 9}
    sent = {"voucher": voucher(team.codes[0]), "id": str(uuid.uuid4()), "answers": wrong}
    faults = post("/answers", sent, "en").json()["faults"]
    assert set(faults) == {"now_d2_A", "now_d5"}
    assert "Take 7 points away" in faults["now_d5"]
    assert "point fra" in post("/answers", sent, "da").json()["faults"]["now_d5"]


def test_a_closed_round_is_gone(team, move_clock):
    sent = {"voucher": voucher(team.codes[0]), "id": str(uuid.uuid4()), "answers": profile(4, 2, 2)}
    move_clock(CLOSES + timedelta(seconds=1))
    assert post("/answers", sent).status_code == 410
    assert post(f"/r/{team.codes[1]}/admit", {"blinded": SECRET}).status_code == 410


@pytest.mark.parametrize(
    "nonsense", [" ", "{", "[]", "null", '{"voucher": 3}', '{"voucher": "x", "id": "y"}', "[" * 100_000]
)
def test_nonsense_is_refused_in_words(team, nonsense):
    response = post("/answers", nonsense)
    assert response.status_code == 422
    assert response.json()["title"] == "Det, der kom, kan ikke læses."


def test_only_post_is_taken(team):
    assert Client().get("/answers").status_code == 405
    assert Client().get(f"/r/{team.codes[0]}/admit").status_code == 405

"""Rude input into a room: what is said to it is a sentence and never a fault, and what is taken shows as text."""

import json
from urllib.parse import urlencode

import pytest
from django.test import Client

from kulturspejl.faces.shared import clock, guesses
from kulturspejl.records.models import Participant, RoomNote
from kulturspejl.values import links
from kulturspejl.web.bells import topic_of
from tests.actions.rooms.course import NOW, begin

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
LONG = "æ" * 100_000
RUDE = {
    "long": LONG,
    "script": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "emoji": "👩‍👩‍👧‍👦" * 80,
    "right to left": "\u202eיתרבח\u202c תא",
    "nought": "a\0b\x1b[31m",
    "blank": "\u200b\u200b \u00a0",
    "template": "{{ settings.SECRET_KEY }}{% now 'Y' %}",
    "broken": "\udcff",
}
UNUSED = "0d9a6c3e-5b1f-4e57-9c52-3f1f5c5a7b10"
"""The name of a contribution. It stands in names of tests, so each process that collects them must see the same."""
DEEP = "[" * 5000 + "]" * 5000


@pytest.fixture
def course(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: NOW)
    made = begin(3)
    made.station = made.go_to("check_in", "line")
    return made


def phone(course, number: int = 0) -> Client:
    client = Client(raise_request_exception=True, HTTP_ACCEPT_LANGUAGE="da")
    client.cookies["kulturspejl_room"] = course.keys[number]
    return client


def posted(client: Client, path: str, fields: dict[str, str]):
    """As a browser that has been lied to would send it."""
    raw = {name: value.encode("utf-8", "surrogateescape") for name, value in fields.items()}
    return client.post(path, urlencode(raw), content_type="application/x-www-form-urlencoded")


@pytest.mark.parametrize("name", RUDE)
def test_a_name_is_taken_as_text_or_refused_with_a_sentence(course, name):
    before = Participant.objects.count()
    client = Client(HTTP_ACCEPT_LANGUAGE="da")
    reply = posted(client, f"/room/{course.code}", {"name": RUDE[name], "workplace": RUDE[name]})
    assert reply.status_code in (200, 400, 422), reply.status_code
    if reply.status_code != 200:
        assert Participant.objects.count() == before
        return
    made = (
        Participant.objects.latest("id")
        if Participant.objects.count() == 1
        else Participant.objects.exclude(name__startswith="Deltager").get()
    )
    assert len(made.name) <= 60
    assert "\0" not in made.name
    assert "\u202e" not in made.name, "a name does not turn the line around that it stands in"
    for page in (client.get(f"/room/{course.code}"), at_desk(course)):
        text = page.content.decode()
        assert "<script>alert" not in text
        assert "<img src=x" not in text


def at_desk(course):
    client = Client(HTTP_ACCEPT_LANGUAGE="da")
    client.force_login(course.frida)
    return client.get(f"/facilitate/{course.id}")


@pytest.mark.parametrize("name", RUDE)
def test_a_word_is_taken_as_text_or_refused_with_a_sentence(course, name):
    part = f"{course.station}/arrived"
    reply = posted(
        phone(course), f"/room/{course.code}/contributions", {"part": part, "value.line": RUDE[name]}
    )
    assert reply.status_code in (302, 400, 422), reply.status_code
    kept = RoomNote.objects.first()
    assert (kept is None) == (reply.status_code != 302)
    if kept:
        assert len(kept.values["line"]) <= 140
        assert "\0" not in kept.values["line"]


@pytest.mark.parametrize(
    "body",
    [
        b"", b"{", b"null", b"[]", b"1e999", b'"x"', DEEP.encode(), b"\xff\xfe{}", b'{"id": 1}',
        json.dumps({"id": UNUSED, "part": {}, "values": []}).encode(),
        json.dumps({"id": "x", "part": "1.0.0/arrived", "values": {"line": 5}}).encode(),
        json.dumps({"id": UNUSED, "part": "1.0.0/arrived", "values": {"line": [LONG]}}).encode(),
        json.dumps({"id": UNUSED, "part": LONG, "values": {LONG: LONG}}).encode(),
        json.dumps({"part": "1.0.0/arrived", "secret": LONG, "voucher": LONG, "values": {}}).encode(),
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "path",
    [
        "/room/{}/contributions", "/room/{}/voucher", "/without-a-name/{}", "/without-a-name/{}/back",
        "/room/{}/sealed",
    ],
)
def test_nonsense_as_json_is_refused_and_stores_nothing(course, path, body):
    client = phone(course)
    send = client.put if path.endswith("sealed") else client.post
    reply = send(
        path.format(course.code), data=body, content_type="application/json", HTTP_ACCEPT="application/json"
    )
    assert 400 <= reply.status_code < 500, (path, reply.status_code)
    assert not RoomNote.objects.exists()


@pytest.mark.parametrize("name", RUDE)
def test_what_a_team_agrees_on_is_text(course, name):
    client = Client(HTTP_ACCEPT_LANGUAGE="da")
    opened = client.post("/team")
    address = opened.content.decode().split('href="/facilitate/')[1].split('"')[0]
    fields = {"verb": "agree", "what": RUDE[name], "owner": RUDE[name], "day": "2027-01-11"}
    reply = posted(client, f"/facilitate/{address}/do", fields)
    assert reply.status_code in (302, 400, 403, 422), reply.status_code
    assert "<script>alert" not in client.get(f"/facilitate/{address}").content.decode()


HERE = "127.0.0.1"


@pytest.fixture
def full_bucket():
    yield
    guesses.forget()


def empty_the_bucket():
    """A guess may be made again each second, and this machine may take its time."""
    for _ in range(5):
        guesses.note_wrong(HERE)


def test_wrong_codes_by_the_thousand_are_slowed_and_a_class_still_comes_in(course, full_bucket):
    """Whoever types the code waits while many guess. Whoever scans it comes in, and who is in stays in."""
    guesser = Client(HTTP_ACCEPT_LANGUAGE="da")
    statuses = [guesser.post("/", {"code": f"{number:06}"}).status_code for number in range(1000)]
    assert statuses.count(429) > 900
    assert phone(course).get(f"/room/{course.code}").status_code == 200
    assert phone(course).get(f"/room/{course.code}/now").status_code == 200
    empty_the_bucket()
    assert Client().get(f"/room/{course.code}").status_code == 429
    empty_the_bucket()
    assert Client().post(f"/room/{course.code}?k=0123456789abcde", {"name": "Gæt"}).status_code == 429
    way_in = links.room_url(course.code).removeprefix(links.base_url())
    page = Client().get(way_in)
    assert page.status_code == 200
    assert f'action="{way_in}"' in page.content.decode()
    assert Client().post(way_in, {"name": "Mette"}).status_code == 200
    bell = topic_of(*way_in.replace("?k=", "/bell?k=").split("?k="))
    assert bell.may_listen(bell.key, None, HERE)
    bell = topic_of(f"/room/{course.code}/bell")
    empty_the_bucket()
    assert not bell.may_listen(bell.key, None, HERE)
    assert bell.may_listen(bell.key, None, "192.0.2.7"), "whoever comes from elsewhere has not guessed"

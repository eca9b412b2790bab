"""What another site sends changes nothing, also where no account is needed; what a browser says of every reply."""

import urllib.error
import urllib.request
from pathlib import Path

import pytest
from django.test import Client

from kulturspejl.records.models import Participant, Room
from kulturspejl.web import cookies
from kulturspejl.web.environment import is_own_name
from tests.actions.rooms.course import begin
from tests.fixtures.served import Server, finish

pytestmark = pytest.mark.django_db(transaction=True)
SISTER = "https://intranet.havnby.dk"
OWN = "http://testserver"


@pytest.mark.slow
@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "same-site"}, {"sec-fetch-site": "cross-site"}, {"origin": SISTER}, {"origin": "null"},
        {"sec-fetch-site": "same-site", "origin": OWN},
    ],
)  # fmt: skip
def test_a_sister_site_joins_no_room_borrows_none_and_hands_nothing_in(headers):
    course = begin()
    for path, data in (
        (f"/room/{course.code}", {"name": "Mette"}), ("/team", {}), ("/answers", {"voucher": "x"}),
        ("/", {"code": "x"}),
    ):  # fmt: skip
        assert Client().post(path, data, headers=headers).status_code == 403, path
    assert not Participant.objects.exists()
    assert Room.objects.count() == 1


@pytest.mark.parametrize(
    "headers", [{}, {"origin": OWN}, {"sec-fetch-site": "same-origin"}, {"sec-fetch-site": "none"}]
)
def test_own_forms_come_in_from_old_and_new_browsers(headers):
    course = begin()
    assert Client().post(f"/room/{course.code}", {"name": "Mette"}, headers=headers).status_code == 200
    assert Client().get("/", headers={"sec-fetch-site": "cross-site"}).status_code == 200


def test_a_refusal_is_a_sentence_in_the_readers_language_and_json_to_who_speaks_it():
    page = Client(headers={"accept-language": "da"}).post("/team", headers={"sec-fetch-site": "cross-site"})
    assert "andet websted" in page.content.decode()
    said = Client().post("/answers", "{}", content_type="application/json", headers={"sec-fetch-site": "cross-site"})
    assert said.headers["Content-Type"] == "application/problem+json"


def test_pages_with_a_secret_leave_no_copy_behind():
    course = begin()
    phone = Client()
    words = phone.post(f"/room/{course.code}", {"name": "Mette"})
    lent = Client()
    opened = lent.post("/team")
    room = Room.objects.exclude(id=course.id).get()
    wall = Client().get(f"/facilitate/{room.id}/wall?key={room.wall_key}")
    desk = lent.get(f"/facilitate/{room.id}")
    for name, reply in {"six words": words, "lent": opened, "wall": wall, "desk": desk}.items():
        assert reply.status_code == 200, name
        assert reply.headers["Cache-Control"] == "no-store", name
    assert "no-store" not in Client().get("/models").headers.get("Cache-Control", "")


def test_cookies_of_a_secure_address_cannot_be_set_by_a_sister_site():
    assert cookies.own("sessionid", is_https=True) == "__Host-sessionid"
    assert cookies.own("sessionid", is_https=False) == "sessionid"
    assert [is_own_name(url) for url in ("https://kultur.havnby.dk", "https://havnby.dk", "https://localhost")] == [
        True, False, False,
    ]  # fmt: skip


SECURE = {"X-Forwarded-Proto": "https", "Host": "kultur.havnby.dk"}


def asked(server: Server, path: str, method: str = "GET", **more: str):
    """Status and headers of a reply."""
    data = b"" if method == "POST" else None
    request = urllib.request.Request(server.url + path, method=method, headers=SECURE | more, data=data)
    try:
        with urllib.request.urlopen(request) as reply:
            return reply.status, reply.headers
    except urllib.error.HTTPError as refused:
        return refused.code, refused.headers


@pytest.mark.slow
def test_every_kind_of_reply_says_the_same_over_https(tmp_path: Path):
    server = Server(
        tmp_path, {"KULTURSPEJL_BASE_URL": "https://kultur.havnby.dk", "KULTURSPEJL_BEHIND_PROXY": "1"}
    ).start()
    try:
        for path, method in (
            ("/start", "GET"), ("/answers", "POST"), ("/r/x/admit", "POST"), ("/static/shared/base.css", "GET"),
            ("/rounds/3f2504e0-4f89-41d3-9a0c-0305e82c3301/bell", "GET"), ("/room/ABCDEF/bell", "GET"),
        ):  # fmt: skip
            _status, said = asked(server, path, method)
            assert said["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains", path
            assert said["X-Content-Type-Options"] == "nosniff", path
            assert "frame-ancestors 'none'" in said["Content-Security-Policy"], path
            assert said["Referrer-Policy"] == "strict-origin", path
            assert len(said.get_all("Cache-Control") or []) <= 1, path
            if "bell" not in path:
                assert said["Cross-Origin-Opener-Policy"] == "same-origin", path
        _status, begun = asked(server, "/start")
        assert "__Host-csrftoken=" in begun["Set-Cookie"]
    finally:
        finish([server])

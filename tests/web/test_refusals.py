"""What Django itself refuses is said in the house's own words, in the visitor's language."""

import re

import pytest
from django.test import Client

from kulturspejl.web.environment import is_public
from kulturspejl.web.errors import BY_A_BUTTON, STALE, STALE_BUT_HERE, UNREADABLE

pytestmark = pytest.mark.django_db


@pytest.mark.slow
@pytest.mark.parametrize("language", ["da", "en"])
def test_a_form_without_its_mark(language):
    client = Client(enforce_csrf_checks=True, headers={"accept-language": language})
    reply = client.post("/account/login/", {"login": "a@b.test"})
    assert reply.status_code == 403
    assert STALE.into(language) in reply.content.decode()


@pytest.mark.parametrize("language", ["da", "en"])
def test_too_many_fields(language):
    client = Client(headers={"accept-language": language})
    reply = client.post("/", {f"a{number}": "1" for number in range(4_000)})
    assert reply.status_code == 400
    assert UNREADABLE.into(language) in reply.content.decode()


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_buttons_address_by_itself_is_no_empty_page(language):
    client = Client(headers={"accept-language": language})
    reply = client.get("/answers")
    assert (reply.status_code, reply["Allow"]) == (405, "POST")
    assert BY_A_BUTTON.into(language) in reply.content.decode()
    assert client.get("/answers", headers={"accept": "application/json"}).json()["status"] == 405
    assert client.put("/answers").content == b""


def test_a_host_that_is_none():
    reply = Client(headers={"accept-language": "en", "host": "a,b/<script>"}).get("/")
    assert reply.status_code == 400
    assert UNREADABLE.en in reply.content.decode()
    assert "a,b" not in reply.content.decode()


def test_json_for_whoever_speaks_it():
    client = Client(headers={"accept-language": "en", "accept": "application/json"})
    reply = client.post("/", {f"a{number}": "1" for number in range(4_000)})
    assert reply.json()["title"] == UNREADABLE.en
    assert reply.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("path", ["/", "/try", "/home", "/r/ABC", "/account/login/", "/nothing/here"])
def test_no_search_engine_keeps_a_page(path):
    assert Client().get(path).headers["X-Robots-Tag"] == "noindex, nofollow"


@pytest.mark.parametrize(
    ("url", "expected"),
    [("https://kultur.example.dk", True), ("https://localhost:8443", False), ("https://192.168.1.7", False),
     ("https://kultur", False), ("https://[::1]:8443", False), ("https://mac.local", False), ("", False)],
)  # fmt: skip
def test_which_addresses_are_names_of_their_own(url, expected):
    assert is_public(url) is expected


HERE = "http://testserver"


def old_page(path: str, origin: str | None, **data: object):
    """A press on a page whose mark is from before a new sign-in."""
    client = Client(enforce_csrf_checks=True, headers={"accept-language": "en"})
    return client, client.post(path, data, headers={"origin": origin} if origin else {})


def test_what_was_written_on_an_old_page_of_ours_is_sent_by_one_more_press():
    client, reply = old_page("/demo/nothing", HERE, addresses='anna@b.test\n"Bo"', csrfmiddlewaretoken="old")
    page = reply.content.decode()
    assert (reply.status_code, STALE_BUT_HERE.en in page) == (403, True)
    assert 'name="addresses" value="anna@b.test\n&quot;Bo&quot;"' in page
    mark = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    assert mark, page
    assert mark[1] != "old"
    again = client.post("/demo/nothing", {"csrfmiddlewaretoken": mark[1]}, headers={"origin": HERE})
    assert again.status_code == 404, "it is let through to its address"


@pytest.mark.parametrize("origin", [None, "null", "https://elsewhere.test", "http://testserver.elsewhere.test"])
def test_what_another_site_has_filled_in_never_comes_back_ready_to_send(origin):
    _client, reply = old_page("/demo/nothing", origin, addresses="anna@b.test")
    assert (reply.status_code, "anna@b.test" in reply.content.decode()) == (403, False)


def test_a_code_that_was_typed_stands_in_no_page():
    _client, reply = old_page("/account/login/", HERE, password="very secret")
    assert (reply.status_code, "very secret" in reply.content.decode()) == (403, False)

"""Every form bears the mark of its page; what the sign-in library brings is what the house has chosen, no more."""

import re
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import URLResolver, get_resolver

from tests import people

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

WITHOUT_MARK = {
    "", "language", "answers", "r/<str:code>", "r/<str:code>/admit", "room/<str:code>", "room/<str:code>/back",
    "room/<str:code>/do", "room/<str:code>/sealed", "room/<str:code>/contributions", "room/<str:code>/voucher",
    "without-a-name/<str:code>", "without-a-name/<str:code>/back", "team",
    "room/<str:code>/plan", "letters/<str:key>", "reminder/<str:key>",
}  # fmt: skip
"""No cookie gives any right there: a code does, or nothing is changed but the language."""

OPEN_TO_ALL = {
    "account/login/", "account/logout/", "account/login/code/", "account/login/code/confirm/", "account/inactive/",
    "account/2fa/authenticate/", "account/2fa/webauthn/login/", "account/link/<str:token>",
}  # fmt: skip
CLOSED = {
    "account/signup/", "account/email/", "account/confirm-email/", "account/confirm-email/<path:key>",
    "account/password/reset/", "account/password/reset/<path:key>",
}  # fmt: skip


def routes(patterns=None, before: str = ""):
    """(route, view) of everything."""
    for one in get_resolver().url_patterns if patterns is None else patterns:
        route = before + str(one.pattern).lstrip("^").replace("\\Z", "").rstrip("$")
        if isinstance(one, URLResolver):
            yield from routes(one.url_patterns, route)
        else:
            yield route, one.callback


def path_of(route: str) -> str:
    """An address that the route could stand for."""
    made = re.sub(r"<uuid:\w+>", "3f2504e0-4f89-41d3-9a0c-0305e82c3301", route)
    made = re.sub(r"<\w+:\w+>|\(\?P<\w+>[^)]*\)", "x", made)
    return "/" + made.replace("\\", "")


def test_only_these_forms_bear_no_mark():
    assert {route for route, view in routes() if getattr(view, "csrf_exempt", False)} == WITHOUT_MARK


@pytest.mark.parametrize("who", ["nobody", "leader", "steward"])
def test_a_form_from_elsewhere_is_refused_everywhere(who):
    where = people.team(9)
    client = Client(enforce_csrf_checks=True)
    if who != "nobody":
        client.force_login(getattr(where, who))
    for route, _view in routes():
        if route in WITHOUT_MARK:
            continue
        for headers in ({}, {"origin": "https://evil.example"}, {"referer": "https://evil.example/"}):
            reply = client.post(path_of(route), {"name": "x", "email": "a@b.test"}, headers=headers)
            assert reply.status_code in {403, 404, 405}, (route, reply.status_code)


def test_accounts_are_the_stewards_to_make():
    for route in CLOSED:
        for method in ("get", "post"):
            assert getattr(Client(), method)(path_of(route)).status_code == 404, route


def test_whoever_is_signed_out_finds_nothing_of_an_account():
    for route, _view in routes():
        if not route.startswith("account/") or route in OPEN_TO_ALL | CLOSED:
            continue
        for method in ("get", "post"):
            reply = getattr(Client(), method)(path_of(route))
            assert reply.status_code in {302, 404, 405}, (route, method, reply.status_code)
            if reply.status_code == 302:
                assert reply.headers["Location"].startswith("/account/"), (route, reply.headers["Location"])


FORM = "application/x-www-form-urlencoded"
RUDE = ("", "a\0b", "æ" * 100_000, "9" * 5000, "<script>", "\ud800", "../../x", "'\"", "١٢٣٤٥٦", "{", "[]", "null")


@pytest.mark.parametrize(
    ("who", "words"),
    [
        ("nobody", RUDE[::2]),
        ("leader", RUDE[1::2]),
        pytest.param("nobody", RUDE, marks=pytest.mark.sweep),
        pytest.param("leader", RUDE, marks=pytest.mark.sweep),
    ],
    ids=["nobody", "leader", "nobody, all words", "leader, all words"],
)
def test_nothing_of_an_account_breaks(who, words):
    where = people.team(9)
    names = ("email", "login", "password", "password1", "password2", "oldpassword", "code", "name", "next")
    for route, _view in routes():
        if not route.startswith("account/"):
            continue
        for rude in words:
            client = Client()
            if who != "nobody":
                client.force_login(where.leader)
            raw = rude.encode(errors="surrogatepass")
            asked = client.get(f"{path_of(route)}?{urlencode({'next': raw[:3000]})}")
            assert asked.status_code < 500, (route, rude[:20])
            reply = client.post(path_of(route), urlencode(dict.fromkeys(names, raw)), FORM)
            assert reply.status_code < 500, (route, rude[:20])

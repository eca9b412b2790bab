"""Guessing: at addresses, at sign-in codes, at passwords, at the app's numbers, at typed codes, at the first visit."""

import re
import time
import uuid
from dataclasses import replace

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from kulturspejl.actions import persons
from kulturspejl.faces.shared import guesses
from kulturspejl.faces.steward import start_code
from kulturspejl.records.models import Organisation
from tests import people
from tests.actions import town

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
PASSWORD = "fire ord der ikke hører sammen"
ASK, ENTER, LOGIN = "/account/login/code/", "/account/login/code/confirm/", "/account/login/"


@pytest.fixture(autouse=True)
def nothing_counted_yet():
    cache.clear()
    guesses.forget()
    yield
    cache.clear()
    guesses.forget()


def told(reply, address: str) -> tuple[object, ...]:
    """What comes back, without what is new each time and without the visitor's own address."""
    body = re.sub(r'(csrfmiddlewaretoken" value=")\w+', r"\1", reply.content.decode()).replace(address, "ADDRESS")
    headers = {name: value for name, value in reply.headers.items() if name not in {"Content-Length", "Expires"}}
    return reply.status_code, body, headers, sorted(reply.cookies)


def whole_way(address: str) -> list[tuple[object, ...]]:
    """Asking for a code, and guessing until it is no use any more."""
    client = Client(headers={"accept-language": "da"})
    replies = [client.get(ASK), client.post(ASK, {"email": address}), client.get(ENTER)]
    replies += [client.post(ENTER, {"code": f"WRNGCOD{number}"}) for number in range(5)]
    replies += [client.get(ENTER), client.get(LOGIN)]
    return [told(reply, address) for reply in replies]


def code_in(mailoutbox) -> str:
    for _ in range(100):
        if mailoutbox:
            return re.search(r"^\s*([A-Z0-9]{3,}-?[A-Z0-9]+)\s*$", mailoutbox[-1].body, re.M)[1]
        time.sleep(0.05)
    raise AssertionError("no letter came")


def test_an_address_with_an_account_and_one_without_get_the_same_pages():
    where = people.team(9)
    assert whole_way(where.leader.email) == whole_way("nobody@havnby.test")


def test_a_wrong_password_is_the_same_for_an_account_and_for_none():
    where = people.team(9)
    where.amr.set_password(PASSWORD)
    where.amr.save()
    pages = []
    for address in (where.amr.email, where.leader.email, "nobody@havnby.test"):
        client = Client(headers={"accept-language": "da"})
        pages.append(told(client.post(LOGIN, {"login": address, "password": "wrong wrong wrong"}), address))
    assert pages[0] == pages[1] == pages[2]


def test_three_wrong_codes_and_the_right_one_opens_nothing(mailoutbox):
    where = people.team(9)
    client = Client()
    client.post(ASK, {"email": where.leader.email})
    right = code_in(mailoutbox)
    for number in range(3):
        client.post(ENTER, {"code": f"WRNGCOD{number}"})
    client.post(ENTER, {"code": right})
    assert client.get("/home").status_code == 302


def test_a_code_works_once_and_in_the_browser_that_asked(mailoutbox):
    where = people.team(9)
    client, other = Client(), Client()
    client.post(ASK, {"email": where.leader.email})
    other.post(ASK, {"email": "nobody@havnby.test"})
    right = code_in(mailoutbox)
    other.post(ENTER, {"code": right})
    assert other.get("/home").status_code == 302
    client.post(ENTER, {"code": right})
    assert client.get("/home").status_code == 200
    client.post("/account/logout/")
    client.post(ENTER, {"code": right})
    assert client.get("/home").status_code == 302


def test_a_code_that_went_to_an_address_that_has_been_put_right_opens_nothing(mailoutbox):
    """Whoever got it by mistake had ten minutes with it."""
    where = people.team(9)
    stranger = Client()
    stranger.post(ASK, {"email": where.leader.email})
    code = code_in(mailoutbox)
    persons.correct(
        by=where.steward, organisation_id=where.organisation, person_id=where.leader.id, name="Karen",
        address="karen.holm@havnby.test", now=timezone.now(),
    )  # fmt: skip
    assert stranger.post(ENTER, {"code": code}).url == LOGIN
    assert stranger.get("/home").status_code == 302


@pytest.mark.parametrize("address", ["karen@havnby.test", "KAREN@HAVNBY.TEST", "nobody@havnby.test"])
def test_nobody_is_sent_more_than_three_codes_a_minute(address):
    people.team(9)
    browsers = [Client(headers={"x-forwarded-for": f"10.0.0.{number}"}) for number in range(5)]
    said = [browser.post(ASK, {"email": address}) for browser in browsers]
    assert [reply.status_code for reply in said[:3]] == [302, 302, 302]
    assert all(reply.status_code in {200, 429} for reply in said[3:])


def test_a_stranger_who_knows_the_address_keeps_nobody_from_logging_in(mailoutbox):
    where = people.team(9)
    strangers, owner = [Client(REMOTE_ADDR="192.0.2.1") for _ in range(5)], Client(REMOTE_ADDR="192.0.2.2")
    assert [one.post(ASK, {"email": where.leader.email}).status_code for one in strangers] == [302, 302, 302, 200, 200]
    assert owner.post(ASK, {"email": where.leader.email}).status_code == 302
    everywhere = [Client(REMOTE_ADDR=f"198.51.100.{number}") for number in range(40)]
    said = [one.post(ASK, {"email": where.amr.email}).status_code for one in everywhere]
    assert 30 <= said.count(302) <= 32, "and no mailbox is flooded"


def test_a_password_cannot_be_tried_for_long_whatever_the_header_says():
    where = people.team(9)
    for number in range(12):
        reply = Client(headers={"x-forwarded-for": f"10.0.0.{number}"}).post(
            LOGIN, {"login": where.amr.email, "password": f"wrong wrong {number}"}
        )
    where.amr.set_password(PASSWORD)
    where.amr.save()
    reply = Client().post(LOGIN, {"login": where.amr.email, "password": PASSWORD})
    assert reply.status_code in {200, 429}
    assert "sessionid" not in reply.cookies


def test_the_numbers_of_an_app_cannot_be_tried_for_long():
    where = people.team(9)
    where.amr.set_password(PASSWORD)
    where.amr.save()
    TOTP.activate(where.amr, generate_totp_secret())
    client = Client()
    assert client.post(LOGIN, {"login": where.amr.email, "password": PASSWORD}).status_code == 302
    said = []
    for number in range(8):
        reply = client.post("/account/2fa/authenticate/", {"code": f"{number:06}"})
        said.append(reply.status_code if reply.status_code != 200 else str(reply.context["form"].errors))
    assert client.get("/home").status_code == 302
    assert said[-1] != said[0]


SHORT = "K7TM4WQX"
WAYS = {
    "the page": lambda code, client: client.get(f"/r/{code}"),
    "the plain form": lambda code, client: client.post(f"/r/{code}", {"secret": "x"}),
    "the way in": lambda code, client: client.post(f"/r/{code}/admit", b"{}", content_type="application/json"),
    "the file": lambda code, client: client.get(f"/r/{code}/result.pdf"),
    "the front door": lambda code, client: client.post("/", {"code": code}),
}


@pytest.mark.parametrize("way", WAYS)
def test_typed_codes_cannot_be_tried_for_long_by_any_way(way, monkeypatch):
    monkeypatch.setattr(guesses, "MINE", replace(guesses.MINE, per_second=0.001))
    made = people.open_round(people.team(9))
    for number in range(int(guesses.MINE.at_once) + 20):
        reply = WAYS[way](SHORT, Client(headers={"x-forwarded-for": f"10.0.0.{number}"}))
    assert reply.status_code == 429
    for other in WAYS.values():
        assert other(SHORT, Client()).status_code == 429
    assert Client().get(f"/r/{made.codes[0]}").status_code == 200
    for other in WAYS.values():
        # Whoever has not guessed is not held up.
        assert other(SHORT, Client(REMOTE_ADDR="192.0.2.7")).status_code == 404


def clean(reply) -> tuple[object, ...]:
    body = re.sub(r'(name="(?:secret|retry_id)" value=")[^"]+', r"\1", reply.content.decode())
    return reply.status_code, body, {n: v for n, v in reply.headers.items() if n != "Expires"}


def test_a_used_code_opens_the_same_pages_as_an_unused_one():
    made = people.open_round(people.team(9))
    code = made.codes[0]
    before = [clean(Client().get(f"/r/{code}")), clean(Client().post("/", {"code": code}))]
    town.answer(code, dict(people.ANSWERS[0]))
    assert [clean(Client().get(f"/r/{code}")), clean(Client().post("/", {"code": code}))] == before


@pytest.mark.parametrize("code", ["K7TM4WQX" * 3 + "K7T", "A" * 27, "%00", "æøå", "' OR 1=1 --", "..%5c..", "0" * 200])
def test_every_code_that_is_none_looks_like_every_other(code):
    made = people.open_round(people.team(9))
    nothing = made.codes[0][:-1] + ("A" if made.codes[0][-1] != "A" else "B")

    def page(one: str) -> tuple[object, ...]:
        """Without the name of a draft on the device, which is another for every code."""
        reply = Client().get(f"/r/{one}")
        its_own = r'data-waiting="\w+"|name="next" value="[^"]*"'
        return reply.status_code, re.sub(its_own, "", reply.content.decode())

    assert page(code) == page(nothing)
    assert page(code)[0] == 404


def test_what_a_used_code_is_told_is_what_an_unknown_one_is_told():
    made = people.open_round(people.team(9))
    town.answer(made.codes[0], dict(people.ANSWERS[0]))
    said = [
        Client().post(f"/r/{code}/admit", {}, content_type="application/json").json()["title"]
        for code in (made.codes[0], "K7TM4WQX" * 3 + "K7T")
    ]
    assert said[0] == said[1]


@pytest.mark.parametrize("place", ["127.0.0.1", "::1", "10.0.0.7"])
def test_only_the_code_from_the_terminal_begins_an_instance(place):
    words = {"name": "Havnby", "language": "da", "steward_name": "Mallory", "steward_email": "m@evil.test"}
    right = start_code.current()
    for code in ("", "x", right[:-1], right.swapcase(), "\0", "ø" * 64, str(uuid.uuid4())):
        client = Client(REMOTE_ADDR=place, headers={"x-forwarded-for": "127.0.0.1", "x-real-ip": "127.0.0.1"})
        assert client.post("/start", words | {"code": code}).status_code == 422
    assert not Organisation.objects.exists()
    assert right not in Client(REMOTE_ADDR=place).get("/start").content.decode()
    assert Client(REMOTE_ADDR=place).post("/start", words | {"code": right}).status_code == 302
    assert Client().post("/start", words | {"code": right}).status_code == 404


OF_A_DEMO = (
    "/demo/", "/demo/mails", "/demo/leader", "/demo/steward", "/demo/x", "/demo/half-year", "/demo/half-year/present",
    "/demo/half-year/plan", "/demo/half-year/plan/letters", "/demo/half-year/plan/anew", "/demo/half-year/plan/0",
)  # fmt: skip


@pytest.mark.parametrize("address", OF_A_DEMO)
@pytest.mark.parametrize("method", ["get", "post", "head"])
def test_outside_a_demo_nobody_steps_into_a_role(address, method):
    people.team(9)
    client = Client()
    assert getattr(client, method)(address).status_code in {404, 405}
    assert "sessionid" not in client.cookies

"""What every page says beside its words: no copies kept, nothing from elsewhere, no way out to another place."""

import contextlib
import re
import time
from email.header import decode_header, make_header

import pytest
from django.core.mail import EmailMessage
from django.test import Client
from django.urls import reverse

from kulturspejl.actions import organisations, rounds
from kulturspejl.core.errors import KulturspejlError
from kulturspejl.core.tables.addresses import read_addresses
from kulturspejl.records.models import Invitation
from tests import people
from tests.actions import town
from tests.attacks.test_rude_input import reachable

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


@pytest.fixture
def closed():
    return people.closed_round(people.team(9))


def pages_of(at, closed):
    """(address, reply) of all that leader, AMR, steward and a card can read."""
    for who in ("leader", "amr", "steward", "hr"):
        client = at(getattr(closed.town, who), "da")
        for address in reachable(client, "/home"):
            if address not in ("/", "/try", "/account/login/"):
                yield address, client.get(address)
    card = f"/r/{closed.codes[0]}"
    yield card, Client().get(card)
    yield f"{card}/result.pdf", Client().get(f"{card}/result.pdf")


def test_every_page_about_people_forbids_copies_and_what_is_not_its_own_and_holds_no_script(at, closed):
    tried = 0
    for address, reply in pages_of(at, closed):
        assert "no-store" in reply.headers.get("Cache-Control", ""), address
        rule = reply.headers["Content-Security-Policy"]
        assert "default-src 'self'" in rule or "default-src 'none'" in rule, address
        assert "unsafe-inline" not in rule.replace("style-src-attr", "") or "script-src" in rule, address
        assert "unsafe-eval" not in rule, address
        assert "frame-ancestors 'none'" in rule or reply.headers.get("X-Frame-Options") == "DENY", address
        assert reply.headers["X-Content-Type-Options"] == "nosniff", address
        assert reply.headers["Referrer-Policy"] in {"strict-origin", "no-referrer", "same-origin"}, address
        if "text/html" in reply.headers["Content-Type"]:
            holds_no_script_of_its_own_or_a_foreign_address(address, reply.content.decode())
        tried += 1
    assert tried > 25


def holds_no_script_of_its_own_or_a_foreign_address(address, words):
    for script in re.findall(r"<script\b([^>]*)>", words):
        assert "src=" in script or "application/json" in script, (address, script)
    assert not re.search(r"\son\w+=\"", words), address
    assert not re.search(r"(?:src|href)=\"(?:https?:)?//", words), address


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)"]
)
def test_no_redirect_leads_elsewhere(at, closed, elsewhere):
    spoken = Client().post(reverse("language"), {"language": "en", "next": elsewhere})
    assert "evil" not in spoken.headers.get("Location", "")
    assert "javascript" not in spoken.headers.get("Location", "")
    assert "evil" not in at(closed.town.leader).get("/account/login/", {"next": elsewhere}).headers.get(
        "Location", ""
    )


@pytest.mark.parametrize("elsewhere", ["https://evil.example", "//evil.example", "/\\evil.example"])
def test_logging_in_leads_nowhere_else(closed, mailoutbox, elsewhere):
    client = Client()
    asked = client.post("/account/login/code/", {"email": closed.town.leader.email, "next": elsewhere})
    assert asked.status_code == 302
    wait_for(lambda: mailoutbox)
    code = re.search(r"^\s*([A-Z0-9]{3,}-?[A-Z0-9]+)\s*$", mailoutbox[-1].body, re.M)[1]
    entered = client.post(asked.headers["Location"], {"code": code, "next": elsewhere})
    assert entered.status_code == 302
    assert entered.headers["Location"].startswith("/")
    assert "evil" not in entered.headers["Location"]


def wait_for(what):
    for _ in range(100):
        if what():
            return
        time.sleep(0.05)
    raise AssertionError("it did not happen")


def test_the_hosts_name_is_never_written_into_links(at, closed):
    guest = Client(headers={"host": "evil.example", "x-forwarded-host": "evil.example"})
    for address in ("/", "/try", f"/r/{closed.codes[0]}", "/account/login/"):
        reply = guest.get(address)
        assert "evil.example" not in reply.content.decode() + str(reply.headers), address


def test_a_form_from_elsewhere_changes_nothing(closed):
    client = Client(enforce_csrf_checks=True)
    client.force_login(closed.town.leader)
    for address in (
        reverse("result_share", args=[closed.unit]),
        reverse("trait_new", args=[closed.unit]),
        reverse("round_new", args=[closed.town.unit]),
        reverse("round_close", args=[closed.id]),
    ):
        assert client.post(address, {"more_of": "x"}).status_code == 403, address


def test_letters_carry_no_headers_of_somebodys_making(mailoutbox, settings):
    from kulturspejl.actions import mailing

    where = people.team(9)
    evil = "Nord\r\nBcc: everybody@evil.example"
    with contextlib.suppress(KulturspejlError):
        organisations.change_unit(
            by=where.steward, unit_id=where.unit, name=evil, parent=where.top, headcount=9, now=town.NOW
        )
    round_id = rounds.create(
        by=where.leader, root=where.unit,
        people={where.unit: rounds.People(addresses=[(f"p{n}@havnby.test", "") for n in range(6)], cards=0)},
        closes_at=town.CLOSES, points=10, preferred="drawn", why="Hej\r\nBcc: everybody@evil.example",
        language="da", now=town.NOW,
    )  # fmt: skip
    rounds.release_sending(by=where.amr, round_id=round_id, agreed=True, now=town.NOW)
    mailing.send_due(now=town.NOW)
    assert len(mailoutbox) == 6
    for letter in mailoutbox:
        assert isinstance(letter, EmailMessage)
        sent = letter.message()
        assert sent["Bcc"] is None
        # A long subject is folded between encoded words, and nowhere else.
        assert all(line.startswith("=?utf-8?") for line in sent["Subject"].split("\n ")[1:])
        assert "\n" not in str(make_header(decode_header(sent["Subject"])))
        assert letter.recipients() == letter.to
        assert len(letter.to) == 1


def test_an_address_cannot_carry_a_second_one():
    good = read_addresses(
        'a@havnby.test\nb@havnby.test,c@havnby.test\n"x" <d@havnby.test>\r\nBcc: e@evil.example\n'
    )
    for address, _language in good.good:
        assert "\n" not in address
        assert "," not in address
        assert " " not in address
    assert Invitation.objects.count() == 0

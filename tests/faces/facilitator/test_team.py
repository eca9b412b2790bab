"""»Tag den med hjem til teamet«: one press opens a desk, its link brings it back, and an organisation may say no."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from kulturspejl.core.choreography.state import from_json
from kulturspejl.faces.shared.templatetags.saying import moment
from kulturspejl.records.models import Organisation, Room, RoomKind
from tests.actions.town import found_town

pytestmark = pytest.mark.django_db(transaction=True)
AGREED = {"verb": "agree", "what": "Vi hilser på hinanden", "owner": "Aisha", "day": "2027-01-11"}
OFFER = 'action="/team"'


@pytest.fixture
def browser() -> Client:
    return Client(headers={"accept-language": "da"})


def opened(browser: Client) -> tuple[Room, str]:
    """The room that one press opens, and the link that is shown once."""
    words = browser.post("/team").content.decode()
    key = re.search(r"/team/([A-Z0-9]+)", words)
    assert key, words
    return Room.objects.get(kind=RoomKind.BORROWED), key[1]


def test_one_press_opens_a_desk_with_code_wall_and_agreement(browser):
    room, _key = opened(browser)
    words = browser.get(f"/facilitate/{room.id}").content.decode()
    for part in (room.code, "Skriv den ned sammen", "Slet rummet"):
        assert part in words
    assert browser.get(f"/facilitate/{room.id}/wall").status_code == 200


def test_the_saved_link_opens_the_same_desk_in_another_browser(browser):
    room, key = opened(browser)
    elsewhere = Client()
    assert elsewhere.get(f"/team/{key}").url == f"/facilitate/{room.id}"
    assert elsewhere.get(f"/facilitate/{room.id}").status_code == 200


def test_the_key_goes_to_its_own_room_alone_and_out_of_reach_of_scripts(browser):
    room, key = opened(browser)
    cookie = browser.cookies["kulturspejl_desk"]
    assert (cookie.value, cookie["path"], cookie["httponly"], cookie["samesite"], cookie["max-age"]) == (
        key, f"/facilitate/{room.id}", True, "Lax", 86_400,
    )  # fmt: skip


@pytest.mark.slow
def test_what_is_agreed_can_be_read_on_every_page_and_printed(browser):
    room, _key = opened(browser)
    phone = Client(headers={"accept-language": "da"})
    phone.post(f"/room/{room.code}", {"name": "Mette"})
    assert phone.get(f"/room/{room.code}/agreed.pdf").status_code == 404
    browser.post(f"/facilitate/{room.id}/do", AGREED)
    for client, page in ((browser, f"/facilitate/{room.id}"), (phone, f"/room/{room.code}")):
        words = client.get(page).content.decode()
        assert "Vi hilser på hinanden" in words
        assert "Aisha begynder. Vi ser på det igen 11. januar 2027." in words
    for client, sheet in ((browser, f"/facilitate/{room.id}"), (phone, f"/room/{room.code}")):
        assert client.get(f"{sheet}/agreed.pdf").content.startswith(b"%PDF")


@pytest.mark.slow
def test_after_a_meeting_the_agreement_stands_before_everything_else_and_nothing_speaks_of_a_day(browser):
    room, _key = opened(browser)
    phone = Client(headers={"accept-language": "da"})
    phone.post(f"/room/{room.code}", {"name": "Mette"})
    assert "Formål med mødet" in phone.get(f"/room/{room.code}").content.decode()
    browser.post(f"/facilitate/{room.id}/do", AGREED)
    version = from_json(Room.objects.get().state).version
    browser.post(f"/facilitate/{room.id}/do", {"verb": "finish", "seen": str(version)})
    desk, own = (one.get(page).content.decode() for one, page in (
        (browser, f"/facilitate/{room.id}"), (phone, f"/room/{room.code}"),
    ))  # fmt: skip
    assert "Mødet er slut" in desk
    assert "Dagen" not in desk
    assert own.index("Vi hilser på hinanden") < own.index("Mit ark")
    assert own.count("Det har vi aftalt") == 1


def test_the_hour_of_deletion_stands_at_the_desk_on_the_wall_and_on_the_phone(browser):
    room, _key = opened(browser)
    phone = Client(headers={"accept-language": "da"})
    phone.post(f"/room/{room.code}", {"name": "Mette"})
    said = f"Alt i rummet bliver slettet {moment(room.made_at + timedelta(hours=24))}."
    for client, page in (
        (browser, f"/facilitate/{room.id}"), (browser, f"/facilitate/{room.id}/wall"), (phone, f"/room/{room.code}"),
    ):  # fmt: skip
        client.get(page)
        assert said in client.get(page).content.decode(), page


def test_where_an_organisation_says_no_nothing_is_offered_and_a_press_is_answered(browser):
    town = found_town()
    assert 'href="/team"' in browser.get("/").content.decode()
    assert OFFER in browser.get("/try").content.decode()
    Organisation.objects.filter(id=town.organisation).update(lends_rooms=False)
    assert 'href="/team"' not in browser.get("/").content.decode()
    page = browser.get("/try").content.decode()
    assert "data-team" not in page
    refused = browser.post("/team")
    assert refused.status_code == 422
    assert "Her kan man ikke låne et rum." in refused.content.decode()
    assert not Room.objects.exists()


def test_the_administrator_turns_it_off_and_on(at):
    town = found_town()
    client = at(town.steward, "da")
    first = Organisation.objects.get(id=town.organisation)
    same = {"name": first.name, "language": first.language, "minimum": first.minimum}
    client.post("/organisation/settings", same)
    assert Organisation.objects.get(id=town.organisation).lends_rooms is False
    client.post("/organisation/settings", {**same, "lends_rooms": "on"})
    assert Organisation.objects.get(id=town.organisation).lends_rooms is True


def test_an_agreement_takes_no_day_that_has_been(browser):
    room, _key = opened(browser)
    page = browser.post(f"/facilitate/{room.id}/do", {**AGREED, "day": "2020-01-01"})
    assert (page.status_code, "Vælg en dag fra i dag." in page.content.decode()) == (422, True)
    assert Room.objects.get().agreed in (None, {})


def test_each_meeting_promises_what_its_own_programme_does(browser):
    page = browser.get("/team").content.decode()
    first, others = page.split("Andre møder")
    assert "Fra 5 svar kan I vise et samlet billede." in first
    assert "Alt bliver slettet efter 24 timer." in first
    assert "Det, hver skriver til sig selv, bliver på den enkeltes telefon." in others
    assert "får den, der skriver, sit navn på" in others


def test_the_door_of_a_borrowed_room_says_its_own_hour_and_asks_for_no_workplace(browser):
    room, _key = opened(browser)
    page = Client(headers={"accept-language": "da"}).get(f"/room/{room.code}").content.decode()
    assert f"Det bliver slettet {moment(room.made_at + timedelta(hours=24))}" in page
    assert "Hvor arbejder du?" not in page


@pytest.mark.parametrize(("lacks", "said"), [("owner", "Skriv, hvem der begynder."), ("day", "Vælg den dag")])
def test_an_agreement_that_lacks_something_is_asked_for_and_nothing_typed_is_lost(browser, lacks, said):
    room, _key = opened(browser)
    written = {**AGREED, lacks: ""}
    page = browser.post(f"/facilitate/{room.id}/do", written)
    words = page.content.decode()
    assert page.status_code == 422
    assert said in words
    for field in ("what", "owner", "day"):
        assert f'value="{written[field]}"' in words
    assert Room.objects.get().agreed in (None, {})

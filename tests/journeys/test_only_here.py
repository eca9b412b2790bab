"""What is written about one's own work in module 3: it never leaves the phone, and one tap deletes it; and the list of
help that lies a link away."""

import json

import pytest
from playwright.sync_api import Page, expect

from tests.fixtures.served import Server
from tests.journeys.in_the_room import code_of, go_to
from tests.journeys.test_sealing import Ear

pytestmark = [pytest.mark.browser, pytest.mark.slow]
SECRET = "Mine tre teams får mig aldrig samtidig"
GIVES = "Hvad i mit arbejde giver mig kræfter for tiden?"
HOME, LAST = "Det gør jeg anderledes fra i morgen", "Jeg spiser frokost i kantinen"
GONE = "Slet det, jeg skrev her"


def kept(phone: Page) -> str:
    """All that the browser has."""
    found: str = phone.evaluate("JSON.stringify({...localStorage, ...sessionStorage})")
    return json.dumps(json.loads(found), ensure_ascii=False)


def a_module_3(desk: Page, place: Server) -> None:
    desk.goto(f"{place.url}/demo/")
    desk.locator('form[action="/demo/facilitator"] button').click()
    desk.goto(f"{place.url}/facilitate/new/module_3")
    desk.get_by_label("Holdets navn").fill("Hold 15")
    desk.get_by_role("button", name="Lav dagen").click()


def test_what_is_only_here_is_never_sent_and_goes_with_one_tap(demo_server: Server, new_page, axe):
    desk = new_page("da", 1366, 850)
    a_module_3(desk, demo_server)
    phone = new_page("da", 390, 844)
    ear = Ear(phone)
    phone.goto(f"{demo_server.url}/room/{code_of(desk)}")
    phone.get_by_label("Hvad vil du kaldes i dag?").fill("Mette")
    phone.get_by_role("button", name="Kom ind").click()
    words = phone.locator(".six-words strong").inner_text()
    phone.get_by_role("link", name="Gå videre").click()
    go_to(desk, "Mit eget arbejde · Hver for sig")
    expect(phone.locator("main")).to_contain_text("Det bliver ikke sendt, heller ikke som låst kopi")
    phone.get_by_label(GIVES).fill(SECRET)
    axe(phone)
    # What one does send a locked copy of goes, and what is only here is not in it: another phone does not get it.
    go_to(desk, "Én vane, andre ser · To og to")
    with phone.expect_response(lambda reply: reply.request.method == "PUT", timeout=20_000):
        phone.get_by_label(HOME).fill(LAST)
    assert SECRET in kept(phone)
    other = new_page("da", 390, 844)
    other.goto(f"{demo_server.url}/room/{code_of(desk)}#{words.replace(' ', '-')}")
    other.get_by_role("button", name="Kom tilbage").click()
    expect(other.get_by_label(HOME)).to_have_value(LAST)
    assert SECRET not in kept(other)
    # It lies at hand for its owner, and one tap deletes it.
    fold = phone.locator("[data-region=mine] details").first
    fold.locator("summary").click()
    expect(fold).to_contain_text(SECRET)
    fold.get_by_role("button", name=GONE).click()
    expect(fold).not_to_contain_text(SECRET)
    assert SECRET not in kept(phone)
    go_to(desk, "Mit eget arbejde · Hver for sig")
    expect(phone.get_by_label(GIVES)).to_have_value("")
    assert SECRET not in ear.sent
    assert LAST not in ear.sent
    go_to(desk, "Hjælpen hos os · Se listen igennem")
    with phone.expect_popup() as opened:
        phone.get_by_role("link", name="Hjælpen hos os").click()
    expect(opened.value.locator("main")).to_contain_text("Psykologordningen")
    axe(opened.value)

"""A participant's day at an insecure origin: plain http on the network of the room, no WebCrypto, no service worker."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.fixtures.served import Server
from tests.journeys.in_the_room import code_of, desk, elsewhere, go_to, robots, send_word
from tests.journeys.plan_from_room import PRACTISE, begin
from tests.journeys.test_sealing import Ear

__all__ = ["desk"]
pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_a_day_on_plain_http(demo_server: Server, desk: Page, new_page, axe):
    place, code = elsewhere(demo_server), code_of(desk)
    wall, phone = new_page("da", 1920, 1080), new_page("da", 390, 844)
    wall.goto(
        place
        + str(desk.get_by_role("link", name="Åbn skærmen i sit eget vindue").get_attribute("href"))
    )
    phone.goto(f"{place}/")
    assert phone.evaluate("[isSecureContext, !!crypto.subtle, 'serviceWorker' in navigator]") == [
        False,
        False,
        False,
    ]
    phone.get_by_label("Koden fra dit kort eller din mail").fill(code.lower())
    phone.get_by_role("button", name="Gå videre").click()
    phone.get_by_label("Hvad vil du kaldes i dag?").fill("Mette")
    phone.get_by_role("button", name="Kom ind").click()
    words = phone.locator(".six-words strong").inner_text()
    phone.get_by_role("link", name="Gå videre").click()
    crew = robots(demo_server, code)

    go_to(desk, "Tjek-ind · Hver for sig")
    phone.get_by_label("Et ord eller en linje").fill("Fra et usikkert net")
    phone.get_by_role("button", name="Send").click()
    expect(phone.locator(".sent-line")).to_contain_text("Sendt.")
    for number, cookie in enumerate(crew[:4]):
        send_word(demo_server, code, cookie, f"Ord {number}")
    expect(phone.get_by_text("Du er færdig her.")).to_be_visible()
    desk.get_by_role("button", name=re.compile("^Vis:")).click()
    expect(wall.locator(".lines")).to_contain_text("Fra et usikkert net")

    go_to(desk, "Sparring i grupper · Vælg sag")
    desk.get_by_role("button", name="Lav grupper").click()
    phone.get_by_label("Højst 140 tegn og ingen navne").fill("Vagtskiftet")
    phone.get_by_role("button", name="Send").click()
    expect(phone.locator("[data-region=with]")).to_contain_text("Vagtskiftet")
    expect(wall.locator("body")).not_to_contain_text("Vagtskiftet")
    phone.get_by_role("button", name="Min sag").click()
    go_to(desk, "Sparring i grupper · Sparring")
    expect(phone.locator("[data-left]")).to_have_text(re.compile(r"^(10:00|9:\d\d)$"))

    go_to(desk, "Evaluering · Hver for sig")
    form = phone.locator("form[data-part$='/words']")
    form.get_by_label("Hvad skal vi beholde?").fill("Roen")
    phone.get_by_role("button", name="Send mit svar").click()
    expect(form.locator(".sent-line")).to_contain_text("Sendt.", timeout=20_000)
    axe(phone)

    other = new_page("da", 390, 844)
    other.goto(f"{place}/room/{code}")
    other.get_by_text("Jeg har været her før").click()
    other.get_by_label("De seks ord fra dit kort").fill(words)
    other.get_by_role("button", name="Kom tilbage").click()
    expect(other.locator("main")).to_contain_text("Mette")
    expect(other.get_by_role("heading", level=1)).to_have_text("Evaluering")
    a_phone_that_did_nothing_asks_for_nothing_in_vain(desk, phone)
    a_plan_stays_on_the_device(phone, f"{place}/room/{code}/plan")


def a_phone_that_did_nothing_asks_for_nothing_in_vain(desk: Page, phone: Page) -> None:
    """A voucher is fetched some seconds after its step has come; where the room has moved on by then, it is not."""
    refused: list[str] = []
    phone.on("response", lambda one: refused.append(one.url) if one.status == 409 else None)
    go_to(desk, "Tjek-ind · Hver for sig")
    phone.reload()
    phone.evaluate("Math.random = () => 0.2")
    go_to(desk, "Læringskultur: hvorfor, status, mål, handling · Status")
    expect(phone.locator("form[data-unsigned]").first).to_be_attached()
    go_to(desk, "Tjek-ind · Hver for sig")
    expect(phone.locator("form[data-part$='/arrived']")).to_be_attached()
    phone.wait_for_timeout(3500)
    assert refused == []


def a_plan_stays_on_the_device(phone: Page, door: str) -> None:
    """Begun in the room without an account; nothing of it is sent, and the page says so."""
    ear = Ear(phone)
    phone.goto(door)
    begin(phone)
    expect(phone.get_by_text("Intet bliver sendt.")).to_be_visible()
    phone.get_by_label(PRACTISE).fill("Jeg spørger, før jeg svarer")
    phone.wait_for_timeout(1800)
    phone.goto(door)
    phone.get_by_role("link", name="Åbn min plan").click()
    expect(phone.get_by_label(PRACTISE)).to_have_value("Jeg spørger, før jeg svarer")
    assert "Jeg spørger" not in ear.sent

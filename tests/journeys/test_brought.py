"""What each wrote for themselves earlier stands where it is needed: between the levels, and in the sparring."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.fixtures.served import Server
from tests.journeys.in_the_room import desk, go_to, phone_of, unfold

__all__ = ["desk"]
pytestmark = [pytest.mark.browser, pytest.mark.slow]
HOSTILE = "<b>Vi hilser</b> 👩🏽‍⚕️ \u202eabc"


@pytest.fixture
def levels(demo_server: Server, desk: Page) -> Page:
    """The desk of a day with the three levels in it."""
    desk.goto(f"{demo_server.url}/facilitate/new/module_2")
    desk.get_by_label("Holdets navn").fill("Hold 16")
    unfold(desk)
    desk.get_by_role("checkbox", name=re.compile("Tre niveauer i jeres kultur")).check()
    desk.get_by_role("button", name="Lav dagen").click()
    expect(desk.get_by_role("heading", level=1)).to_have_text("Før vi begynder")
    return desk


def test_between_the_levels_one_marks_what_contradicts(demo_server: Server, levels: Page, new_page, axe):
    phone = phone_of(levels, new_page, demo_server)
    phone.get_by_role("link", name="Gå videre").click()
    go_to(levels, "Tre niveauer i jeres kultur · Hver for sig")
    phone.get_by_label("Artefakter: Hvad kan en gæst").fill(HOSTILE)
    phone.get_by_label("Udtalte værdier: Hvad siger I højt").fill("Alle bliver hørt")
    go_to(levels, "Tre niveauer i jeres kultur · To og to")
    brought = phone.locator(".brought")
    expect(brought.locator(".level:visible")).to_have_count(2)
    expect(brought.locator(".level").first).to_contain_text(HOSTILE)
    expect(brought.locator(".between")).to_have_count(2)
    first = brought.locator(".between").first
    choice = first.get_by_role("radio", name="Det modsiger hinanden")
    choice.focus()
    phone.keyboard.press("Space")
    expect(choice).to_be_checked()
    assert "dashed" in first.evaluate("place => getComputedStyle(place).borderLeftStyle")
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    axe(phone)
    phone.reload()
    expect(choice).to_be_checked()
    go_to(levels, "Evaluering · Hver for sig")
    fold = phone.locator("[data-region=mine] details", has_text="Det, du skrev til dig selv")
    fold.locator("summary").click()
    expect(fold).to_contain_text("Det, man ser, og det, I siger")
    expect(fold).to_contain_text("Det modsiger hinanden")
    expect(phone.locator(".brought")).to_have_count(0)


def test_whoever_comes_late_can_still_mark(demo_server: Server, levels: Page, new_page):
    phone = phone_of(levels, new_page, demo_server)
    go_to(levels, "Tre niveauer i jeres kultur · To og to")
    phone.get_by_role("link", name="Gå videre").click()
    phone.locator(".between").first.get_by_role("radio", name="Det hænger sammen").check()
    expect(phone.locator(".level:visible")).to_have_count(0)


def test_the_page_on_one_collaboration_goes_into_the_sparring(demo_server: Server, desk: Page, new_page, axe):
    phone = phone_of(desk, new_page, demo_server)
    other = phone_of(desk, new_page, demo_server, "Jens")
    for one in (phone, other):
        one.get_by_role("link", name="Gå videre").click()
    go_to(desk, "Samarbejdsmodellen: ét samarbejde, fem felter · Hver for sig")
    phone.get_by_label("Udfordringen: Hvad er det").fill("Hjemmet får for sent besked")
    for step in ("Vælg sag", "Sparring"):
        go_to(desk, f"Sparring i grupper · {step}")
        expect(phone.locator(".brought")).to_contain_text("Hjemmet får for sent besked")
        expect(phone.locator(".brought h3")).to_contain_text("Samarbejdsmodellen")
        expect(other.get_by_role("heading", level=1)).to_have_text("Sparring i grupper")
        expect(other.locator(".brought")).to_be_hidden()
    axe(phone)
    for page in (desk, other):
        expect(page.locator("body")).not_to_contain_text("for sent besked")

"""A TRIO with real phones: revealed together, written by one, kept on the others; and a map that nobody else has."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.fixtures.served import Server
from tests.journeys.in_the_room import code_of, go_to

pytestmark = [pytest.mark.browser, pytest.mark.slow]
LINE = "At I siger det, mens det er let"
AGREED = {"focus": "Ro i vagtskiftet", "meetings": "Den første mandag", "in_the_room": "Navne bliver her"}


def class_of(place: Server, new_page, programme: str) -> Page:
    desk = new_page("da", 1280, 720)
    desk.goto(f"{place.url}/demo/")
    desk.locator('form[action="/demo/facilitator"] button').click()
    desk.goto(f"{place.url}/facilitate/new/{programme}")
    desk.get_by_label("Holdets navn").fill("Hold 21")
    desk.get_by_role("button", name="Lav dagen").click()
    expect(desk.get_by_role("heading", level=1)).to_have_text("Før vi begynder")
    return desk


def phone_in(desk: Page, new_page, place: Server, name: str, workplace: str) -> Page:
    page = new_page("da", 390, 844)
    page.goto(f"{place.url}/room/{code_of(desk)}")
    page.get_by_label("Hvad vil du kaldes i dag?").fill(name)
    page.locator("input[name=workplace]").fill(workplace)
    page.wait_for_load_state()
    page.get_by_role("button", name="Kom ind").click()
    page.get_by_role("link", name="Gå videre").click()
    return page


def test_what_a_trio_writes_is_revealed_at_once_and_stands_on_each_phone(demo_server: Server, new_page, axe):
    desk = class_of(demo_server, new_page, "start_workshop")
    leader, rep = (phone_in(desk, new_page, demo_server, name, "Skolen Nord") for name in ("Lone", "Arne"))
    go_to(desk, "Roller og forventninger · Find jeres TRIO")
    desk.get_by_role("button", name="Sæt TRIO’erne sammen").click()
    expect(rep.get_by_role("heading", name="Din TRIO")).to_be_visible()
    go_to(desk, "Roller og forventninger · Hver for sig")
    form = leader.locator("form.part", has=leader.get_by_role("heading", name="Til lederen"))
    form.locator("summary").click()
    form.locator("textarea").first.fill(LINE)
    axe(leader)
    assert leader.evaluate("document.documentElement.scrollWidth <= innerWidth")
    leader.locator("[data-send-all]").click()
    expect(leader.get_by_text("Du er færdig her.")).to_be_visible()
    expect(rep.get_by_text(LINE)).to_have_count(0)
    go_to(desk, "Roller og forventninger · Vi viser hinanden det")
    expect(rep.get_by_text(LINE)).to_be_visible()
    go_to(desk, "Roller og forventninger · Det siger vi ja til")
    leader.get_by_role("button", name="Jeg skriver").click()
    leader.get_by_label("Det forventer vi af lederen").fill("Siger til i tide")
    leader.locator("form.part .row > button:not([type])").click()
    expect(rep.locator("[data-carries=leader]")).to_have_text("Siger til i tide")
    go_to(desk, "TRIO-aftalen · Vi skriver")
    expect(rep.locator(".brought")).to_contain_text("Siger til i tide")
    axe(rep)
    assert rep.evaluate("document.documentElement.scrollWidth <= innerWidth")
    leader.get_by_role("button", name="Jeg skriver").click()
    for field, words in AGREED.items():
        leader.locator(f"form.part textarea[name='value.{field}']").fill(words)
    leader.locator("form.part .row > button:not([type])").click()
    expect(rep.locator("[data-carries=meetings]")).to_have_text(AGREED["meetings"])
    go_to(desk, "TRIO-aftalen · Vi læser den højt")
    take_to_the_page(leader, demo_server, axe)


def take_to_the_page(phone: Page, place: Server, axe) -> None:
    """The agreement goes to the TRIO's own page by its owner's press, in this window, and nothing before that."""
    phone.get_by_role("link", name="Tag aftalen med til jeres egen TRIO-side").click()
    expect(phone).to_have_url(re.compile("/login|/accounts"))
    phone.goto(f"{place.url}/demo/")
    phone.locator('form[action="/demo/leader"] button').click()
    phone.goto(f"{place.url}/trio/bring")
    if not phone.locator("[data-brought-form]").count():
        axe(phone)
        phone.locator(".plain-list a").first.click()
    expect(phone.locator("[data-brought-note]")).to_be_visible()
    expect(phone.locator("[data-brought-said=focus]")).to_have_text(AGREED["focus"])
    expect(phone.locator("[name=meetings]")).to_have_value(AGREED["meetings"])
    expect(phone.locator("[name=between_us]")).to_have_value(AGREED["in_the_room"])
    axe(phone)
    phone.locator("main form button").last.click()
    expect(phone.get_by_text(AGREED["meetings"])).to_be_visible()
    phone.goto(phone.url + "/agreement")
    expect(phone.locator("[data-brought-note]")).to_be_hidden()


def test_a_map_of_relations_is_drawn_here_and_goes_nowhere(demo_server: Server, new_page, axe):
    page = new_page("da", 390, 844)
    page.goto(f"{demo_server.url}/try/key_relations")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    for number, (name, step) in enumerate((("AB", 5), ("CD", 2)), start=1):
        page.locator(f"[name='value.r{number}']").fill(name)
        page.locator(f"[name='number.r{number}_me'][value='{step}']").check()
    expect(page.locator("[data-relations] circle")).to_have_count(3)
    expect(page.locator("[data-relations-said]")).to_have_text(re.compile("Sværest: CD"))
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    axe(page)
    assert sent == []
    page.reload()
    expect(page.locator("[data-relations] text")).to_have_text(["AB", "CD", "Mig"])
    page.on("dialog", lambda dialog: dialog.accept())
    page.locator("[data-delete]").click()
    expect(page.locator("[data-relations] circle:visible")).to_have_count(0)

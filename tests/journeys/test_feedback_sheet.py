"""A feedback sheet: one writes about themselves, the others write blind, they read together, and its owner keeps it."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.fixtures.served import Server
from tests.journeys.in_the_room import code_of, wall_of
from tests.journeys.test_places import borrowed
from tests.journeys.test_team import on_the_phone

pytestmark = [pytest.mark.browser, pytest.mark.slow]
OWN = ("Mødet om vagtplanen", "Jeg spurgte ud", "Der blev ro", "Spørge før", "At flere siger noget")


def on(desk: Page, title: str) -> None:
    before = desk.locator("input[name=seen]").first.get_attribute("value")
    desk.get_by_role("button", name=re.compile("^Næste:|^Næste →|^Begynd")).first.click()
    expect(desk.locator("input[name=seen]").first).not_to_have_value(str(before))
    expect(desk.get_by_role("heading", level=1)).to_have_text(title)


def write(phone: Page, words: tuple[str, ...]) -> None:
    form = phone.locator("form[data-part]")
    for field, said in zip(form.locator("textarea").all(), words, strict=True):
        field.fill(said)
    form.get_by_role("button", name="Send").click()
    expect(form.locator(".sent-line")).to_contain_text("Sendt.")


def test_a_sheet_is_written_blind_read_together_and_kept_by_its_owner(demo_server: Server, new_page, axe):
    desk = new_page("da", 1366, 850)
    borrowed(demo_server, desk, "Feedback til én af os")
    code, wall = code_of(desk), wall_of(desk, new_page, demo_server)
    focus, anne, bo = (new_page("da", 390, 844) for _ in range(3))
    for phone in (focus, anne, bo):
        on_the_phone(demo_server, phone, code)
    on(desk, "Velkommen")
    on(desk, "Feedbackarket")
    desk.get_by_role("button", name=re.compile("^(Lav grupper|Lav)")).first.click()
    expect(focus.get_by_role("button", name="Mit ark")).to_be_visible()
    expect(focus.locator("form[data-part]")).to_have_count(0)
    focus.get_by_role("button", name="Mit ark").click()
    expect(focus.locator("form[data-part] textarea")).to_have_count(5)
    expect(anne.locator("form[data-part]")).to_have_count(0)
    expect(anne.get_by_text("Hvad gjorde jeg helt konkret, som hjalp?")).to_be_visible()
    axe(focus)
    axe(anne)
    write(focus, OWN)

    on(desk, "Feedbackarket")
    expect(anne.locator("form[data-part] textarea")).to_have_count(4)
    expect(focus.locator("form[data-part]")).to_have_count(0)
    expect(anne.get_by_role("button", name="Mit ark")).to_have_count(0)
    write(anne, ("Du ventede på svar", "Jeg turde sige noget", "dine spørgsmål", "vi får flere med"))
    write(bo, ("Du holdt tiden", "Vi nåede det hele", "pauserne", "vi er mindre trætte"))
    for page in (focus, anne, wall, desk):
        expect(page.locator("body")).not_to_contain_text("Du holdt tiden")
    expect(bo.locator("body")).not_to_contain_text("Mødet om vagtplanen")
    axe(anne)

    on(desk, "Feedbackarket")
    for phone in (focus, anne, bo):
        expect(phone.locator(".sheet")).to_contain_text("Du holdt tiden")
        expect(phone.locator(".sheet")).to_contain_text("Mødet om vagtplanen")
        assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for page in (wall, desk):
        expect(page.locator("body")).not_to_contain_text("Du holdt tiden")
    expect(focus.get_by_text("Arket bliver på denne telefon i 90 dage.")).to_be_visible()
    expect(anne.get_by_text("Arket bliver på denne telefon")).to_have_count(0)
    axe(focus)
    axe(bo)
    bo.locator(".sheet").get_by_role("button", name="Træk det, jeg skrev, tilbage").click()
    expect(anne.locator(".sheet")).not_to_contain_text("Du holdt tiden")
    expect(anne.locator(".sheet")).to_contain_text("Du ventede på svar")

    on(desk, "Feedbackarket")
    expect(anne.locator(".sheet")).to_have_count(0)
    expect(anne.locator("form[data-part]")).to_have_count(0)
    focus.get_by_label("Det prøver jeg").fill("Vente fem sekunder")
    focus.goto(f"{demo_server.url}/sheets")
    focus.locator("summary", has_text="Mødet om vagtplanen").click()
    for said in ("Du ventede på svar", "Jeg spurgte ud", "Vente fem sekunder", "Det bliver slettet"):
        expect(focus.locator("details.sheet")).to_contain_text(said)
    expect(focus.locator("details.sheet")).not_to_contain_text("Du holdt tiden")
    axe(focus)
    anne.goto(f"{demo_server.url}/sheets")
    expect(anne.get_by_text("Der er ingen ark her endnu.")).to_be_visible()


def test_the_owner_stops_and_nothing_of_the_sheet_is_left(demo_server: Server, new_page):
    desk = new_page("da", 1366, 850)
    borrowed(demo_server, desk, "Feedback til én af os")
    code = code_of(desk)
    focus, anne, bo = (new_page("da", 390, 844) for _ in range(3))
    for phone in (focus, anne, bo):
        on_the_phone(demo_server, phone, code)
    on(desk, "Velkommen")
    on(desk, "Feedbackarket")
    desk.get_by_role("button", name=re.compile("^(Lav grupper|Lav)")).first.click()
    focus.get_by_role("button", name="Mit ark").click()
    write(focus, OWN)
    on(desk, "Feedbackarket")
    write(anne, ("Du ventede", "Godt", "mere", "så"))
    on(desk, "Feedbackarket")
    expect(anne.locator(".sheet")).to_contain_text("Du ventede")
    focus.once("dialog", lambda dialog: dialog.accept())
    focus.get_by_role("button", name="Stop, og slet arket").click()
    for phone in (focus, anne, bo):
        expect(phone.locator(".sheet")).to_have_count(0)
        expect(phone.locator("body")).not_to_contain_text("Du ventede")
    focus.goto(f"{demo_server.url}/sheets")
    expect(focus.get_by_text("Der er ingen ark her endnu.")).to_be_visible()


def test_a_sheet_from_paper_is_typed_in_kept_longer_and_goes_when_its_days_are_over(demo_server: Server, new_page, axe):
    page = new_page("da", 390, 844)
    page.goto(f"{demo_server.url}/sheets")
    page.locator("summary", has_text="Skriv et ark").click()
    page.get_by_label("Hvad gjorde jeg helt konkret, som hjalp?").fill("Jeg ringede først")
    page.get_by_role("button", name="Tilføj en, der har givet feedback").click()
    page.get_by_label("Hvem", exact=True).fill("Karen")
    page.get_by_label("Jeg lagde mærke til, at du").fill("Du ringede, og det hjalp")
    for _ in range(4):
        page.get_by_role("button", name="Tilføj en, der har givet feedback").click()
    expect(page.get_by_role("button", name="Tilføj en, der har givet feedback")).to_be_hidden()
    axe(page)
    page.get_by_role("button", name="Gem arket her").click()
    sheet = page.locator("details.sheet")
    expect(sheet).to_contain_text("Karen: Du ringede, og det hjalp")
    axe(page)
    sheet.get_by_role("button", name="Behold det længere end 90 dage").click()
    expect(sheet).to_contain_text("Du beholder det, til du selv sletter det.")
    sheet.get_by_role("button", name="Ret arket").click()
    expect(page.get_by_label("Hvem", exact=True).first).to_have_value("Karen")
    long_ago = """() => {
      const sheets = JSON.parse(localStorage.getItem("kulturspejl.sheets"))
      localStorage.setItem("kulturspejl.sheets", JSON.stringify(sheets.map((one) => ({ ...one, until: "2020-01-01" }))))
    }"""
    page.evaluate(long_ago)
    page.reload()
    expect(page.locator("details.sheet")).to_have_count(1)
    page.locator("details.sheet summary").click()
    page.get_by_role("button", name="Lad det forsvinde efter 90 dage").click()
    page.evaluate(long_ago)
    page.reload()
    expect(page.locator("details.sheet")).to_have_count(0)
    expect(page.get_by_text("Der er ingen ark her endnu.")).to_be_visible()

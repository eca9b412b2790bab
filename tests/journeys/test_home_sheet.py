"""The one sheet that somebody takes home: filled from the day on the phone alone, changed, printed, and taken along."""

import re
import urllib.parse

import pytest
from playwright.sync_api import Page, expect

from tests.content import content
from tests.fixtures.served import Server
from tests.journeys.in_the_room import desk, go_to, phone_of
from tests.journeys.plan_from_room import PRACTISE, begin, six_words, to_a_plan
from tests.journeys.test_own_file import ANSWERS
from tests.journeys.test_sealing import Ear

__all__ = ["desk"]
pytestmark = [pytest.mark.browser, pytest.mark.slow]
EXERCISES = content().exercises
TRAITS, LEARNING = (EXERCISES[one].name.da for one in ("trait_pairs", "learning_culture"))
TRAIT = EXERCISES["trait_pairs"].step("choose").parts[0].shape.items[0].label.da
WHO = "Min makker Bo fra Sydhavnen"
PROMISES = ("Vi begynder mødet med ros, sammen med Aisha", "En evaluering efter hvert projekt", "Jeg ringer til Bo")


def answered(desk: Page, new_page, place: Server) -> Page:
    """A phone that has been through the day, at its check-out."""
    phone = phone_of(desk, new_page, place)
    phone.evaluate("a => localStorage.setItem('kulturspejl.alone', JSON.stringify({ answers: a, at: 8 }))", ANSWERS)
    phone.get_by_role("link", name="Gå videre").click()
    go_to(desk, stop("trait_pairs", "choose"))
    choice = phone.locator('form[data-part$="/trait"]')
    choice.get_by_text(TRAIT).click()
    choice.get_by_role("button", name="Send mit svar").click()
    phone.locator('form[data-part$="/plan"] [name="value.action"]').fill(PROMISES[0])
    go_to(desk, stop("culture_profile", "alone"))
    expect(phone.locator("[data-profile]")).to_contain_text("A = 24")
    go_to(desk, stop("learning_culture", "status"))
    for item, number in (("now", 5), ("goal", 8)):
        phone.locator(f'input[name="number.{item}"][value="{number}"]').check()
    phone.get_by_role("button", name="Send mit svar").click()
    go_to(desk, stop("learning_culture", "action"))
    phone.locator('[name="value.try"]').fill(PROMISES[1])
    expect(phone.get_by_text("Mit ark til at tage med hjem")).to_have_count(0)
    go_to(desk, stop("check_out", "alone"))
    phone.locator('[name="value.first_step"]').fill(PROMISES[2])
    phone.locator('[name="value.day"]').fill("2026-12-08")
    return phone


def stop(exercise: str, step: str) -> str:
    """What the desk calls a step."""
    found = EXERCISES[exercise]
    return f"{found.name.da} · {found.step(step).title.da}"


def fits(page: Page) -> None:
    wide = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert wide[0] <= wide[1], "nothing is wider than the phone"


def test_the_sheet_is_filled_from_the_day_and_one_promise_is_chosen(
    demo_server: Server, desk: Page, new_page, axe
):
    phone = answered(desk, new_page, demo_server)
    phone.locator("summary", has_text="Mit ark til at tage med hjem").click()
    sheet = phone.locator(".home-sheet")
    expect(phone.get_by_label("Det ene, jeg lover")).to_have_value(PROMISES[2])
    expect(phone.get_by_label("Den dag, jeg gør det")).to_have_value("2026-12-08")
    expect(phone.get_by_label("Det træk, jeg vil arbejde med")).to_have_value(TRAIT)
    expect(sheet).to_contain_text("nu 5, mål 8 af 10")
    expect(sheet.locator("svg.web")).to_be_visible()
    expect(sheet.locator("[data-own-numbers]")).to_have_text(re.compile(r"^Nu: A.*60\. Ønsket: A.*60$"))
    offered = sheet.locator("[data-promises] label")
    expect(offered).to_have_count(3)
    expect(offered.first).to_contain_text(TRAITS)
    offered.first.click()
    expect(phone.get_by_label("Det ene, jeg lover")).to_have_value(PROMISES[0])
    fits(phone)
    desk.locator("summary", has_text="Slut dagen").click()
    desk.get_by_role("button", name="Slut dagen").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Tak for i dag")
    expect(phone.get_by_label("Det ene, jeg lover")).to_have_value(PROMISES[0])
    expect(phone.get_by_label("Den dag, jeg gør det")).to_have_value("2026-12-08")
    with phone.expect_download() as waited:
        phone.get_by_role("button", name="Læg det i kalenderen").first.click()
    text = waited.value.path().read_text(encoding="utf-8")
    assert "DTSTART;VALUE=DATE:20261208" in text
    assert "ros" in text.replace("\r\n ", "")
    chapters = phone.locator(".chapter:visible")
    assert chapters.locator("> h2").all_inner_texts()[:2] == [TRAITS, LEARNING]
    expect(chapters.last).to_contain_text("tirsdag den 8. december 2026")
    expect(phone.locator(".chapter")).not_to_contain_text([re.compile(r"\d\.\w+\.\w+/")])
    made = "import('/static/shared/calendar.js').then(m => m.calendar({day: '2026-12-08', title: 'A\\rATTENDEE:x'}))"
    assert "SUMMARY:A\\nATTENDEE:x" in phone.evaluate(made), "no line of it begins another"
    fits(phone)
    axe(phone)
    it_is_taken_into_a_plan(demo_server, phone, new_page, axe)


def it_is_taken_into_a_plan(server: Server, phone: Page, new_page, axe) -> None:
    """By one button, on the device: what goes to the server is locked, and another device opens it by the words."""
    ear = Ear(phone)
    sheet = phone.locator(".home-sheet :is(input, textarea):not([type=radio]):visible").all()
    written = [(field, field.input_value()) for field in sheet]
    for field, _words in written:
        field.fill("")
    expect(phone.get_by_role("button", name="Tag det med over i min udviklingsplan")).to_be_enabled()  # The notes.
    for field, words in written:
        field.fill(words)
    phone.get_by_label("Den, der spørger mig, om jeg fik det gjort").fill(WHO)
    to_a_plan(phone)
    axe(phone)
    begin(phone)
    expect(phone.get_by_text("Det bliver sat ind, så snart planen er åben.")).to_be_visible()
    for rest in ("Til samtalen to og to", "Glem den"):
        expect(phone.get_by_text(rest, exact=True)).to_be_hidden()
    axe(phone)
    words = six_words(phone)
    axe(phone)
    phone.get_by_role("button", name="Jeg har dem. Gå videre").click()
    expect(phone.get_by_text("står nu i planen")).to_be_visible()
    expect(phone.get_by_label(PRACTISE)).to_have_value(PROMISES[0])
    expect(phone.get_by_label("Hvem spørger mig, hvordan det går, og hvornår?")).to_have_value(WHO)
    day = phone.get_by_label("Hold 15")
    expect(day).to_have_value(re.compile(f"{TRAIT}(.|\n)*tirsdag den 8. december 2026(.|\n)*{WHO}"))
    expect(phone.get_by_role("status").filter(has_text="Gemt.")).to_be_visible()
    expect(phone.get_by_role("heading", name="Til samtalen to og to")).to_be_visible()
    fits(phone)
    axe(phone)
    assert WHO not in ear.sent
    assert words not in ear.sent
    files = b"".join(one.read_bytes() for one in server.var.rglob("*") if one.is_file())
    assert WHO.encode() not in files
    day.fill("Det her har jeg selv skrevet om")
    expect(phone.get_by_role("status").filter(has_text="Gemt.")).to_be_visible()

    assert TRAITS not in day.input_value(), "nothing that was handed in without a name"
    assert "Hvor er I lige nu?" not in day.input_value()

    address, _query = phone.url.split("?")
    other = new_page("da", 1280, 800)
    other.goto(address)
    other.get_by_role("textbox", name="Dine seks ord").fill(words)
    other.get_by_role("button", name="Åbn", exact=True).click()
    expect(other.get_by_label(PRACTISE)).to_have_value(PROMISES[0])
    other.locator("summary", has_text="Fra dagene").click()
    expect(other.get_by_label("Hold 15")).to_have_value("Det her har jeg selv skrevet om")
    axe(other)

    phone.go_back()
    phone.go_back()
    to_a_plan(phone)
    phone.get_by_role("link", name="Åbn min plan").click()
    expect(day).to_have_value(re.compile(f"^Det her har jeg selv skrevet om\n\n(.|\n)*{WHO}"))
    phone.on("dialog", lambda dialog: dialog.accept())
    phone.get_by_text("Glem den", exact=True).click()
    phone.get_by_role("button", name="Smid hele planen væk").click()
    expect(phone.get_by_role("button", name="Vælg seks ord")).to_be_visible()


def test_it_is_printed_on_one_side_of_a4(demo_server: Server, desk: Page, new_page):
    phone = answered(desk, new_page, demo_server)
    desk.locator("summary", has_text="Slut dagen").click()
    desk.get_by_role("button", name="Slut dagen").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Tak for i dag")
    phone.evaluate("document.documentElement.dataset.prints = 'sheet'")
    printed = phone.pdf(format="A4", prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", printed)) == 1
    phone.evaluate("document.documentElement.dataset.prints = 'sheet'")
    phone.emulate_media(media="print")
    sheet = phone.locator(".home-sheet")
    for said in (PROMISES[2], "tirsdag den 8. december 2026", TRAIT, "produktivitet og kvalitet"):
        expect(sheet.get_by_text(said).locator("visible=true").first).to_be_visible()
    expect(phone.get_by_label("Det ene, jeg lover")).to_be_hidden()
    expect(phone.get_by_text("Det bliver slettet").first).to_be_hidden()


def test_the_trait_goes_into_a_room_for_the_team_by_its_code_alone(demo_server: Server, desk: Page, new_page):
    phone = answered(desk, new_page, demo_server)
    phone.locator("summary", has_text="Mit ark til at tage med hjem").click()
    phone.get_by_label("Det træk, jeg vil arbejde med").fill("Tillid & ro")
    link = str(phone.locator("[data-team-link]").get_attribute("href"))
    assert link == "/team#trait=" + urllib.parse.quote("Tillid & ro")
    expect(phone.locator("[data-team-scan] canvas")).to_be_visible()
    leader = new_page("da", 390, 844)
    asked: list[str] = []
    leader.on("request", lambda one: asked.append(one.url))
    leader.goto(demo_server.url + link)
    expect(leader.get_by_label("Er der et træk, I vil tale om?").first).to_have_value("Tillid & ro")
    assert not [url for url in asked if "ro" in url.rpartition("/")[2] and "trait" in url], "not sent before the press"
    leader.locator("button.wide-button").click()
    leader.locator("a.wide-button").click()
    expect(leader.locator("#agreed")).to_contain_text("Tillid & ro")

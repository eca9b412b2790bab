"""Phones that keep nothing, and phones that are old: what is written is sent, and what cannot be kept is said."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.fixtures.served import Server
from tests.journeys.asked import ask, stored
from tests.journeys.in_the_room import code_of
from tests.journeys.screens import WISH, fill_all, fill_now, give, go_on
from tests.journeys.test_team import opened

pytestmark = pytest.mark.browser
REFUSES = "Storage.prototype.setItem = function () { throw new DOMException('quota', 'QuotaExceededError') }"
BLOCKED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })"
NO_DATABASE = "Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('no', 'SecurityError') } });"
FORGETS = "Storage.prototype.setItem = function () {}"
OLD = """
for (const place of [Element, Document, DocumentFragment]) delete place.prototype.replaceChildren
delete HTMLFormElement.prototype.requestSubmit
delete HTMLDialogElement.prototype.showModal
delete HTMLDialogElement.prototype.close
delete Array.prototype.at
delete String.prototype.at
delete String.prototype.replaceAll
delete Object.hasOwn
delete window.structuredClone
delete Promise.allSettled
delete crypto.randomUUID
delete AbortSignal.timeout
delete Blob.prototype.arrayBuffer
delete Blob.prototype.text
delete Element.prototype.toggleAttribute
"""


def old_or_shy(new_page, script: str) -> Page:
    page: Page = new_page("da", 390, 844)
    page.context.add_init_script(script)
    return page


def said(page: Page) -> None:
    expect(page.locator("[data-not-kept]").first).to_be_visible()
    expect(page.locator("[data-when-kept]")).not_to_be_visible()


@pytest.mark.slow
def test_an_answer_is_sent_from_a_phone_that_refuses_to_keep_it(server: Server, new_page):
    for code, script in zip(ask(server), (REFUSES, BLOCKED, FORGETS), strict=False):
        page, before = old_or_shy(new_page, script), stored(server)
        page.goto(f"{server.url}/r/{code}")
        expect(page.locator("[data-not-kept]")).to_be_visible()
        fill_all(page)
        page.locator("[data-submit]").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Sendt. Alt er på plads.")
        assert stored(server) == before + 1


def came(place: Server, code: str, new_page, name: str) -> None:
    other = new_page("da", 390, 844)
    other.goto(f"{place.url}/room/{code}")
    other.get_by_label("Hvad vil du kaldes i dag?").fill(name)
    other.get_by_role("button", name="Kom ind").click()
    expect(other.get_by_role("heading", level=1)).to_have_text("Du er inde")


@pytest.mark.slow
def test_a_profile_comes_back_to_the_room_and_is_sent_and_taken_back_without_any_store(demo_server: Server, new_page):
    desk, phone = new_page("da", 1366, 850), old_or_shy(new_page, NO_DATABASE + REFUSES)
    opened(demo_server, desk)
    phone.goto(f"{demo_server.url}/room/{code_of(desk)}")
    phone.get_by_label("Hvad vil du kaldes i dag?").fill("Mette")
    expect(phone.get_by_label("Hvor arbejder du?")).to_have_count(0)
    phone.get_by_role("button", name="Kom ind").click()
    phone.get_by_role("link", name="Gå videre").click()
    for title in ("Velkommen", "Vores kultur, som den er nu"):
        desk.get_by_role("button", name=re.compile("^Næste")).click()
        expect(desk.get_by_role("heading", level=1)).to_have_text(title)
    phone.get_by_role("link", name="Åbn kulturprofilen").click()
    expect(phone.locator("[data-for-handing-in]")).to_contain_text("Du svarer til rummet.")
    expect(phone.get_by_text("Intet bliver sendt.")).not_to_be_visible()
    expect(phone.get_by_text("Så tegner du din ønskede kultur.")).not_to_be_visible()
    came(demo_server, code_of(desk), new_page, "Åse")
    fill_now(phone)
    expect(phone.locator("[data-profile]")).to_have_text("A = 24 · B = 18 · C = 6 · D = 12")
    expect(phone.locator("[data-here]")).to_have_text(["Mette", "Åse"])
    form = phone.locator("form[data-unsigned]")
    expect(form.locator("[data-stranger]")).to_contain_text("Åse er kommet ind, mens du svarede.")
    form.get_by_role("button", name="Jeg afleverer ikke").click()
    expect(form.locator(".sent-line")).to_contain_text("Det kan ingen se")
    form.get_by_role("button", name="Send").click()
    expect(form.locator(".sent-line")).to_contain_text("Sendt.")
    came(demo_server, code_of(desk), new_page, "Bo")
    expect(phone.locator("[data-came]")).to_have_text(
        "Bo er kommet ind, siden du sendte. Du kan tage dit svar tilbage, til det bliver vist."
    )
    desk.get_by_role("button", name=re.compile("^Næste")).click()
    later = phone.locator("[data-unshown]")
    expect(later).to_be_visible()
    with phone.expect_response(re.compile("/without-a-name/.*/back")) as reply:
        later.get_by_role("button", name="Træk mit svar tilbage").click()
    assert reply.value.status == 200
    assert "cookie" not in reply.value.request.all_headers()
    expect(later).not_to_be_visible()


@pytest.mark.slow
def test_on_an_old_phone_one_comes_in_at_the_first_press_and_sees_the_own_result(demo_server: Server, new_page):
    desk, phone = new_page("da", 1366, 850), old_or_shy(new_page, OLD)
    opened(demo_server, desk)
    phone.goto(f"{demo_server.url}/room/{code_of(desk)}")
    phone.get_by_label("Hvad vil du kaldes i dag?").fill("Mette")
    phone.wait_for_load_state("networkidle")
    phone.get_by_role("button", name="Kom ind").click()
    expect(phone.locator("[data-words] strong")).to_have_text(re.compile(r"^\S+( \S+){5}$"))
    expect(phone.locator("canvas.scan")).to_be_visible()
    phone.goto(f"{demo_server.url}/try")
    fill_all(phone)
    expect(phone.locator("[data-reading] p").first).to_be_visible()
    expect(phone.locator("[data-table] tr")).to_have_count(4)
    phone.get_by_role("button", name="Vis det stort").click()
    expect(phone.locator(".large-value")).to_have_text("24")
    phone.get_by_role("button", name="Luk").click()
    expect(phone.locator("dialog")).to_have_count(0)


def test_the_figure_says_its_own_numbers_wherever_a_script_moves_it(demo_server: Server, new_page):
    page = new_page("da", 390, 844)
    page.goto(f"{demo_server.url}/try#more")
    expect(page.locator("#more")).to_have_attribute("open", "")
    fill_now(page)
    words = page.locator(".drag svg desc")
    assert words.text_content() == (
        "Nu: A = 24 · B = 18 · C = 6 · D = 12 af 60. Ønsket: A = 24 · B = 18 · C = 6 · D = 12 af 60."
    ).replace(" = ", "\u00a0=\u00a0").replace(" af 60", "\u00a0af\u00a060")
    give(page, WISH)
    assert "Ønsket: A\u00a0=\u00a020" in str(words.text_content())
    go_on(page)
    assert "Ønsket: A\u00a0=\u00a020" in str(page.locator(".mine svg desc").text_content())


def test_a_page_whose_script_never_begins_says_what_it_needs(demo_server: Server, new_page):
    page = new_page("da", 390, 844)
    page.route(re.compile(r"/respondent/(try|answer)\b"), lambda route: route.abort())
    page.goto(f"{demo_server.url}/try")
    expect(page.locator(".not-begun")).to_be_visible()
    expect(page.locator(".not-begun")).to_contain_text("Safari 12.1")



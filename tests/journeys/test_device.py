"""What a device does by itself: nothing written is lost when a page moves on, and only the server says what is sent."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Route, expect

from tests.fixtures.served import Server
from tests.journeys.asked import ask, stored
from tests.journeys.in_the_room import desk, go_to, phone_of
from tests.journeys.screens import fill_all, go_on, kept
from tests.journeys.test_devices import REFUSES

__all__ = ["desk"]
pytestmark = [pytest.mark.browser, pytest.mark.slow]
STRANGER = "<!doctype html><title>Log in to the guest network</title>"
ANOTHER_PAGE = """
words => {
  const fresh = new DOMParser().parseFromString(document.documentElement.outerHTML, "text/html");
  const region = fresh.querySelector("[data-region=do]");
  region.dataset.key = "another";
  region.insertAdjacentHTML("afterbegin", `<p class="lead">${words}</p>`);
  region.querySelector("form[data-part] h2").textContent = "En anden overskrift";
  document.dispatchEvent(new CustomEvent("kulturspejl:page", { detail: fresh }));
}
"""
IMPATIENT = """
const real = window.setTimeout;
window.setTimeout = (act, after, ...more) => real(act, after === 20000 ? 500 : after, ...more);
"""
"""Twenty seconds without an answer, in half a second."""
WHERE = "() => { const { id, selectionStart } = document.activeElement; return [id, selectionStart]; }"


@pytest.fixture(scope="module")
def codes(server: Server) -> Iterator[str]:
    """One unused code after the other."""
    return iter(ask(server))


def checking_in(desk: Page, new_page, place: Server) -> Page:
    phone: Page = phone_of(desk, new_page, place)
    phone.get_by_role("link", name="Gå videre").click()
    go_to(desk, "Tjek-ind · Hver for sig")
    expect(phone.get_by_label("Et ord eller en linje")).to_be_visible()
    phone.wait_for_load_state()
    return phone


def exchange(phone: Page) -> None:
    """A page with other words; the server's own, which the phone asks for upon it, does not come and undo them."""
    phone.route("**/now", lambda route: None)
    phone.evaluate(ANOTHER_PAGE, "Nye ord på trinnet")


def test_somebody_who_is_writing_keeps_words_and_caret_while_all_around_is_exchanged(
    demo_server: Server, desk: Page, new_page
):
    phone = checking_in(desk, new_page, demo_server)
    box = phone.get_by_label("Et ord eller en linje")
    box.fill("Halvt skrevet")
    box.evaluate("box => { window.same = box; box.setSelectionRange(5, 5); }")
    before = phone.evaluate(WHERE)
    exchange(phone)
    expect(phone.get_by_text("Nye ord på trinnet")).to_be_visible()
    expect(phone.get_by_role("heading", name="En anden overskrift")).to_be_visible()
    assert phone.evaluate(WHERE) == before
    assert phone.evaluate("window.same.isConnected"), "the field has never left the page, or a keyboard folds away"
    phone.keyboard.type(" x")
    expect(box).to_have_value("Halvt x skrevet")
    phone.reload()
    expect(box).to_have_value("Halvt x skrevet")


def test_what_is_written_and_not_looked_at_stays_and_what_is_unfolded_stays_so(
    demo_server: Server, desk: Page, new_page
):
    phone = checking_in(desk, new_page, demo_server)
    box = phone.get_by_label("Et ord eller en linje")
    box.fill("Halvt skrevet")
    box.blur()
    phone.locator("[data-region=day] summary").click()
    exchange(phone)
    expect(phone.get_by_text("Nye ord på trinnet")).to_be_visible()
    expect(box).to_have_value("Halvt skrevet")
    desk.get_by_role("button", name="2 minutter mere").click()
    expect(phone.locator("[role=timer]")).to_have_text(re.compile("^6:"))
    expect(phone.locator("[data-region=day] details")).to_have_attribute("open", "")


def test_a_page_of_the_networks_own_is_no_receipt(demo_server: Server, desk: Page, new_page):
    phone = checking_in(desk, new_page, demo_server)
    phone.route("**/contributions", lambda route: route.fulfill(status=200, content_type="text/html", body=STRANGER))
    phone.get_by_label("Et ord eller en linje").fill("Fra gæstenettet")
    phone.get_by_role("button", name="Send").click()
    expect(phone.locator("#net")).to_be_visible()
    expect(phone.locator(".sent-line")).to_contain_text("Venter på nettet")
    phone.unroute("**/contributions")
    expect(phone.locator(".sent-line")).to_contain_text("Sendt.", timeout=20_000)
    expect(phone.locator("#net")).to_be_hidden()


def test_a_network_that_takes_a_letter_and_never_answers_is_given_up_and_the_letter_sent_again(
    demo_server: Server, desk: Page, new_page
):
    phone = checking_in(desk, new_page, demo_server)
    phone.context.add_init_script(IMPATIENT)
    phone.reload()
    held: list[Route] = []
    phone.route("**/contributions", lambda route: held.append(route))
    phone.get_by_label("Et ord eller en linje").fill("Ud i ingenting")
    phone.get_by_role("button", name="Send").click()
    expect(phone.locator("#net")).to_be_visible()
    assert held
    phone.unroute("**/contributions")
    expect(phone.locator(".sent-line")).to_contain_text("Sendt.")
    expect(phone.locator("#net")).to_be_hidden()


def test_notes_of_an_earlier_program_are_found_and_moved_to_their_place(server: Server, page: Page):
    page.goto(f"{server.url}/models/mindset")
    page.evaluate("localStorage.setItem('kulturspejl-notes-mindset', 'Fra i sommer')")
    page.reload()
    expect(page.locator("#notes")).to_have_value("Fra i sommer")
    assert kept(page)["kulturspejl.notes.mindset"] == '"Fra i sommer"'
    assert page.evaluate("localStorage.getItem('kulturspejl-notes-mindset')") is None


@pytest.mark.parametrize("has_store", [True, False])
def test_an_answer_goes_when_the_network_is_back_although_it_was_away_since_the_first_screen(
    server: Server, page: Page, codes: Iterator[str], has_store: bool
):
    if not has_store:
        page.add_init_script(REFUSES)
    page.goto(f"{server.url}/r/{next(codes)}")
    before = stored(server)
    page.wait_for_load_state("networkidle")
    held: list[Route] = []
    page.route(re.compile(r"/respondent/sending\b"), lambda one: held.append(one))
    page.context.set_offline(True)
    fill_all(page)
    page.locator("[data-submit]").click()
    expect(page.locator("#now")).to_contain_text("Der er ikke net lige nu.")
    page.context.set_offline(False)
    # What sends has been asked for while there was no net, and it fails once there is.
    for one in held:
        one.abort()
    page.unroute(re.compile(r"/respondent/sending\b"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Sendt. Alt er på plads.", timeout=20_000)
    assert stored(server) == before + 1
    assert not any("draft" in name or "outbox" in name for name in kept(page))


def test_what_is_needed_later_comes_when_somebody_begins(server: Server, page: Page, codes: Iterator[str]):
    page.goto(f"{server.url}/r/{next(codes)}")
    page.wait_for_load_state("networkidle")
    with page.expect_request(re.compile(r"/static/device/outbox\b")):
        go_on(page)

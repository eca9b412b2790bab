"""What somebody writes for themselves: locked on the phone by words that never leave it, and opened by nobody else."""

import base64
import re
import uuid
from urllib.parse import unquote_plus

import pytest
from cryptography.exceptions import InvalidTag
from playwright.sync_api import Page, Request, expect

from kulturspejl.library.words import words_in
from tests.fixtures.browser import INSECURE_HOST
from tests.fixtures.served import Server
from tests.journeys.in_the_room import code_of, desk, go_to
from tests.journeys.test_room_devices import HOURS, SHIFTED
from tests.journeys.unlock import come_back_key, unlock

__all__ = ["desk"]
pytestmark = [pytest.mark.browser, pytest.mark.slow]
SECRET = "Jeg siger det højt på mandag"
GOES_HOME = "Hvad går du hjem med, som du ikke havde med i morges?"


class Ear:
    """Everything that a phone sends: address, headers and body."""

    def __init__(self, page: Page) -> None:
        self.heard: list[Request] = []
        page.context.on("request", lambda request: self.heard.append(request))

    @property
    def sent(self) -> str:
        return unquote_plus(
            "\n".join(
                f"{one.method} {one.url} {one.all_headers()} {one.post_data or ''}" for one in self.heard
            )
        )

    @property
    def sealed(self) -> list[str]:
        """The copies in the order in which they were sent."""
        return [one.post_data_json["sealed"] for one in self.heard if one.method == "PUT"]


def came_in(demo_server: Server, desk: Page, new_page) -> tuple[Page, Ear, str, uuid.UUID]:
    """A phone with its ear, its six words and the room's id."""
    phone = new_page("da", 390, 844)
    ear = Ear(phone)
    phone.goto(f"{demo_server.url}/room/{code_of(desk)}")
    room = uuid.UUID(phone.locator("main").get_attribute("data-room-id"))
    phone.get_by_label("Hvad vil du kaldes i dag?").fill("Mette")
    phone.get_by_role("button", name="Kom ind").click()
    words = phone.locator(".six-words strong").inner_text()
    phone.get_by_role("link", name="Gå videre").click()
    return phone, ear, words, room


def write_home(desk: Page, phone: Page, words: str = SECRET) -> None:
    """Something for oneself, and the copy that follows it."""
    go_to(desk, "Tjek-ud · Hver for sig")
    with phone.expect_response(lambda reply: reply.request.method == "PUT", timeout=20_000):
        phone.get_by_label(GOES_HOME).fill(words)


def test_the_server_never_hears_the_words_nor_anything_that_opens_the_copy(
    demo_server: Server, desk: Page, new_page
):
    phone, ear, words, room = came_in(demo_server, desk, new_page)
    assert words_in("da").index(words.split()[0]) % 2 == 0
    go_to(desk, "Tjek-ud · Hver for sig")
    expect(phone.locator("main")).to_contain_text("en låst kopi, som kun dine seks ord kan åbne")
    write_home(desk, phone)
    other = new_page("da", 390, 844)
    back = Ear(other)
    other.goto(f"{demo_server.url}/room/{code_of(desk)}#{words.replace(' ', '-')}")
    other.get_by_role("button", name="Kom tilbage").click()
    expect(other.get_by_label(GOES_HOME)).to_have_value(SECRET)
    for heard in (ear.sent, back.sent):
        assert come_back_key(words, room) in heard, "the ear hears what is sent"
        assert SECRET not in heard
        assert not [
            word for word in words.split() if re.search(rf"\b{word}\b", heard.lower()) and len(word) > 4
        ]
        assert words not in heard
        assert "-".join(words.split()) not in heard
    # Nothing that was sent opens the copy: neither the key to come back with, nor any other string of it.
    with pytest.raises(InvalidTag):
        unlock(ear.sealed[-1], come_back_key(words, room), room)
    with pytest.raises(InvalidTag):
        unlock(ear.sealed[-1], " ".join(reversed(words.split())), room)


def test_another_program_derives_the_same_keys_and_opens_what_the_browser_has_locked(
    demo_server: Server, desk: Page, new_page
):
    phone, ear, words, room = came_in(demo_server, desk, new_page)
    write_home(desk, phone)
    for _look in range(40):
        notes = unlock(ear.sealed[-1], words, room)
        parts = [field["value"] for name, field in notes["fields"].items() if name.endswith("/home")]
        if parts:  # A copy with nothing new, which every phone sends now and then, may have gone first.
            break
        phone.wait_for_timeout(500)
    assert notes["format"] == "kulturspejl-notes"
    assert parts == [{"take_home": SECRET}]
    assert {len(base64.b64decode(one[2:])) % 1024 for one in ear.sealed} == {12 + 16}, (
        "its length tells little"
    )
    assert unlock(ear.sealed[0], words, room)["fields"] == {}, "before the page has said so, nothing is in it"


def test_two_phones_of_one_person_put_their_notes_together(demo_server: Server, desk: Page, new_page):
    phone, _ear, words, _room = came_in(demo_server, desk, new_page)
    other = new_page("da", 390, 844)
    other.goto(f"{demo_server.url}/room/{code_of(desk)}#{words.replace(' ', '-')}")
    other.get_by_role("button", name="Kom tilbage").click()
    expect(other.locator("main")).to_contain_text("Mette")
    write_home(desk, phone)
    goal = f"'kulturspejl.room.{code_of(desk)}.goal'"
    # The other phone still has the mark of the first copy: it is told so, fetches, and keeps both.
    other.evaluate(f"localStorage.setItem({goal}, '\"Ro\"')")
    with other.expect_response(lambda reply: reply.request.method == "PUT" and reply.status == 409):
        other.evaluate("document.dispatchEvent(new CustomEvent('kulturspejl:noted'))")
    expect(other.get_by_label(GOES_HOME)).to_have_value(SECRET)
    phone.reload()
    expect(phone.get_by_label(GOES_HOME)).to_have_value(SECRET)
    expect(phone.locator("[data-is-sealed]")).to_be_visible()
    with phone.expect_response(lambda reply: reply.url.endswith("/sealed")):
        phone.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    phone.wait_for_timeout(500)
    assert phone.evaluate(f"localStorage.getItem({goal})") == '"Ro"'


def test_what_was_written_last_stands_although_another_phone_of_theirs_is_hours_ahead(
    demo_server: Server, desk: Page, new_page
):
    phone, _ear, words, _room = came_in(demo_server, desk, new_page)
    phone.context.add_init_script(SHIFTED % (5 * HOURS))
    phone.reload()
    write_home(desk, phone, "Skrevet først")
    other = new_page("da", 390, 844)
    other.goto(f"{demo_server.url}/room/{code_of(desk)}#{words.replace(' ', '-')}")
    other.get_by_role("button", name="Kom tilbage").click()
    expect(other.get_by_label(GOES_HOME)).to_have_value("Skrevet først")
    with other.expect_response(lambda reply: reply.request.method == "PUT", timeout=20_000):
        other.get_by_label(GOES_HOME).fill("Skrevet sidst")
    phone.evaluate("document.activeElement.blur()")
    phone.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(phone.get_by_label(GOES_HOME)).to_have_value("Skrevet sidst")
    expect(other.get_by_label(GOES_HOME)).to_have_value("Skrevet sidst")


def test_a_shared_device_locks_nothing_with_the_key_of_whoever_had_it_before(
    demo_server: Server, desk: Page, new_page
):
    """What the one who came after wrote would be locked by words that they have never seen."""
    phone, ear, _words, _room = came_in(demo_server, desk, new_page)
    expect(phone.locator("[data-is-sealed]")).to_have_count(1)
    phone.context.clear_cookies()
    phone.goto(f"{demo_server.url}/room/{code_of(desk)}")
    phone.get_by_label("Hvad vil du kaldes i dag?").fill("Jens")
    phone.locator("[data-come-in] [name=shared]").check()
    before = len(ear.sealed)
    phone.get_by_role("button", name="Kom ind").click()
    phone.get_by_role("link", name="Gå videre").click()
    expect(phone.get_by_text("Delt telefon eller tablet: Det, du skriver, bliver ikke gemt her.")).to_be_visible()
    phone.wait_for_timeout(8000)
    assert len(ear.sealed) == before
    expect(phone.locator("[data-is-sealed]")).to_have_count(0)


def test_a_browser_that_does_not_keep_the_key_locks_nothing_and_the_page_says_so(
    demo_server: Server, desk: Page, new_page
):
    phone = new_page("da", 390, 844)
    phone.context.add_init_script("IDBFactory.prototype.open = () => { throw new DOMException('refused'); };")
    ear = Ear(phone)
    phone.goto(f"{demo_server.url}/room/{code_of(desk)}")
    phone.get_by_label("Hvad vil du kaldes i dag?").fill("Mette")
    phone.get_by_role("button", name="Kom ind").click()
    phone.get_by_role("link", name="Gå videre").click()
    go_to(desk, "Tjek-ud · Hver for sig")
    expect(phone.locator("main")).to_contain_text("bliver ikke sendt nogen steder hen")
    assert ear.sealed == []


def test_at_an_insecure_origin_the_server_chooses_the_words_and_nothing_is_locked(
    demo_server: Server, desk: Page, new_page
):
    address = demo_server.url.replace("127.0.0.1", INSECURE_HOST).replace("localhost", INSECURE_HOST)
    phone = new_page("da", 390, 844)
    ear = Ear(phone)
    phone.goto(f"{address}/room/{code_of(desk)}")
    assert phone.evaluate("window.isSecureContext") is False
    phone.get_by_label("Hvad vil du kaldes i dag?").fill("Mette")
    phone.get_by_role("button", name="Kom ind").click()
    words = phone.locator(".six-words strong").inner_text()
    assert words_in("da").index(words.split()[0]) % 2 == 1
    phone.get_by_role("link", name="Gå videre").click()
    go_to(desk, "Tjek-ud · Hver for sig")
    expect(phone.locator("main")).to_contain_text("bliver ikke sendt nogen steder hen")
    phone.get_by_label(GOES_HOME).fill(SECRET)
    phone.wait_for_timeout(4000)
    assert ear.sealed == []
    assert SECRET not in ear.sent
    other = new_page("da", 390, 844)
    other.goto(f"{address}/room/{code_of(desk)}#{words.replace(' ', '-')}")
    other.get_by_role("button", name="Kom tilbage").click()
    expect(other.locator("main")).to_contain_text("Mette")


def test_words_that_a_phone_has_made_are_not_sent_from_an_insecure_origin(
    demo_server: Server, desk: Page, new_page
):
    _phone, _ear, words, _room = came_in(demo_server, desk, new_page)
    address = demo_server.url.replace("127.0.0.1", INSECURE_HOST).replace("localhost", INSECURE_HOST)
    other = new_page("da", 390, 844)
    ear = Ear(other)
    other.goto(f"{address}/room/{code_of(desk)}#{words.replace(' ', '-')}")
    other.get_by_role("button", name="Kom tilbage").click()
    expect(other.get_by_text("Ordene er ikke sendt")).to_be_visible()
    assert [one.method for one in ear.heard if one.method != "GET"] == []


def test_a_card_of_the_server_s_works_on_a_phone_that_makes_its_own(
    demo_server: Server, desk: Page, new_page
):
    plain = new_page("da", 390, 844, java_script_enabled=False)
    plain.goto(f"{demo_server.url}/room/{code_of(desk)}")
    plain.get_by_label("Hvad vil du kaldes i dag?").fill("Uden")
    plain.get_by_role("button", name="Kom ind").click()
    words = plain.locator(".six-words strong").inner_text()
    other = new_page("da", 390, 844)
    other.goto(f"{demo_server.url}/room/{code_of(desk)}#{words.replace(' ', '-')}")
    other.get_by_role("button", name="Kom tilbage").click()
    expect(other.locator("main")).to_contain_text("Uden")


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_card_and_the_way_back_are_accessible(demo_server: Server, desk: Page, new_page, axe, language):
    phone = new_page(language, 390, 844)
    phone.goto(f"{demo_server.url}/room/{code_of(desk)}")
    phone.locator("#name").fill("Mette")
    phone.locator("[data-come-in] button").click()
    expect(phone.locator(".six-words canvas")).to_be_visible()
    axe(phone)
    other = new_page(language, 390, 844)
    other.goto(f"{demo_server.url}/room/{code_of(desk)}")
    other.locator("summary").click()
    other.locator("#words").fill("en to tre")
    other.locator("[data-come-back] button").click()
    expect(other.locator("[data-come-back] [data-told]")).to_be_visible()
    axe(other)

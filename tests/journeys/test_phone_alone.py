"""From the room to the own profile and back, the way it pulls, and own numbers as large as the phone."""

import pytest
from playwright.sync_api import Page, expect

from tests.fixtures.served import Server
from tests.journeys.in_the_room import code_of, desk, go_to, phone_of

__all__ = ["desk"]
pytestmark = [pytest.mark.browser, pytest.mark.slow]
NOW = {
    f"now_d{place}_{letter}": given
    for place in range(1, 7)
    for letter, given in zip("ABCD", (4, 3, 2, 1), strict=True)
}
WISH = {"wish_A": 12, "wish_B": 30, "wish_C": 12, "wish_D": 6}
ALONE = "Kulturprofil: alene, to og to, sammen · Hver for sig"
PAIRS = "Kulturprofil: alene, to og to, sammen · To og to"


def keep(phone: Page, answers: dict[str, int], at: int) -> None:
    phone.evaluate(
        "a => localStorage.setItem('kulturspejl.alone', JSON.stringify(a))", {"answers": answers, "at": at}
    )


@pytest.fixture
def phone(desk: Page, new_page, demo_server: Server) -> Page:
    page = phone_of(desk, new_page, demo_server)
    page.get_by_role("link", name="Gå videre").click()
    return page


def test_the_room_asks_for_now_and_leads_back(demo_server: Server, desk: Page, phone: Page, axe):
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    go_to(desk, ALONE)
    phone.get_by_role("link", name="Åbn kulturprofilen").click()
    expect(phone.get_by_role("link", name="Tilbage til rummet")).to_be_visible()
    axe(phone)
    phone.get_by_role("button", name="Begynd").click()
    for place in range(1, 7):
        screen = phone.locator(f"#now_d{place}")
        for letter, given in zip("ABCD", (4, 3, 2, 1), strict=True):
            screen.locator(f"[name=now_d{place}_{letter}]").fill(str(given))
        screen.locator("[data-next]").click()
    expect(phone).to_have_url(f"{demo_server.url}/room/{code_of(desk)}")
    expect(phone.locator("[data-profile]")).to_have_text("A = 24 · B = 18 · C = 12 · D = 6")
    assert not [url for url in asked if "part=now" in url.split("#")[0]], (
        "what was asked for stays on the phone"
    )
    phone.get_by_role("button", name="Vis det stort").click()
    large = phone.get_by_role("dialog", name="Dine egne tal, stort")
    expect(large.locator("svg.web")).to_be_visible()
    axe(phone)
    phone.keyboard.press("ArrowRight")
    expect(large).to_contain_text("A Vi er der for hinanden")
    expect(large.locator(".large-value")).to_have_text("24")
    phone.keyboard.press("ArrowRight")
    expect(large.locator(".large-value")).to_have_text("18")
    assert large.locator(".large-value").evaluate("e => e.getBoundingClientRect().height") > 200
    phone.set_viewport_size({"width": 844, "height": 390})
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    phone.keyboard.press("Escape")
    expect(large).to_have_count(0)


def test_the_own_profile_proposes_a_way_and_its_owner_decides(desk: Page, phone: Page):
    keep(phone, NOW | WISH, 8)
    go_to(desk, PAIRS)
    largest, form = (phone.locator(f"form[data-part$='/{part}']") for part in ("dominant", "direction"))
    expect(largest.locator("[data-pull]")).to_have_text(
        "Efter din egen profil: Vi er der for hinanden (klan). Ret det, hvis du ser anderledes på det."
    )
    expect(largest.get_by_label("Vi er der for hinanden (klan)")).to_be_checked()
    expect(form.locator("[data-pull]")).to_have_text(
        "Efter din egen profil: Mod mere nysgerrighed (adhokrati). Ret det, hvis du ser anderledes på det."
    )
    expect(form.get_by_label("Mod mere nysgerrighed (adhokrati)")).to_be_checked()
    form.get_by_label("Mod fastere aftaler (hierarki)").check()
    phone.get_by_role("button", name="Send mit svar").click()
    for sent in (largest, form):
        expect(sent.locator(".sent-line")).to_contain_text("Sendt.")


def test_the_wish_opens_where_it_is_drawn(desk: Page, phone: Page):
    keep(phone, NOW, 6)
    go_to(desk, PAIRS)
    phone.get_by_role("link", name="Åbn kulturprofilen").click()
    expect(phone.locator("#wish")).to_be_visible()
    expect(phone.get_by_role("link", name="Tilbage til rummet")).to_be_visible()


def test_an_address_from_elsewhere_leads_nowhere(demo_server: Server, new_page):
    page = new_page("da", 390, 844)
    page.goto(f"{demo_server.url}/try#room=//evil.test&part=now")
    expect(page.get_by_role("button", name="Begynd")).to_be_visible()
    expect(page.locator("[data-room]")).to_be_hidden()

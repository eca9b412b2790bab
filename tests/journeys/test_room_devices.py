"""Devices as they are: a clock hours off, a network that is gone for a while, a tab from before lunch, two desks."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.fixtures.served import Server
from tests.journeys.in_the_room import code_of, desk, go_to, phone_of, robots, wall_of

__all__ = ["desk"]
pytestmark = [pytest.mark.browser, pytest.mark.slow]
HOURS = 3_600_000
SHIFTED = """
const by = %d, real = Date;
class Shifted extends real {
  constructor(...words) { words.length ? super(...words) : super(real.now() + by); }
  static now() { return real.now() + by; }
}
window.Date = Shifted;
"""
SECONDS_LEFT = """
(() => {
  const said = document.querySelector("[role=timer]").textContent.split(":")
  return 60 * said[0] + 1 * said[1]
})()
"""


def seconds(page: Page) -> int:
    return int(page.evaluate(SECONDS_LEFT))


def test_clocks_agree_within_a_second_though_two_devices_are_hours_off(
    demo_server: Server, desk: Page, new_page
):
    wall, phone = wall_of(desk, new_page, demo_server), phone_of(desk, new_page, demo_server)
    phone.get_by_role("link", name="Gå videre").click()
    wall.context.add_init_script(SHIFTED % (-2 * HOURS))
    phone.context.add_init_script(SHIFTED % (5 * HOURS))
    wall.reload()
    phone.reload()
    assert abs(phone.evaluate("Date.now()") - desk.evaluate("Date.now()") - 5 * HOURS) < 10_000, (
        "its clock is wrong"
    )
    go_to(desk, "Tjek-ind · Hver for sig")
    for page in (wall, phone):
        expect(page.locator("[role=timer]")).to_have_text(re.compile(r"^4:5\d$"))
    for _ in range(3):
        desk.wait_for_timeout(900)
        shown = [seconds(page) for page in (desk, wall, phone)]
        assert max(shown) - min(shown) <= 1, shown


def test_a_phone_whose_own_clock_is_set_meanwhile_goes_on_as_before(demo_server: Server, desk: Page, new_page):
    phone = phone_of(desk, new_page, demo_server)
    phone.get_by_role("link", name="Gå videre").click()
    go_to(desk, "Tjek-ind · Hver for sig")
    expect(phone.locator("[role=timer]")).to_have_text(re.compile(r"^4:5\d$"))
    phone.evaluate(f"(() => {{ {SHIFTED % (-3 * HOURS)} }})()")
    for _ in range(3):
        desk.wait_for_timeout(900)
        assert abs(seconds(desk) - seconds(phone)) <= 1, (seconds(desk), seconds(phone))


def test_a_bell_behind_a_proxy_that_has_said_no_is_heard_again(demo_server: Server, desk: Page, new_page):
    """While the server behind it starts anew, a proxy answers 502, and no browser listens again after that."""
    phone = phone_of(desk, new_page, demo_server)
    refused = []

    def refuse(route: Route) -> None:
        refused.append(route.request.url)
        route.fulfill(status=502)

    fresh = re.compile(r"/now$")
    phone.get_by_role("link", name="Gå videre").wait_for()
    phone.route("**/bell?*", refuse)
    phone.route(fresh, refuse)
    phone.get_by_role("link", name="Gå videre").click()
    expect(phone.locator("#net")).to_be_visible()
    phone.unroute_all()
    assert refused
    go_to(desk, "Tjek-ind · Hver for sig")
    expect(phone.get_by_label("Et ord eller en linje")).to_be_visible(timeout=20_000)
    expect(phone.locator("#net")).to_be_hidden()


def test_phones_without_network_go_on_and_come_back_to_the_right_step(
    demo_server: Server, desk: Page, new_page
):
    code = code_of(desk)
    phones = [phone_of(desk, new_page, demo_server, f"Telefon {number}") for number in range(3)]
    for phone in phones:
        phone.get_by_role("link", name="Gå videre").click()
    robots(demo_server, code, 6)
    go_to(desk, "Tjek-ind · Hver for sig")
    lost = phones[0]
    field = lost.get_by_label("Et ord eller en linje")
    expect(field).to_be_visible()
    lost.context.set_offline(True)
    before = seconds(lost)
    field.fill("Uden net")
    lost.get_by_role("button", name="Send").click()
    expect(lost.locator(".sent-line")).to_contain_text("Venter på nettet")
    lost.wait_for_timeout(2500)
    assert seconds(lost) < before, "the clock runs on"
    go_to(desk, "Kulturprofil: alene, to og to, sammen · Hver for sig")
    for phone in phones[1:]:
        expect(phone.get_by_role("heading", level=1)).to_have_text("Kulturprofil: alene, to og to, sammen")
    lost.context.set_offline(False)
    expect(lost.get_by_role("heading", level=1)).to_have_text(
        "Kulturprofil: alene, to og to, sammen", timeout=20_000
    )
    expect(lost.locator("#not-taken")).to_contain_text("Rummet er gået videre, så det kom ikke med.")
    # What came too late was not taken along, and it is not lost: the words are still on the phone.
    assert "Uden net" in str(lost.evaluate("JSON.stringify(localStorage)"))
    assert (
        demo_server.python(
            "from kulturspejl.records.models import RoomNote\n"
            f"print(RoomNote.objects.filter(room__code={code!r}, values__line='Uden net').count())"
        ).strip()
        == "0"
    )


def test_a_tab_from_before_lunch_finds_the_step_when_somebody_looks_at_it(
    demo_server: Server, desk: Page, new_page
):
    phone = phone_of(desk, new_page, demo_server)
    phone.get_by_role("link", name="Gå videre").click()
    go_to(desk, "Tjek-ind · Hver for sig")
    expect(phone.get_by_label("Et ord eller en linje")).to_be_visible()
    # Asleep: no stream, and nothing that it asks for arrives.
    phone.route("**/room/**", lambda route: route.abort())
    phone.evaluate("window.EventSource = undefined")
    go_to(desk, "Evaluering · Hver for sig")
    phone.unroute_all()
    phone.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(phone.get_by_role("heading", level=1)).to_have_text("Evaluering", timeout=20_000)


def test_two_desks_press_next_at_once_and_both_are_right(demo_server: Server, desk: Page, new_page):
    other = new_page("da", 1366, 850)
    other.goto(f"{demo_server.url}/demo/")
    other.locator('form[action="/demo/facilitator"] button').click()
    other.goto(desk.url)
    for page in (desk, other):
        expect(page.get_by_role("heading", level=1)).to_have_text("Før vi begynder")
    # Neither goes before both are pressed: the second desk would hear of the first, and go on from there.
    pressed: list[Route] = []
    for page in (desk, other):
        page.route("**/do", lambda one: pressed.append(one))
        page.evaluate("document.querySelector('[data-keys*=ArrowRight]').click()")
    for _ in range(1_000):
        if len(pressed) < 2:
            desk.wait_for_timeout(20)
    for one in pressed:
        one.continue_()
    for page in (desk, other):
        expect(page.get_by_role("heading", level=1)).to_have_text("Velkomst og præsentation")


def test_a_ring_leaves_out_what_the_phone_has_and_a_phone_that_lacks_it_asks(
    demo_server: Server, desk: Page, new_page
):
    phone = phone_of(desk, new_page, demo_server)
    phone.get_by_role("link", name="Gå videre").click()
    asked: list[str] = []
    phone.on("request", lambda one: asked.append(one.url) if one.url.endswith("/now") else None)
    goal, title = phone.locator("[data-region=goal]"), phone.locator("h1")

    def moved_to(step: str) -> None:
        before = str(title.get_attribute("data-version"))
        go_to(desk, step)
        expect(title).not_to_have_attribute("data-version", before)

    for step in ("Tjek-ind · Hver for sig", "Kulturprofil: alene, to og to, sammen · Hver for sig"):
        moved_to(step)
    assert asked == []
    goal.evaluate("(region) => { region.dataset.key = 'another'; region.textContent = ''; }")
    moved_to("Tjek-ind · Hver for sig")
    expect(goal.locator("form, input, textarea").first).to_be_attached()
    assert len(asked) == 1

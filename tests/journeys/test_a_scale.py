"""A round on steps in a real browser: the leader makes it, AMR lets it out, five answer on their phones, it closes."""

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.fixtures.served import Server
from tests.journeys.screens import go_on, kept, seen
from tests.journeys.test_answering import send, thanked
from tests.journeys.test_double_tap import be

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Make = Callable[..., Page]
ROUND = "Round.objects.filter(content_id='psychological_safety').latest('requested_on', 'opened_on')"
CODES = f"""
import json
from kulturspejl.actions.mailing import open_codes
from kulturspejl.records.models import Invitation, Round
rows = Invitation.objects.filter(round_unit__round={ROUND})
print(json.dumps([open_codes(one.round_unit.round_id, one)[0] for one in rows.select_related("round_unit")]))
"""
CLOSE = f"""
from datetime import UTC, datetime
from kulturspejl.records.models import Round
Round.objects.filter(id={ROUND}.id).update(closes_at=datetime.now(UTC))
"""
ITEMS = 7


def choose(page: Page, step: int) -> None:
    """As a finger does: anywhere on the line."""
    seen(page).locator("label.choice").nth(step - 1).click(position={"x": 200, "y": 20})


def answer(page: Page, step: int) -> None:
    go_on(page)
    for _ in range(ITEMS):
        choose(page, step)
        go_on(page)


def make_it(page: Page, server: Server) -> None:
    """For six people, by cards."""
    be(page, server, "leader-free")
    page.locator("a[href*='/rounds/new/']").first.click()
    page.get_by_label("Psykologisk tryghed").check()
    page.get_by_text("Fra en fil eller på kort").click()
    page.get_by_label("Kort uden mail").fill("6")
    page.get_by_role("button", name="Se efter, før du sender").click()
    expect(page.locator(".look")).to_contain_text("7 udsagn, som hver får et tal fra 1 til 5")
    page.locator("button[name=step][value=send]").click()


def guess(page: Page, axe) -> None:
    """What the team will say, on a phone, before anybody has answered."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.get_by_role("link", name="Giv dit gæt").click()
    expect(page.locator("fieldset.line")).to_have_count(ITEMS)
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    for at in range(ITEMS):
        page.locator("fieldset.line").nth(at).get_by_label("4", exact=True).check()
    page.get_by_role("button", name="Gem", exact=True).click()
    expect(page.locator("main")).to_contain_text("4 · 4 · 4 · 4 · 4 · 4 · 4")
    page.set_viewport_size({"width": 1280, "height": 900})


def let_it_out(page: Page, server: Server) -> None:
    be(page, server, "amr-all")
    page.locator(".notice", has_text="Skovskolen").get_by_role("link").click()
    expect(page.locator("main")).to_contain_text("Psykologisk tryghed: 7 udsagn")
    page.get_by_role("button", name="Frigiv udsendelsen").click()
    expect(page.locator("body")).to_contain_text("Frigivet. Udskriv kortene")


def test_the_leader_asks_amr_agrees_five_answer_and_all_see_it(demo_server: Server, new_page: Make, axe):
    desk = new_page(width=1280, height=900)
    make_it(desk, demo_server)
    guess(desk, axe)
    let_it_out(desk, demo_server)
    links = [f"{demo_server.url}/r/{code}" for code in json.loads(demo_server.python(CODES).splitlines()[-1])]
    is_light(new_page(), links[0])

    by_finger = new_page(width=390)
    by_finger.goto(links[0])
    axe(by_finger)
    go_on(by_finger)
    go_on(by_finger)
    expect(seen(by_finger).locator("[data-fault]")).to_have_text("Vælg ét af dem, før du går videre.")
    axe(by_finger)
    choose(by_finger, 4)
    by_finger.reload()
    expect(seen(by_finger).locator("input:checked")).to_have_value("4")
    assert by_finger.evaluate("document.documentElement.scrollWidth") <= 390
    go_on(by_finger)
    for _ in range(ITEMS - 1):
        choose(by_finger, 2)
        go_on(by_finger)
    send(by_finger)
    thanked(by_finger)
    expect(by_finger.locator("[data-own=now_1]")).to_have_text("4")
    axe(by_finger)

    by_keys(new_page(), links[1])
    without_script(new_page(java_script_enabled=False), links[2])
    without_network(new_page(), links[3])
    last = new_page()
    last.goto(links[4])
    answer(last, 3)
    send(last)
    thanked(last)

    demo_server.python(CLOSE)
    desk.goto(links[4])
    for _ in range(80):
        if desk.locator("[data-over]").count():
            break
        desk.wait_for_timeout(250)
        desk.reload()
    expect(desk.locator("main")).to_contain_text("5 af 6")
    expect(desk.locator("main svg").first).to_be_visible()
    axe(desk)


def is_light(page: Page, link: str) -> None:
    """As the page of points is: four files, 20 kB."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    sizes: list[int] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
    page.goto(link)
    page.wait_for_load_state("networkidle")
    assert len(sizes) <= 4
    assert sum(sizes) <= 20 * 1024, sizes


def by_keys(page: Page, link: str) -> None:
    page.goto(link)
    keys = page.keyboard

    def tab_to(selector: str) -> None:
        for _ in range(40):
            if page.evaluate("s => document.activeElement.matches(s)", selector):
                return
            keys.press("Tab")
        raise AssertionError(f"the keyboard never reached {selector}")

    tab_to("[data-next]")
    keys.press("Enter")
    for number in range(1, ITEMS + 1):
        tab_to(f"#now_{number} input")
        keys.press("Space")
        keys.press("ArrowDown")
        keys.press("ArrowDown")
        expect(seen(page).locator("input:checked")).to_have_value("3")
        keys.press("Enter")
    tab_to("[data-submit]")
    keys.press("Enter")
    thanked(page)


def without_script(page: Page, link: str) -> None:
    page.goto(link)
    for number in range(1, ITEMS):
        page.locator(f"input[name=now_{number}][value='5']").check()
    page.get_by_role("button", name="Send mit svar").click()
    expect(page.locator("#faults")).to_contain_text("7 af 7: Vælg et trin ved udsagn 7.")
    page.locator("input[name=now_7][value='4']").check()
    page.get_by_role("button", name="Send mit svar").click()
    thanked(page)
    first = page.locator("main li").first
    expect(first).to_have_text(re.compile(r"^\s*Et fejltrin bliver glemt igen.*Du valgte\s+5\s+af 5\s*$", re.DOTALL))


def without_network(page: Page, link: str) -> None:
    page.goto(link)
    answer(page, 1)
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)
    send(page)
    expect(page.locator("#now")).to_contain_text("Der er ikke net lige nu")
    assert any(re.search("draft|outbox", name) for name in kept(page))
    page.context.set_offline(False)
    thanked(page)

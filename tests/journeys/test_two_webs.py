"""One's own web on the phone: two lay theirs on each other by four signs, and the wish begins at now."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.fixtures.served import Server
from tests.journeys.in_the_room import desk, go_to, phone_of
from tests.journeys.screens import fill_now, give, seen

__all__ = ["desk"]
pytestmark = [pytest.mark.browser, pytest.mark.slow]
EVERY_FOUR = """async () => {
  const { read, written } = await import("/static/shared/four_signs.js")
  const found = new Set()
  for (let a = 0; a <= 60; a++) for (let b = 0; a + b <= 60; b++) for (let c = 0; a + b + c <= 60; c++) {
    const four = [a, b, c, 60 - a - b - c], signs = written(four)
    if (String(read(signs.toLowerCase())) !== String(four)) return `${four} is ${signs} is ${read(signs)}`
    found.add(signs)
  }
  return found.size
}"""


def numbers(page: Page) -> list[int]:
    return [int(one.input_value()) for one in seen(page).locator("input[type=number]").all()]


def test_four_signs_carry_every_four_numbers_and_most_slips_are_noticed(demo_server: Server, new_page):
    page = new_page("da", 390, 844)
    page.goto(f"{demo_server.url}/try")
    assert page.evaluate(EVERY_FOUR) == 39_711
    refused = page.evaluate("""async () => {
      const { read } = await import("/static/shared/four_signs.js")
      return ["", "000", "00000", "000B", "ZZZZ", "0001"].map(read).concat([read("oo oo")])
    }""")
    assert refused == [None] * 6 + [[0, 0, 0, 60]], "an O is read as a nought"


def test_two_webs_lie_on_each_other_and_nothing_of_the_other_s_is_sent_or_kept(
    demo_server: Server, desk: Page, new_page, axe
):
    both = [phone_of(desk, new_page, demo_server, name) for name in ("Mette", "Jens")]
    for one in both:
        one.get_by_role("link", name="Gå videre").click()
    go_to(desk, "Kulturprofil: alene, to og to, sammen · Hver for sig")
    mette, jens = both
    for phone, four in ((mette, (4, 3, 1, 2)), (jens, (1, 1, 5, 3))):
        phone.get_by_role("link", name="Åbn kulturprofilen").click()
        expect(phone.get_by_text("Dine tal følger med dig tilbage")).to_be_visible()
        seen(phone).locator("[data-next]").click()
        for place in range(6):
            expect(seen(phone).locator(".over")).to_contain_text(f"{place + 1} af 6")
            give(phone, four)
            seen(phone).locator("[data-next]").click()
        expect(phone.locator("[data-own-web] polygon[data-series=now]").first).to_be_visible()
    go_to(desk, "Kulturprofil: alene, to og to, sammen · To og to")
    signs = [one.locator("[data-my-signs]").inner_text() for one in both]
    heard: list[str] = []
    mette.on("request", lambda request: heard.append(f"{request.url} {request.post_data or ''}"))
    field = mette.get_by_label("Din makkers fire tegn")
    field.fill("ZZZZ")
    expect(mette.get_by_text("De fire tegn passer ikke til noget spindelvæv.")).to_be_visible()
    field.fill(signs[1].lower())
    expect(mette.locator("[data-two-numbers]")).to_contain_text("Din makkers: A = 6 · B = 6 · C = 30 · D = 18")
    axe(mette)
    mette.get_by_role("button", name="Vis begge stort").click()
    expect(mette.locator("dialog svg.web")).to_be_visible()
    mette.get_by_role("button", name="Luk").click()
    mette.wait_for_timeout(3000)
    everything = str(mette.evaluate("Object.entries(localStorage).concat(Object.entries(sessionStorage))"))
    assert not [one for one in (*heard, everything) if signs[1].lower() in one.lower()]
    assert mette.evaluate("document.documentElement.scrollWidth <= innerWidth")
    go_to(desk, "Kulturprofil: alene, to og to, sammen · Fælles opsamling")
    go_to(desk, "Kulturprofil: alene, to og to, sammen · To og to")
    expect(mette.get_by_label("Din makkers fire tegn")).to_have_value("")


def test_the_wish_begins_at_now_and_what_one_corner_gets_the_others_give(demo_server: Server, new_page, axe):
    page = new_page("da", 390, 844)
    page.goto(f"{demo_server.url}/try")
    fill_now(page)
    assert numbers(page) == [24, 18, 6, 12]
    first = seen(page).locator("input[type=number]").first
    first.focus()
    for _ in range(2):
        page.keyboard.press("ArrowDown")
    assert numbers(page) == [22, 19, 6, 13]
    for _ in range(2):
        page.keyboard.press("ArrowUp")
    assert numbers(page) == [24, 18, 6, 12], "there and back again"
    seen(page).get_by_role("button", name=re.compile("Flere")).nth(2).click()
    assert numbers(page) == [24, 17, 7, 12], "what nobody has set gives first"
    give(page, (20, 18, 10, 12))
    assert numbers(page) == [20, 18, 10, 12], "typed one after the other they stand as typed"
    page.wait_for_timeout(900)
    handle = seen(page).locator("svg g[data-series=preferred][data-letter=C] .web-handle")
    handle.scroll_into_view_if_needed()
    box = handle.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    for step in range(1, 8):
        page.mouse.move(x + 10 * step, y + 10 * step)
        assert sum(numbers(page)) == 60
    page.mouse.up()
    pulled = numbers(page)
    assert pulled[2] > 15
    assert all(now < then for now, then in zip(pulled[:2], (20, 18), strict=True))
    seen(page).get_by_role("button", name="Fortryd").click()
    assert numbers(page) == [20, 18, 10, 12]
    first.fill("")
    page.keyboard.press("Tab")
    assert sum(numbers(page)) == 60
    axe(page)

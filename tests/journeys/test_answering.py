"""Somebody with a phone and a code, in a real browser: by keyboard, without network, without JavaScript, over http."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.fixtures.browser import INSECURE_HOST
from tests.fixtures.served import Server
from tests.journeys.asked import CLOSE, ask, stored
from tests.journeys.screens import FOUR, WISH, fill_all, give, go_on, kept, seen

pytestmark = pytest.mark.browser
Make = Callable[..., Page]


@pytest.fixture(scope="module")
def codes(server: Server) -> Iterator[str]:
    """One unused code after the other."""
    return iter(ask(server))


@pytest.fixture
def link(server: Server, codes: Iterator[str]) -> str:
    """A person's own link."""
    return f"{server.url}/r/{next(codes)}"


def send(page: Page) -> None:
    page.locator("[data-submit]").click()


def thanked(page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(
        re.compile("Sendt. Alt er på plads.|Sent. Everything")
    )


def test_it_is_answered_by_keyboard_alone(server: Server, page: Page, link: str):
    before = stored(server)
    page.goto(link)
    keys = page.keyboard

    def tab_to(selector: str) -> None:
        for _ in range(60):
            if page.evaluate("s => document.activeElement.matches(s)", selector):
                return
            keys.press("Tab")
        raise AssertionError(f"the keyboard never reached {selector}")

    tab_to("[data-next]")
    keys.press("Enter")
    for number in range(1, 7):
        tab_to(f"#now_d{number} input")
        keys.type("9")
        keys.press("ArrowDown")
        tab_to(f"#now_d{number} .line:nth-of-type(3) input")
        keys.press("ArrowUp")
        keys.press("PageUp")
        expect(seen(page).locator(".left-text")).to_have_text("Alle point er givet")
        keys.press("Enter")
    tab_to("#wish input")
    for points in WISH:
        keys.type(str(points))
        for _ in range(3 if points != WISH[-1] else 0):
            keys.press("Tab")
    keys.press("Enter")
    tab_to("[data-submit]")
    keys.press("Enter")
    thanked(page)
    assert stored(server) == before + 1


def test_plus_and_minus_never_pass_the_total_and_can_be_undone(page: Page, link: str):
    page.goto(link)
    go_on(page)
    line = seen(page).locator(".line").first
    more, fewer, field = line.locator(".step").last, line.locator(".step").first, line.locator("input")
    for _ in range(12):
        more.click(force=True)
    expect(field).to_have_value("10")
    expect(seen(page).locator(".left-text")).to_contain_text("Der er ikke flere point")
    fewer.click()
    expect(field).to_have_value("9")
    expect(seen(page).locator(".left-text")).to_have_text("1 point tilbage")
    second = seen(page).locator(".line input").nth(1)
    second.fill("5")
    expect(second).to_have_value("1")
    expect(seen(page).locator(".left-text")).to_have_text("Du havde kun 1 point at give af.")
    third = seen(page).locator(".line input").nth(2)
    third.fill("-3")
    expect(third).to_have_value("")
    seen(page).locator("[data-undo]").click()
    expect(second).to_have_value("0")
    box = more.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 44


def test_points_left_are_told_to_screen_readers(page: Page, link: str):
    page.goto(link)
    go_on(page)
    left = seen(page).locator("output")
    expect(left).to_have_attribute("aria-live", "polite")
    give(page, (4, 3))
    expect(left).to_have_text("3 point tilbage")
    go_on(page)
    expect(seen(page).get_by_role("alert")).to_have_text("Du mangler at give 3 point, før du kan gå videre.")
    assert page.evaluate("document.activeElement.tagName") == "INPUT"


def test_a_reload_in_the_middle_keeps_numbers_place_and_order(page: Page, link: str):
    page.goto(link)
    go_on(page)
    give(page)
    go_on(page)
    give(page, (1, 2))
    order = page.eval_on_selector_all("#now_d1 input", "all => all.map(one => one.name)")
    page.reload()
    expect(page.locator("#now_d2")).to_be_visible()
    expect(page.get_by_role("status").first).to_contain_text("Dine tal er her endnu")
    assert seen(page).locator("input").evaluate_all("all => all.map(one => one.value)") == [
        "1",
        "2",
        "0",
        "0",
    ]
    assert page.eval_on_selector_all("#now_d1 input", "all => all.map(one => one.name)") == order
    page.go_back()
    expect(page.locator("#now_d1")).to_be_visible()


def test_two_people_on_one_phone_do_not_meet(server: Server, codes: Iterator[str], new_page: Make):
    page = new_page()
    first, second = (f"{server.url}/r/{next(codes)}" for _ in range(2))
    page.goto(first)
    go_on(page)
    give(page)
    page.goto(second)
    expect(page.locator("#first")).to_be_visible()
    assert page.eval_on_selector_all("input[type=number]", "all => all.map(one => one.value).join('')") == ""
    assert not any(code in "".join(kept(page)) for code in (first[-27:], second[-27:]))


def test_without_network_it_waits_and_then_sends_exactly_once(server: Server, page: Page, link: str):
    before, posts = stored(server), []
    page.on("request", lambda request: posts.append(request.url) if request.method == "POST" else None)
    page.goto(link)
    fill_all(page)
    page.context.set_offline(True)
    send(page)
    expect(page.locator("#now")).to_contain_text("Der er ikke net lige nu.")
    assert stored(server) == before
    page.context.set_offline(False)
    thanked(page)
    assert stored(server) == before + 1
    assert not any("draft" in name or "outbox" in name for name in kept(page))


def test_an_answer_that_waits_is_sent_after_a_reload(server: Server, page: Page, link: str):
    before, slow = stored(server), []
    page.route("**/respondent/sending*.js", lambda route: slow.append(route))
    page.goto(link)
    fill_all(page)
    page.route("**/answers", lambda route: route.abort())
    send(page)
    expect(page.locator("#now")).to_have_text("Sender …")  # What sends is itself still on its way.
    page.unroute("**/respondent/sending*.js")
    for route in slow:
        route.continue_()
    expect(page.locator("#now")).to_contain_text("Der er ikke net lige nu.")
    page.unroute("**/answers")
    page.reload()
    thanked(page)
    assert stored(server) == before + 1


def test_an_acknowledgement_that_is_lost_does_not_count_twice(server: Server, page: Page, link: str):
    before, lost = stored(server), []

    def lose(route) -> None:
        if lost:
            route.continue_()
        else:
            lost.append(route.fetch().status)
            route.abort()

    page.goto(link)
    page.route("**/answers", lose)
    fill_all(page)
    send(page)
    thanked(page)
    assert (lost, stored(server)) == ([201], before + 1)


def test_a_code_spent_elsewhere_is_told_and_the_numbers_stay(
    server: Server, page: Page, new_page: Make, link: str
):
    page.goto(link)
    fill_all(page)
    other = new_page()
    other.goto(link)
    fill_all(other)
    send(other)
    thanked(other)
    send(page)
    expect(page.locator("#now")).to_contain_text("allerede brugt")
    page.reload()
    assert page.locator("#now_d1 input").first.input_value() == str(FOUR[0])


def test_it_works_without_javascript(server: Server, new_page: Make, link: str):
    before, page = stored(server), new_page(java_script_enabled=False)
    page.goto(link)
    for number in range(1, 7):
        for letter, points in zip("ABCD", FOUR, strict=True):
            page.fill(f"#now_d{number}_{letter}", str(points))
    for letter, points in zip("ABCD", WISH, strict=True):
        page.fill(f"#wish_{letter}", str(points))
    page.fill("#now_d4_B", "9")
    page.get_by_role("button", name="Send mit svar").click()
    expect(page.get_by_role("alert").first).to_contain_text("Tag 6 point fra.")
    assert page.input_value("#now_d4_B") == "9"
    assert page.input_value("#wish_C") == "10"
    page.get_by_role("button", name="English").click()
    assert page.input_value("#now_d4_B") == "9"
    page.fill("#now_d4_B", "3")
    page.get_by_role("button", name="Send my answer").click()
    thanked(page)
    expect(page.locator("[data-own-numbers]")).to_contain_text("A = 24 · B = 18 · C = 6 · D = 12 of 60")
    assert stored(server) == before + 1


def test_it_works_where_the_page_is_no_secure_context(server: Server, page: Page, codes: Iterator[str]):
    before = stored(server)
    page.goto(f"http://{INSECURE_HOST}:{server.port}/r/{next(codes)}")
    assert page.evaluate("window.isSecureContext") is False
    fill_all(page)
    send(page)
    thanked(page)
    assert stored(server) == before + 1


def test_the_own_picture_stays_on_the_phone_only_if_its_owner_says_so(page: Page, link: str):
    page.goto(link)
    fill_all(page)
    send(page)
    thanked(page)
    expect(page.locator("[data-own-numbers]")).to_contain_text("Nu:")
    assert {name.split(".")[1] for name in kept(page)} == {"sent"}
    page.get_by_role("button", name="Telefonen er min – gem min profil her").click()
    assert {name.split(".")[1] for name in kept(page)} == {"sent", "mine"}
    page.goto(page.url.split("/r/")[0] + "/try")
    expect(page.get_by_text("Gemt på denne telefon")).to_be_visible()
    page.get_by_role("button", name="Slet", exact=True).click()
    expect(page.get_by_text("Gemt på denne telefon")).to_be_hidden()


def test_who_comes_back_after_sending_is_not_asked_again(page: Page, link: str):
    page.goto(link)
    fill_all(page)
    send(page)
    thanked(page)
    page.goto(link)
    expect(page.get_by_role("heading", name="Sendt. Alt er på plads.")).to_be_visible()
    expect(page.locator("#thanks")).to_contain_text("Resultatet åbner")
    expect(page.locator("#thanks figure")).to_be_hidden()
    expect(page.locator("#answers")).to_be_hidden()


def test_the_preferred_profile_is_pulled_out_with_a_finger(page: Page, link: str):
    page.goto(link)
    go_on(page)
    for _ in range(6):
        give(page)
        go_on(page)
    begun = [int(page.input_value(f"#wish_{letter}")) for letter in "ABCD"]
    assert sorted(begun) == [6, 12, 18, 24], "the wish begins at now"
    corner = page.locator('#wish [data-series="preferred"][data-letter="C"] .web-handle')
    corner.evaluate("it => it.scrollIntoView({ block: 'center' })")
    box = corner.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 60, y + 60, steps=6)
    page.mouse.up()
    values = [int(page.input_value(f"#wish_{letter}")) for letter in "ABCD"]
    assert values[2] > begun[2] + 8
    assert sum(values) == 60
    assert all(now >= pulled for place, (now, pulled) in enumerate(zip(begun, values, strict=True)) if place != 2)


def test_the_page_does_not_scroll_away_under_a_finger_that_pulls(page: Page, link: str):
    page.goto(link)
    go_on(page)
    for _ in range(6):
        give(page)
        go_on(page)
    corner = page.locator('#wish [data-series="preferred"][data-letter="A"] .web-handle')
    box = corner.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    touch = page.context.new_cdp_session(page)
    at = page.evaluate("scrollY")
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for step in range(1, 11):
        points = [{"x": x - 6 * step, "y": y - 6 * step}]
        touch.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": points})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    expect(page.locator("#wish_A")).to_have_value(re.compile("^(2[5-9]|[3-6][0-9])$"))
    assert page.evaluate("scrollY") == at


def test_a_greeting_to_who_comes_back_goes_on_the_next_screen(page: Page, link: str):
    page.goto(link)
    go_on(page)
    give(page)
    page.reload()
    expect(page.get_by_role("status").first).to_contain_text("Dine tal er her endnu")
    go_on(page)
    expect(page.locator("#now")).to_be_hidden()


def test_the_language_can_be_changed_in_the_middle(page: Page, link: str):
    page.goto(link)
    go_on(page)
    give(page)
    go_on(page)
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("status").first).to_contain_text("Your numbers are still here")
    expect(page.locator("#now_d2")).to_be_visible()
    assert page.locator("#now_d1 input").first.input_value() == "4"


@pytest.mark.parametrize("language", ["da", pytest.param("en", marks=pytest.mark.sweep)])
def test_every_screen_is_accessible_and_fits_a_narrow_phone(
    new_page: Make, axe: Callable[..., None], link: str, language: str
):
    page = new_page(language=language, width=320, height=640)

    def look() -> None:
        axe(page)
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= 320, f"{page.url} is {width} wide"

    page.goto(link.split("/r/")[0])
    look()
    page.goto(link)
    look()
    go_on(page)
    go_on(page)
    for _ in range(6):
        look()
        give(page)
        go_on(page)
    look()
    give(page, WISH)
    go_on(page)
    look()
    send(page)
    thanked(page)
    look()
    page.goto(link[:-4] + "WXYZ")
    look()


def test_the_page_is_light(server: Server, new_page: Make, link: str):
    page = new_page()
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    sizes: list[int] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
    page.goto(link)
    page.wait_for_load_state("networkidle")
    assert len(sizes) <= 4
    assert sum(sizes) <= 20 * 1024, sizes
    fill_all(page)
    send(page)
    thanked(page)
    page.wait_for_load_state("networkidle")
    assert len(sizes) <= 12
    assert sum(sizes) <= 60 * 1024


def test_too_late_is_told_kindly_and_the_numbers_stay(serve: Callable[..., Server], new_page: Make):
    server = serve()
    link = f"{server.url}/r/{ask(server)[0]}"
    page = new_page()
    page.goto(link)
    fill_all(page)
    server.python(CLOSE)
    send(page)
    expect(page.locator("#now")).not_to_be_empty()
    expect(page.locator("#now")).to_contain_text("Målingen blev lukket, før dit svar nåede frem")
    assert "Tak" not in page.inner_text("main")
    assert any("draft" in name for name in kept(page))
    assert stored(server) == 0
    page.get_by_role("link", name="Se resultatet").click()
    for _look in range(80):  # the result opens within seconds, and then this address is its page
        if page.locator("[data-over]").count():
            break
        page.wait_for_timeout(250)
        page.reload()
    expect(page.locator("main")).to_contain_text(re.compile("lukket", re.IGNORECASE))
    expect(page.locator("#answers")).to_have_count(0)
    expect(page.locator("[data-over]")).to_contain_text("Målingen blev lukket, før dit svar nåede frem")
    assert any("draft" in name for name in kept(page))

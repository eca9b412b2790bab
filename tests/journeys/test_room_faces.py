"""Desk and wall for somebody who stands up and talks: keys, dragging, clocks, and a wall that everything fits on."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.fixtures.served import Server
from tests.journeys.in_the_room import (
    code_of,
    desk,
    go_to,
    move,
    phone_of,
    post,
    robots,
    unfold,
    wall_of,
)

__all__ = ["desk"]
pytestmark = [pytest.mark.browser, pytest.mark.slow]
NAMES = (
    "Mette", "Aisha", "Jens", "Karen-Margrethe", "Bo", "Søren", "Ida", "Lars", "Fatima", "Peter", "Hanne", "Ole",
    "Birgitte", "Kim", "Anne", "Tove", "Mads", "Rikke", "Hassan", "Ulla", "Poul", "Signe", "Niels", "Eva", "Jonas",
    "Gitte",
)  # fmt: skip
SIZES = [(1920, 1080), (1366, 768), (1024, 768)]
AN_HOUR_AHEAD = "const real = Date.now; Date.now = () => real() + 3600e3"


def a_class(place: Server, code: str) -> None:
    """Twenty-six people, as many as a class has."""
    for number, name in enumerate(NAMES):
        post(place, f"/room/{code}", name=name, workplace="Nord" if number % 3 else "Syd")


def cut_off(wall: Page) -> list[int]:
    """What does not fit, in pixels: of the whole page, and of each field on it."""
    found: list[int] = wall.evaluate(
        """() => [document.documentElement, ...document.querySelectorAll("[data-fit]")].map(
          (one) => Math.max(one.scrollHeight - one.clientHeight, one.scrollWidth - one.clientWidth, 0))"""
    )
    return [pixels for pixels in found if pixels > 1]


def test_everything_fits_on_the_wall_and_can_be_read_from_ten_metres(demo_server: Server, desk: Page, new_page):
    a_class(demo_server, code_of(desk))
    address = desk.get_by_role("link", name="Åbn skærmen i sit eget vindue").get_attribute("href")
    walls = [new_page("da", *size) for size in SIZES]
    for wall in walls:
        wall.goto(demo_server.url + str(address))
        assert cut_off(wall) == []
    for stop in ("Velkomst og præsentation", "Kulturprofil: alene, to og to, sammen · To og to",
                 "Sparring i grupper · Sparring"):  # fmt: skip
        go_to(desk, stop)
        if desk.locator("#seats button").count():
            desk.locator("#seats button").first.click()
            expect(walls[0].locator(".groups > li")).not_to_have_count(0)
        for wall, (width, height) in zip(walls, SIZES, strict=True):
            expect(wall.get_by_role("heading", level=1)).to_have_text(stop.partition(" · ")[0])
            if wall.locator(".clock").count():
                expect(wall.locator(".clock")).to_have_text(re.compile(r"\d:\d\d"))
            assert cut_off(wall) == [], stop
            smallest = wall.evaluate(
                "() => Math.min(...[...document.querySelectorAll('.stage *')].filter((one) => one.innerText)"
                ".map((one) => parseFloat(getComputedStyle(one).fontSize)))"
            )
            assert smallest >= 0.0305 * min(height, 9 / 16 * width), stop


def test_the_wall_has_nothing_but_the_wall(demo_server: Server, desk: Page, new_page):
    wall = wall_of(desk, new_page, demo_server)
    # A browser without windows lays the mouse in the upper corner, where the wall shows its head to it.
    wall.mouse.move(960, 700)
    expect(wall.locator(".head")).to_have_css("opacity", "0")
    desk.keyboard.press("b")
    expect(wall.locator(".blank")).to_be_visible()
    assert wall.locator("#whole").inner_text().strip() == "Skærmen er sort"
    corner = wall.evaluate("() => document.elementFromPoint(5, 5).className")
    assert corner == "blank"
    desk.keyboard.press("Escape")
    expect(wall.locator(".join svg")).to_be_visible()
    desk.keyboard.press("s")
    expect(wall.locator(".blank")).to_be_visible()
    expect(desk.locator("#wall-ways")).to_contain_text("Skift til dine egne slides")


def test_a_clicker_works_at_the_desk_and_in_the_wall_s_window(demo_server: Server, desk: Page):
    with desk.context.expect_page() as opened:
        desk.get_by_role("link", name="Åbn skærmen i sit eget vindue").click()
    wall = opened.value
    wall.wait_for_load_state()
    title = wall.get_by_role("heading", level=1)
    for page, key, words in [
        (desk, "PageDown", "Velkomst og præsentation"), (wall, "PageDown", "Forløbet fra start til slut"),
        (wall, "PageUp", "Velkomst og præsentation"), (desk, "Space", "Forløbet fra start til slut"),
    ]:  # fmt: skip
        page.keyboard.press(key)
        expect(title).to_contain_text(words)
        expect(desk.get_by_role("heading", level=1)).to_contain_text(words)
    wall.keyboard.press(".")
    expect(wall.locator(".blank")).to_be_visible()
    desk.keyboard.press("?")
    expect(desk.locator("#keys dl")).to_be_visible()


def test_keys_are_letters_while_somebody_writes(demo_server: Server, desk: Page):
    desk.get_by_text("Deltager uden telefon", exact=True).click()
    desk.get_by_label("Navn").click()
    desk.keyboard.type("Bsp s+")
    expect(desk.get_by_label("Navn")).to_have_value("Bsp s+")
    expect(desk.locator("#wall-ways")).to_contain_text("Skærmen viser det, vi er i gang med.")


def test_somebody_who_comes_in_takes_neither_focus_nor_words(demo_server: Server, desk: Page):
    code = code_of(desk)
    go_to(desk, "Tjek-ind · Hver for sig")
    desk.get_by_text("Deltager uden telefon", exact=True).click()
    desk.get_by_label("Navn").fill("Bodil på pap")
    desk.get_by_role("button", name="2 minutter mere").focus()
    robots(demo_server, code, 3)
    expect(desk.locator("#people")).to_contain_text("3 er her")
    expect(desk.get_by_role("button", name="2 minutter mere")).to_be_focused()
    expect(desk.get_by_label("Navn")).to_have_value("Bodil på pap")
    desk.get_by_role("button", name="Sæt på listen").click()
    expect(desk.locator("#people")).to_contain_text("4 er her")
    expect(desk.get_by_label("Navn")).to_have_value("")


def test_a_name_is_moved_by_one_drag_or_by_two_keys(demo_server: Server, desk: Page):
    a_class(demo_server, code_of(desk))
    go_to(desk, "Sparring i grupper · Vælg sag")
    desk.get_by_role("button", name="Lav grupper").click()
    groups = desk.locator(".groups > li")
    expect(groups).to_have_count(7)
    name = groups.nth(0).locator("[data-person] > span").first.inner_text()
    groups.nth(1).scroll_into_view_if_needed()
    groups.nth(0).locator("[data-person]").first.drag_to(groups.nth(1).locator("[data-person]").first)
    expect(groups.nth(1)).to_contain_text(name)
    where = desk.get_by_label(f"Flyt {name} til gruppe")
    where.focus()
    desk.keyboard.press("5")
    expect(groups.nth(4)).to_contain_text(name)
    expect(where).to_be_focused()
    move(desk, name, "8")
    expect(groups).to_have_count(8)
    expect(groups.nth(7)).to_contain_text(name)


def test_all_clocks_show_the_same_second_whatever_the_device_believes(demo_server: Server, desk: Page, new_page):
    address = desk.get_by_role("link", name="Åbn skærmen i sit eget vindue").get_attribute("href")
    wall = new_page("da", 1920, 1080)
    wall.add_init_script(AN_HOUR_AHEAD)
    wall.goto(demo_server.url + str(address))
    phone = phone_of(desk, new_page, demo_server)
    phone.get_by_role("link", name="Gå videre").click()
    go_to(desk, "Tjek-ind · Hver for sig")
    faces = (desk, wall, phone)
    for face in faces:
        expect(face.locator("[role=timer]")).to_have_text(re.compile(r"^4:5\d$"))
    for face in faces:
        face.context.set_offline(True)
    desk.wait_for_timeout(2500)
    seconds = [int(face.locator("[role=timer]").inner_text()[2:]) for face in faces]
    assert max(seconds) - min(seconds) <= 1
    assert max(seconds) < 58
    for face in faces:
        face.context.set_offline(False)


def test_without_network_the_desk_says_that_nothing_was_done(demo_server: Server, desk: Page):
    go_to(desk, "Tjek-ind · Hver for sig")
    desk.context.set_offline(True)
    desk.keyboard.press("+")
    expect(desk.locator("[data-unheard]")).to_be_visible()
    desk.context.set_offline(False)
    desk.keyboard.press("+")
    expect(desk.locator("[data-unheard]")).to_be_hidden()
    expect(desk.locator("[role=timer]")).to_have_text(re.compile(r"^6:\d\d$"))


def test_a_clock_that_is_over_says_so_in_words(demo_server: Server, desk: Page, new_page):
    wall = wall_of(desk, new_page, demo_server)
    go_to(desk, "Tjek-ind · Hver for sig")
    expect(wall.locator(".left-word")).to_have_text("tilbage")
    for page in (desk, wall):
        page.evaluate(
            "document.querySelector('[role=timer]').dataset.endsAt = new Date(Date.now() - 130500).toISOString()"
        )
    expect(wall.locator("[role=timer]")).to_have_text("Tiden er gået")
    expect(wall.locator(".left-word")).to_be_hidden()
    expect(desk.locator("[role=timer]")).to_have_text(re.compile(r"^2:1\d over tiden$"))


def test_the_sum_follows_the_typing_changeovers_and_all(demo_server: Server, desk: Page):
    desk.goto(f"{demo_server.url}/facilitate/new/module_2")
    unfold(desk, "Tjek-ud og udviklingsplan")
    item = desk.locator(".agenda-form > li", has_text="Tjek-ud og udviklingsplan")
    expect(item.locator(".sum")).to_have_text("14 af 15 minutter, 1 tilbage")
    item.locator("[name='step.check_out.1.pairs']").fill("22")
    expect(item.locator(".sum")).to_have_text("31 af 15 minutter, 16 for meget")
    for box in item.get_by_role("checkbox").all():
        box.uncheck()
    expect(item.locator(".sum")).to_have_text("0 af 15 minutter, 15 tilbage")


def test_a_day_is_put_together_by_keyboard_alone_and_the_eye_stays_with_what_was_moved(demo_server: Server, desk: Page):
    desk.goto(f"{demo_server.url}/facilitate/new/module_2")
    desk.get_by_label("Holdets navn").fill("Hold 17")
    desk.locator(".item-fold > summary", has_text="Kulturen og psykisk arbejdsmiljø").press("Enter")
    desk.get_by_label("Mere i 10:45 Kulturen og psykisk arbejdsmiljø").select_option("model:mindset")
    desk.locator("button[value='add:culture']").press("Enter")
    added = desk.locator("[id='culture.5']")
    expect(added).to_contain_text("udviklende mindset")
    expect(added.get_by_role("checkbox")).to_be_focused()
    added.get_by_role("button", name=re.compile("tidligere$")).press("Enter")
    expect(desk.locator("[id='culture.4']")).to_contain_text("udviklende mindset")
    expect(desk.get_by_label("Holdets navn")).to_have_value("Hold 17")


def test_the_longest_lines_of_one_s_own_fit_on_the_wall(demo_server: Server, desk: Page, new_page):
    desk.goto(f"{demo_server.url}/facilitate/new/module_2")
    desk.get_by_label("Holdets navn").fill("Hold 18")
    unfold(desk, "Velkomst")
    desk.locator("button[value='add:welcome']").click()
    title = "Samarbejdskonferencen om morgenmøder " * 2 + "uden dagsorden på tværs"
    desk.locator("[name='title.welcome.3']").fill(title)
    line = "Vi har prøvet at holde morgenmøder uden dagsorden, og det gav mere ro på gangen."
    desk.locator("[name='lines.welcome.3']").fill("\n".join([line[:80]] * 6))
    desk.get_by_role("button", name="Lav dagen").click()
    expect(desk.get_by_role("heading", level=1)).to_have_text("Før vi begynder")
    address = desk.get_by_role("link", name="Åbn skærmen i sit eget vindue").get_attribute("href")
    walls = [new_page("da", *size) for size in SIZES]
    for wall in walls:
        wall.goto(demo_server.url + str(address))
    go_to(desk, title)
    for wall in walls:
        expect(wall.locator(".todo li")).to_have_count(6)
        assert cut_off(wall) == []


def test_the_desk_works_without_javascript(demo_server: Server, desk: Page, new_page):
    plain = new_page("da", 1366, 850, java_script_enabled=False, storage_state=desk.context.storage_state())
    plain.goto(desk.url)
    plain.get_by_role("button", name=re.compile("^Næste:")).click()
    expect(plain.get_by_role("heading", level=1)).to_have_text("Velkomst og præsentation")
    robots(demo_server, code_of(desk), 8)
    plain.get_by_text("Gå til et andet sted").click()
    plain.get_by_role("button", name="Sparring i grupper · Vælg sag").click()
    plain.get_by_role("button", name="Lav grupper").click()
    first = plain.locator("[data-person]").first
    name = first.locator("> span").inner_text()
    first.locator("select").select_option("2")
    first.get_by_role("button", name="Flyt").click()
    expect(plain.locator(".groups > li").nth(1)).to_contain_text(name)

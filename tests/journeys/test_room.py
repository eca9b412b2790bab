"""A day in a room in real browsers: desk, wall and phone, and robots that come in by plain requests."""

import re

import numpy as np
import pytest
import zxingcpp
from playwright.sync_api import Locator, Page, expect

from tests.fixtures.served import Server
from tests.journeys.in_the_room import code_of, desk, go_to, phone_of, robots, send_word, wall_of

__all__ = ["desk"]
pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_a_word_from_each_phone_stands_on_the_wall_when_it_is_shown(
    demo_server: Server, desk: Page, new_page
):
    code, wall = code_of(desk), wall_of(desk, new_page, demo_server)
    expect(wall.locator(".join svg")).to_be_visible()
    phone = phone_of(desk, new_page, demo_server)
    phone.get_by_role("link", name="Gå videre").click()
    crew = robots(demo_server, code)
    expect(wall.locator(".join")).to_contain_text(code)
    expect(desk.locator("#people")).to_contain_text("10 er her")
    desk.keyboard.press("ArrowRight")
    expect(desk.get_by_role("heading", level=1)).to_have_text("Velkomst og præsentation")
    desk.keyboard.press("ArrowRight")
    expect(desk.get_by_role("heading", level=1)).to_have_text("Forløbet fra start til slut")
    desk.keyboard.press("ArrowRight")
    expect(desk.get_by_role("heading", level=1)).to_have_text("Hvor tæt er du på?")
    desk.keyboard.press("ArrowRight")
    expect(desk.get_by_role("heading", level=1)).to_contain_text("Hvad har du prøvet")
    expect(phone.get_by_role("heading", level=1)).to_contain_text("Hvad har du prøvet")
    expect(wall.get_by_role("heading", level=1)).to_contain_text("Hvad har du prøvet")
    phone.get_by_label("Et ord eller en linje").fill("Fuld af håb")
    phone.get_by_role("button", name="Send").click()
    expect(phone.locator(".sent-line")).to_contain_text("Sendt.")
    expect(phone.get_by_text("Du er færdig her.")).to_be_visible()
    for number, cookie in enumerate(crew[:4]):
        send_word(demo_server, code, cookie, f"Ord {number}")
    expect(wall.locator("main")).not_to_contain_text("Fuld af håb")
    expect(desk.locator(".count")).to_contain_text("1 af 10")
    desk.get_by_role("button", name=re.compile("^Vis:")).click()
    expect(wall.locator(".lines li")).to_have_count(5)
    expect(wall.locator("main")).to_contain_text("Fuld af håb")
    expect(wall.locator("main")).not_to_contain_text("Mette")
    desk.keyboard.press("b")
    expect(wall.locator(".blank")).to_be_visible()
    expect(wall.locator("main")).not_to_contain_text("Fuld af håb")


def test_what_is_written_while_the_room_moves_on_is_not_lost(demo_server: Server, desk: Page, new_page):
    phone = phone_of(desk, new_page, demo_server)
    phone.get_by_role("link", name="Gå videre").click()
    go_to(desk, "Tjek-ind · Hver for sig")
    box = phone.get_by_label("Et ord eller en linje")
    box.fill("Halvt skrevet")
    desk.get_by_role("button", name="2 minutter mere").click()
    expect(phone.locator("[role=timer]")).to_have_text(re.compile("^6:"))
    expect(box).to_have_value("Halvt skrevet")
    phone.reload()
    expect(phone.get_by_label("Et ord eller en linje")).to_have_value("Halvt skrevet")


def test_without_network_a_word_waits_and_is_sent_once(demo_server: Server, desk: Page, new_page):
    code = code_of(desk)
    phone = phone_of(desk, new_page, demo_server)
    phone.get_by_role("link", name="Gå videre").click()
    go_to(desk, "Tjek-ind · Hver for sig")
    phone.get_by_label("Et ord eller en linje").fill("Fra elevatoren")
    phone.context.set_offline(True)
    phone.get_by_role("button", name="Send").click()
    expect(phone.locator(".sent-line")).to_contain_text("Venter på nettet")
    phone.context.set_offline(False)
    expect(phone.locator(".sent-line")).to_contain_text("Sendt.", timeout=20_000)
    for number, cookie in enumerate(robots(demo_server, code, 3)):
        send_word(demo_server, code, cookie, f"Ord {number}")
    desk.get_by_role("button", name=re.compile("^Vis:")).click()
    expect(desk.locator(".lines li", has_text="Fra elevatoren")).to_have_count(1)


def test_six_words_bring_somebody_back_on_another_phone(demo_server: Server, desk: Page, new_page):
    phone = phone_of(desk, new_page, demo_server, "Aisha")
    words = phone.locator(".six-words").inner_text()
    assert len(words.split()) == 6
    other = new_page("da", 390, 844)
    other.goto(f"{demo_server.url}/room/{code_of(desk)}")
    other.get_by_text("Jeg har været her før").click()
    other.get_by_label("De seks ord fra dit kort").fill("en to tre fire fem seks")
    other.get_by_role("button", name="Kom tilbage").click()
    expect(other.get_by_text("Ingen her har de seks ord")).to_be_visible()
    other.get_by_label("De seks ord fra dit kort").fill(words.upper())
    other.get_by_role("button", name="Kom tilbage").click()
    expect(other.locator("main")).to_contain_text("Aisha")


def scanned(canvas: Locator) -> list[str]:
    """What another program reads in the picture."""
    red, width = canvas.evaluate(
        """c => [[...c.getContext("2d").getImageData(0, 0, c.width, c.height).data].filter((_, i) => i % 4 === 0),
                 c.width]"""
    )
    dots = np.array(red, np.uint8).reshape(-1, width)
    return [found.text for found in zxingcpp.read_barcodes(np.kron(dots, np.ones((8, 8), np.uint8)))]


def test_the_card_can_be_scanned_and_says_the_same_as_its_words(demo_server: Server, desk: Page, new_page):
    phone = phone_of(desk, new_page, demo_server, "Aisha")
    words = phone.locator(".six-words strong").inner_text()
    (link,) = scanned(phone.locator(".six-words canvas"))
    other = new_page("da", 390, 844)
    asked: list[str] = []
    other.on("request", lambda request: asked.append(request.url + str(request.post_data)))
    other.goto(link)
    expect(other.get_by_label("De seks ord fra dit kort")).to_have_value(words)
    assert "#" not in other.url, "the words must not stay in the address bar"
    assert not [one for one in asked if words.split()[0] in one], "nothing is sent before somebody presses"
    other.keyboard.press("Enter")
    expect(other.locator("main")).to_contain_text("Aisha")


def test_groups_roles_and_a_walk_of_their_own(demo_server: Server, desk: Page, new_page):
    code, wall = code_of(desk), wall_of(desk, new_page, demo_server)
    phone = phone_of(desk, new_page, demo_server)
    phone.get_by_role("link", name="Gå videre").click()
    robots(demo_server, code)
    wall.mouse.move(300, 10)
    expect(wall.locator(".head")).to_have_css("opacity", "1")
    go_to(desk, "Sparring i grupper · Sparring")
    expect(wall.locator(".head")).to_have_css("opacity", "0")  # The pointer rests there, and the title is read.
    made = desk.get_by_role("button", name="Lav grupper")
    assert made.bounding_box()["y"] < desk.locator("#says").bounding_box()["y"], "above what is shown, and above notes"
    made.click()
    expect(desk.locator(".groups > li")).to_have_count(3)
    expect(wall.locator(".groups > li")).to_have_count(3)
    expect(phone.locator("[data-region=with]")).to_contain_text("Reflekterende team")
    expect(phone.locator("[data-region=with]")).to_contain_text("Lyt. Spørg kun")
    phone.get_by_role("button", name="Min sag").click()
    expect(phone.locator("[data-region=with]")).to_contain_text("Sagsejer")
    expect(phone.locator("[data-left]")).to_have_text(re.compile(r"^(10:00|9:\d\d)$"))
    desk.get_by_role("button", name="Alle videre til næste trin").click()
    expect(phone.locator("[data-region=with]")).to_contain_text("Du siger ikke noget")
    phone.get_by_role("button", name="Stop vores ur").click()
    expect(phone.get_by_role("button", name="Start vores ur")).to_be_visible()


def test_the_day_ends_and_what_was_promised_is_deleted(demo_server: Server, desk: Page, new_page):
    phone = phone_of(desk, new_page, demo_server)
    phone.get_by_role("link", name="Gå videre").click()
    go_to(desk, "Tjek-ud · Hver for sig")
    phone.get_by_label("Hvad går du hjem med, som du ikke havde med i morges?").fill("Mod til at spørge")
    desk.locator("summary", has_text="Slut dagen").click()
    desk.get_by_role("button", name="Slut dagen").click()
    expect(desk.get_by_role("heading", level=1)).to_have_text("Dagen er slut")
    expect(phone.get_by_role("heading", level=1)).to_have_text("Tak for i dag")
    expect(phone.locator("main")).to_contain_text("Tag jeres kulturprofil op")
    expect(phone.locator("[data-own] .chapter:visible").first).to_contain_text("Mod til at spørge")


@pytest.mark.parametrize(
    ("language", "is_seen"),
    [("en", False), *(pytest.param(one, True, marks=pytest.mark.sweep) for one in ("da", "en"))],
)
def test_every_page_of_the_room_is_accessible(demo_server: Server, desk: Page, new_page, axe, language, is_seen):
    """Each page fits the narrowest phone. The whole day looks at every station in Danish, for all that axe sees; here
    only the pages around it, and in a sweep every station in both languages.
    """
    code = code_of(desk)
    wall_address = desk.get_by_role("link", name="Åbn skærmen i sit eget vindue").get_attribute("href")
    robots(demo_server, code)
    if language == "en":
        desk.get_by_role("button", name="English").click()
        desk.wait_for_load_state()
    for address in ("/facilitate", "/facilitate/new/module_2", desk.url.removeprefix(demo_server.url)):
        desk.goto(demo_server.url + address)
        axe(desk)
    phone, walls = new_page(language, 320, 640), [new_page(language, 1920, 1080)] if is_seen else []
    phone.goto(f"{demo_server.url}/room/{code}")
    axe(phone)
    phone.locator("#name").fill("Mette")
    phone.locator("main form button").first.click()
    expect(phone.locator(".six-words canvas")).to_be_visible()
    axe(phone)
    phone.goto(f"{demo_server.url}/room/{code}")
    for wall in walls:
        wall.goto(demo_server.url + str(wall_address))
    stops = desk.locator(".stop button").count()
    for place in range(stops):
        if not desk.locator("#day details[open]").count():
            desk.locator("#day summary").click()
        stop = desk.locator(".stop").nth(place)
        stop.locator("button").click()
        expect(stop.locator("strong")).to_be_visible()
        if desk.locator("#seats button").count():
            desk.locator("#seats button").first.click()
            expect(desk.locator(".groups > li")).not_to_have_count(0)
        here = desk.get_by_role("heading", level=1).inner_text()
        expect(phone.get_by_role("heading", level=1)).to_have_text(here)
        for wall in walls:
            expect(wall.get_by_role("heading", level=1)).to_have_text(here)
        desk.evaluate("scrollTo(0, 0)")  # what is half under the bar that stays is no smaller for that
        for page in (desk, *walls, phone) if is_seen else ():
            axe(page)
        assert phone.evaluate("document.documentElement.scrollWidth") <= 320, here

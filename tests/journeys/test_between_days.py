"""Between the days of a course: read, ticked and written in one browser, taken to a phone, and met at the check-in."""

import io
import re

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page, expect

from tests.fixtures.served import Server

pytestmark = [pytest.mark.browser, pytest.mark.slow]
SECRET_WORDS = "Aftenvagten mangler hjælp, å & 100 %"


def watched(page: Page) -> list[str]:
    """Everything that the page sends, addresses and bodies."""
    sent: list[str] = []
    page.on("request", lambda one: sent.append(f"{one.url} {one.post_data or ''}"))
    return sent


def code_on(page: Page) -> str:
    picture = page.locator("[data-scan] canvas").screenshot()
    (found,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)))
    return found.text


def room_of_the_next_day(desk: Page, server: Server) -> str:
    """The code of the room that whoever holds the course makes ready."""
    desk.goto(f"{server.url}/demo/")
    desk.locator('form[action="/demo/facilitator"] button').click()
    desk.goto(f"{server.url}/facilitate")
    desk.get_by_role("link", name="Første hold").first.click()
    desk.get_by_role("button", name="Gør dagens rum klar").first.click()
    desk.goto(re.sub(r"/change$", "", desk.url))
    return desk.locator(".code").first.text_content().strip()


def test_what_is_written_at_home_goes_from_screen_to_phone_and_over_no_server(demo_server: Server, new_page, axe):
    home = new_page("da", 1280, 900)
    sent = watched(home)
    home.goto(f"{demo_server.url}/demo/")
    home.get_by_role("link", name="Åbn kursets side").click()
    own = home.url
    home.get_by_role("link", name="Læs artiklerne").click()
    home.get_by_role("checkbox", name=re.compile("Samarbejde")).check()
    axe(home)
    home.reload()
    expect(home.get_by_role("checkbox", name=re.compile("Samarbejde"))).to_be_checked()
    expect(home.get_by_role("checkbox", checked=True)).to_have_count(1)

    home.goto(own)
    home.get_by_role("link", name="Hold en fælles dialog").click()
    home.get_by_label("Krav-ressourcemodellen").check()
    expect(home.locator('[data-model="demands_resources"]').first).to_be_visible()
    expect(home.locator('[data-model="strain_staircase"]').first).to_be_hidden()
    home.get_by_label("arbejdsmiljørepræsentant").check()
    home.get_by_label("Hvad lærte vi om vores arbejde?").fill(SECRET_WORDS)
    expect(home.get_by_text("Gemt i denne browser.", exact=True)).to_be_visible()
    home.get_by_text("Tag det med over på telefonen").click()
    axe(home)
    link = code_on(home)
    home.get_by_role("button", name="Vi har gjort det").click()
    expect(home.get_by_text("Du har sagt, at det er gjort.")).to_be_visible()
    expect(home.get_by_label("Hvad lærte vi om vores arbejde?")).to_have_value(SECRET_WORDS)

    phone = new_page("da", 390, 844)
    heard = watched(phone)
    phone.goto(re.sub(r"^https?://[^/]+", demo_server.url, link))
    expect(phone.get_by_text("Linjerne er her nu")).to_be_visible()
    assert "#" not in phone.url
    expect(phone.get_by_label("arbejdsmiljørepræsentant")).to_be_checked()
    assert phone.evaluate("document.documentElement.scrollWidth") == 390

    code = room_of_the_next_day(new_page("da", 1366, 850), demo_server)
    phone.goto(f"{demo_server.url}/room/{code}")
    phone.get_by_label("Hvad vil du kaldes i dag?").fill("Karen")
    phone.get_by_role("button", name="Kom ind").click()
    phone.get_by_role("link", name="Gå videre").click()
    recalled = phone.locator("[data-recalled]")
    expect(recalled).to_contain_text("Hjemmefra, kun til dig:")
    expect(recalled.locator("q:visible")).to_have_text(SECRET_WORDS)
    for line in (*sent, *heard):
        assert "Aftenvagten" not in line
        assert "#" not in line.split(" ")[0]

    phone.goto(re.sub(r"#.*$", "", re.sub(r"^https?://[^/]+", demo_server.url, link)))
    phone.on("dialog", lambda dialog: dialog.accept())
    phone.get_by_role("button", name="Slet det, jeg skrev her").click()
    phone.reload()
    expect(phone.get_by_label("Hvad lærte vi om vores arbejde?")).to_have_value("")

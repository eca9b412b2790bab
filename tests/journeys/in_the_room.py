"""Hands of a room's people: a facilitator at the desk, the wall, a phone, and robots that come by plain requests."""

import re
import urllib.parse
import urllib.request

import pytest
from playwright.sync_api import Page, expect

from tests.fixtures.browser import INSECURE_HOST
from tests.fixtures.served import Server

ROBOTS = 9


def post(place: Server, path: str, cookie: str = "", **fields: str) -> tuple[int, str]:
    """A robot's form; the status, and the cookie that it got."""
    request = urllib.request.Request(place.url + path, data=urllib.parse.urlencode(fields).encode())
    if cookie:
        request.add_header("Cookie", cookie)
    with urllib.request.urlopen(request, timeout=20) as reply:
        return reply.status, (reply.headers.get("Set-Cookie") or "").split(";")[0]


@pytest.fixture
def desk(demo_server: Server, new_page) -> Page:
    """A facilitator who has just made a day."""
    page = new_page("da", 1366, 850)
    page.goto(f"{demo_server.url}/demo/")
    page.locator('form[action="/demo/facilitator"] button').click()
    page.goto(f"{demo_server.url}/facilitate/new/module_2")
    page.get_by_label("Holdets navn").fill("Hold 15")
    page.get_by_role("button", name="Lav dagen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Før vi begynder")
    return page


def code_of(desk: Page) -> str:
    return desk.locator(".over strong").inner_text()


def wall_of(desk: Page, new_page, place: Server) -> Page:
    address = desk.get_by_role("link", name="Åbn skærmen i sit eget vindue").get_attribute("href")
    page = new_page("da", 1920, 1080)
    page.goto(place.url + str(address))
    return page


def phone_of(desk: Page, new_page, place: Server, name: str = "Mette") -> Page:
    page = new_page("da", 390, 844)
    page.goto(f"{place.url}/")
    page.locator("input[name=code]").fill(code_of(desk).lower())
    page.get_by_role("button", name="Gå videre").click()
    page.get_by_label("Hvad vil du kaldes i dag?").fill(name)
    # Before its script has begun, the plain form goes to the server, which then chooses the words: nothing is locked.
    page.wait_for_load_state()
    page.get_by_role("button", name="Kom ind").click()
    return page


def elsewhere(place: Server) -> str:
    """The same server under a name that browsers do not trust."""
    return re.sub(r"127\.0\.0\.1|localhost", INSECURE_HOST, place.url)


def robots(place: Server, code: str, count: int = ROBOTS) -> list[str]:
    """Their cookies."""
    return [
        post(place, f"/room/{code}", name=f"Robot {number}", workplace="Nord" if number % 2 else "Syd")[1]
        for number in range(count)
    ]


def go_to(desk: Page, title: str) -> None:
    if not desk.locator("#day details[open]").count():
        desk.get_by_text("Gå til et andet sted").click()
    desk.get_by_role("button", name=title, exact=True).click()
    expect(desk.locator("#day .stop", has=desk.get_by_role("button", name=title, exact=True))).to_contain_text("her")


def move(desk: Page, name: str, to: str) -> None:
    """Choose another group beside somebody's name."""
    desk.get_by_label(f"Flyt {name} til gruppe").select_option(to)


def send_word(place: Server, code: str, cookie: str, word: str) -> None:
    assert (
        post(place, f"/room/{code}/contributions", cookie, part="1.0.0/arrived", **{"value.line": word})[0]
        == 200
    )

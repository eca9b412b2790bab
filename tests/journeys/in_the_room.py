"""Hands of a room's people: a facilitator at the desk, the wall, a phone, and robots that come by plain requests."""

import re
import urllib.parse
import urllib.request

import pytest
from playwright.sync_api import Page, expect

from tests.fixtures.browser import INSECURE_HOST
from tests.fixtures.served import Server

ROBOTS = 9
FRESH = ("csrfmiddlewaretoken", "form_id")
"""What a form carries that is new each time."""
SENT: dict[str, str] = {}
"""What a browser has sent, by the server, to make its first day there."""


def post(place: Server, path: str, cookie: str = "", **fields: str) -> tuple[int, str]:
    """A robot's form; the status, and the cookie that it got."""
    request = urllib.request.Request(place.url + path, data=urllib.parse.urlencode(fields).encode())
    if cookie:
        request.add_header("Cookie", cookie)
    with urllib.request.urlopen(request, timeout=20) as reply:
        return reply.status, (reply.headers.get("Set-Cookie") or "").split(";")[0]


@pytest.fixture
def desk(demo_server: Server, new_page) -> Page:
    """A facilitator who has just made a day; the pages that it takes are drawn once for each server."""
    page = new_page("da", 1366, 850)
    if demo_server.url in SENT:
        page.goto(sent_again(page, demo_server.url))
    else:
        make_a_day(page, demo_server.url)
    expect(page.get_by_role("heading", level=1)).to_have_text("Før vi begynder")
    return page


def make_a_day(page: Page, url: str, *also: str) -> None:
    """A day with these exercises too, which the programme offers only; nobody else's day is made like that one."""
    page.goto(f"{url}/demo/")
    page.locator('form[action="/demo/facilitator"] button').click()
    page.goto(f"{url}/facilitate/new/module_2")
    page.get_by_label("Holdets navn").fill("Hold 15")
    if also:
        unfold(page)
    for name in also:
        page.get_by_role("checkbox", name=re.compile(f"^Øvelse {name}")).check()
    with page.expect_request(lambda one: one.method == "POST") as made:
        page.get_by_role("button", name="Lav dagen").click()
    if not also:
        SENT[url] = str(made.value.post_data)


def unfold(page: Page, title: str = "") -> None:
    """Open the items of a day that is being prepared: that of a title, or all of them."""
    for fold in page.locator(".item-fold:not([open]) > summary", has_text=title).element_handles():
        fold.click()


def sent_again(page: Page, url: str) -> str:
    """The same form as before in this browser's name, sent without its pages; the address of the day."""
    asks = page.context.request
    demo = asks.get(f"{url}/demo/").text()
    asks.post(f"{url}/demo/facilitator", form={FRESH[0]: fresh(demo, FRESH[0])})
    empty = asks.get(f"{url}/facilitate/new/module_2").text()
    typed = urllib.parse.parse_qsl(SENT[url], keep_blank_values=True)
    renewed = [(name, fresh(empty, name) if name in FRESH else value) for name, value in typed]
    head = {"Content-Type": "application/x-www-form-urlencoded"}
    made = asks.post(f"{url}/facilitate/new/module_2", data=urllib.parse.urlencode(renewed), headers=head)
    assert made.ok, made.status_text
    return made.url


def fresh(text: str, name: str) -> str:
    """The hidden field of this name, as it stands on this page."""
    found = re.search(rf'name="{name}"\s+value="([^"]+)"', text)
    assert found, f"no {name}"
    return found[1]


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

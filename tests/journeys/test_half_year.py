"""The half-year of the demo: played by one press, every stop as everybody in it, back to the present, and a restart."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.fixtures.served import Server
from tests.journeys.visitor import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.slow]
STOPS = ("workshop", "module_1", "homework", "module_2", "result", "plan", "follow_up", "second", "change")
LETTERS = {
    "workshop": "gør jer klar", "module_1": "Modul 1 er", "homework": "Efter modul 1", "module_2": "En måling venter",
    "result": "er slut: det kan I se nu", "plan": "Målingen er slut", "follow_up": "Se på jeres handleplan igen",
    "second": "Målingen er åben", "change": "Modul 3 er",
}  # fmt: skip
"""Of each stop a letter that nobody had before it."""
COUNTS = """
from kulturspejl.records.models import *
print(Round.objects.count(), Trait.objects.count(), DemoMail.objects.count(), Room.objects.count())
"""


def stop(name: str) -> str:
    return f"/demo/half-year/{name}"


@pytest.fixture(scope="module")
def present(demo_server: Server) -> str:
    """What the demo held before anybody played."""
    return demo_server.python(COUNTS)


@pytest.fixture(scope="module")
def played(demo_server: Server, present: str) -> Server:
    """Two press at the same moment; one half-year comes of it."""
    both = [Visitor(demo_server.url), Visitor(demo_server.url)]
    pages = [one.get("/demo/half-year") for one in both]
    for one, page in zip(both, pages, strict=True):
        said = one.send(page)
        assert said.path == "/demo/half-year"
    return demo_server


def test_it_says_how_far_it_is_and_then_shows_its_stops(played: Server, new_page, axe):
    phone = new_page("da", 390, 844)
    phone.goto(f"{played.url}/demo/half-year")
    axe(phone)
    expect(phone.locator(".stops a")).to_have_count(len(STOPS), timeout=240_000)
    axe(phone)
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    days = phone.locator(".stops .when").all_inner_texts()
    assert len(set(days)) == len(STOPS)
    links = phone.locator(".stops a").evaluate_all("all => all.map((one) => one.href)")
    assert tuple(link.rpartition("/")[2] for link in links) == STOPS
    assert "Traceback" not in (played.var / "half_year" / "making.log").read_text()


@pytest.mark.parametrize("name", STOPS)
def test_everybody_of_a_stop_sees_their_own_page_on_its_own_day(name: str, played: Server, new_page, axe):
    """One language after the other, a laptop and a phone; forward, and each look as somebody else than the last."""
    page = new_page("da", 1280, 800) if STOPS.index(name) % 2 else new_page("en", 390, 844)
    page.goto(played.url + stop(name))
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    day = page.locator("main .muted").first.inner_text()
    looks = page.locator(".looks form button")
    for number in range(looks.count()):
        page.goto(played.url + stop(name))
        with page.expect_navigation() as went:
            looks.nth(number).click()
        assert went.value.status == 200
        banner = page.locator("aside.messages strong").first.inner_text()
        assert banner in day, "the page stands on the day of its stop"
        axe(page)
        page.evaluate("document.documentElement.style.fontSize = '131%'")  # Whoever reads large letters.
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.url
    visitor = Visitor(played.url)
    mails = visitor.send(visitor.get(stop(name)), f"{stop(name)}/letters")
    assert mails.path == "/demo/mails"
    assert LETTERS[name] in mails.words


def look(visitor: Visitor, name: str, number: int):
    return visitor.send(visitor.get(stop(name)), f"{stop(name)}/{number}")


def test_since_is_the_day_on_which_the_first_round_closed(played: Server):
    visitor = Visitor(played.url)
    first = look(visitor, "result", 0)
    closed = re.search(r"Lukket (\d+\. \w+ \d{4})", first.words)
    assert closed
    assert "10 af 11 svarede" in first.words
    second = look(visitor, "change", 0)
    assert f"Siden {closed[1]}" in second.words
    assert "»Vi prøver noget nyt« fylder 11 point mere end dengang" in second.words, "the same in each build"
    assert "Det er mere end tilfældigt." in second.words


def test_the_certificate_is_there_on_the_last_day_and_not_before(played: Server):
    visitor = Visitor(played.url)
    assert "4 af 4 dage" in look(visitor, "change", 1).words
    certificate = visitor.get(look(visitor, "change", 1).path + "/certificate.pdf")
    assert certificate.status == 200
    begun = look(visitor, "workshop", 0)
    assert "1 af 4 dage" in begun.words
    assert visitor.get(begun.path + "/certificate.pdf").status == 404


def test_an_employee_answers_in_a_stop_and_it_is_gone_when_it_begins_anew(played: Server, new_page):
    visitor = Visitor(played.url)
    asked = look(visitor, "module_2", 3)
    assert "Hvordan er det hos jer?" in asked.words
    follow = look(visitor, "follow_up", 0)
    done = visitor.send(follow, noticed="yes", effect="Det gik", outcome="keep", next_day="2030-01-01")
    assert "Det gik" in visitor.get(done.path).words + done.words
    again = visitor.send(visitor.get(stop("follow_up")), f"{stop('follow_up')}/anew")
    assert again.status == 200
    assert "Det gik" not in look(visitor, "follow_up", 2).words


def be(page: Page, url: str, role: str) -> None:
    page.goto(f"{url}/demo/")
    page.locator(f'form[action="/demo/{role}"] button').click()


def test_the_present_is_untouched_after_it_and_after_a_restart(played: Server, present: str, new_page):
    visitor = Visitor(played.url)
    look(visitor, "plan", 0)
    assert played.python(COUNTS) != present
    page = new_page("da", 1280, 800)
    be(page, played.url, "leader")
    expect(page.locator("aside.messages strong").first).to_be_visible()
    visitor.send(visitor.get("/demo/half-year"), "/demo/half-year/present")
    assert played.python(COUNTS) == present
    page.goto(f"{played.url}/home")
    assert "Mette" not in page.locator("h1").inner_text(), "whoever was signed in there signs in anew"
    look(visitor, "second", 0)
    assert "Traceback" not in played.log(), "no page or job fell over a store that was exchanged"
    played.kill()
    played.start()
    assert played.python(COUNTS) == present
    be(page, played.url, "leader")
    expect(page.locator("aside.messages strong")).to_have_count(0)
    assert "Mette" in page.locator("h1").inner_text()
    assert "1." in visitor.get("/demo/half-year").words or visitor.get(stop("change")).status == 200

"""The whole thread in a real browser: asked in few clicks, released, answered, mirrored, and turned into an action."""

import json
import re
import urllib.request
import uuid
from collections.abc import Callable, Iterator

import pytest
from aiosmtpd.controller import Controller
from playwright.sync_api import Page

from tests.fixtures.browser import LANGUAGES
from tests.fixtures.mail import MailServer
from tests.fixtures.ports import free_port
from tests.fixtures.served import ROOT, Server, finish
from tests.people import ANSWERS

pytestmark = [pytest.mark.browser, pytest.mark.slow]
PHONE = {"width": 390, "height": 844}
LAPTOP = {"width": 1280, "height": 800}
PREPARE = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone
from kulturspejl.records.models import Round, User
from tests import people
from tests.actions import town

def signed_in(name):
    user = User.objects.get(name=name)
    made = SessionStore()
    made[SESSION_KEY] = str(user.pk)
    made[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    made[HASH_SESSION_KEY] = user.get_session_auth_hash()
    made.save()
    return made.session_key
"""


class Clicks:
    """A page on which every press of a finger is counted."""

    def __init__(self, page: Page) -> None:
        self.page, self.count = page, 0

    def on(self, role: str, name: str) -> None:
        self.count += 1
        self.page.get_by_role(role, name=name).click()  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def post_office() -> Iterator[MailServer]:
    """The mail server of this module's instance."""
    made = MailServer("127.0.0.1", free_port())
    controller = Controller(made, hostname=made.host, port=made.port)
    controller.start()
    yield made
    controller.stop()


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, post_office: MailServer) -> Iterator[Server]:
    """An instance with Hjemmepleje Nord and its nine employees, in the present."""
    made = Server(tmp_path_factory.mktemp("instance"), post_office.environment).start()
    made.python(PREPARE + "people.team(9, now=timezone.now())")
    yield made
    finish([made])


def page_of(
    new_page: Callable[..., Page], place: Server, name: str | None, language: str, size=PHONE
) -> Page:
    """Somebody's browser; `name` None is an employee without an account."""
    page = new_page(language, **size)
    if name is not None:
        key = place.python(PREPARE + f"print(signed_in({name!r}))").strip()
        page.context.add_cookies([{"name": "sessionid", "value": key, "url": place.url}])
    return page


def answer_by_http(place: Server, code: str, answers: dict[str, object]) -> None:
    """What an old phone does: the code for a voucher, then voucher and answers."""
    voucher = post(f"{place.url}/r/{code}/admit", {"blinded": None})["voucher"]
    post(f"{place.url}/answers", {"voucher": voucher, "id": str(uuid.uuid4()), "answers": answers})


def post(address: str, body: dict[str, object]) -> dict[str, str]:
    request = urllib.request.Request(address, json.dumps(body).encode(), {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=20) as reply:
        return dict(json.loads(reply.read() or b"{}"))


def fits(page: Page) -> bool:
    """Nothing sticks out to the side."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


@pytest.fixture(scope="module")
def thread() -> dict[str, str]:
    """What one step leaves for the next."""
    return {}


def test_1_the_leader_asks_in_five_clicks_at_most(place, new_page, axe, thread):
    page = page_of(new_page, place, "Karen", "da")
    page.goto(f"{place.url}/home")
    axe(page)
    leader = Clicks(page)
    leader.on("link", "Ny måling")
    axe(page)
    leader.on("textbox", "Mailadresser")
    page.keyboard.insert_text("\n".join(f"p{number}@havnby.test" for number in range(9)))
    page.get_by_text("9 af 9 medarbejdere").wait_for()
    assert "Svarer alle 9" in page.locator("#people").inner_text(), "told before anything is sent"
    leader.on("button", "Se efter, før du sender")
    axe(page)
    leader.on("button", "Send til AMR og TR")
    page.get_by_text("Der er ikke sendt noget endnu.").first.wait_for()
    assert leader.count <= 5
    axe(page)
    thread["round"] = page.url.rsplit("/", 1)[1]


def test_2_the_leader_draws_the_own_line_and_the_guess(place, new_page, axe, thread):
    page = page_of(new_page, place, "Karen", "da")
    page.goto(f"{place.url}/rounds/{thread['round']}")
    page.get_by_role("link", name="Tegn dine linjer").click()
    axe(page)
    questions = page.locator(".question")
    assert questions.count() == 6, "the same six questions as the team's"
    for at in range(6):
        for field, points in zip(questions.nth(at).locator("input").all(), (4, 2, 1, 3), strict=True):
            field.fill(str(points))
    guess = page.locator("fieldset[data-draws]")
    for letter, points in zip("ABCD", (30, 10, 10, 9), strict=True):
        guess.locator(f"[name={letter}]").fill(str(points))
    assert guess.locator("output").inner_text() == "1 point tilbage"
    guess.locator("[name=A]").fill("45")
    assert guess.locator("[name=A]").input_value() == "31", "never above the total"
    assert guess.locator(".step[data-by='1']").first.is_disabled()
    page.get_by_role("button", name="Gem").click()
    page.get_by_text("Ingen andre ser linjen").wait_for()
    thread["lines"] = page.url


def test_3_amr_reads_and_releases(place, new_page, axe, thread):
    page = page_of(new_page, place, "Amir", "da")
    page.goto(f"{place.url}/home")
    page.get_by_role("link", name="Læs og tag stilling").click()
    axe(page)
    assert page.get_by_text("p8@havnby.test").is_visible()
    page.get_by_role("button", name="Frigiv udsendelsen").click()
    page.get_by_text("Amir (AMR) har frigivet udsendelsen").wait_for()
    axe(page)


def codes_of(post_office, count: int) -> list[str]:
    """Everybody's link code; leader and representatives get letters of their own, without one."""
    for more in range(100):
        letters = post_office.wait_for(count + more, seconds=60)
        codes = [found[1] for letter in letters if (found := re.search(r"/r/(\w+)", letter.text))]
        if len(codes) == count:
            return codes
    raise AssertionError("too many other letters")


def test_4_answers_come_in_and_the_leader_closes_with_a_yes(place, post_office, new_page, axe, thread):
    codes = sorted(codes_of(post_office, 9))
    assert len(set(codes)) == 9
    thread["code"] = codes[8]
    phone = page_of(new_page, place, None, "da")
    phone.goto(f"{place.url}/r/{codes[0]}")
    assert "Amir" in phone.locator("main").inner_text(), "employees see who released it"
    for code, answers in zip(codes, ANSWERS, strict=False):
        answer_by_http(place, code, dict(answers))
    page = page_of(new_page, place, "Karen", "da")
    page.goto(f"{place.url}/rounds/{thread['round']}")
    page.get_by_text("Næsten alle har svaret.").wait_for()
    page.get_by_text("Bed om at lukke før tid").click()
    page.get_by_label("Hvorfor skal den lukke før tid?").fill("Vi holder møde i dag.")
    axe(page)
    page.get_by_role("button", name="Bed om et ja").click()
    page.get_by_text("Det venter på et ja eller et nej fra AMR eller TR.").wait_for()
    amir = page_of(new_page, place, "Amir", "da")
    amir.goto(f"{place.url}/home")
    amir.get_by_role("link", name="Læs og tag stilling").click()
    amir.get_by_text("Vi holder møde i dag.").wait_for()
    axe(amir)
    amir.get_by_role("button", name="Ja, luk den nu").click()
    page.get_by_role("link", name="Åbn spejlet").wait_for()
    assert not page.get_by_text("Før resultatet åbner").is_visible(), "the page says one thing"
    axe(page)
    thread["result"] = page.get_by_role("link", name="Åbn spejlet").get_attribute("href") or ""


def smallest_letter(page: Page) -> float:
    """Of all in the web, as they are on the screen, in px."""
    measured = page.locator("svg.web :is(text, tspan)").evaluate_all(
        "all => all.map((one) => [parseFloat(getComputedStyle(one).fontSize), one.getScreenCTM()])"
        ".map(([size, way]) => size * Math.hypot(way.a, way.b))"
    )
    return float(min(measured))


def read_first(page: Page) -> list[str]:
    """The sums, the sentences and the question."""
    return [page.locator(".sums").inner_text(), *page.locator(".reading p, .question").all_inner_texts()]


def test_5_leader_and_card_read_the_same_at_the_same_moment(place, new_page, axe, thread):
    leader = page_of(new_page, place, "Karen", "da")
    leader.goto(place.url + thread["result"])
    by_card = page_of(new_page, place, None, "da")
    by_card.goto(f"{place.url}/r/{thread['code']}")
    read = read_first(by_card)
    assert read == read_first(leader)
    assert read[0] == "A = 24 · B = 8 · C = 10 · D = 18 af 60"
    assert 3 <= len(read) <= 5
    for page in (leader, by_card):
        bottom = page.locator(".question").evaluate("place => place.getBoundingClientRect().bottom")
        assert bottom <= PHONE["height"], f"the first screen ends at {bottom}"
        assert smallest_letter(page) >= 12
        axe(page)
        page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true })")
        axe(page)
        assert fits(page)


def test_6_the_mirror_stands_at_200_per_cent_and_in_print(place, new_page, tmp_path, thread):
    page = page_of(new_page, place, None, "da", LAPTOP)
    page.goto(f"{place.url}/r/{thread['code']}")
    page.set_viewport_size({"width": 640, "height": 400})
    assert fits(page), "1280 at 200 per cent is 640 wide"
    page.set_viewport_size({"width": 195, "height": 422})
    page.emulate_media(media="print", forced_colors="none")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    text = page.locator("main").inner_text()
    for fact in (
        "A = 24 · B = 8 · C = 10 · D = 18 af 60",
        "24 af 60",
        "En anden dag",
        "8 af 9 svarede",
        "Sådan er tallene regnet ud",
    ):
        assert fact in text
    assert page.locator("details:not([open])").count() == 0
    page.pdf(path=tmp_path / "print.pdf", format="A4")
    assert (tmp_path / "print.pdf").read_bytes().startswith(b"%PDF")


def test_7_one_trait_and_one_action_and_the_card_shows_them(place, new_page, axe, thread):
    page = page_of(new_page, place, "Tove", "da")
    page.goto(place.url + thread["result"])
    page.get_by_role("link", name="Vælg ét træk at arbejde med").click()
    axe(page)
    page.get_by_label("Mere af").fill("snak tidligt i forløbet")
    page.get_by_label("Hvad vil man kunne se").fill("Vi siger det på mødet")
    page.get_by_label("Hvem bliver det bedre for?").fill("Opgaven og de nye")
    page.get_by_role("button", name="Gem, og aftal en første handling").click()
    page.get_by_label("Hvad gør vi?").fill("Fem minutter sidst på mødet")
    axe(page)
    page.get_by_label("Hvem sørger for, at det sker?").fill("Amir og aftenholdet")
    page.get_by_role("button", name="Aftalt").click()
    page.get_by_text("Fem minutter sidst på mødet").wait_for()
    axe(page)
    by_card = page_of(new_page, place, None, "da")
    by_card.goto(f"{place.url}/r/{thread['code']}")
    assert "Fem minutter sidst på mødet" in by_card.locator("main").inner_text()
    assert by_card.get_by_role("link", name="Vælg et andet træk").count() == 0


@pytest.mark.parametrize("language", ["da", "en"])
def test_8_every_page_in_both_languages(place, new_page, axe, thread, language):
    page = page_of(new_page, place, "Karen", language)
    for address in (
        "/home",
        f"/rounds/{thread['round']}",
        thread["result"],
        thread["lines"].removeprefix(place.url),
    ):
        page.goto(place.url + address)
        assert page.locator("html").get_attribute("lang") == language
        axe(page)
        assert fits(page)
    assert LANGUAGES[language]

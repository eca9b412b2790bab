"""What is handed in without a name stays in its owner's hand, and no copy of it tells who has handed in what."""

import base64
import re
import uuid

import pytest
from playwright.sync_api import Page, Request, expect

from tests.fixtures.served import Server
from tests.journeys.in_the_room import code_of, desk, go_to, phone_of, post, robots
from tests.journeys.screens import fill_now, give, go_on
from tests.journeys.test_team import POINTS, opened
from tests.journeys.unlock import unlock

__all__ = ["desk"]
pytestmark = [pytest.mark.browser, pytest.mark.slow]
SOON = "Math.random = () => 0"
"""Every wait of a phone is the shortest that it may be: five seconds for a copy."""
COPY = 25_000


class Sent:
    """What a phone sends: the copies, and all posts, in their order."""

    def __init__(self, phone: Page) -> None:
        self.heard: list[Request] = []
        phone.context.on("request", lambda one: self.heard.append(one))

    @property
    def copies(self) -> list[str]:
        return [one.post_data_json["sealed"] for one in self.heard if one.method == "PUT"]

    @property
    def posts(self) -> list[str]:
        return [one.url.rsplit("/", 1)[-1] for one in self.heard if one.method == "POST"]


def phones(desk: Page, new_page, place: Server) -> list[tuple[Page, Sent, str]]:
    """Two, each with what it sends and its six words."""
    found = []
    for name in ("Mette", "Jens"):
        phone = phone_of(desk, new_page, place, name)
        phone.context.add_init_script(SOON)
        sent, words = Sent(phone), phone.locator(".six-words strong").inner_text()
        phone.get_by_role("link", name="Gå videre").click()
        found.append((phone, sent, words))
    return found


def choose(phone: Page, now: int, goal: int) -> None:
    for item, number in (("now", now), ("goal", goal)):
        phone.locator(f'input[name="number.{item}"][value="{number}"]').check()


def test_it_comes_along_to_the_talk_and_every_phone_sends_a_copy_of_one_length(
    demo_server: Server, desk: Page, new_page, axe
):
    (mette, sent, words), (jens, unsent, _) = phones(desk, new_page, demo_server)
    go_to(desk, "Læringskultur: hvorfor, status, mål, handling · Status")
    expect(mette.get_by_text("i den låste kopi, som kun dine seks ord kan åbne")).to_be_visible()
    before = len(sent.copies)
    choose(mette, 5, 8)
    with mette.expect_response(re.compile("/without-a-name/")):
        mette.get_by_role("button", name="Send mit svar").click()
    expect(mette.get_by_text("Du er færdig her.")).to_be_visible()
    jens.get_by_role("button", name="Jeg afleverer ikke").click()
    expect(desk.locator("#steer .count")).to_contain_text("2 af 2 er færdige")
    assert len(sent.copies) == before, "nothing of it while the part is on"
    lengths = [len(unsent.copies), len(sent.copies)]
    go_to(desk, "Læringskultur: hvorfor, status, mål, handling · Hvad har I set?")
    brought = mette.locator(".brought")
    expect(brought).to_contain_text("5 af 10")
    expect(brought).to_contain_text("8 af 10")
    expect(jens.locator(".brought")).to_be_hidden()
    brought.get_by_role("button", name="Vis det stort").click()
    expect(mette.locator(".large-value")).to_have_text("5")
    mette.get_by_role("button", name="Luk").click()
    axe(mette)
    for phone, heard, count in ((mette, sent, lengths[1]), (jens, unsent, lengths[0])):
        for _ in range(COPY // 500):
            if len(heard.copies) > count:
                break
            phone.wait_for_timeout(500)
        assert len(heard.copies) > count, "everybody's copy is sent anew, also where nothing was answered"
    sizes = {len(base64.b64decode(one[2:])) for one in (*sent.copies, *unsent.copies)}
    assert len(sizes) == 1, "with an answer and without"
    room = uuid.UUID(mette.locator("main").get_attribute("data-room-id"))
    kept = unlock(sent.copies[-1], words, room)["fields"]
    assert [field["value"] for name, field in kept.items() if name.startswith("answer:")] == [{"now": 5, "goal": 8}]
    other = new_page("da", 390, 844)
    other.goto(f"{demo_server.url}/room/{code_of(desk)}#{words.replace(' ', '-')}")
    other.get_by_role("button", name="Kom tilbage").click()
    expect(other.locator(".brought")).to_contain_text("8 af 10")
    fold = mette.locator("details", has_text="Det, du har svaret").last
    fold.locator("summary").click()
    with mette.expect_response(lambda reply: reply.request.method == "PUT"):
        fold.get_by_role("button", name="Ryd mine svar").click()
    expect(brought).to_be_hidden()
    kept = unlock(sent.copies[-1], words, room)["fields"]
    assert [field["value"] for name, field in kept.items() if name.startswith("answer:")] == [None]
    assert len({len(one) for one in sent.copies}) == 1


def test_what_is_taken_back_is_no_answer_of_mine(demo_server: Server, desk: Page, new_page):
    (mette, sent, _), _jens = phones(desk, new_page, demo_server)
    go_to(desk, "Læringskultur: hvorfor, status, mål, handling · Status")
    choose(mette, 5, 8)
    mette.get_by_role("button", name="Send mit svar").click()
    before = len(sent.copies)
    with mette.expect_response(re.compile("/back")):
        mette.get_by_role("button", name="Træk mit svar tilbage").click()
    expect(mette.get_by_text("Dit svar er taget tilbage.")).to_be_visible()
    assert len(sent.copies) == before
    go_to(desk, "Læringskultur: hvorfor, status, mål, handling · Hvad har I set?")
    expect(mette.get_by_label("Hvad har I set for nylig")).to_be_visible()
    expect(mette.locator(".brought")).to_be_hidden()


def test_an_answer_that_came_too_late_says_so_wherever_its_owner_reads_it_again(
    demo_server: Server, desk: Page, new_page, axe
):
    (mette, _sent, _), (jens, _unsent, _) = phones(desk, new_page, demo_server)
    go_to(desk, "Læringskultur: hvorfor, status, mål, handling · Status")
    choose(mette, 5, 8)
    mette.context.set_offline(True)
    mette.get_by_role("button", name="Send mit svar").click()
    expect(mette.locator(".sent-line")).to_contain_text("Venter på nettet")
    go_to(desk, "Læringskultur: hvorfor, status, mål, handling · Hvad har I set?")
    expect(jens.get_by_label("Hvad har I set for nylig")).to_be_visible()
    mette.context.set_offline(False)
    expect(mette.locator("#not-taken")).to_contain_text("så det kom ikke med", timeout=20_000)
    expect(mette.locator(".brought")).to_contain_text("5 af 10")
    expect(mette.locator(".brought [data-not-taken]")).to_contain_text("så det kom ikke med")
    axe(mette)
    mette.reload()
    expect(mette.locator(".brought [data-not-taken]")).to_contain_text("så det kom ikke med")


def test_one_button_for_two_parts_and_one_tap_for_neither(demo_server: Server, desk: Page, new_page):
    (mette, sent, _), (jens, unsent, _) = phones(desk, new_page, demo_server)
    go_to(desk, "Evaluering · Hver for sig")
    send = mette.get_by_role("button", name="Send mit svar")
    expect(send).to_have_count(1)
    send.click()
    expect(mette.get_by_text("Der er ikke svaret på noget endnu.")).to_be_visible()
    mette.locator("fieldset.scale label", has_text="4").first.click()
    send.click()
    expect(mette.get_by_text("Du er færdig her.")).to_be_visible()
    jens.get_by_role("button", name="Jeg afleverer ikke").click()
    expect(desk.locator("#steer .count")).to_contain_text("2 af 2 er færdige")
    assert unsent.posts.count("do") == sent.posts.count("do") == 1
    assert [one for one in unsent.heard if "without-a-name" in one.url] == []


def test_the_sixth_screen_sends_and_the_way_on_asks_and_shows(demo_server: Server, new_page, axe):
    desk, phone = new_page("da", 1366, 850), new_page("da", 390, 844)
    opened(demo_server, desk)
    code = code_of(desk)
    others = [post(demo_server, f"/room/{code}", name=f"Kollega {one}")[1] for one in range(6)]
    phone.goto(f"{demo_server.url}/room/{code}")
    phone.get_by_label("Hvad vil du kaldes i dag?").fill("Mette")
    phone.get_by_role("button", name="Kom ind").click()
    phone.get_by_role("link", name="Gå videre").click()
    for title in ("Velkommen", "Vores kultur, som den er nu"):
        desk.get_by_role("button", name=re.compile("^Næste")).click()
        expect(desk.get_by_role("heading", level=1)).to_have_text(title)
    phone.get_by_role("link", name="Åbn kulturprofilen").click()
    expect(phone.get_by_text("Dit sidste tryk er")).to_be_visible()
    with phone.expect_response(re.compile("/without-a-name/")) as handed:
        fill_now(phone)
    assert handed.value.status == 201
    expect(phone.locator(".sent-line")).to_contain_text("Sendt.")
    expect(phone.locator("[data-own-web] polygon[data-series=now]")).to_be_visible()
    part = str(phone.locator("form[data-unsigned]").get_attribute("data-part"))
    for cookie in others[:3]:
        post(demo_server, f"/room/{code}/contributions", cookie, part=part, **POINTS)
    desk.keyboard.press("ArrowRight")
    expect(desk.locator("#ask")).to_contain_text("Der er endnu ikke svar nok til et billede: Der skal 5 til.")
    desk.keyboard.press("Escape")
    expect(desk.locator("#ask section")).to_have_count(0)
    for cookie in others[3:]:
        post(demo_server, f"/room/{code}/contributions", cookie, part=part, **POINTS)
    desk.keyboard.press("ArrowRight")
    expect(desk.locator("#ask")).to_contain_text("Vis billedet nu? Så er der lukket for svar.")
    axe(desk)
    desk.keyboard.press("ArrowRight")
    expect(desk.locator(".on-wall")).to_contain_text("7 har svaret")
    expect(phone.locator("[data-region=do]")).to_contain_text("Du svarede")
    expect(desk.locator("#ask section")).to_have_count(0)
    desk.keyboard.press("ArrowRight")
    expect(desk.locator("#now-on")).to_contain_text("Sammen")
    expect(desk.locator("#steer .count")).to_contain_text("i rummet")
    expect(phone.get_by_role("button", name="Jeg er færdig")).to_have_count(0)


def test_a_second_phone_of_one_person_is_told_at_once_and_changes_nothing(demo_server: Server, new_page):
    desk, phone, second = (new_page("da", wide, 844) for wide in (1366, 390, 390))
    for one in (phone, second):
        one.context.add_init_script(SOON)
    opened(demo_server, desk)
    code = code_of(desk)
    others = [post(demo_server, f"/room/{code}", name="Mette")[1] for _ in range(6)]
    phone.goto(f"{demo_server.url}/room/{code}")
    phone.get_by_label("Hvad vil du kaldes i dag?").fill("Mette")
    phone.get_by_role("button", name="Kom ind").click()
    expect(phone.locator(".notice")).to_contain_text("På listerne hedder du Mette 7.")
    words = phone.locator(".six-words strong").inner_text()
    phone.get_by_role("link", name="Gå videre").click()
    for title in ("Velkommen", "Vores kultur, som den er nu"):
        desk.get_by_role("button", name=re.compile("^Næste")).click()
        expect(desk.get_by_role("heading", level=1)).to_have_text(title)
    assert phone.get_by_role("link", name="Åbn kulturprofilen").bounding_box()["y"] < 800, "in the first screen"
    expect(phone.get_by_role("button", name="Send mit svar")).to_be_hidden()
    phone.get_by_role("link", name="Åbn kulturprofilen").click()
    expect(phone.get_by_text("Dit sidste tryk er")).to_be_visible()
    fill_now(phone)
    expect(desk.locator("#steer .count")).to_contain_text("1 af 7 er færdige")
    second.goto(f"{demo_server.url}/room/{code}")
    second.get_by_text("Jeg har været her før").click()
    second.locator("input[name=words]").fill(words)
    second.get_by_role("button", name="Kom tilbage").click()
    expect(second.locator("[data-done-elsewhere]")).to_be_visible()
    second.get_by_role("link", name="Åbn kulturprofilen").click()
    expect(second.get_by_text("Dit sidste tryk er")).to_be_visible()
    go_on(second)
    for _ in range(6):
        give(second, (1, 1, 1, 7))
        go_on(second)
    expect(second.locator(".sent-line")).to_contain_text("Ret svaret der.")
    part = str(phone.locator("form[data-unsigned]").get_attribute("data-part"))
    desk.keyboard.press("ArrowRight")
    expect(desk.locator("#ask")).to_contain_text("Der er endnu ikke svar nok til et billede: Der skal 5 til.")
    for cookie in others[:5]:
        post(demo_server, f"/room/{code}/contributions", cookie, part=part, **POINTS)
    # Asked while there were too few: the same press asks again now, and passes no picture by.
    desk.keyboard.press("ArrowRight")
    expect(desk.locator("#ask")).to_contain_text("Vis billedet nu? Så er der lukket for svar.")
    with second.expect_response(lambda reply: reply.request.method == "PUT"):
        desk.keyboard.press("ArrowRight")
    expect(desk.locator(".on-wall")).to_contain_text("6 har svaret")
    for _ in range(2):
        expect(phone.locator("[data-region=do] [data-own-numbers]")).to_contain_text("A = 24 · B = 18 · C = 6 · D = 12")
        phone.reload()


def test_a_shared_device_keeps_nothing(demo_server: Server, desk: Page, new_page):
    phone = new_page("da", 390, 844)
    phone.goto(f"{demo_server.url}/room/{code_of(desk)}")
    phone.get_by_label("Hvad vil du kaldes i dag?").fill("Mette")
    phone.locator("[data-come-in] [name=shared]").check()
    phone.get_by_role("button", name="Kom ind").click()
    phone.get_by_role("link", name="Gå videre").click()
    expect(phone.get_by_text("Delt telefon eller tablet: Det, du skriver, bliver ikke gemt her.")).to_be_visible()
    robots(demo_server, code_of(desk), 2)
    with phone.expect_response(re.compile("/voucher$")):
        go_to(desk, "Læringskultur: hvorfor, status, mål, handling · Status")
    phone.reload()
    choose(phone, 5, 8)
    phone.get_by_role("button", name="Send mit svar").click()
    expect(phone.locator(".sent-line")).to_contain_text("Sendt.")
    assert phone.evaluate("Object.keys(localStorage)") == []
    phone.locator("[data-region=do] summary", has_text="Læs med").click()
    with phone.context.expect_page() as popup:
        phone.locator("[data-region=do] a[target=_blank]").first.click()
    beside = popup.value
    beside.locator("#notes").fill("Ved siden af")
    assert beside.evaluate("Object.keys(localStorage)") == [], "nor does a page that is read beside it"
    beside.close()
    (cookie,) = [one for one in phone.context.cookies() if one["name"].endswith("kulturspejl_room")]
    assert cookie["expires"] == -1, "until the browser is closed"
    expect(phone.locator("[data-when-kept]:visible")).to_have_count(0)
    phone.reload()
    expect(phone.locator("input[name='number.now']:checked")).to_have_count(0)

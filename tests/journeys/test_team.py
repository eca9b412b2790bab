"""A team of six borrows a room: from one click to the sheet and the calendar, in real browsers."""

import re
import urllib.error
import urllib.request

import pytest
from playwright.sync_api import Page, expect

from tests.fixtures.served import Server
from tests.journeys.in_the_room import code_of, post, wall_of

pytestmark = [pytest.mark.browser, pytest.mark.slow]
POINTS = {
    f"number.now_d{place}_{letter}": str(given)
    for place in range(1, 7)
    for letter, given in zip("ABCD", (5, 2, 2, 1), strict=True)
}
ALONE = {
    f"now_d{place}_{letter}": given
    for place in range(1, 7)
    for letter, given in zip("ABCD", (4, 3, 2, 1), strict=True)
}


def opened(place: Server, page: Page) -> str:
    """At the desk of a room that was just borrowed; the link back to it."""
    page.goto(f"{place.url}/")
    page.get_by_role("link", name="Se, hvordan det foregår").click()
    page.get_by_role("button", name="Åbn et rum til mit team").click()
    link = page.locator(".link-itself a").get_attribute("href")
    page.get_by_role("link", name="Gå til styringen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Før vi begynder")
    return str(link)


def come(place: Server, code: str, number: int) -> list[str]:
    return [post(place, f"/room/{code}", name=f"Kollega {one}")[1] for one in range(number)]


def on_the_phone(place: Server, page: Page, code: str) -> None:
    page.goto(f"{place.url}/room/{code}")
    page.get_by_label("Hvad vil du kaldes i dag?").fill("Mette")
    page.get_by_role("button", name="Kom ind").click()
    page.get_by_role("link", name="Gå videre").click()


def to_the_profile(desk: Page, phone: Page) -> str:
    for title in ("Velkommen", "Vores kultur, som den er nu"):
        desk.get_by_role("button", name=re.compile("^Næste")).click()
        expect(desk.get_by_role("heading", level=1)).to_have_text(title)
    form = phone.locator("form[data-unsigned]")
    expect(form).to_be_visible()
    return str(form.get_attribute("data-part"))


def test_a_team_of_six_from_one_click_to_one_action(demo_server: Server, new_page, axe):
    desk, phone = new_page("da", 1366, 850), new_page("da", 390, 844)
    link = opened(demo_server, desk)
    code, wall = code_of(desk), wall_of(desk, new_page, demo_server)
    on_the_phone(demo_server, phone, code)
    crew = come(demo_server, code, 5)
    # What was given out on this phone before stands ready, and nothing of it has been sent.
    phone.evaluate(
        "a => localStorage.setItem('kulturspejl.alone', JSON.stringify({ answers: a, at: 7 }))", ALONE
    )
    part = to_the_profile(desk, phone)
    axe(phone)
    phone.get_by_role("button", name="Send").click()
    expect(phone.locator(".sent-line")).to_contain_text("Sendt.")
    for cookie in crew[:3]:
        assert post(demo_server, f"/room/{code}/contributions", cookie, part=part, **POINTS)[0] == 200
    desk.get_by_role("button", name=re.compile("^Vis:")).click()
    expect(wall.locator(".shown")).to_contain_text("for få svar")
    assert post(demo_server, f"/room/{code}/contributions", crew[3], part=part, **POINTS)[0] == 200
    desk.get_by_role("button", name=re.compile("^(Tag ned|Vis):")).click()
    desk.get_by_role("button", name=re.compile("^Vis:")).click()
    expect(wall.locator(".drawn svg polygon[data-series=now]")).to_be_visible()
    told = "5 har svaret. Nu: Vi er der for hinanden 29, vi prøver noget nyt 13"
    expect(wall.locator(".shown")).to_contain_text(told)
    expect(phone.locator("[data-region=shown] svg.web")).to_be_visible()
    expect(phone.locator("[data-region=do] [data-own-web]")).to_be_visible()
    for page in (desk, wall, phone):
        axe(page)
    with pytest.raises(urllib.error.HTTPError) as late:
        post(demo_server, f"/room/{code}/contributions", crew[4], part=part, **POINTS)
    assert late.value.code == 409

    expect(desk.get_by_label("Hvad prøver vi?")).to_be_hidden()
    desk.locator("summary", has_text="Gå til et andet sted").click()
    desk.get_by_role("button", name="Vi vælger").click()
    expect(desk.locator("#now-on")).to_contain_text("Ét træk og én handling")
    expect(desk.locator(".on-wall svg.web")).to_be_visible()
    desk.evaluate("scrollTo(0, 0)")
    for name, least in (("Hvad prøver vi?", 720), ("Hvornår ser vi på det igen?", 800)):
        box = desk.get_by_label(name).bounding_box()
        assert box and box["y"] + box["height"] <= least, f"{name} is below the fold: {box}"
    desk.get_by_label("Hvad prøver vi?").fill("Vi siger højt, når vi er i tvivl")
    desk.get_by_label("Hvem begynder?").fill("Aisha")
    desk.get_by_label("Hvornår ser vi på det igen?").fill("2027-01-11")
    desk.get_by_role("button", name="Det er vores aftale").click()
    expect(desk.locator("#agreed")).to_contain_text("Aisha begynder. Vi ser på det igen 11. januar 2027.")
    expect(phone.locator(".agreed")).to_contain_text("Vi siger højt, når vi er i tvivl")
    sheet = desk.get_by_role("link", name="Print som et ark").get_attribute("href")
    assert desk.request.get(demo_server.url + str(sheet)).body().startswith(b"%PDF")
    assert phone.request.get(f"{demo_server.url}/room/{code}/agreed.pdf").body().startswith(b"%PDF")
    with phone.expect_download() as found:
        phone.get_by_role("button", name="Læg det i kalenderen").click()
    event = found.value.path().read_text(encoding="utf-8")
    assert "DTSTART;VALUE=DATE:20270111" in event
    assert found.value.suggested_filename.endswith(".ics")

    taken_over_by_a_representative(demo_server, desk, phone, new_page, axe)
    elsewhere = new_page("da", 1366, 850)
    elsewhere.goto(link)
    expect(elsewhere.locator("#agreed")).to_contain_text("Aisha begynder")
    elsewhere.locator("summary", has_text="Slet rummet").click()
    elsewhere.get_by_role("button", name="Slet det hele nu").click()
    expect(elsewhere.locator("body")).to_contain_text("Rummet og alt i det er slettet.")
    assert phone.request.get(f"{demo_server.url}/room/{code}").status == 404


def taken_over_by_a_representative(place: Server, desk: Page, phone: Page, new_page, axe) -> None:
    """The opener offers, everybody reads it on the phone, and TR takes it over for the unit by the keyboard alone."""
    desk.locator("#offer summary").click()
    axe(desk, "#offer")
    desk.get_by_role("button", name="Tilbyd enheden mødet").click()
    expect(desk.locator("#offer")).to_contain_text("Tilbudt til enheden")
    address = str(desk.locator("#offer .link-itself a").get_attribute("href"))
    expect(phone.locator("body")).to_contain_text("Jeres møde er tilbudt til jeres enhed.")
    axe(phone)
    tr = new_page("da", 390, 844)
    tr.goto(f"{place.url}/demo/")
    tr.locator('form[action="/demo/tr"] button').first.click()
    expect(tr.get_by_role("heading", level=1)).to_contain_text("Hej")
    tr.goto(f"{place.url}/take-over/{address.rpartition(chr(47))[2]}")
    expect(tr.locator("main")).to_contain_text("»Vi siger højt, når vi er i tvivl«")
    axe(tr)
    tr.get_by_role("radio", name=re.compile("^Hjemmepleje Nord")).focus()
    tr.keyboard.press("Space")
    tr.get_by_role("button", name="Overtag det").focus()
    tr.keyboard.press("Enter")
    expect(tr.get_by_role("heading", name="Fra teamets møder")).to_be_visible()
    expect(tr.locator("main")).to_contain_text("Overtaget af Amina Saleh (TR).")
    axe(tr)
    for page in (desk, phone):
        expect(page.locator("body")).to_contain_text("Amina Saleh, TR, har overtaget mødet for Hjemmepleje Nord.")


@pytest.mark.parametrize("language", ["da", pytest.param("en", marks=pytest.mark.sweep)])
def test_the_pages_around_it_are_clean(demo_server: Server, new_page, axe, language):
    page = new_page(language, 390, 844)
    page.goto(f"{demo_server.url}/team")
    axe(page)
    page.locator("main form button").first.click()
    axe(page)
    page.locator("a.wide-button").click()
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_javascript_a_colleague_writes_the_numbers(demo_server: Server, new_page, browser):
    desk = new_page("da", 1366, 850)
    opened(demo_server, desk)
    code, watcher = code_of(desk), new_page("da", 390, 844)
    on_the_phone(demo_server, watcher, code)
    context = browser.new_context(java_script_enabled=False, locale="da-DK")
    plain = context.new_page()
    on_the_phone(demo_server, plain, code)
    to_the_profile(desk, watcher)
    plain.reload()
    plain.get_by_text("Eller skriv tallene her").click()
    for field in plain.locator('input[name^="number."]').all():
        field.fill(POINTS[str(field.get_attribute("name"))])
    plain.get_by_role("button", name="Send").click()
    expect(plain.get_by_role("heading", level=1)).to_have_text("Vores kultur, som den er nu")
    context.close()

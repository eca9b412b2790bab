"""Marks on lines and points in fields: a team borrows other meetings, a class looks at two measures."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.fixtures.served import Server
from tests.journeys.in_the_room import code_of, go_to, make_a_day, phone_of, post, robots, wall_of
from tests.journeys.test_team import come, on_the_phone

pytestmark = [pytest.mark.browser, pytest.mark.slow]
PAIRS = ("trust", "cooperation", "dialogue", "learning", "helpfulness", "wholeness")


def borrowed(place: Server, page: Page, name: str) -> None:
    """At the desk of another meeting than the first that is offered."""
    page.goto(f"{place.url}/team")
    page.locator("summary", has_text=name).click()
    page.locator("details[open]").get_by_role("button", name="Åbn et rum til mødet").click()
    page.get_by_role("link", name="Gå til styringen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Før vi begynder")


def go_on(desk: Page) -> None:
    """To the next step; the desk has it when this returns, for a press on a desk that is behind counts for nothing."""
    seen = desk.locator("input[name=seen]").first
    before = seen.get_attribute("value")
    desk.get_by_role("button", name=re.compile("^Næste")).click()
    expect(seen).not_to_have_value(str(before))


def to(desk: Page, phone: Page, title: str) -> str:
    """On until that heading; the part that is handed in there."""
    for _ in range(3):
        if desk.get_by_role("heading", level=1).inner_text() == title:
            break
        go_on(desk)
    expect(desk.get_by_role("heading", level=1)).to_have_text(title)
    form = phone.locator("form[data-unsigned]").first
    expect(form).to_be_visible()
    return str(form.get_attribute("data-part"))


def show(desk: Page) -> None:
    desk.get_by_role("button", name=re.compile("^Vis:")).first.click()


def hand_in(phone: Page) -> None:
    form = phone.locator("form[data-unsigned]").first
    form.get_by_role("button", name="Send").click()
    expect(form.locator(".sent-line")).to_contain_text("Sendt.")


def test_a_team_marks_its_six_lines_and_sees_one_picture(demo_server: Server, new_page, axe):
    desk, phone = new_page("da", 1366, 850), new_page("da", 390, 844)
    borrowed(demo_server, desk, "Vores modsætningspar")
    code, wall = code_of(desk), wall_of(desk, new_page, demo_server)
    on_the_phone(demo_server, phone, code)
    crew = come(demo_server, code, 5)
    part = to(desk, phone, "Vores modsætningspar")
    first = phone.get_by_role("group", name="Tillid – Mistillid")
    first.get_by_role("radio", name="midt imellem").focus()
    phone.keyboard.press("ArrowLeft")
    expect(first.get_by_role("radio", name="1 mod Tillid")).to_be_checked()
    for line in phone.locator("fieldset.pair").all()[1:]:
        line.get_by_role("radio", name="midt imellem").check()
    phone.get_by_role("group", name="Læring – Præstation").get_by_role("radio", name="Ved ikke").check()
    axe(phone)
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    hand_in(phone)
    phone.get_by_role("button", name="Vis det stort").click()
    expect(phone.get_by_role("dialog")).to_contain_text("1 mod Tillid")
    phone.keyboard.press("Escape")
    marks = {f"number.{pair}": "-2" for pair in PAIRS}
    for cookie in crew[:3]:
        assert post(demo_server, f"/room/{code}/contributions", cookie, part=part, **marks)[0] == 200
    show(desk)
    expect(wall.locator(".shown")).to_contain_text("for få svar")
    assert post(demo_server, f"/room/{code}/contributions", crew[3], part=part, **marks)[0] == 200
    desk.get_by_role("button", name=re.compile("^(Tag ned|Vis):")).click()
    show(desk)
    for page in (wall, phone):
        expect(page.locator(".shown")).to_contain_text("Tillid – Mistillid: 1,8 mod Tillid.")
        expect(page.locator(".shown")).to_contain_text("Læring – Præstation: for få svar.")
        axe(page)
    expect(phone.locator(".spans tr")).to_have_count(5)
    expect(phone.locator(".span .half")).to_have_count(0)
    expect(wall.locator(".drawn svg path[stroke-linejoin]")).to_have_count(5)
    axe(desk)


def test_a_team_finds_itself_on_the_line_from_one_to_ten(demo_server: Server, new_page, axe):
    desk, phone = new_page("da", 1366, 850), new_page("da", 390, 844)
    borrowed(demo_server, desk, "Vores læringskultur")
    code, wall = code_of(desk), wall_of(desk, new_page, demo_server)
    on_the_phone(demo_server, phone, code)
    crew = come(demo_server, code, 7)
    go_on(desk)
    expect(desk.get_by_role("heading", level=1)).to_have_text("Velkommen")
    go_on(desk)
    expect(phone.locator("form[data-mine]")).to_be_visible()
    go_on(desk)
    part = to(desk, phone, "Vores læringskultur")
    for question, number in (("Hvor er I lige nu?", "4"), ("Hvor vil I gerne hen?", "8")):
        phone.get_by_role("group", name=question).get_by_role("radio", name=number, exact=True).check()
    axe(phone)
    hand_in(phone)
    for place, cookie in enumerate(crew):
        given = {"number.now": str(3 + place % 3), "number.goal": "9"}
        assert post(demo_server, f"/room/{code}/contributions", cookie, part=part, **given)[0] == 200
    show(desk)
    expect(wall.locator(".shown table tr")).to_have_count(2)
    expect(wall.locator(".shown table")).to_contain_text("3,9 af 10. Halvdelen: 3 til 4,3")
    expect(wall.locator(".drawn svg")).to_contain_text("3,9 af 10. Halvdelen: 3 til 4,3")
    axe(wall)


def shown_on_the_line(place: Server, desk: Page, new_page, number: str) -> None:
    """A meeting of six on the line from one to ten, shown."""
    borrowed(place, desk, "Vores læringskultur")
    code = code_of(desk)
    phone = new_page("da", 390, 844)
    on_the_phone(place, phone, code)
    crew = come(place, code, 6)
    for _ in range(3):
        go_on(desk)
    part = to(desk, phone, "Vores læringskultur")
    for cookie in crew:
        given = {"number.now": number, "number.goal": "9"}
        assert post(place, f"/room/{code}/contributions", cookie, part=part, **given)[0] == 200
    show(desk)
    expect(desk.locator("#on-wall .spans tr")).to_have_count(2)
    phone.close()


def test_a_team_that_meets_again_sees_where_it_stood_before(demo_server: Server, new_page, axe):
    desk = new_page("da", 1366, 850)
    shown_on_the_line(demo_server, desk, new_page, "4")
    expect(desk.locator("[data-earlier]")).to_be_hidden()
    shown_on_the_line(demo_server, desk, new_page, "6")
    earlier = desk.locator("[data-earlier]")
    expect(earlier.locator("tbody tr")).to_have_count(2)
    expect(earlier).to_contain_text("4,0 af 10")
    expect(earlier).not_to_contain_text("6,0 af 10")
    axe(desk)
    desk.once("dialog", lambda dialog: dialog.accept())
    earlier.get_by_role("button", name="Slet det").click()
    expect(earlier).to_be_hidden()


def test_a_class_puts_points_in_four_fields_and_sees_how_many_stand_where(
    demo_server: Server, new_page, axe
):
    desk = new_page("da", 1366, 850)
    make_a_day(desk, demo_server.url, "Hensyn og ligefremhed")
    code, wall = code_of(desk), wall_of(desk, new_page, demo_server)
    phone = phone_of(desk, new_page, demo_server)
    phone.get_by_role("link", name="Gå videre").click()
    crew = robots(demo_server, code)
    go_to(desk, "Hensyn og ligefremhed · To punkter")
    own = phone.locator("form[data-mine]")
    expect(own).to_be_visible()
    own.get_by_role("group", name="Ligefremhed").get_by_role("radio", name="2", exact=True).check()
    own.get_by_role("group", name="Hensyn").get_by_role("radio", name="6", exact=True).check()
    expect(own.locator("[data-where]")).to_contain_text("betændelse: Vi pakker det så godt ind")
    form = phone.locator("form[data-unsigned]")
    form.get_by_role("group", name="Ligefremhed").get_by_role("radio", name="5", exact=True).check()
    form.get_by_role("button", name="Send").click()
    expect(form.locator(".sent-line")).to_contain_text("Vælg et tal på begge linjer")
    form.get_by_role("group", name="Hensyn").get_by_role("radio", name="5", exact=True).check()
    hand_in(phone)
    axe(phone)
    part = str(form.get_attribute("data-part"))
    for cookie in crew[:7]:
        given = {"number.x": "2", "number.y": "5"}
        assert post(demo_server, f"/room/{code}/contributions", cookie, part=part, **given)[0] == 200
    show(desk)
    # Seven in one field and one in another: the one would be somebody.
    expect(wall.locator(".shown")).to_contain_text("Svarene kan ikke vises uden at vise")
    expect(wall.locator(".drawn")).to_have_count(0)
    axe(wall)

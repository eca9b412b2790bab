"""Every exercise for one: on the device alone, kept when the page is closed, deleted by one tap."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.fixtures.served import Server

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def listed(page: Page, place: Server) -> list[str]:
    page.goto(f"{place.url}/try#more")
    page.locator("summary", has_text="Mere, du kan prøve alene").click()
    return [str(link.get_attribute("href")) for link in page.locator("#more a[href^='/try/']").all()]


def groups(page: Page) -> Locator:
    """What one of several is chosen in."""
    return page.locator("form[data-part] fieldset:has(input[type=radio])")


def choose_lines(page: Page) -> None:
    """Where lines are written about one chooses two of them: only their fields stand open, and no third can be had."""
    boxes, hidden = page.locator("[data-line]"), page.locator("[data-line-fields] textarea:visible")
    expect(hidden).to_have_count(0)
    if boxes.count():
        for place in (0, 1):
            boxes.nth(place).check()
        expect(boxes.nth(2)).to_be_disabled()
        page.locator("form", has=page.locator("[data-lines]")).evaluate("form => form.reset()")
        expect(boxes.nth(2)).to_be_enabled()
        expect(hidden).to_have_count(0)
        boxes.nth(0).check()
        boxes.nth(2).check()
        expect(boxes.nth(1)).to_be_disabled()
        expect(hidden).not_to_have_count(0)


def test_each_exercise_opens_is_filled_in_and_sends_nothing(demo_server: Server, new_page, axe):
    page = new_page("da", 390, 844)
    addresses = listed(page, demo_server)
    assert len(addresses) > 10
    axe(page)
    for address in addresses:
        page.goto(demo_server.url + address)
        sent: list[str] = []
        page.on("request", lambda request, to=sent: to.append(request.url))
        choose_lines(page)
        for field in page.locator("textarea:visible").all():
            field.fill("Vi spørger hinanden")
        for group in groups(page).all():
            group.locator("input[type=radio]").nth(1).check()
        written = page.locator("textarea:visible").count()
        assert written + groups(page).count(), address
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
        axe(page)
        assert sent == [], address
        page.reload()
        fields = page.locator("textarea:visible")
        expect(fields).to_have_count(written)
        for field in fields.all():
            expect(field).to_have_value("Vi spørger hinanden")
        expect(page.locator("input[type=radio]:checked")).to_have_count(groups(page).count())
        page.once("dialog", lambda dialog: dialog.accept())
        page.get_by_role("button", name="Slet det, jeg skrev her").click()
        expect(page.get_by_text("Slettet. Der er intet tilbage af det.")).to_be_visible()
        page.reload()
        expect(page.locator("input:checked")).to_have_count(0)
        kept = "Object.keys(localStorage).filter((one) => one.startsWith('kulturspejl.try.')).length"
        assert page.evaluate(kept) == 0


@pytest.mark.parametrize("has_script", [True, False])
def test_on_paper_each_line_has_room_to_write_by_hand(demo_server: Server, new_page, has_script: bool):
    page = new_page("da", 390, 844, java_script_enabled=has_script)
    page.goto(f"{demo_server.url}/try/trait_pairs")
    fields = page.locator("[data-line-fields]")
    expect(page.locator("[data-line-fields]:visible")).to_have_count(0)
    page.emulate_media(media="print")
    assert fields.count() == 6
    for one in fields.all():
        expect(one).to_be_visible()
    if has_script:
        page.emulate_media(media="screen")
        page.locator("[data-line]").nth(1).check()
        page.emulate_media(media="print")
        expect(page.locator("[data-line-fields]:visible")).to_have_count(1)


def test_own_numbers_are_put_together_by_keyboard_and_tell_where_to_begin(demo_server: Server, new_page):
    page = new_page("da", 390, 844)
    address = next(one for one in listed(page, demo_server) if "growing" in one)
    page.goto(demo_server.url + address)
    groups = page.locator("fieldset.scale").all()
    for place, group in enumerate(groups):
        group.get_by_role("radio").nth(3).focus()
        page.keyboard.press("Space" if place != 5 else "ArrowLeft")
    expect(page.locator("[data-sums] tr").nth(0)).to_contain_text("4,0 af 5")
    expect(page.locator("[data-sums] tr").nth(1)).to_contain_text("3,8 af 5")
    # As long as its number says, from the least to the most, like the bars of all together.
    share = "rows => rows.map((one) => one.style.getPropertyValue('--share'))"
    shares = page.locator("[data-sums] tr").evaluate_all(share)
    assert [round(float(one), 3) for one in shares[:2]] == [0.75, 0.7]
    expect(page.locator("[data-lowest-line]")).to_contain_text(groups[5].locator("legend").inner_text())


def test_what_takes_others_is_not_there_alone(demo_server: Server, new_page):
    page = new_page("da", 390, 844)
    assert page.goto(f"{demo_server.url}/try/check_in").status == 404


def test_an_agreement_is_put_in_the_calendar_with_every_line(demo_server: Server, new_page, axe):
    page = new_page("da", 390, 844)
    page.goto(f"{demo_server.url}/try/across_practices")
    page.get_by_label("Hvad skal være anderledes?").fill("Vi ringer før vagtskiftet; fra køkkenet")
    page.get_by_label("Hvornår taler vi om det?").fill("2026-12-03")
    expect(page.get_by_label("Den første dag")).to_have_count(0)
    axe(page)
    with page.expect_download() as taken:
        page.get_by_role("button", name="Læg det i kalenderen").click()
    words = taken.value.path().read_text(encoding="utf-8").replace("\n ", "")
    assert "SUMMARY:Vi taler om samarbejdet på tværs" in words
    assert "DTSTART;VALUE=DATE:20261203" in words
    assert "Hvad skal være anderledes? Vi ringer før vagtskiftet\\; fra køkkenet" in words

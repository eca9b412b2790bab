"""A team's action on its way: from the room to the plan as an idea, taken in, looked at again, taken back."""

import re
from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.fixtures.served import Server

pytestmark = [pytest.mark.browser, pytest.mark.slow]
WHAT = "Fem minutter til spørgsmål på tavlemødet"


def sign_in(page: Page, server: Server, role: str) -> None:
    page.goto(server.url + "/demo/")
    page.locator(f'form[action="/demo/{role}"] button').first.click()
    page.wait_for_url("**/home")


def test_what_a_team_agreed_on_goes_to_the_plan_by_its_owners_own_act(demo_server: Server, new_page, axe):
    page = new_page(width=1280, height=800)
    sent = []
    page.on("request", lambda request: sent.append(request.post_data or ""))
    page.goto(demo_server.url + "/team")
    page.get_by_role("button", name="Åbn et rum til mit team").first.click()
    page.locator('a[href^="/facilitate/"]').first.click()
    agree = page.locator("form:has(#agree-action)")
    if not agree.is_visible():
        page.locator("details:has(#agree-action) summary").click()
    page.fill("#agree-action", WHAT)
    page.fill("#agree-owner", "Aftenholdet")
    page.fill("#agree-day", (date.today() + timedelta(days=40)).isoformat())
    agree.get_by_role("button").click()
    before = len(sent)
    page.get_by_role("link", name="Send den til vores enheds plan som idé").click()
    page.wait_for_url("**/account/login/**")
    assert not any(WHAT[:12] in body for body in sent[before:]), "nothing is sent by the link"
    sign_in(page, demo_server, "leader")
    page.goto(demo_server.url + "/ideas/new")
    expect(page.get_by_label("Hvad gør vi?")).to_have_value(WHAT)
    expect(page.get_by_label("Hvor kommer det fra?")).to_have_value("room")
    expect(page.get_by_text("Læses af")).to_be_visible()
    axe(page)
    page.get_by_role("button", name="Send den til planen").click()
    expect(page.get_by_text("Sendt. Den venter i planen på et ja eller et nej.")).to_be_visible()
    axe(page)
    page.goto(demo_server.url + "/ideas/new")
    expect(page.get_by_label("Hvad gør vi?")).to_have_value(""), "it is gone from the window once it is sent"

    page.goto(demo_server.url + "/home")
    page.get_by_role("link", name="Læs og tag stilling").last.click()
    page.get_by_role("link", name="Gør den til en aftale").click()
    axe(page)
    page.get_by_role("button", name="Aftalt").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(WHAT)
    axe(page)


def test_ten_minutes_at_the_meeting_are_kept_and_taken_back(demo_server: Server, new_page, axe):
    page = new_page("da", 390, 844)
    sign_in(page, demo_server, "amr")
    page.get_by_role("link", name="Fem minutter på morgenmødet").first.click()
    page.get_by_role("link", name="Se på den igen, ti minutter").click()
    axe(page)
    page.get_by_label("Lidt, eller kun nogle af os").check()
    page.get_by_label("Hvad gjorde det?").fill("De nye spørger mere")
    page.get_by_label("Vi gør det på en anden måde").check()
    page.get_by_role("button", name="Gem det, vi sagde").click()
    expect(page.get_by_text("Skriv, hvad I gør anderledes.")).to_be_visible()
    expect(page.get_by_label("Hvad gjorde det?")).to_have_value("De nye spørger mere")
    page.get_by_label("Hvad er det næste?").fill("Også på aftenvagten")
    page.get_by_role("button", name="Gem det, vi sagde").click()
    expect(page.get_by_text("I kan fortryde det i et døgn.")).to_be_visible()
    axe(page)
    page.get_by_role("button", name="Fortryd opfølgningen").click()
    expect(page.get_by_text(re.compile("Fortrudt\\."))).to_be_visible()
    expect(page.get_by_text("De nye spørger mere")).to_be_visible(), "it stays in the history"
    axe(page)


def test_stock_is_taken_by_keyboard_on_one_page_and_stands_on_the_line_of_time(demo_server: Server, new_page, axe):
    page = new_page("da", 390, 844)
    sign_in(page, demo_server, "tr")
    page.get_by_role("link", name="Handleplanen", exact=True).first.click()
    axe(page)
    page.get_by_role("link", name="Efter tid").click()
    expect(page.get_by_role("img", name="Planen efter tid")).to_be_visible()
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("link", name="Gør status").click()
    axe(page)
    action = page.locator(".stock-line", has=page.get_by_role("heading", name="Fem minutter på morgenmødet"))
    expect(action.get_by_label("Hvad gør I anderledes?")).to_be_hidden()
    action.get_by_label("Det bliver hverdag").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(action.get_by_label("Det laves om")).to_be_checked()
    action.get_by_label("Hvad gør I anderledes?").fill("Også om aftenen")
    page.get_by_role("button", name="Gem status").click()
    page.get_by_role("alert").get_by_role("link", name="Fem minutter på morgenmødet").click()
    expect(action.get_by_text("Skriv en linje om, hvad der kom ud af det.")).to_be_in_viewport()
    expect(action.get_by_label("Hvad gør I anderledes?")).to_have_value("Også om aftenen")
    axe(page)
    action.get_by_label("Hvad kom der ud af det?").fill("Flere siger til")
    page.get_by_label("Én linje, I læser højt for teamet").fill("Vi bliver ved")
    page.get_by_role("button", name="Gem status").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Status på planen")
    axe(page)
    page.get_by_role("link", name="Handleplan for").click()
    page.get_by_role("link", name="Efter tid").click()
    expect(page.get_by_role("row", name=re.compile("I gjorde status Vi bliver ved"))).to_be_visible()
    page.get_by_role("link", name="Vi bliver ved").first.click()
    page.get_by_role("button", name="Fortryd status").click()
    expect(action.get_by_label("Hvad kom der ud af det?")).to_have_value("Flere siger til")
    page.goto(demo_server.url + "/traits/new")
    axe(page)

"""A development plan on two devices: without its words nobody reads what is sent, nor what lies at the server."""

import pytest
from playwright.sync_api import Page, expect

from tests.fixtures.browser import INSECURE_HOST
from tests.fixtures.served import Server
from tests.journeys.test_plan import sign_in
from tests.journeys.test_sealing import Ear

pytestmark = [pytest.mark.browser, pytest.mark.slow]
SECRET = "Jeg afbryder mindre og spørger en gang mere"
PRACTISE = "Hvilken ene ting vil jeg øve frem til næste modul?"


def opened(page: Page, server: Server) -> Page:
    sign_in(page, server, "leader")
    page.get_by_role("link", name="Min udviklingsplan").click()
    return page


def test_a_plan_is_written_on_one_device_and_read_on_another_by_its_words_alone(
    demo_server: Server, new_page, axe
):
    first = new_page("da", 390, 844)
    ear = Ear(first)
    opened(first, demo_server)
    axe(first)
    first.get_by_role("button", name="Vælg seks ord").click()
    axe(first)
    first.get_by_role("button", name="Ikke nu").click()
    first.get_by_role("button", name="Vælg seks ord").click()
    expect(first.locator("[data-chosen]")).to_be_visible()
    first.reload()
    second = opened(new_page("da", 1280, 800), demo_server)
    second.get_by_role("button", name="Vælg seks ord").click()
    expect(second.locator("[data-chosen]")).to_be_visible()
    first.get_by_role("button", name="Vælg seks ord").click()
    expect(first.locator("[data-chosen]")).to_be_visible()
    words = first.locator("[data-chosen]").inner_text()
    assert len(words.split()) == 6
    first.get_by_role("button", name="Jeg har dem. Gå videre").click()
    first.get_by_label(PRACTISE).fill(SECRET)
    expect(first.get_by_role("status").filter(has_text="Gemt.")).to_be_visible()
    axe(first)
    first.reload()
    expect(first.get_by_label(PRACTISE)).to_have_value(SECRET)
    assert SECRET[:10] not in ear.sent
    assert words.split()[0] + " " + words.split()[1] not in ear.sent

    second.get_by_role("button", name="Jeg har dem. Gå videre").click()
    second.get_by_role("textbox", name="Dine seks ord").fill("en to tre fire fem seks")
    second.get_by_role("button", name="Åbn", exact=True).click()
    expect(second.get_by_text("Planen kan ikke åbnes med de ord.")).to_be_visible()
    second.get_by_role("textbox", name="Dine seks ord").fill(words)
    second.get_by_role("button", name="Åbn", exact=True).click()
    expect(second.get_by_label(PRACTISE)).to_have_value(SECRET)
    files = b"".join(one.read_bytes() for one in demo_server.var.rglob("*") if one.is_file())
    assert SECRET.encode()[:12] not in files, "neither the store nor the log holds a word of it"
    second.get_by_label("Linjen, du deler").fill("Jeg spørger først")
    second.get_by_role("button", name="Lav en adresse til linjen").click()
    expect(second.get_by_text("Den bliver kun vist nu.")).to_be_in_viewport()
    second.on("dialog", lambda dialog: dialog.accept())
    second.get_by_text("Glem den", exact=True).click()
    second.get_by_role("button", name="Smid hele planen væk").click()
    expect(second.get_by_role("button", name="Vælg seks ord")).to_be_visible()
    second.goto(demo_server.url + "/account/letters/")
    second.get_by_role("button", name="Slå det fra I følger op i dag").click()
    expect(second.get_by_role("button", name="Få det igen I følger op i dag")).to_be_visible()
    axe(second)


def test_without_a_safe_connection_it_stays_on_the_device_and_says_so(demo_server: Server, new_page):
    page = new_page("da", 390, 844)
    ear = Ear(page)
    page.goto(
        demo_server.url.replace("127.0.0.1", INSECURE_HOST).replace("localhost", INSECURE_HOST) + "/demo/"
    )
    page.locator('form[action="/demo/leader"] button').first.click()
    page.wait_for_url("**/home")
    page.get_by_role("link", name="Min udviklingsplan").click()
    expect(page.get_by_text("Intet bliver sendt.")).to_be_visible()
    page.get_by_label(PRACTISE).fill(SECRET)
    page.wait_for_timeout(2000)
    page.reload()
    expect(page.get_by_label(PRACTISE)).to_have_value(SECRET)
    assert SECRET[:10] not in ear.sent

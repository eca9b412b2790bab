"""A course from its form to its end: made, signed up for by a phone, its room joined with one press, deleted."""

import re
from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.fixtures.served import Server

pytestmark = [pytest.mark.browser, pytest.mark.slow]
PHONE = {"width": 390, "height": 844}


def link_in_the_mail(page: Page, server: Server, subject: str) -> str:
    """The address in the newest letter with this subject, once it is sent."""
    for _ in range(40):
        page.goto(server.url + "/demo/mails")
        found = page.locator("details.mail").filter(has_text=subject).first
        if found.count():
            return re.search(r"/course/[2-9A-Z]{27}", found.text_content())[0]
        page.wait_for_timeout(500)
    raise AssertionError(f"no letter {subject!r}")


def make_the_course(page: Page) -> None:
    page.get_by_role("link", name="Psykisk arbejdsmiljø og trivsel").last.click()
    page.get_by_label("Holdets navn").fill("Hold 99")
    for part, away in (("start_workshop", -70), ("module_1", -35), ("module_2", 0), ("module_3", 40)):
        page.locator(f"#{part}-day").fill((date.today() + timedelta(days=away)).isoformat())
    page.get_by_label("Deltagerne må tælle deres dage til et kursusbevis").check()


def test_a_course_is_made_signed_up_for_joined_and_deleted(demo_server: Server, new_page, axe):
    desk = new_page(width=1280, height=800)
    desk.goto(demo_server.url + "/demo/")
    desk.locator('form[action="/demo/facilitator"] button').click()
    desk.goto(demo_server.url + "/facilitate")
    axe(desk)
    make_the_course(desk)
    axe(desk)
    desk.get_by_role("button", name="Lav kurset").click()
    axe(desk)
    desk.get_by_role("link", name="Hold 99").click()
    desk.get_by_role("link", name="Sæt deltagere på holdet").click()
    axe(desk)
    desk.get_by_label("Indsæt listen her").fill("Mail;Rolle;Arbejdsplads\nikke en adresse@;leder;Nord")
    desk.get_by_role("button", name="Sæt dem på holdet").click()
    expect(desk.get_by_role("alert")).to_contain_text("ikke en mailadresse")
    desk.get_by_label("Indsæt listen her").fill("Mail;Rolle;Arbejdsplads\nlis@nord.example;leder;Nord")
    desk.get_by_role("button", name="Sæt dem på holdet").click()
    expect(desk.get_by_text("1 person er på holdet.")).to_be_visible()
    desk.get_by_label("Sidste dag for tilmelding").fill(date.today().isoformat())
    desk.get_by_role("button", name="Lav linket").click()
    door = desk.locator(".link-itself a").get_attribute("href")
    desk.locator(".card", has_text="Modul 2").get_by_role("button", name="Gør dagens rum klar").click()
    expect(desk.locator("#name")).to_have_value("Hold 99 · Modul 2")
    axe(desk)

    phone = new_page(**PHONE)
    phone.goto(demo_server.url + re.sub(r"^https?://[^/]+", "", door))
    axe(phone)
    phone.get_by_label("Hvor arbejder du?").fill("Fjordskolen")
    phone.locator("#name-0").fill("Mette Friis")
    phone.locator("#address-0").fill("mette@fjord.example")
    phone.get_by_role("button", name="Tilmeld").click()
    expect(phone.get_by_text("Et brev er på vej til mette@fjord.example")).to_be_visible()
    own = demo_server.url + link_in_the_mail(desk, demo_server, "Bekræft din tilmelding")
    phone.goto(own)
    axe(phone)
    phone.get_by_role("button", name="Ja, jeg er med").click()
    expect(phone.get_by_text("I dag er Modul 2, dag 3 af 4.")).to_be_visible()
    for fold in phone.locator("details.fold > summary").all():
        fold.click()
    axe(phone)
    assert phone.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    code = re.search(r"/room/(\w+)", phone.locator("main").get_attribute("data-back"))[1]
    phone.get_by_label("Til dit kursusbevis: koden på skærmen").fill(code)
    phone.get_by_role("button", name="Jeg er her i dag").click()
    expect(phone.get_by_text("er 1 af 4 dage talt med")).to_be_visible()
    phone.get_by_role("button", name="Kom ind i rummet").click()
    expect(phone.locator("[data-words]")).to_be_visible()
    phone.goto(own)
    phone.get_by_role("link", name="Åbn min plan").click()
    expect(phone.get_by_role("button", name="Vælg seks ord")).to_be_visible()
    expect(phone.get_by_text("På modul 2")).to_have_count(1)
    axe(phone)
    phone.get_by_role("link", name="Dit kursus").click()
    phone.get_by_role("link", name="Tilbage til rummet").click()
    expect(phone.get_by_text("Mette Friis").first).to_be_visible()

    desk.goto(demo_server.url + "/facilitate")
    desk.get_by_role("link", name="Hold 99", exact=True).click()
    expect(desk.get_by_text("2 personer er på holdet.")).to_be_visible()
    axe(desk)
    desk.get_by_role("link", name="Slet holdet nu").click()
    axe(desk)
    desk.get_by_role("button", name="Slet det").click()
    expect(desk.get_by_text("Holdet er slettet.")).to_be_visible()
    phone.goto(own)
    expect(phone.get_by_role("heading", name="Linket virker ikke")).to_be_visible()
    axe(phone)

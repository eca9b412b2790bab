"""A form that was filled in at length is there again: after "back", after a new sign-in, on a page that was too old."""

import pytest
from playwright.sync_api import Page, expect

from tests.fixtures.served import Server

pytestmark = [pytest.mark.browser, pytest.mark.slow]
NINE = "\n".join(f"kollega{number}@havnby.test" for number in range(9))
WHY = "Vi har fået ny leder og vil gerne tale om, hvordan vi har det."


def leader(place: Server, page: Page) -> None:
    page.goto(f"{place.url}/demo/")
    page.locator('form[action="/demo/leader-free"] button').click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Hej")


def filled_in(page: Page) -> None:
    page.get_by_role("link", name="Ny måling").first.click()
    expect(page.get_by_text("Hvem får resultatet at se")).to_be_visible()
    page.locator("#id_addresses").fill(NINE)
    page.locator("#id_why").fill(WHY)


def there_again(page: Page) -> None:
    if not page.locator("#id_addresses").is_visible():
        page.locator("summary", has_text="Ret noget").click()
    expect(page.locator("#id_addresses")).to_have_value(NINE)
    expect(page.locator("#id_why")).to_have_value(WHY)


def test_nothing_typed_is_lost(demo_server: Server, new_page):
    page: Page = new_page("da", 1280, 720)
    leader(demo_server, page)
    filled_in(page)
    address = page.url

    # Without a session: the log-in page, and after it the same form.
    page.context.clear_cookies(name="sessionid")
    page.get_by_role("button", name="Se efter, før du sender").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Log ind")
    leader(demo_server, page)
    page.goto(address)
    there_again(page)

    # A page from before another sign-in: what was written is sent by one more press.
    other = page.context.new_page()
    leader(demo_server, other)
    other.close()
    page.context.clear_cookies(name="csrftoken")
    page.get_by_role("button", name="Se efter, før du sender").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Send det igen")
    page.get_by_role("button", name="Send det, jeg skrev").click()
    expect(page.get_by_role("heading", name="Passer det?")).to_be_visible()
    there_again(page)

    # Looking leaves the page where it is, so "back" from the round leads to a form, with everything in it.
    page.goto(address)
    filled_in_again(page)
    page.get_by_role("button", name="Se efter, før du sender").click()
    expect(page.get_by_role("heading", name="Passer det?")).to_be_visible()
    page.get_by_role("button", name="Send til AMR og TR").click()
    expect(page.get_by_text("Der er ikke sendt noget endnu").first).to_be_visible()
    page.go_back()
    there_again(page)

    page.get_by_role("button", name="Log ud").click()
    assert page.evaluate("Object.keys(sessionStorage).filter((key) => key.startsWith('kulturspejl.form'))") == []


def filled_in_again(page: Page) -> None:
    page.locator("#id_addresses").fill(NINE)
    page.locator("#id_why").fill(WHY)

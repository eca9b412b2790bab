"""A finger that taps twice, in a real browser, with and without JavaScript: one round, and its page."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.fixtures.served import Server

pytestmark = [pytest.mark.browser, pytest.mark.slow]
GAPS = (10, 60, 200)
"""Milliseconds between the taps."""


def be(page: Page, server: Server, key: str) -> None:
    page.goto(f"{server.url}/demo/")
    with page.expect_navigation():
        page.locator(f'form[action="/demo/{key}"] button').click()


def cancel(page: Page) -> None:
    page.get_by_text("Annullér målingen").first.click()
    page.get_by_role("button", name="Annullér målingen").click()
    expect(page.get_by_text("Målingen er annulleret")).to_be_visible()


@pytest.mark.parametrize("has_script", [True, False], ids=["with JavaScript", "without"])
def test_two_taps_make_one_round_and_back_leads_to_it_again(
    demo_server: Server, new_page: Callable[..., Page], has_script: bool
) -> None:
    page = new_page(java_script_enabled=has_script)
    be(page, demo_server, "leader-free")
    where = page.locator("a[href*='/rounds/new/']").first.get_attribute("href")
    places = set()
    for gap in GAPS:
        page.goto(demo_server.url + str(where))
        page.get_by_label("Mailadresser").fill("a1@skov.example\na2@skov.example")
        page.locator("[name=closes_on]").fill((date.today() + timedelta(days=14)).isoformat())
        page.get_by_role("button", name="Se efter, før du sender").click()
        send = page.locator("button[name=step][value=send]")
        send.scroll_into_view_if_needed()
        send.dblclick(delay=gap, no_wait_after=True)
        # Looked at again and again: the second tap breaks off the first one's way to the page.
        expect(page).to_have_url(re.compile(r"/rounds/[0-9a-f-]{36}$"))
        expect(page.get_by_role("heading", level=1)).to_contain_text("Måling i")
        assert page.locator(".notice.error, [role=alert]").count() == 0
        made = page.url
        assert made not in places
        places.add(made)
        page.goto(f"{demo_server.url}/home")
        assert page.locator(f"a[href='{made.removeprefix(demo_server.url)}']").count() >= 1
        assert page.locator("a[href*='/rounds/']:not([href*='/new/'])").count() == 1
        page.goto(made)
        cancel(page)

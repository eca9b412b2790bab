"""How often a page of a room asks for something before it stands there: thirty phones do so at once, on one Wi-Fi."""

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.fixtures.served import Server
from tests.journeys.in_the_room import code_of, desk, go_to, phone_of, wall_of

__all__ = ["desk"]
pytestmark = [pytest.mark.browser, pytest.mark.slow]
MOST, AT_THE_DESK = 6, 9
"""The desk is one, and has what every page of an account has: forms that are kept."""
SETTLED = 1500


class Asked:
    """What the pages of a browser ask for from now on."""

    def __init__(self, context: BrowserContext):
        self.paths = []
        context.on("request", lambda request: self.paths.append(request.url.partition("://")[2].partition("/")[2]))


def test_a_phone_and_a_wall_are_there_after_six_questions(demo_server: Server, desk, new_page, browser):
    code = code_of(desk)
    wall = wall_of(desk, new_page, demo_server)
    phone = phone_of(desk, new_page, demo_server)
    phone.get_by_role("link", name="Gå videre").click()
    expect(phone.locator("#parts h1")).to_be_visible()
    for one, most in ((phone, MOST), (wall, MOST), (desk, AT_THE_DESK)):
        # The same address in a browser that has seen nothing yet, with what lets it in.
        fresh = browser.new_context(storage_state=one.context.storage_state(), locale="da-DK")
        asked = Asked(fresh)
        page = fresh.new_page()
        page.goto(one.url)
        page.wait_for_timeout(SETTLED)
        assert len(asked.paths) <= most, asked.paths
        assert any("/bell" in path for path in asked.paths), "it listens"
        fresh.close()
    go_to(desk, "Tjek-ind · Hver for sig")
    expect(phone.get_by_role("heading", level=1)).to_contain_text("Hvad")
    expect(wall.get_by_role("heading", level=1)).to_contain_text("Hvad")
    assert code in phone.url

"""A press at the desk while somebody comes in: the older page that answers the press takes nobody off the list."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.fixtures.served import Server
from tests.journeys.in_the_room import code_of, desk, robots

__all__ = ["desk"]
pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_a_ring_that_comes_while_a_press_is_answered_is_not_lost(demo_server: Server, desk: Page):
    held: list[Route] = []

    def hold_the_first(route: Route) -> None:
        if held:
            route.continue_()
        else:
            held.append(route)

    desk.evaluate(
        "window.old = new DOMParser().parseFromString(document.documentElement.outerHTML, 'text/html')"
    )
    desk.route(desk.url, hold_the_first)
    with desk.expect_request(desk.url):
        robots(demo_server, code_of(desk), 1)
    desk.evaluate("document.dispatchEvent(new CustomEvent('kulturspejl:page', { detail: window.old }))")
    held[0].continue_()
    expect(desk.locator("#people h2")).to_contain_text("1 er her")

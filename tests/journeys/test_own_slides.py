"""A facilitator brings own slides, and the clicker that turns the day turns them, on a wall without an account too."""

import io
import re

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.fixtures.served import Server
from tests.journeys.in_the_room import desk, wall_of
from tests.library.test_slides import deck

__all__ = ["desk"]
pytestmark = [pytest.mark.browser, pytest.mark.slow]


def photo() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (640, 360), "seagreen").save(out, "JPEG")
    return out.getvalue()


def test_own_slides_are_turned_by_the_key_that_turns_the_day(demo_server: Server, desk: Page, new_page, axe):
    wall = wall_of(desk, new_page, demo_server)
    room = desk.url
    desk.get_by_role("link", name="Læg egne slides ind").click()
    desk.get_by_label("Hvor i dagen?").select_option(index=0)
    field = desk.get_by_label("PDF eller billeder")
    field.set_input_files({"name": "noter.txt", "mimeType": "text/plain", "buffer": b"Husk kaffe"})
    desk.get_by_role("button", name="Læg ind").click()
    expect(desk.locator("#file-fault")).to_contain_text("kan ikke læses")
    axe(desk)
    field.set_input_files([
        {"name": "oplæg.pdf", "mimeType": "application/pdf", "buffer": deck()},
        {"name": "bro.jpg", "mimeType": "image/jpeg", "buffer": photo()},
    ])
    desk.get_by_role("button", name="Læg ind").click()
    expect(desk.locator(".messages")).to_contain_text("3 slides er lagt ind")
    desk.get_by_label("Hvad der står").last.fill("En bro over en å")
    desk.get_by_role("button", name="Gem ordene").last.click()
    desk.get_by_role("button", name="Slide 3 længere frem").click()
    expect(desk.get_by_alt_text("En bro over en å")).to_be_visible()
    axe(desk)
    desk.get_by_role("button", name="English").click()
    expect(desk.get_by_role("heading", level=1)).to_have_text("Own slides")
    axe(desk)
    desk.goto(room)
    up = wall.locator(".own-slide img:visible")
    for place, words in enumerate(("Retning og commitment", "En bro over en å", "Tak for formiddagen"), start=1):
        desk.keyboard.press("ArrowRight")
        expect(desk.locator(".turned")).to_contain_text(f"{place} of 3")
        expect(up).to_have_attribute("alt", re.compile(words))
        expect(up).to_have_js_property("complete", True)
        assert up.evaluate("image => image.naturalWidth") in (640, 1920)
    axe(wall)
    desk.keyboard.press("ArrowRight")
    expect(wall.locator(".own-slide")).to_have_count(0)
    expect(desk.locator("#on")).not_to_have_text("Welcome and introductions")
    desk.keyboard.press("ArrowLeft")
    address = up.get_attribute("src")
    assert address
    assert "key=" in address
    stranger = new_page("da", 390, 844)
    assert stranger.request.get(demo_server.url + address).status == 200
    assert stranger.request.get(demo_server.url + address.partition("?")[0]).status == 404

"""The models in a browser: readable, nothing outside its frame, and notes that never leave it."""

import pytest
from playwright.sync_api import expect

from kulturspejl import library
from tests.fixtures.served import Server

pytestmark = pytest.mark.browser
MODELS = list(library.load().models)
OUTSIDE = """() => [...document.querySelectorAll('.model-figure svg text')].filter(text => {
  const box = text.getBBox(), all = text.ownerSVGElement.viewBox.baseVal;
  const frames = [...text.ownerSVGElement.querySelectorAll('rect')].map(rect => rect.getBBox());
  const home = frames.find(f => f.x <= box.x + 1 && box.x < f.x + f.width
      && f.y <= box.y + 1 && box.y < f.y + f.height);
  const frame = home || all;
  return box.x < frame.x - .5 || box.x + box.width > frame.x + frame.width + .5
      || box.y + box.height > frame.y + frame.height + .5;
}).map(text => text.textContent)"""
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize("language", ["da", "en"])
def test_words_stay_inside_their_frames_and_nothing_scrolls_sideways(server: Server, new_page, axe, language):
    page = new_page(language=language, width=320)
    for id in ["", *(f"/{id}" for id in MODELS)]:
        page.goto(f"{server.url}/models{id}")
        assert page.evaluate(OUTSIDE) == [], id
        assert page.evaluate(SIDEWAYS) <= 0, id
        axe(page)
        for fold in page.locator("summary").all():
            fold.click()
        assert page.evaluate(SIDEWAYS) <= 0, id


def test_notes_stay_in_the_browser(server: Server, page):
    page.goto(f"{server.url}/models/mindset")
    asked: list[str] = []
    page.wait_for_load_state("networkidle")
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_label("Hvad vil du huske?").fill("Kun til mig")
    assert asked == []
    page.reload()
    expect(page.locator("#notes")).to_have_value("Kun til mig")
    page.goto(f"{server.url}/models/boundaries")
    expect(page.locator("#notes")).to_have_value("")
    page.goto(f"{server.url}/models/mindset")
    page.get_by_role("button", name="Slet mine noter").click()
    page.reload()
    expect(page.locator("#notes")).to_have_value("")
    assert page.evaluate("localStorage.length") == 0

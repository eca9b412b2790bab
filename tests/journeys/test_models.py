"""The models in a browser: readable, nothing outside its frame, and notes that never leave it."""

import pytest
from playwright.sync_api import expect

from tests.content import content
from tests.fixtures.served import Server
from tests.journeys.in_the_room import desk, go_to, phone_of, wall_of

__all__ = ["desk"]
pytestmark = pytest.mark.browser
MODELS = list(content().models)
OUTSIDE = """() => [...document.querySelectorAll('figure svg text')].filter(text => {
  if (!text.checkVisibility()) return false;
  const box = text.getBBox(), all = text.ownerSVGElement.viewBox.baseVal;
  const frames = [...text.ownerSVGElement.querySelectorAll('rect')].map(rect => rect.getBBox());
  const home = frames.find(f => f.x <= box.x + 1 && box.x < f.x + f.width
      && f.y <= box.y + 1 && box.y < f.y + f.height);
  const frame = home || all;
  return box.x < frame.x - .5 || box.x + box.width > frame.x + frame.width + .5
      || box.y + box.height > frame.y + frame.height + .5;
}).map(text => text.textContent)"""
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize(
    ("language", "scheme", "models"),
    [
        ("da", "light", MODELS[::2]), ("en", "dark", MODELS[1::2]),
        pytest.param("da", "dark", MODELS, marks=pytest.mark.sweep),
        pytest.param("en", "light", MODELS, marks=pytest.mark.sweep),
    ],
    ids=["da-light", "en-dark", "da-dark, all", "en-light, all"],
)  # fmt: skip
def test_words_stay_inside_their_frames_and_nothing_scrolls_sideways(
    server: Server, new_page, axe, language, scheme, models
):
    """Each is looked at once in every run, half of them in the dark and in English."""
    page = new_page(language=language, width=320, color_scheme=scheme)
    wide = new_page(language=language, width=1366, height=768, color_scheme=scheme)
    for id in models:
        wide.goto(f"{server.url}/models/{id}")
        assert wide.locator("figure svg:visible").count() == 1
        assert wide.evaluate(OUTSIDE) == [], id
        assert wide.evaluate(SIDEWAYS) <= 0, id
        bottom = wide.locator("figure svg:visible").bounding_box()
        assert bottom["y"] + bottom["height"] < 768, id
    for id in ["", *(f"/{id}" for id in models)]:
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


def test_a_mark_of_one_s_own_is_seen_in_the_figure_and_sent_to_nobody(server: Server, page):
    page.goto(f"{server.url}/models/consideration_directness")
    mark = page.locator(".upright [data-own]")
    expect(mark).to_have_attribute("visibility", "hidden")
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_label("Lille hensyn – Stort hensyn").press("ArrowRight")
    expect(mark).to_have_attribute("visibility", "hidden")
    page.get_by_label("Mindre ligefrem – Mere ligefrem").press("End")
    expect(mark).to_have_attribute("visibility", "visible")
    expect(page.get_by_label("Mindre ligefrem")).to_have_attribute("aria-valuetext", "Mere ligefrem 3")
    box, whole = mark.bounding_box(), page.locator(".upright svg").bounding_box()
    assert box
    assert whole
    assert box["x"] > whole["x"] + 0.9 * whole["width"]
    assert whole["y"] < box["y"] < whole["y"] + whole["height"] / 2
    assert asked == []
    page.reload()
    expect(mark).to_have_attribute("visibility", "visible")
    page.get_by_role("button", name="Fjern mit mærke").click()
    expect(mark).to_have_attribute("visibility", "hidden")
    assert page.evaluate("localStorage.length") == 0


@pytest.mark.slow
def test_a_figure_goes_up_and_down_by_one_key_and_phones_read_along(demo_server: Server, desk, new_page, axe):
    wall, phone = wall_of(desk, new_page, demo_server), phone_of(desk, new_page, demo_server)
    go_to(desk, "Tre niveauer i kulturen")
    figure = wall.get_by_role("img", name="Tre niveauer i kulturen")
    expect(figure).to_be_visible()
    assert wall.evaluate(OUTSIDE) == []
    smallest = """() => Math.min(...[...document.querySelectorAll('figure svg text')]
        .map(text => text.getBoundingClientRect().height))"""
    assert wall.evaluate(smallest) >= 28
    axe(wall)
    axe(desk)
    down = desk.get_by_role("button", name="Tag figuren ned")
    expect(down).to_have_count(0)
    phone.get_by_role("link", name="Gå videre").click()
    expect(phone.get_by_text("Læs med")).to_be_visible()
    with phone.context.expect_page() as opened:
        phone.get_by_role("link", name="Tre niveauer i kulturen").click()
    expect(opened.value.get_by_role("heading", level=1)).to_have_text("Tre niveauer i kulturen")
    go_to(desk, "Kulturanalysen i fem trin")
    expect(wall.get_by_text("Se jeres kultur i figuren.")).to_be_visible()
    desk.get_by_role("button", name="Figur: De fire kulturer").click()
    expect(wall.get_by_role("img", name="De fire kulturer")).to_be_visible()
    expect(down).to_be_visible()
    desk.keyboard.press("Escape")
    expect(wall.get_by_text("Se jeres kultur i figuren.")).to_be_visible()
    expect(down).to_have_count(0)
    desk.keyboard.press("m")
    expect(wall.locator(".model-up figure")).to_be_visible()
    expect(down).to_be_visible()
    desk.keyboard.press("m")
    expect(wall.locator(".model-up figure")).to_have_count(0)
    expect(down).to_have_count(0)
    desk.keyboard.press("m")
    expect(wall.locator(".model-up figure")).to_be_visible()
    expect(down).to_be_visible()
    desk.keyboard.press("ArrowRight")
    expect(wall.locator(".model-up figure")).to_have_count(0)

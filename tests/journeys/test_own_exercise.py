"""A facilitator makes an exercise by keyboard, is told of faults where they are, lets robots try it, and holds it."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.fixtures.served import Server
from tests.journeys.in_the_room import desk, unfold

__all__ = ["desk"]
pytestmark = [pytest.mark.browser, pytest.mark.slow]
STEP = "step.step_1"


def field(page: Page, name: str):
    return page.locator(f"[name='{name}']")


def test_an_exercise_is_made_tried_and_put_into_a_day(demo_server: Server, desk: Page, new_page, axe, tmp_path):
    page, address = desk, demo_server.url
    page.goto(f"{address}/facilitate")
    page.get_by_role("link", name="Egne øvelser").click()
    page.get_by_role("link", name="Ny øvelse").press("Enter")
    field(page, "exercise.name.da").fill("Hvad fylder hos os?")
    field(page, "exercise.purpose.da").fill("I ser, hvad der fylder, før I vælger.")
    minutes = field(page, f"{STEP}.minutes")
    minutes.fill("lidt")
    minutes.press("Tab")
    expect(page.locator(f"[id='{STEP}.minutes-fault']")).to_have_text("Her skal stå et helt tal fra 1 til 240.")
    minutes.fill("6")
    minutes.press("Tab")
    expect(page.locator(f"[id='{STEP}.minutes-fault']")).to_have_count(0)
    field(page, f"what.{STEP}").select_option("choice")
    page.get_by_role("button", name="Spørg om det").press("Enter")
    question = field(page, f"{STEP}.part.part_1.label.da")
    expect(question).to_be_focused()
    question.fill("Hvad fylder mest?")
    page.get_by_role("button", name="Gem", exact=True).press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Trinnets navn: Den danske tekst mangler.")
    expect(question).to_have_value("Hvad fylder mest?")
    axe(page)
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.set_viewport_size({"width": 1366, "height": 850})
    for name, words in (("title", "Hver for sig"), ("wall", "Hvad fylder?"), ("phone", "Vælg det, der fylder.")):
        field(page, f"{STEP}.{name}.da").fill(words)
    for number, words in ((1, "<b>Tid</b>"), (2, "Møder")):
        field(page, f"{STEP}.part.part_1.item.item_{number}.label.da").fill(words)
    page.get_by_role("button", name="Gem og prøv med robotter").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Før vi begynder")
    page.goto(f"{address}/facilitate/exercises")
    expect(page.get_by_role("listitem")).to_contain_text("på ét sprog")
    axe(page)
    with page.expect_download() as fetched:
        page.get_by_role("link", name=re.compile("^Hent Hvad fylder")).click()
    assert re.fullmatch(r"own_hvad_fylder_hos_os_[0-9a-f]{4}\.toml", fetched.value.suggested_filename)
    page.goto(f"{address}/facilitate/new/module_2")
    page.get_by_label("Holdets navn").fill("Hold 21")
    unfold(page, "Mindset")
    field(page, "what.learning").select_option(label="Hvad fylder hos os?")
    page.locator("button[value='add:learning']").press("Enter")
    expect(page.locator("#learning")).to_contain_text("Hvad fylder hos os?")
    axe(page)
    page.get_by_role("button", name="Lav dagen").click()
    page.get_by_text("Gå til et andet sted").click()
    expect(page.locator(".stop", has_text="Hvad fylder hos os?")).to_have_count(1)

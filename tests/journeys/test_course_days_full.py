"""The course's three other days from joining to the page after them: 26 people, three of them with real phones.

KULTURSPEJL_PICTURES names a folder for pictures of each step.
"""

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from kulturspejl.library.crew import crew_in
from tests.content import content
from tests.fixtures.served import Server
from tests.journeys.course_day import THREE, WORKPLACE, CourseDay
from tests.journeys.full_room import longest
from tests.journeys.in_the_room import code_of
from tests.journeys.plan_from_room import begin as begin_plan
from tests.journeys.plan_from_room import six_words, to_a_plan
from tests.journeys.test_trio_on_phones import take_to_the_page
from tests.journeys.test_whole_day import WORDS, clock, place
from tests.journeys.whole_day import Camera, Clock, Robot, crew_of, stops_of

__all__ = ["clock", "place"]
pytestmark = [pytest.mark.browser, pytest.mark.sweep]
PICTURES = os.environ.get("KULTURSPEJL_PICTURES", "")
DAYS = ("start_workshop", "module_1", "module_3")
CLASS = 26
LIBRARY = content()


def begin(place: Server, clock: Clock, programme: str, axe, new_page) -> CourseDay:
    """8.45: the day's room, both walls, three phones of one workplace, and 23 robots."""
    clock.to(8 * 60 + 45)
    camera = Camera(Path(PICTURES) / programme if PICTURES else None)
    desk = new_page("da", 1366, 768)
    desk.goto(f"{place.url}/demo/")
    desk.locator('form[action="/demo/facilitator"] button').click()
    desk.goto(f"{place.url}/facilitate/new/{programme}")
    desk.locator("input[name=name]").fill("Hold 15")
    axe(desk)
    camera.take({"desk": desk}, "000-prepare", full=True)
    desk.get_by_role("button", name="Lav dagen").click()
    expect(desk.get_by_role("heading", level=1)).to_have_text("Før vi begynder")
    camera.take({"desk": desk}, "000-desk")
    code = code_of(desk)
    href = desk.get_by_role("link", name=WORDS["da"].wall).first.get_attribute("href")
    wall, english = new_page("da", 1280, 720), new_page("en", 1920, 1080)
    for page in (wall, english):
        page.goto(place.url + str(href))
        page.mouse.move(600, 400)  # Not where the bar with the links comes up.
    phones = {role: come_in(new_page("da", 390, 844), place, code, name) for role, name in THREE.items()}
    crew = crew_of(place, code, crew_in("da").names[: CLASS - len(phones)], "da")
    for robot in crew.robots:
        robot.words, robot.takes_roles = longest, True
    first = phones.pop("leader")
    return CourseDay(
        place, place.url, clock, "da", WORDS["da"], axe, camera, desk, wall, first, crew, code, CLASS - 2, english,
        phones,
    )  # fmt: skip


def come_in(phone: Page, place: Server, code: str, name: str) -> Page:
    phone.goto(f"{place.url}/room/{code}")
    phone.locator("input[name=name]").fill(name)
    phone.locator("input[name=workplace]").fill(WORKPLACE)
    phone.wait_for_load_state()
    phone.locator("form[data-come-in] button, form:has(input[name=name]) button").first.click()
    expect(phone.locator(".six-words strong")).to_be_visible()
    phone.locator(".wide-button").click()
    expect(phone.locator("[data-region=head]")).to_have_count(1)
    return phone


def take_into_a_plan(day: CourseDay) -> None:
    """On the safety representative's phone, by its one button; what was written there during the day stands in it."""
    phone = day.others["amr"]
    to_a_plan(phone)
    begin_plan(phone)
    six_words(phone)
    phone.get_by_role("button", name="Jeg har dem. Gå videre").click()
    expect(phone.get_by_text("står nu i planen")).to_be_visible()
    expect(phone.get_by_label("Hold 15")).to_have_value(re.compile("amr · "))
    day.axe(phone)
    day.camera.take({"amr": phone}, "901-plan", full=True)


@pytest.mark.parametrize("programme", DAYS)
def test_a_day_of_the_course_is_walked_by_a_class_of_26(place: Server, clock: Clock, axe, new_page, programme):
    day = begin(place, clock, programme, axe, new_page)
    expect(day.desk.locator("#people h2")).to_contain_text(str(CLASS))
    day.see("000-before")
    for number, stop in enumerate(stops_of(LIBRARY, programme)):
        step = f"{number + 1:03}-{stop.name.replace('/', '-')}"
        day.on(stop, number)
        day.settle()
        if stop.has_exercise:
            day.seat()
            day.write(stop)
            day.crew.each(Robot.answer)
        day.see(step)
        day.reveal(step)
    day.desk.evaluate("document.querySelectorAll('#folds details').forEach((one) => { one.open = true })")
    day.press("finish")
    for page in (day.wall, *day.phones.values()):
        expect(page.get_by_role("heading", level=1)).to_have_text(WORDS["da"].thanks)
    day.see("900-thanks")
    take_into_a_plan(day)
    if programme == "start_workshop":
        take_to_the_page(day.phone, place, axe)
        day.camera.take({"leader": day.phone}, "902-trio", full=True)
    assert not day.faults

"""Nothing on a wall is ever cut off: rooms as full as they may be, measured in a browser on two sizes of screen."""

import os
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route

from kulturspejl.values.the_library import the_library
from tests.journeys.full_room import Full

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
STATIC = Path(__file__).resolve().parents[2] / "src" / "kulturspejl" / "faces"
PLACE = "http://127.0.0.1:9"
SIZES = ((1280, 720), (1920, 1080))
CROWDS = (5, 12, 26, 60)
LEAST_LETTERS, LEAST_FIGURE = 22.0, 0.6
MEASURE = (Path(__file__).parent / "wall_measure.js").read_text(encoding="utf-8")
PICTURES = os.environ.get("KULTURSPEJL_PICTURES", "")


def static_file(path: str) -> Path:
    """The file that a page asks for under /static/<face>/."""
    return next(STATIC.glob(f"*/static/{path}"))


def answer(pages: dict[str, str]) -> Any:
    """What the browser gets: a page by its number, and our own static files."""

    def give(route: Route) -> None:
        path = route.request.url.removeprefix(PLACE)
        if path in pages:
            route.fulfill(body=pages[path], content_type="text/html; charset=utf-8")
        elif path.startswith("/static/"):
            route.fulfill(path=static_file(path.removeprefix("/static/").partition("?")[0]))
        else:
            route.fulfill(status=204, body="")

    return give


def measured(page: Page, size: tuple[int, int]) -> list[str]:
    """What is wrong with the wall as it stands."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    found: list[str] = page.evaluate(MEASURE, [size[0], size[1], LEAST_LETTERS, LEAST_FIGURE])
    return [f"{size[0]}: {one}" for one in found]


def faults_of(page: Page, walls: dict[str, str]) -> list[str]:
    """Of all walls, each at both sizes."""
    pages = {f"/{place}": html for place, html in enumerate(walls.values())}
    page.route(f"{PLACE}/**", answer(pages))
    wrong: list[str] = []
    for path, name in zip(pages, walls, strict=True):
        page.goto(PLACE + path)
        for size in SIZES:
            wrong += [f"{name}: {one}" for one in measured(page, size)]
            if PICTURES:
                called = f"{name} {size[0]}".replace("/", "_").replace(" ", "-")
                page.screenshot(path=Path(PICTURES) / f"{called}.png")
    page.unroute(f"{PLACE}/**")
    return wrong


def every_room() -> list[tuple[str, int, str]]:
    """Each programme with each crowd in each language."""
    return [
        (programme, people, language)
        for programme in the_library().programmes for people in CROWDS for language in ("da", "en")
    ]  # fmt: skip


def test_every_line_of_every_step_can_be_read_from_the_back_row(scale, sweep_seed, request) -> None:
    """A tenth walks a share of the stations of each room; the whole walks all of them."""
    step = 1 if scale(10) == 10 else 61
    walls: dict[str, str] = {}
    count = 0
    for programme, people, language in every_room():
        room = None
        for at in range(len(the_library_script(programme))):
            count += 1
            if count % step:
                continue
            room = room or Full.of(programme, people, f"{sweep_seed} {programme} {people}")
            for name, html in room.walls(language, [at]):
                walls[f"{programme} {people} {language} {name}"] = html
        if room and people == CROWDS[-1]:
            walls |= {f"{programme} {language} {name}": html for name, html in room.ends(language)}
    page = request.getfixturevalue("new_page")("da", 1280, 720)
    assert faults_of(page, walls) == []


def the_library_script(programme: str) -> list[str]:
    """As many as there are stations with everything ticked."""
    library = the_library()
    plan = library.programmes[programme]
    return [
        step.id
        for item in plan.items
        for offer in item.offers or [None]
        for step in (library.exercises[offer.exercise].steps if offer else [item])
    ]

"""Nothing on a wall is ever cut off: rooms as full as they may be, measured in a browser on two sizes of screen."""

import os
import random
from dataclasses import replace
from itertools import islice, product
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route

from kulturspejl.core.choreography.making import make
from kulturspejl.core.choreography.script import Script
from kulturspejl.core.text import Text
from kulturspejl.values.the_library import the_library
from tests.actions.rooms.course import everything_offered
from tests.fixtures.sweep import SEED
from tests.journeys import full_room
from tests.journeys.full_room import Full, longest, told_of

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
STATIC = Path(__file__).resolve().parents[2] / "src" / "kulturspejl" / "faces"
PLACE = "http://127.0.0.1:9"
SIZES = ((1280, 720), (1920, 1080))
CROWDS = (5, 12, 26, 60)
LANGUAGES = ("da", "en")
TRIED = 10
"""So many stations in every run, however many programmes come along."""
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


def walls_of(programme: str, people: int, language: str, seed: str, at: list[int]) -> dict[str, str]:
    """Each side of these stations of a programme in a full room; with most people also what stands around the day."""
    room = Full.of(programme, people, f"{seed} {programme} {people}")
    called = f"{programme} {people} {language}"
    walls = {f"{called} {name}": html for name, html in room.walls(language, at)}
    if people == CROWDS[-1]:
        walls |= {f"{called} {name}": html for name, html in room.ends(language)}
    return walls


def test_every_line_of_a_share_of_the_steps_can_be_read_from_the_back_row(sweep_seed, new_page) -> None:
    """Spread over all rooms, crowds and languages; the sweep has the others."""
    places = [
        (programme, people, language, at)
        for programme in the_library().programmes for people in CROWDS for language in LANGUAGES
        for at in range(len(the_library_script(programme)))
    ]  # fmt: skip
    walls: dict[str, str] = {}
    # An odd step, so that language and crowd change from one to the next.
    for programme, people, language, at in islice(places, 0, None, len(places) // TRIED | 1):
        walls |= walls_of(programme, people, language, str(sweep_seed), [at])
    assert faults_of(new_page("da", 1280, 720), walls) == []


def told_places() -> list[tuple[str, str, int]]:
    """Each figure or list that is told on a day: (programme, language, station)."""
    return [
        (programme, language, at)
        for programme in the_library().programmes for language in LANGUAGES
        for at, one in enumerate(make(told_of(programme).items, {})) if one.nth >= 0
    ]  # fmt: skip


def told_walls(places: list[tuple[str, str, int]], seed: str) -> dict[str, str]:
    """What is told, each as the wall has it."""
    walls: dict[str, str] = {}
    for programme, language in sorted({place[:2] for place in places}):
        room = Full.of(programme, 1, f"{seed} {programme} told", told=True)
        at = [place for of, in_this, place in places if (of, in_this) == (programme, language)]
        walls |= {f"{programme} {language} {name}": html for name, html in room.walls(language, at)}
    return walls


def test_what_is_told_can_be_read_from_the_back_row(scale, sweep_seed, new_page) -> None:
    """The figures of the days, and the lists: in the sweep every one, in every run some of each day."""
    places = told_places()
    step = len(places) // scale(len(places)) | 1
    assert faults_of(new_page("da", 1280, 720), told_walls(places[::step], str(sweep_seed))) == []


def test_a_day_of_ones_own_with_many_items_is_not_cut_off(sweep_seed, new_page, monkeypatch) -> None:
    """Of an agenda that is longer than the wall stands what is on and what comes, in letters that can be read."""
    plan, rng = the_library().programmes["module_2"], random.Random(sweep_seed)
    titles = [Text(**dict.fromkeys(LANGUAGES, longest(rng, 60))) for _item in range(30)]
    items = [
        replace(
            plan.items[0], id=f"item_{place}", title=title, stations=(),
            start=480 + 15 * place, end=495 + 15 * place,
        )
        for place, title in enumerate(titles)
    ]  # fmt: skip
    monkeypatch.setattr(full_room, "everything_offered", lambda _programme: replace(plan, items=tuple(items)))
    room, walls = Full.of("module_2", 12, str(sweep_seed)), {}
    for at in (-1, 0, 15, 29):
        room.put(at=at, shown=())
        walls[f"agenda {at}"] = room.page("", "da")
    assert faults_of(new_page("da", 1280, 720), walls) == []
    assert "15 punkter er overstået" in walls["agenda 15"]
    assert "punkter mere, til kl.\u00a015.30" in walls["agenda 0"]


def quarter() -> list[tuple[str, int, str]]:
    """Every programme in one crowd in Danish and in another in English: which, the seed says."""
    rooms = product(enumerate(sorted(the_library().programmes)), enumerate(CROWDS), enumerate(LANGUAGES))
    return [
        (programme, people, language)
        for (first, programme), (second, people), (third, language) in rooms
        if (first + second + 2 * third + SEED) % len(CROWDS) == 0
    ]


@pytest.mark.sweep
@pytest.mark.parametrize(("programme", "people", "language"), quarter())
def test_every_line_of_every_step_can_be_read_from_the_back_row(
    programme, people, language, sweep_seed, new_page
) -> None:
    """All stations, with everything ticked."""
    at = list(range(len(the_library_script(programme))))
    walls = walls_of(programme, people, language, str(sweep_seed), at)
    assert faults_of(new_page("da", 1280, 720), walls) == []


def the_library_script(programme: str) -> Script:
    """The stations of the room that is measured: everything ticked, each exercise once."""
    return make(everything_offered(programme).items, the_library().exercises)

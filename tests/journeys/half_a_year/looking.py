"""Looking at pages: in both languages, by axe, with all that folds away open, and the manual's pictures."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from playwright.sync_api import Page

from tests.journeys.half_a_year.place import Year
from tests.journeys.whole_day import Camera

PICTURES = os.environ.get("KULTURSPEJL_PICTURES", "")
PHONE, LAPTOP = {"width": 390, "height": 844}, {"width": 1280, "height": 800}
OPEN_ALL = "document.querySelectorAll('main details').forEach((fold) => { fold.open = true })"
Axe = Callable[[Page], None]


def look_at(page: Page, year: Year, axe: Axe, paths: Iterable[str]) -> None:
    """Each page as it comes, then unfolded; nothing sticks out to the side."""
    for path in paths:
        came = page.goto(year.place.url + path)
        assert came is not None
        assert came.status == 200, (path, came.status)
        look(page, axe)


def look(page: Page, axe: Axe) -> None:
    """The page that is open."""
    page.evaluate(OPEN_ALL)
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.url


def picture(page: Page, language: str, name: str) -> None:
    """For the manual, where KULTURSPEJL_PICTURES names a folder."""
    Camera(Path(PICTURES) / language if PICTURES else None).take({name.partition("-")[2]: page}, name.partition("-")[0])

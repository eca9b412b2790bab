"""Hands of somebody who answers: the screen that is seen, its numbers, and the way on."""

from collections.abc import Sequence

from playwright.sync_api import Locator, Page

FOUR = (4, 3, 1, 2)
WISH = (20, 18, 10, 12)


def seen(page: Page) -> Locator:
    """The screen that is on."""
    return page.locator("[data-screen]:visible")


def give(page: Page, numbers: Sequence[int] = FOUR) -> None:
    """Type the four numbers of this screen."""
    fields = seen(page).locator("input[type=number]")
    for place, number in enumerate(numbers):
        fields.nth(place).fill(str(number))


def go_on(page: Page) -> None:
    """Press the way forward."""
    seen(page).locator("[data-next]").click()


def fill_now(page: Page) -> None:
    """The six questions about now."""
    go_on(page)
    for _ in range(6):
        give(page)
        go_on(page)


def fill_all(page: Page) -> None:
    """From the first screen to the last."""
    fill_now(page)
    give(page, WISH)
    go_on(page)


def kept(page: Page) -> dict[str, str]:
    """What the device remembers of ours."""
    found: dict[str, str] = page.evaluate("Object.fromEntries(Object.entries(localStorage))")
    return {name: value for name, value in found.items() if name.startswith("kulturspejl.")}

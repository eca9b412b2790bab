"""Take the pictures of the README and the docs from a running demo.

`python -m scripts.pictures http://localhost:8000` writes docs/pictures/*.png.
"""

import os
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

HERE = Path(__file__).resolve().parents[1] / "docs" / "pictures"
PHONE, LAPTOP = {"width": 390, "height": 844}, {"width": 1280, "height": 800}
CHROMIUM = os.environ.get("KULTURSPEJL_CHROMIUM", "/usr/bin/chromium")
QUIET = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]


def main(base: str) -> None:
    """Front door, first screen, a question, the mirror on phone and laptop."""
    HERE.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        page = browser.new_context(viewport=PHONE, locale="da-DK").new_page()
        _phone(page, base)
        browser.close()


def _phone(page: Page, base: str) -> None:
    page.goto(f"{base}/")
    _take(page, "front-door")
    page.goto(f"{base}/demo/")
    page.goto(base + str(page.locator('a[href^="/r/"]').first.get_attribute("href")))
    _take(page, "first-screen")
    page.get_by_role("button", name="Begynd").click()
    page.wait_for_timeout(400)
    _take(page, "question")
    page.goto(f"{base}/demo/")
    page.locator('form[action="/demo/leader"] button').click()
    page.goto(base + str(page.locator('main a[href^="/results/"]').first.get_attribute("href")))
    _take(page, "mirror")
    page.set_viewport_size(LAPTOP)
    _take(page, "mirror-laptop")


def _take(page: Page, name: str) -> None:
    page.screenshot(path=HERE / f"{name}.png")


if __name__ == "__main__":
    main(sys.argv[1].rstrip("/"))

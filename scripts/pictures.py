"""Take the pictures of README and docs from a demo: a phone through one round, and a laptop with the result.

    make pictures                        starts a demo of its own, and needs Chromium as the journeys do
    python scripts/pictures.py FOLDER    puts them somewhere else than docs/pictures

Each picture has at most 255 colours, so that a page of them loads on a phone.
"""

import base64
import os
import re
import struct
import subprocess
import sys
import tempfile
import time
import urllib.request
import zlib
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from playwright.sync_api import Browser, Locator, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
PORT = 8349
URL = f"http://localhost:{PORT}"
LARGEST = 150_000
ANSWER = ((4, 3, 1, 2), (3, 2, 2, 3), (5, 2, 1, 2), (4, 1, 2, 3), (4, 3, 2, 1), (3, 3, 1, 3))
PULL = {"A": (-1, -1), "B": (1, -1), "C": (1, 1), "D": (-1, 1)}
DRAWN = {"A": 20, "B": 17, "C": 10, "D": 13}
CODE = re.compile(r"/r/([A-Z0-9]{20,})")
UNIT = "Hjemmepleje Syd"
PIXELS = """async (png) => {
  const image = await createImageBitmap(await (await fetch("data:image/png;base64," + png)).blob());
  const sheet = new OffscreenCanvas(image.width, image.height).getContext("2d");
  sheet.drawImage(image, 0, 0);
  const bytes = sheet.getImageData(0, 0, image.width, image.height).data;
  let text = "";
  for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768));
  return [image.width, image.height, btoa(text)];
}"""


def main(folder: Path) -> None:
    """All pictures, from an empty folder to the last."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        server = demo(Path(place))
        chromium = subprocess.check_output(["sh", str(ROOT / "scripts" / "chromium.sh")], text=True).strip()
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--disable-gpu", *([] if os.geteuid() else ["--no-sandbox"])]
        )
        try:
            Camera(browser, folder).all()
        finally:
            browser.close()
            server.terminate()
            server.wait()


def demo(place: Path) -> subprocess.Popen[bytes]:
    """A demo of its own in `place`, serving at URL."""
    command = [sys.executable, "-m", "kulturspejl", "demo", "--port", str(PORT)]
    server = subprocess.Popen(command, env=os.environ | {"KULTURSPEJL_VAR": str(place)}, stdout=subprocess.DEVNULL)
    for _ in range(600):
        time.sleep(1)
        try:
            _read("/healthz")
        except OSError:
            continue
        return server
    server.terminate()
    raise SystemExit("The demo did not start.")


def _read(path: str) -> str:
    with urllib.request.urlopen(URL + path) as reply:
        return str(reply.read().decode())


class Camera:
    """A phone and a laptop, and where the pictures go."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self.browser = browser
        self.folder = folder
        self.darkroom = browser.new_page()

    def all(self) -> None:
        """In the order in which somebody meets them."""
        letters = _read("/demo/mails").split("<details")
        code = next(found[1] for one in letters if UNIT in one and "Dit svar" in one and (found := CODE.search(one)))
        phone = self.page(390, 844, is_mobile=True, has_touch=True)
        phone.goto(URL)
        self.take(phone, "front-door")
        phone.goto(f"{URL}/r/{code}")
        phone.wait_for_timeout(500)
        self.take(phone, "first-screen")
        self.answer(phone)
        self.mirror()
        close_round(self.page(1280, 800), self.page(1280, 800))
        open_result(phone, code)
        self.take(phone, "result")

    def mirror(self) -> None:
        """What the leader sees of the round before: the same numbers in every demo."""
        page = self.page(390, 844)
        page.goto(f"{URL}/demo/")
        page.locator('form[action$="/demo/leader"] button').click()
        page.goto(URL + str(page.locator('main a[href^="/results/"]').first.get_attribute("href")))
        self.take(page, "mirror")
        page.set_viewport_size({"width": 1280, "height": 800})
        self.take(page, "mirror-laptop")

    def answer(self, phone: Page) -> None:
        """Six questions with numbers, the wish with a finger, and thanks."""
        phone.locator("#first [data-next]").click()
        for number, points in enumerate(ANSWER):
            fields = seen(phone).locator("input[type=number]")
            for place, point in enumerate(points[:3] if number == 0 else points):
                fields.nth(place).fill(str(point))
            if number == 0:
                rest(phone)
                self.take(phone, "question")
                fields.nth(3).fill(str(points[3]))
            seen(phone).locator("[data-next]").click()
        phone.wait_for_timeout(600)
        for letter in "ABCD":
            draw(phone, letter)
        rest(phone)
        self.take(phone, "drawn-wish")
        seen(phone).locator("[data-next]").click()
        phone.locator("[data-submit]").click()
        phone.locator("#thanks svg").wait_for()
        self.take(phone, "thanks")

    def page(self, width: int, height: int, *, is_mobile: bool = False, has_touch: bool = False) -> Page:
        """A page of its own, in Danish."""
        return self.browser.new_context(
            viewport={"width": width, "height": height}, locale="da-DK", device_scale_factor=1.5,
            timezone_id="Europe/Copenhagen", is_mobile=is_mobile, has_touch=has_touch, reduced_motion="reduce",
        ).new_page()  # fmt: skip

    def take(self, page: Page, name: str) -> None:
        """One picture, small enough."""
        page.wait_for_timeout(300)
        shot = base64.b64encode(page.screenshot()).decode()
        width, height, raw = self.darkroom.evaluate(PIXELS, shot)
        pixels = np.frombuffer(base64.b64decode(raw), np.uint8).reshape(height, width, 4)[:, :, :3]
        png = indexed(pixels)
        if len(png) > LARGEST:
            raise SystemExit(f"{name}.png has {len(png)} bytes.")
        (self.folder / f"{name}.png").write_bytes(png)
        print(f"{name}.png  {width} x {height}  {len(png) // 1000} kB")


def seen(page: Page) -> Locator:
    """The screen that is on."""
    return page.locator("[data-screen]:visible")


def rest(page: Page) -> None:
    """Nothing is in focus, and the page stands at its top."""
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")


def open_result(page: Page, code: str) -> None:
    """Closing takes a moment, and the page says so."""
    for _ in range(120):
        page.goto(f"{URL}/r/{code}")
        if page.locator(".mirror").count():
            return
        page.wait_for_timeout(500)
    raise SystemExit("The result did not open.")


def draw(page: Page, letter: str) -> None:
    """Pull one point out with a finger, then give it its whole number."""
    box = page.locator(f'#wish g[data-series="preferred"][data-letter="{letter}"] .web-handle').bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    touch = page.context.new_cdp_session(page)
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for step in range(1, 9):
        at = {"x": x + 4 * step * PULL[letter][0], "y": y + 4 * step * PULL[letter][1]}
        touch.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [at]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.locator(f"#wish_{letter}").fill(str(DRAWN[letter]))


def indexed(pixels: NDArray[np.uint8]) -> bytes:
    """A PNG with the picture's 255 most frequent colours; every other colour becomes the nearest of them."""
    whole = pixels.astype(np.int64)
    packed = (whole[:, :, 0] << 16) | (whole[:, :, 1] << 8) | whole[:, :, 2]
    colours, place, count = np.unique(packed, return_inverse=True, return_counts=True)
    palette = colours[np.argsort(-count)[:255]]
    apart = np.stack([(colours >> shift) & 255 for shift in (16, 8, 0)], axis=1)
    kept = np.stack([(palette >> shift) & 255 for shift in (16, 8, 0)], axis=1)
    nearest = np.array([int(np.argmin(((kept - colour) ** 2).sum(axis=1))) for colour in apart], np.uint8)
    rows = nearest[place.reshape(packed.shape)]
    lines = b"".join(b"\0" + row.tobytes() for row in rows)
    head = struct.pack(">IIBBBBB", rows.shape[1], rows.shape[0], 8, 3, 0, 0, 0)
    chunks = (
        _chunk(b"IHDR", head), _chunk(b"PLTE", kept.astype(np.uint8).tobytes()),
        _chunk(b"IDAT", zlib.compress(lines, 9)), _chunk(b"IEND", b""),
    )  # fmt: skip
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def close_round(administrator: Page, representative: Page) -> None:
    """The administrator asks to close the demo's open round before its day, and the AMR says yes."""
    to_the_round(administrator, "steward", administrator.get_by_role("link", name="Hjemmeplejen"))
    form = administrator.locator('form[action$="/close"]')
    form.locator("textarea").fill("Vi mødes i dag, og alle har fået et brev mere.")
    form.locator("button").click()
    administrator.wait_for_load_state("networkidle")
    to_the_round(representative, "amr-all", representative.locator('a[href^="/rounds/"]:not([href$="/release"])'))
    representative.locator('button[name="answer"][value="yes"]').click()
    representative.wait_for_load_state("networkidle")


def to_the_round(page: Page, part: str, link: Locator) -> None:
    """As that person, with every fold open."""
    page.goto(f"{URL}/demo/")
    page.locator(f'form[action$="/demo/{part}"] button').click()
    link.first.click()
    page.on("dialog", lambda dialog: dialog.accept())
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "pictures")

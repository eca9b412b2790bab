"""Take the pictures of the manual's day from the journey that walks through one, in both languages.

    make pictures                            takes docs/pictures/day anew
    python scripts/day_pictures.py FOLDER    shrinks pictures that KULTURSPEJL_PICTURES=FOLDER has put there already
"""

import base64
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from pictures import ROOT, indexed
from playwright.sync_api import Page, sync_playwright

OUT = ROOT / "docs" / "pictures" / "day"
JOURNEY = "tests/journeys/test_whole_day.py"
EVERY = "sweep or not sweep"
"""English is walked in the sweep alone."""
CHOSEN = {
    "prepare-desk": "prepare", "before-wall": "before", "card-phone": "card", "line-shown-wall": "words",
    "late-desk": "late", "break_morning-wall": "break", "pattern-wall": "pattern", "counting-phone": "counting",
    "talk-phone": "role", "talk-desk-dark": "groups", "thanks-phone": "thanks",
}  # fmt: skip
"""How the name of a picture ends, and what it is called in the manual."""
WIDEST, A_PHONE = 960, 390
MOST_IN_ALL = 1_500_000
PIXELS = """async ([png, widest]) => {
  const image = await createImageBitmap(await (await fetch("data:image/png;base64," + png)).blob());
  const width = Math.min(image.width, widest), height = Math.round(image.height * width / image.width);
  const sheet = new OffscreenCanvas(width, height).getContext("2d");
  sheet.imageSmoothingQuality = "high";
  sheet.drawImage(image, 0, 0, width, height);
  const bytes = sheet.getImageData(0, 0, width, height).data;
  let text = "";
  for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768));
  return [width, height, btoa(text)];
}"""


def walk(folder: Path, journey: str = JOURNEY) -> None:
    """The journey, with its pictures."""
    subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:xdist", "-m", EVERY, journey], cwd=ROOT, check=True,
        env=os.environ | {"KULTURSPEJL_PICTURES": str(folder)},
    )  # fmt: skip


def shrink(folder: Path, out: Path = OUT, chosen: Mapping[str, str] = CHOSEN) -> None:
    """The chosen ones, small enough for a page; SystemExit where one is missing or all of them are too large."""
    with sync_playwright() as playwright:
        chromium = subprocess.check_output(["sh", str(ROOT / "scripts" / "chromium.sh")], text=True).strip()
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--disable-gpu", *([] if os.geteuid() else ["--no-sandbox"])]
        )
        page = browser.new_page()
        sizes = [_shrink(page, folder / language, out / language, chosen) for language in ("da", "en")]
        browser.close()
    print(f"{sum(sizes) // 1000} kB in all")
    if sum(sizes) > MOST_IN_ALL:
        raise SystemExit("The pictures are too large.")


def _shrink(page: Page, folder: Path, out: Path, chosen: Mapping[str, str]) -> int:
    out.mkdir(parents=True, exist_ok=True)
    size = 0
    for ending, name in chosen.items():
        found = [file for file in folder.glob("*.png") if file.stem.endswith(ending)]
        if not found:
            raise SystemExit(f"There is no picture {ending}.png in {folder}.")
        shot = base64.b64encode(found[0].read_bytes()).decode()
        width, height, raw = page.evaluate(PIXELS, [shot, A_PHONE if "phone" in ending else WIDEST])
        pixels = np.frombuffer(base64.b64decode(raw), np.uint8).reshape(height, width, 4)[:, :, :3]
        png = indexed(pixels)
        (out / f"{name}.png").write_bytes(png)
        size += len(png)
    return size


if __name__ == "__main__":
    if len(sys.argv) > 1:
        shrink(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as place:
            walk(Path(place))
            shrink(Path(place))

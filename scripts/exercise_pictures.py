"""Take one picture of each exercise: phone, wall, desk and paper. Writes the pages that show them too.

    make pictures                                  starts a demo of its own, and needs Chromium as the journeys do
    python scripts/exercise_pictures.py [ID ...]   only these exercises; the pages are written for all of them

The class is a real one: nine people come in, and eight of them answer as the robots of a practice room would.
"""

import base64
import os
import random
import subprocess
import sys
import tempfile
import uuid
from pathlib import Path
from typing import Any

import numpy as np
from pictures import PIXELS, ROOT, URL, demo, indexed
from playwright.sync_api import Browser, Page, sync_playwright

OUT = ROOT / "docs" / "pictures" / "exercises"
PAGES = {"da": ROOT / "docs" / "da" / "oevelser.md", "en": ROOT / "docs" / "en" / "exercises.md"}
HEADS = {
    "da": "# Øvelserne\n\n*[In English](../en/exercises.md)*\n\nHver øvelse, som den ser ud på telefonen, på skærmen, "
    "ved bordet og på papir. Siden bliver lavet af `make pictures`.\n",
    "en": "# The exercises\n\n*[På dansk](../da/oevelser.md)*\n\nEach exercise as it looks on the phone, on the wall, "
    "at the desk and on paper. The pictures are of the Danish words. This page is made by `make pictures`.\n",
}
ALT = {
    "da": "{name}: telefonen, skærmen, bordet og papiret", "en": "{name}: the phone, the wall, the desk and the paper",
}  # fmt: skip
MINUTES = {"da": "{minutes} minutter.", "en": "{minutes} minutes."}
PEOPLE = 9
SHEET = """<body style="margin:0;background:#777;display:grid;grid-template-columns:250px 462px 288px;gap:8px;
padding:8px;width:1032px;box-sizing:border-box;align-items:start">
<img style="width:250px" src="{phone}"><div style="display:grid;gap:8px"><img style="width:462px" src="{wall}">
<img style="width:462px" src="{desk}"></div><img style="width:288px" src="{paper}"></body>"""
MOST_IN_ALL = 4_000_000


def main(ids: list[str]) -> None:
    """The chosen exercises' pictures, or all; and both pages."""
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        server = demo(Path(place))
        chromium = subprocess.check_output(["sh", str(ROOT / "scripts" / "chromium.sh")], text=True).strip()
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--disable-gpu", *([] if os.geteuid() else ["--no-sandbox"])]
        )
        try:
            os.environ |= {
                "KULTURSPEJL_VAR": place, "KULTURSPEJL_DEMO": "1", "DJANGO_SETTINGS_MODULE": "kulturspejl.web.settings",
                "DJANGO_ALLOW_ASYNC_UNSAFE": "1",
            }  # fmt: skip
            _take_all(browser, ids)
        finally:
            browser.close()
            server.terminate()
            server.wait()
    whole = sum(file.stat().st_size for file in OUT.glob("*.png"))
    print(f"{whole // 1000} kB in all")
    if whole > MOST_IN_ALL:
        raise SystemExit("The pictures of the exercises are too large.")


def _take_all(browser: Browser, ids: list[str]) -> None:
    import django

    django.setup()
    from kulturspejl.values.the_library import the_library

    exercises = sorted(the_library().exercises.values(), key=lambda one: one.name.da.casefold())
    darkroom = browser.new_page(viewport={"width": 1032, "height": 100})
    desk = _page(browser, 1366, 850)
    desk.goto(f"{URL}/demo/")
    desk.locator('form[action$="/demo/facilitator"] button').click()
    for exercise in exercises:
        if ids and exercise.id not in ids:
            continue
        shots = _Class(exercise).shots(browser, desk)
        darkroom.set_content(SHEET.format(**{name: _address(png) for name, png in shots.items()}))
        darkroom.wait_for_timeout(200)
        _keep(darkroom, exercise.id)
    for language, page in PAGES.items():
        rows = [_entry(exercise, language) for exercise in exercises]
        page.write_text("\n".join([HEADS[language], *rows]), encoding="utf-8")


def _entry(exercise: Any, language: str) -> str:
    name, purpose = exercise.name.into(language), exercise.purpose.into(language)
    minutes = MINUTES[language].format(minutes=exercise.minutes)
    alt = ALT[language].format(name=name)
    return f"## {name}\n\n{purpose} {minutes}\n\n![{alt}](../pictures/exercises/{exercise.id}.png)\n"


def _address(png: bytes) -> str:
    return "data:image/png;base64," + base64.b64encode(png).decode()


def day_with(exercise: str) -> Any:
    """The day of module 2 with this exercise alone: where it stands there, else among those of the culture."""
    from dataclasses import replace

    from kulturspejl.core.content.programme import Planned, PlannedKind
    from kulturspejl.values.the_library import the_library

    plan = the_library().programmes["module_2"]
    place = next((item.id for item in plan.items if exercise in item.exercises), "culture")
    only = (Planned(PlannedKind.EXERCISE, exercise=exercise),)
    items = [replace(item, stations=only if item.id == place else ()) for item in plan.items]
    return replace(plan, items=tuple(items))


def _page(browser: Browser, width: int, height: int) -> Page:
    return browser.new_context(
        viewport={"width": width, "height": height}, locale="da-DK", timezone_id="Europe/Copenhagen",
        reduced_motion="reduce",
    ).new_page()  # fmt: skip


def _keep(darkroom: Page, name: str) -> None:
    """The sheet as one picture of few colours."""
    shot = base64.b64encode(darkroom.locator("body").screenshot()).decode()
    width, height, raw = darkroom.evaluate(PIXELS, shot)
    png = indexed(np.frombuffer(base64.b64decode(raw), np.uint8).reshape(height, width, 4)[:, :, :3])
    (OUT / f"{name}.png").write_bytes(png)
    print(f"{name}.png  {width} x {height}  {len(png) // 1000} kB")


class _Class:
    """A class of today with one exercise, at the first of its steps that ends in a picture, else where one writes."""

    def __init__(self, exercise: Any) -> None:
        from django.utils import timezone

        from kulturspejl.access.permission import day_of
        from kulturspejl.actions import rooms
        from kulturspejl.library.crew import crew_in
        from kulturspejl.records.models import Room, User

        self.rooms, self.now, self.rng, self.texts = rooms, timezone.now, random.Random(5), crew_in("da")
        self.by = User.objects.get(name="Birgit Toft")
        made = rooms.create_class(
            by=self.by, plan=day_with(exercise.id), name="Modul 2, hold 14", day=day_of(self.now()),
            check_in="Hvad har du prøvet siden sidst?", homework="", language="da", now=self.now(),
        )  # fmt: skip
        self.room = Room.objects.get(id=made)
        self.exercise = exercise
        self.keys = [self._come(number) for number in range(PEOPLE)]

    def _come(self, number: int) -> str:
        name = self.texts.names[number % len(self.texts.names)]
        place = f"Hus {number // 3}"  # Three of each sit together where the TRIOs do.
        joined = self.rooms.join(code=self.room.code, name=name, workplace=place, now=self.now(), rng=self.rng)
        return str(joined.key)

    def shots(self, browser: Browser, desk: Page) -> dict[str, bytes]:
        """PNG of the phone while it is filled in, then the wall and the desk with what was answered, and the paper."""
        from kulturspejl.core.choreography import commands as do
        from kulturspejl.core.choreography.state import from_json
        from kulturspejl.records.models import Room
        from kulturspejl.values.room_day import day_of_room

        script = day_of_room(self.room.id).script
        own = [at for at, one in enumerate(script) if one.exercise == self.exercise.id]
        filled = [at for at in own if self.exercise.step(script[at].step).parts]
        drawn = [at for at in filled if any(part.picture for part in self.exercise.step(script[at].step).parts)]
        station = script[(drawn or filled or own)[0]]
        step = self.exercise.step(station.step)
        version = from_json(Room.objects.get(id=self.room.id).state).version
        self._run(do.GoTo(script.index(station), version))
        if step.gathering in ("pairs", "groups", "trio"):
            self.rooms.divide(by=self.by, room_id=self.room.id, rng=self.rng, now=self.now())
        if step.roles:
            self.rooms.claim(code=self.room.code, key=self.keys[0], now=self.now())
        phone = self._phone(browser)
        for part in step.parts:
            self._answer(f"{station.key}/{part.id}", part)
            if part.picture:
                self._run(do.Show(part.id))
        wall = _page(browser, 1920, 1080)
        wall.goto(f"{URL}/facilitate/{self.room.id}/wall?key={self.room.wall_key}")
        desk.goto(f"{URL}/facilitate/{self.room.id}")
        for page in (wall, desk):
            page.wait_for_timeout(600)
        made = {"phone": phone, "wall": wall.screenshot(), "desk": desk.screenshot(), "paper": self._paper()}
        wall.context.close()
        return made

    def _run(self, command: Any) -> None:
        self.rooms.run(by=self.by, room_id=self.room.id, command=command, now=self.now())

    def _phone(self, browser: Browser) -> bytes:
        page = _page(browser, 390, 844)
        path = f"/room/{self.room.code}"
        cookie = {"name": "kulturspejl_room", "value": self.keys[0], "domain": "localhost", "path": path}
        page.context.add_cookies([cookie])  # type: ignore[list-item]
        page.goto(f"{URL}/room/{self.room.code}")
        page.wait_for_timeout(300)
        page.evaluate("""[...document.querySelectorAll("fieldset")].forEach((one, at) => {
          const radios = one.querySelectorAll("input[type=radio]")
          if (radios.length) radios[(at * 2 + 1) % radios.length].click()
        })""")
        page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
        page.wait_for_timeout(200)
        shot = page.screenshot(full_page=False)
        page.context.close()
        return shot

    def _answer(self, key: str, part: Any) -> None:
        from kulturspejl.core.choreography.robots import fill_in
        from kulturspejl.core.errors import KulturspejlError

        for number, own in enumerate(self.keys[1:], start=1):
            values = fill_in(part, self.texts, self.rng)
            if values is None:
                continue
            try:
                self.rooms.contribute(
                    code=self.room.code, key=own, part=key, id=uuid.uuid4(), values=values, now=self.now()
                )
            except KulturspejlError as refused:
                print(f"  {key}, {number}: {refused}")

    def _paper(self) -> bytes:
        from kulturspejl.readers.rooms.on_paper import paper
        from kulturspejl.reports.paper import LAYOUT, paper_facts
        from kulturspejl.reports.press import picture

        day = paper(self.by, self.room.id, language="da", now=self.now())
        pages = picture(LAYOUT, paper_facts(day, lang="da"), dots_per_inch=96)
        return pages[min(1, len(pages) - 1)]  # The first has aims and agenda.


if __name__ == "__main__":
    main(sys.argv[1:])

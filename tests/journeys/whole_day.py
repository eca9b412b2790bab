"""Hands of a whole day: a clock that is moved, robots that come by plain requests, and pictures of each step."""

import random
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path
from zoneinfo import ZoneInfo

from playwright.sync_api import Page

from kulturspejl.core.choreography.making import make
from kulturspejl.core.content.crew import CrewTexts
from kulturspejl.library.crew import crew_in
from kulturspejl.library.load import Library
from tests.fixtures.served import Server

HANDS = 8
HERE = ZoneInfo("Europe/Copenhagen")


@dataclass
class Clock:
    """The instance's clock, in a file that only a demo reads."""

    file: Path
    minute: int = 0

    def at_least(self, minute: int) -> None:
        """On to that minute, unless it is later already."""
        self.to(max(minute, self.minute))

    def to(self, minute: int, second: int = 0) -> None:
        """Move it to so many minutes after midnight, today."""
        self.minute = minute
        now = datetime.now(UTC).astimezone(HERE)
        wanted = now.replace(hour=minute // 60, minute=minute % 60, second=second, microsecond=0)
        fresh = self.file.with_suffix(".new")
        fresh.write_text(str((wanted - now).total_seconds()))
        fresh.replace(self.file)


@dataclass(frozen=True)
class Stop:
    """A station of the programme as it is made without changing anything; `begins` in minutes after midnight."""

    name: str
    begins: int
    minutes: int
    has_exercise: bool


def stops_of(library: Library, programme: str) -> list[Stop]:
    """Named "<exercise>/<step>", "<item>/<model>" or "<item>/<place>", or by the item that holds nothing."""
    plan = library.programmes[programme]
    found: list[Stop] = []
    for station in make(plan.items, library.exercises):
        item = plan.items[station.slot]
        before = sum(one.minutes for one in found if one.begins >= item.start)
        name = f"{station.exercise}/{station.step}" if station.exercise else f"{item.id}/{station.model or station.nth}"
        name = item.id if station.is_item else name
        found.append(Stop(name, item.start + before, station.lasts, bool(station.exercise)))
    return found


class Forms(HTMLParser):
    """The forms of a phone's page that are sent: (address, {field: values to choose among, [] for words}); the `room`
    that words have, and whether a role of the group is free (`claims`).
    """

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str, dict[str, list[str]]]] = []
        self.room: dict[str, int] = {}
        self.claims = False
        self._open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        of = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._open = "data-part" in of and "data-mine" not in of
            if self._open:
                self.found.append((of["action"], of["data-part"], {}))
        elif (
            self._open
            and tag in ("textarea", "input")
            and of.get("name", "").startswith(("value.", "number."))
        ):
            known = self.found[-1][2].setdefault(of["name"], [])
            self.room[of["name"]] = int(of.get("maxlength") or 0)
            if of.get("type") == "radio":
                known.append(of["value"])
        self.claims = self.claims or (of.get("name"), of.get("value")) == ("verb", "claim")

    def handle_endtag(self, tag: str) -> None:
        self._open = self._open and tag != "form"


class _Stays(urllib.request.HTTPRedirectHandler):
    """Is not led on: what a robot has sent is kept before it is shown the page again, which it asks for itself."""

    def redirect_request(self, *_request: object) -> None:
        return None


_BROWSER = urllib.request.build_opener(_Stays)


@dataclass
class Robot:
    """Somebody with an old phone: plain forms, no script."""

    place: Server
    code: str
    name: str
    workplace: str
    rng: random.Random
    texts: CrewTexts
    cookie: str = ""
    words: Callable[[random.Random, int], str] | None = None
    """What is written into a field of so many letters, instead of a short line."""
    takes_roles: bool = False

    def come_in(self) -> None:
        """By the code, under the name."""
        reply = self.post("", name=self.name, workplace=self.workplace)
        self.cookie = (reply.headers["Set-Cookie"] or "").split(";")[0]
        assert self.cookie

    def post(self, path: str, **fields: str):  # type: ignore[no-untyped-def]
        """A form of the room."""
        return self.send(f"/room/{self.code}{path}", fields)

    def send(self, path: str, fields: dict[str, str] | None = None):  # type: ignore[no-untyped-def]
        """A request with the cookie."""
        data = urllib.parse.urlencode(fields).encode() if fields is not None else None
        request = urllib.request.Request(self.place.url + path, data=data, headers={"Cookie": self.cookie})
        try:
            reply = _BROWSER.open(request, timeout=30)
        except urllib.error.HTTPError as led_on:
            if led_on.code not in (302, 303):
                raise
            reply = led_on
        with reply:
            self.last = reply.read().decode()
            return reply

    def answer(self) -> int:
        """Fill in whatever stands on the page, and say that one is done; how many forms there were."""
        self.send(f"/room/{self.code}/now")
        page = self.last
        forms = Forms()
        forms.feed(page)
        if forms.claims and self.takes_roles:
            self.post("/do", verb="claim")
            self.takes_roles = False
            count = self.answer()
            self.takes_roles = True
            return count
        for _address, part, asked in forms.found:
            words = [line for line in self.texts.lines if len(line) <= 60]
            filled = {name: self.rng.choice(ways or words) for name, ways in asked.items()}
            if self.words is not None:
                filled |= {one: self.words(self.rng, forms.room[one]) for one in asked if forms.room[one]}
            try:
                self.post("/contributions", part=part, **filled)
            except urllib.error.HTTPError as refused:
                if self.words is None or refused.code != 409:
                    raise  # Of two who write for one group at once the second is told, and leaves it at that.
        if 'value="done"' in page:
            station = page.split('name="station" value="')[1].split('"')[0]
            self.post("/do", verb="done", station=station)
        return len(forms.found)


@dataclass
class Crew:
    """All of them, a few at a time."""

    robots: list[Robot]

    def each(self, do: Callable[[Robot], object]) -> list[object]:
        """In threads, because a class taps at once."""
        with ThreadPoolExecutor(HANDS) as hands:
            return list(hands.map(do, self.robots))


def crew_of(place: Server, code: str, names: Iterable[str], language: str) -> Crew:
    """They have come in when this returns."""
    texts = crew_in(language)
    made = [
        Robot(
            place, code, name, texts.workplaces[number % len(texts.workplaces)], random.Random(number), texts
        )
        for number, name in enumerate(names)
    ]
    crew = Crew(made)
    crew.each(Robot.come_in)
    return crew


@dataclass
class Camera:
    """Pictures of the three faces, by step; without a folder there are none."""

    folder: Path | None

    def take(self, faces: dict[str, Page], step: str, *, full: bool = False) -> None:
        """In daylight; the `full` page, or what is seen at once."""
        if self.folder is None:
            return
        for face, page in faces.items():
            self.folder.mkdir(parents=True, exist_ok=True)
            page.evaluate("scrollTo(0, 0)")
            page.screenshot(path=self.folder / f"{step}-{face}.png", animations="disabled", full_page=full)

    def take_dark(self, faces: dict[str, Page], step: str, look: Callable[[Page], None]) -> None:
        """By night, with a look at each by `look`."""
        for face, page in faces.items():
            page.emulate_media(color_scheme="dark")
            look(page)
            if self.folder is not None:
                page.screenshot(path=self.folder / f"{step}-{face}-dark.png", animations="disabled")
            page.emulate_media(color_scheme="light")

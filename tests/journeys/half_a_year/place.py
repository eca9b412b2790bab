"""An instance that half a year is played on: its clock on fixed days, its letters by day, whoever works there."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from http.cookiejar import Cookie
from pathlib import Path
from zoneinfo import ZoneInfo

from playwright.sync_api import Page as BrowserPage

from tests.fixtures.served import ROOT, Server
from tests.journeys.visitor import Visitor

HERE = ZoneInfo("Europe/Copenhagen")
MORNING = time(9, 30)
BEGIN = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from tests.journeys.half_a_year import inside
"""


@dataclass(frozen=True)
class Letter:
    """One that came, and on which day."""

    day: date
    to: str
    subject: str
    body: str

    def path(self, beginning: str) -> str:
        """The address in it that begins so, without the host."""
        found = re.search(rf"https?://[^/\s]+({re.escape(beginning)}\S*)", self.body)
        assert found, self.body
        return found[1]


@dataclass
class Year:
    """The instance, what day it is there, and all letters so far."""

    place: Server
    file: Path
    day: date
    letters: list[Letter] = field(default_factory=list)
    read: int = 0

    def to(self, day: date, at: time = MORNING) -> None:
        """Be there at once; what is due on the way is done by nobody."""
        set_clock(self.file, day, at)
        self.day = day

    def walk_to(self, last: date) -> list[Letter]:
        """Day by day, each morning with all that the program does by itself; the letters of these days."""
        asked = str(self.file), self.day.isoformat(), last.isoformat(), self.read
        self.read, found = json.loads(self.place.python(f"{BEGIN}inside.walk(*{asked!r})"))
        came = [Letter(date.fromisoformat(day), to, subject, body) for day, to, subject, body in found]
        self.letters += came
        self.day = last
        return came

    def today(self) -> list[Letter]:
        """The letters that what was just done has brought."""
        return self.walk_to(self.day)

    def to_somebody(self, address: str, words: str = "") -> list[Letter]:
        """All so far to this address whose subject holds these words."""
        return [one for one in self.letters if one.to == address and words in one.subject]

    def visitor(self, address: str = "", language: str = "da") -> Visitor:
        """A plain browser; of whoever has the account with this address."""
        made = Visitor(self.place.url, language)
        if address:
            made.jar.set_cookie(_cookie("sessionid", self._session(address)))
        return made

    def sign_in(self, page: BrowserPage, address: str) -> BrowserPage:
        """A real browser that somebody has signed in with."""
        page.context.add_cookies([{"name": "sessionid", "value": self._session(address), "url": self.place.url}])
        return page

    def _session(self, address: str) -> str:
        return self.place.python(f"{BEGIN}inside.sign_in({address!r})").strip()


def set_clock(file: Path, day: date, at: time) -> None:
    """The seconds between the machine's time and what the instance is to take for it."""
    wanted = datetime.combine(day, at, HERE)
    fresh = file.with_suffix(".new")
    fresh.write_text(str((wanted - datetime.now(UTC)).total_seconds()))
    fresh.replace(file)


def days_between(first: date, last: date) -> Iterable[date]:
    """Both included."""
    return (first + timedelta(days=away) for away in range((last - first).days + 1))


def _cookie(name: str, value: str) -> Cookie:
    return Cookie(
        0, name, value, None, False, "127.0.0.1", False, False, "/", True, False, None, False, None, None, {}
    )  # fmt: skip

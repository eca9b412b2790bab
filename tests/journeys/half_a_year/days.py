"""The room of a day: made ready from the class, joined from own pages with one press, led from the desk, closed."""

import random
import re
from dataclasses import dataclass
from html import unescape

from kulturspejl.library.crew import crew_in
from tests.journeys.half_a_year.place import Year
from tests.journeys.visitor import Page, Visitor
from tests.journeys.whole_day import Robot

GOTO = re.compile(r'name="at" value="(\d+)">\s*(.*?)\s*</button>', re.DOTALL)


@dataclass
class Day:
    """A room that `runner` leads; `address` is its desk, `code` stands on the wall."""

    year: Year
    runner: Visitor
    address: str
    code: str

    def go_to(self, title: str) -> None:
        """To the place of the programme whose title ends so."""
        desk = self.runner.get(self.address)
        found = [at for at, name in GOTO.findall(desk.text) if unescape(name).endswith(title)]
        assert found, [unescape(name) for _at, name in GOTO.findall(desk.text)]
        self.press(desk, verb="goto", at=found[0])

    def press(self, desk: Page | None = None, **typed: object) -> Page:
        """A button of the desk."""
        desk = desk or self.runner.get(self.address)
        return self.runner.send(desk, f"{self.address}/do", **typed)

    def finish(self) -> Page:
        """The day is over."""
        over = self.press(verb="finish")
        assert 'value="finish"' not in over.text
        return over


def made_ready(year: Year, runner: Visitor, class_path: str, part: str) -> Day:
    """By the button beside the day on the page of the class."""
    page = runner.get(class_path)
    card = next(one for one in page.text.split('class="card"') if f">{part}<" in one)
    action = re.search(r'action="(/facilitate/course-day/[^"]+)"', card)
    assert action, f"no room can be made for {part}:\n{page.words[:1500]}"
    made = runner.send(page, action[1])
    address = made.path.removesuffix("/change")
    assert made.path == f"{address}/change", made.words[:800]
    return opened(year, runner, address)


def opened(year: Year, runner: Visitor, address: str) -> Day:
    """The desk of a room that is there."""
    code = re.search(r'href="[^"]*/room/([2-9A-Z]+)', runner.get(address).text)
    code = code or re.search(r"<strong[^>]*>\s*([2-9A-Z]{6})\s*</strong>", runner.get(address).text)
    assert code, runner.get(address).text[:6000]
    return Day(year, runner, address, code[1])


def come_in(day: Day, own_page: str, language: str = "da", seed: int = 0) -> Robot:
    """One press on the own page of the course, on an old phone; what that phone can do from then on."""
    visitor = day.year.visitor(language=language)
    page = visitor.get(own_page)
    action = re.search(r'action="(/room/\w+)', page.text)
    assert action, page.words[:800]
    inside = visitor.send(page, action[1])
    assert inside.status == 200, inside.words[:800]
    cookie = next(f"{one.name}={one.value}" for one in visitor.jar if one.path == f"/room/{day.code}")
    return Robot(day.year.place, day.code, "", "", random.Random(seed), crew_in(language), cookie)


def at_the_door(day: Day, name: str, seed: int = 0, language: str = "da") -> Robot:
    """Somebody without an account, by the code on the wall."""
    made = Robot(day.year.place, day.code, name, "", random.Random(seed), crew_in(language))
    made.come_in()
    return made


def take_over_for_the_unit(day: Day, somebody: Visitor, unit: str) -> None:
    """What the team's room shows and what they agreed on, offered by its opener and taken over by a representative."""
    day.press(verb="show_all")
    offered = day.press(verb="offer")
    there = somebody.get(re.search(r'https?://[^/"\s]+(/take-over/[^"<\s]+)', offered.text)[1])
    taken = somebody.send(there, unit=unit.rsplit("/", 1)[1])
    assert taken.path == f"{unit}/plan", taken.words[:1500]

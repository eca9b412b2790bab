"""A day with a step for everything that some kinds can do, played by robots and by one person, on every face."""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from django.test import Client

from kulturspejl import library
from kulturspejl.actions import rooms
from kulturspejl.core import kinds
from kulturspejl.core.choreography import commands as do
from kulturspejl.core.content.exercise import Exercise
from kulturspejl.core.content.parse_exercise import parse_exercise
from kulturspejl.core.content.parse_programme import parse_programme
from kulturspejl.faces.shared import clock
from kulturspejl.readers.rooms import on_paper
from kulturspejl.records.models import Participant, RoomPicture
from kulturspejl.reports.paper import paper_facts
from kulturspejl.values.the_library import the_library
from tests.actions.rooms.course import NOW, Course, facilitator
from tests.actions.town import found_town
from tests.kinds.reading import Row, parsed, row_of, words

DAY = "every_kind"
ROLES = [{"id": "owner", "label": words("owner"), "claim": words("mine")}, {"id": "team", "label": words("team")}]
COMING, STEP = 35.0, 120.0
"""Seconds of a turn: enough for every robot to come in, and in two of them to get done."""


def exercise_with(names: Iterable[str]) -> Row:
    """An exercise with a step for each picture of these kinds, and one for what each keeps for themselves."""
    steps = [step for name in names for step in (_sheet() if name == "sheet" else _steps(name))]
    own = [step["part"][0]["id"] for step in steps if step["id"].endswith("_own")]
    last = {**_step("again", "alone"), "brings": own} if own else _step("again", "alone")
    head = {"id": DAY, "version": "1", "name": words("name"), "purpose": words("purpose"), "alone": words("alone")}
    return {"exercise": head, "step": [*steps, last]}


def _steps(name: str) -> Iterator[Row]:
    for picture in kinds.KINDS[name].pictures:
        id = f"{name}_{picture}"
        part = row_of(name, picture.name, id=id, label=words(id), visibility=picture.levels[-1].value)
        yield _step(id, "alone", part)
    if parsed(name)[1] == []:
        yield _step(f"{name}_own", "alone", row_of(name, id=f"{name}_own", label=words(f"{name}_own")))


def _sheet() -> list[Row]:
    """Its two sides, written by one and by the others of a group, and read together."""
    sides = [row_of("sheet", id=f"sheet_{role['id']}", role=role["id"]) for role in ROLES]
    grouped = {"size": 5, "role": ROLES}
    made = [_step(side["id"], "groups", side) | grouped for side in sides]
    return [*made, _step("sheet_read", "groups") | grouped | {"reads": [side["id"] for side in sides]}]


def _step(id: str, form: str, *parts: Row) -> Row:
    said = {name: words(name) for name in ("title", "wall", "desk", "alone")}
    phone = {language: f"{text} {{who_sees}}" for language, text in words("phone").items()}
    return {"id": id, "form": form, "minutes": 5, "phone": phone, **said} | ({"part": list(parts)} if parts else {})


def on_the_shelf(monkeypatch: Any, raw: Row) -> Exercise:
    """The instance has this exercise, and a programme that is nothing else."""
    exercise = parse_exercise(raw, "every_kind")
    held = [{"kind": "exercise", "exercise": DAY}]
    item = {"id": "all", "start": "09:00", "end": "15:00", "title": words("all"), "stations": held}
    goals = {language: [text] for language, text in words("goal").items()}
    head = {"id": DAY, "version": "1", "name": words("day"), "goals": goals, "check_ins": goals,
            "homework": words("homework")}  # fmt: skip
    plan = parse_programme({"programme": head, "item": [{**item, "kind": "block"}]}, "every_kind")
    whole = library.load(())
    whole = replace(
        whole, exercises={**whole.exercises, DAY: exercise}, programmes={**whole.programmes, DAY: plan}
    )
    monkeypatch.setattr(library, "load", lambda _folders: whole)
    the_library.cache_clear()
    return exercise


@dataclass
class Played:
    """A practice room; `me` is one person's browser, `seconds` since it was opened."""

    course: Course
    me: Client
    desk: Client
    seconds: float = 0
    pages: dict[str, str] = field(default_factory=dict)

    def wait(self, *turns: float) -> None:
        """The robots do what they would do within each of these turns."""
        for seconds in turns:
            self.seconds += seconds
            now = NOW + timedelta(seconds=self.seconds)
            rooms.move_robots(seconds=seconds, now=now, rng=random.Random(self.seconds))

    def see(self) -> dict[str, str]:
        """Every face as it is now; each is drawn, and none shows what only a program reads."""
        room = self.course.room
        found = {
            "phone": self.me.get(f"/room/{room.code}"),
            "desk": self.desk.get(f"/facilitate/{room.id}"),
            "wall": self.desk.get(f"/facilitate/{room.id}/wall"),
        }
        self.pages = {face: reply.content.decode() for face, reply in found.items()}
        for face, reply in found.items():
            assert reply.status_code == 200, face
            assert "Text(" not in self.pages[face], face
            assert ">None<" not in self.pages[face], face
        return self.pages

    def show(self, part: str) -> RoomPicture:
        """The facilitator shows it."""
        self.course.do(do.Show(part))
        return RoomPicture.objects.get(room=self.course.room, part__endswith=f"/{part}")


def begin(monkeypatch: Any, names: Iterable[str]) -> tuple[Played, Exercise]:
    """The room with its robots in it, and one person."""
    exercise = on_the_shelf(monkeypatch, exercise_with(names))
    monkeypatch.setattr(clock, "now", lambda: NOW)
    town = found_town(now=NOW)
    frida = facilitator(town, "Frida", NOW)
    room = rooms.practise_programme(by=frida, programme=DAY, language="da", now=NOW)
    me, desk = (Client(headers={"accept-language": "da"}) for _ in range(2))
    desk.force_login(frida)
    made = Played(Course(town, room, frida, frida), me, desk)
    assert me.post(f"/room/{made.course.code}", {"name": "Mette"}).status_code == 200
    made.wait(COMING)
    assert Participant.objects.filter(room=made.course.room).count() == 27
    return made, exercise


def paper_of(played: Played) -> list[Row]:
    """The steps as they are printed."""
    day = on_paper.paper(played.course.frida, played.course.id, language="da", now=NOW)
    facts = paper_facts(day, lang="da")
    return [step for item in facts["items"] for part in item["parts"] for step in part["steps"]]


def alone() -> str:
    """The page for whoever tries the exercise alone."""
    reply = Client(headers={"accept-language": "da"}).get(f"/try/{DAY}")
    assert reply.status_code == 200
    return reply.content.decode()

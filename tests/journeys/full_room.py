"""A room as full as it may be: at any station with everybody's longest lines shown, and each side of its wall."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.test import Client

from kulturspejl.access.permission import day_of
from kulturspejl.actions import rooms
from kulturspejl.core.choreography import Station
from kulturspejl.core.choreography.clocks import Clock
from kulturspejl.core.choreography.state import RoomState, from_json, to_json
from kulturspejl.core.content.gathering import DIVIDED, Gathering
from kulturspejl.core.content.programme import PlannedKind, Programme
from kulturspejl.core.disclosure.room.picture import picture_of
from kulturspejl.core.kinds.base.part import Part
from kulturspejl.core.kinds.board import Board
from kulturspejl.library.policies import load_policy
from kulturspejl.readers import rooms as readers
from kulturspejl.records.models import Participant, Room, RoomPicture, User
from kulturspejl.values.room_day import RoomDay, day_of_room
from kulturspejl.values.the_library import the_library
from tests.actions.rooms.course import everything_offered, facilitator
from tests.actions.town import NOW, found_town

WORDS = (
    "vi", "har", "prøvet", "at", "holde", "morgenmøder", "uden", "dagsorden,", "og", "det", "gav", "mere", "ro",
    "arbejdsmiljørepræsentanten", "spurgte", "WWW", "MMMM", "æææ", "på", "gangen.", "Samarbejdskonferencen",
)  # fmt: skip
LONGEST_NAME = 60
HOMEWORK = 1000
LARGEST_TRIO = 5
"""A leader with four representatives."""


def told_of(programme: str) -> Programme:
    """The day with what is told alone."""
    plan = the_library().programmes[programme]
    items = [
        replace(item, stations=tuple(one for one in item.stations if one.kind is PlannedKind.INPUT))
        for item in plan.items
    ]
    return replace(plan, items=tuple(items))


def longest(rng: random.Random, letters: int) -> str:
    """Words up to the last letter that is allowed; now and then one word without any blank."""
    if rng.random() < 0.06:
        return "ordudenmellemrum" * (letters // 16) or "o" * letters
    made = ""
    while len(made) < letters:
        made = f"{made} {rng.choice(WORDS)}" if made else rng.choice(WORDS)
    return made[:letters].strip()


def _frida() -> User:
    """Who makes all the days; the town is founded for the first of them."""
    return User.objects.filter(email="frida@havnby.test").first() or facilitator(found_town(now=NOW), "Frida")


@dataclass(frozen=True)
class Full:
    """The room and who is in it; `people` are participants' ids as the state names them."""

    id: Any
    key: str
    people: tuple[str, ...]
    day: RoomDay
    rng: random.Random

    @classmethod
    def of(cls, programme: str, people: int, seed: str, *, told: bool = False) -> "Full":
        """A day with everything that the programme offers, or with all that is `told` there and no exercise."""
        rng, library = random.Random(seed), the_library()
        plan = library.programmes[programme]
        day = told_of(programme) if told else everything_offered(programme)
        homework = plan.homework.da if plan.is_lent else longest(rng, HOMEWORK)
        room = rooms.create_class(
            by=_frida(), plan=day, name=longest(rng, 100), day=day_of(NOW),
            check_in=longest(rng, 300), homework=homework, language="da", now=NOW,
        )  # fmt: skip
        made = [Participant(room_id=room, name=longest(rng, LONGEST_NAME), workplace="") for _ in range(people)]
        Participant.objects.bulk_create(made)
        if plan.is_lent:
            agreed = {"action": longest(rng, 280), "owner": longest(rng, 60), "day": date(2026, 12, 8).isoformat()}
            Room.objects.filter(id=room).update(agreed=agreed)
        key = Room.objects.values_list("wall_key", flat=True).get(id=room)
        return cls(room, key, tuple(str(one.id) for one in made), day_of_room(room), rng)

    @property
    def state(self) -> RoomState:
        """As it stands."""
        return from_json(Room.objects.values_list("state", flat=True).get(id=self.id))

    def put(self, **changes: Any) -> None:
        """Where the room is, without anybody who moves it."""
        Room.objects.filter(id=self.id).update(state=to_json(self.state.next_version(**changes)))

    def come_to(self, at: int) -> Station:
        """That station, with all that may be shown there shown, and people placed."""
        station = self.day.script[at]
        step = self.day.step_of(station)
        keeps = step is not None and step.keeps
        here = [one for one in self.day.script[: at + 1] if keeps or one.slot == station.slot]
        keys = [f"{one.key}/{part}" for one in here for part in one.reveals]
        for key in keys:
            self._show(key)
        size = LARGEST_TRIO if station.gathering is Gathering.TRIO else max(2, station.size)
        groups = tuple(self.people[place : place + size] for place in range(0, len(self.people), size))
        divided = {station.gathering: groups} if station.gathering in DIVIDED else {}
        clock = Clock(60.0 * station.minutes, NOW)
        self.put(
            at=at, shown=tuple(keys), divisions=divided, are_seats_up=bool(divided), side="", counting=0, clock=clock
        )
        return station

    def _show(self, key: str) -> None:
        if RoomPicture.objects.filter(room_id=self.id, part=key).exists():
            return
        found = self.day.find_part(key)
        assert found is not None
        station = found[0]
        # What somebody writes for a group comes once from each group.
        many = -(-len(self.people) // max(2, station.size)) if found[1].role else len(self.people)
        answers = [self._answer(found[1]) for _one in range(many)]
        picture = picture_of(found[1], answers, load_policy(), self.rng)
        RoomPicture.objects.create(room_id=self.id, part=key, is_final=True, picture=picture.to_json())

    def _answer(self, part: Part) -> dict[str, Any]:
        shape = part.shape
        if isinstance(shape, Board):
            return {item.id: longest(self.rng, shape.longest) for item in shape.items}
        return shape.robot(("ja",), self.rng)

    def sides(self, language: str) -> list[str]:
        """Their names, as the wall has them."""
        return [one.id for one in readers.wall(None, self.id, self.key, language=language, now=NOW).sides]

    def page(self, side: str, language: str) -> str:
        """The wall with this side up."""
        self.put(side=side)
        client = Client(headers={"accept-language": language})
        reply = client.get(f"/facilitate/{self.id}/wall", {"key": self.key})
        assert reply.status_code == 200
        return reply.content.decode()

    def ends(self, language: str) -> Iterator[tuple[str, str]]:
        """The wall before the day begins, while people count, and when it is over."""
        self.put(at=-1, shown=(), side="")
        yield "before", self.page("", language)
        at = next(place for place, one in enumerate(self.day.script) if one.exercise)
        self.come_to(at)
        self.put(counting=12)
        yield "counting", self.page("", language)
        self.put(is_over=True, clock=None, counting=0)
        yield "over", self.page("", language)
        self.put(is_over=False)

    def walls(self, language: str, at: Sequence[int]) -> Iterator[tuple[str, str]]:
        """(what it is, the page) of each side of these stations; the same sides in every language."""
        for place in at:
            station = self.come_to(place)
            names = self.sides(language)
            assert names == self.sides("en" if language == "da" else "da"), station
            for side in names or [""]:
                called = f"{station.exercise or station.key}/{station.step} {side}"
                yield called, self.page(side, language)

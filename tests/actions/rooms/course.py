"""A class made by the real actions: Frida runs it, and so may Finn; participants come in by the code."""

import random
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from django.db import transaction

from kulturspejl.access.permission import day_of
from kulturspejl.actions import people, rooms
from kulturspejl.actions.rooms import boxes
from kulturspejl.core.choreography import commands as do
from kulturspejl.core.choreography.state import RoomState, from_json
from kulturspejl.core.content.programme import Planned, PlannedKind, Programme
from kulturspejl.core.permissions import Role
from kulturspejl.records.models import Room, User
from kulturspejl.values.room_day import day_of_room
from kulturspejl.values.the_library import the_library
from tests.actions.kept import kept
from tests.actions.town import NOW, Town, found_town

PROGRAMME = "module_2"
CHECK_IN = "Hvad har du prøvet siden sidst?"
HOMEWORK = "Tag en snak om kulturen derhjemme."


@dataclass
class Course:
    """The room, who may run it, and everybody's key."""

    town: Town
    id: uuid.UUID
    frida: User
    finn: User
    keys: list[str] = field(default_factory=list)

    @property
    def room(self) -> Room:
        return Room.objects.get(id=self.id)

    @property
    def code(self) -> str:
        return self.room.code

    @property
    def state(self) -> RoomState:
        return from_json(self.room.state)

    def do(self, command, *, by: User | None = None, now: datetime = NOW) -> int:
        return rooms.run(by=by or self.frida, room_id=self.id, command=command, now=now)

    def go_to(self, exercise: str, step: str, *, now: datetime = NOW) -> str:
        """Jump to the step; returns the station's key."""
        script = day_of_room(self.id).script
        at = next(place for place, one in enumerate(script) if (one.exercise, one.step) == (exercise, step))
        self.do(do.GoTo(at, self.state.version), now=now)
        return script[at].key

    def send(self, part: str, values, *, key=None, token=None, id=None, now: datetime = NOW) -> str:
        """With `token`, a device's number, as a phone does it without a name: a voucher first, then the answer."""
        voucher = self.buy(part, token, now=now) if token else None
        return rooms.contribute(
            code=self.code, id=id or uuid.uuid4(), part=part, values=values, key=key, voucher=voucher, now=now
        )

    def buy(self, part: str, token: str, *, now: datetime = NOW) -> str:
        """The voucher of the phone that the token belongs to."""
        key = self.keys[int(token[-4:])]
        return rooms.buy_voucher(code=self.code, part=part, key=key, secret=token.encode(), now=now)

    def answers(self, part: str):
        """What lies in the box of a part."""
        with transaction.atomic():
            return boxes.read_answers(self.id, part)


def facilitator(where: Town, name: str, now: datetime = NOW) -> User:
    """Somebody with the role, for the whole organisation."""
    email = f"{name.lower()}@havnby.test"
    people.grant(by=where.steward, organisation_id=where.organisation, email=email, name=name, role=Role.FACILITATOR,
                 unit_id=None, ends=None, now=now)  # fmt: skip
    return User.objects.get(email=email)


BASIC = ("check_in", "culture_profile", "sparring", "check_out", "evaluation")
"""A day of few exercises, each of another kind of choreography; the others have tests of their own."""


def planned(programme: str = PROGRAMME, also: tuple[str, ...] = ()) -> Programme:
    """The day with the basic exercises alone, as long as they are written, and `also` these; nothing is told."""
    wanted = {*BASIC, *also}
    return with_exercises(the_library().programmes[programme], lambda one: one in wanted)


def everything_offered(programme: str = PROGRAMME) -> Programme:
    """The day with all that it holds or offers, as long as it is written; nothing is told."""
    return with_exercises(the_library().programmes[programme], lambda _one: True)


def with_exercises(plan: Programme, keep: Callable[[str], bool]) -> Programme:
    """Each exercise where it stands first, whole; what would be told is at hand."""
    seen: set[str] = set()
    items = []
    for item in plan.items:
        ids = [one for one in item.exercises if keep(one) and one not in seen]
        seen.update(ids)
        stations = tuple(Planned(PlannedKind.EXERCISE, exercise=one) for one in ids)
        items.append(replace(item, stations=stations, models=item.figures))
    return replace(plan, items=tuple(items))


def without(*left_out: str) -> Programme:
    """The basic day without these exercises."""
    plan = planned()
    items = [
        replace(item, stations=tuple(one for one in item.stations if one.exercise not in left_out))
        for item in plan.items
    ]
    return replace(plan, items=tuple(items))


def held_in(plan: Programme) -> dict[str, list[str]]:
    """{item: the exercises that it holds}."""
    return {item.id: [one.exercise for one in item.held] for item in plan.items}


def begin(
    participants: int = 0, *, is_practice: bool = False, also: tuple[str, ...] = (), now: datetime = NOW
) -> Course:
    """A class for today with so many participants; every third is from the same workplace."""
    return kept(("class", participants, is_practice, also, now), lambda: _begin(participants, is_practice, also, now))


def _begin(participants: int, is_practice: bool, also: tuple[str, ...], now: datetime) -> Course:
    where = found_town(now=now)
    frida, finn = facilitator(where, "Frida", now), facilitator(where, "Finn", now)
    room_id = rooms.create_class(
        by=frida, plan=planned(also=also), name="Modul 2, hold 14", day=day_of(now),
        check_in=CHECK_IN, homework=HOMEWORK, language="da", is_practice=is_practice, now=now,
    )  # fmt: skip
    made = Course(where, room_id, frida, finn)
    come(made, participants, now=now)
    return made


def come(course: Course, participants: int, *, now: datetime = NOW) -> None:
    """So many more people."""
    start = len(course.keys)
    rng = random.Random(start)
    for number in range(start, start + participants):
        place = "Skovskolen" if number % 3 == 0 else f"Sted {number}"
        joined = rooms.join(code=course.code, name=f"Deltager {number:02}", workplace=place, now=now, rng=rng)
        course.keys.append(joined.key)


def token(number: int) -> str:
    """A device's own random number."""
    return f"token-of-device-{number:04}"


LATER = NOW + timedelta(minutes=3)

"""A day of the course as it is held: the room opened, people in it by their own phones, what they write handed in."""

import random
import uuid
from datetime import datetime

from kulturspejl.access.room_access import Runner
from kulturspejl.actions import courses, rooms
from kulturspejl.cli.demo.half_year.story import Story
from kulturspejl.core.choreography import commands as do
from kulturspejl.core.choreography.robots import fill_in
from kulturspejl.core.choreography.script import Station
from kulturspejl.library.crew import crew_in
from kulturspejl.records.models import Membership, Room
from kulturspejl.values.room_day import day_of_room, state_of_room


def open_day(it: Story, part: str, now: datetime) -> "Hall":
    """The room of a day of the class, with everybody of the class in it, who have said so for their certificate."""
    row = it.day_of(part)
    room_id = courses.open_room(by=it.provider, day_id=row.id, language=it.made.language, now=now)
    it.rooms[part] = room_id
    hall = Hall(it, room_id, it.provider)
    members = list(
        Membership.objects.filter(group__held_id=it.class_id).select_related("group").order_by("address")
    )
    hall.come([(one.name, one.group.workplace) for one in members], now)
    code = Room.objects.get(id=room_id).code
    for user in (it.leader, it.amr, it.tr):
        courses.say_present(secret=it.secret(user), code=code, now=now)
    courses.count_came(by=it.provider, day_id=row.id, came=len(members), now=now)
    return hall


class Hall:
    """A room and the keys of those who are in it."""

    def __init__(self, it: Story, room_id: uuid.UUID, by: Runner) -> None:
        self.it, self.room_id, self.by = it, room_id, by
        self.keys: list[str] = []

    @property
    def room(self) -> Room:
        """As it stands."""
        return Room.objects.get(id=self.room_id)

    def come(self, people: list[tuple[str, str]], now: datetime) -> None:
        """Each with a name and a place of work."""
        for name, workplace in people:
            joined = rooms.join(
                code=self.room.code, name=name, workplace=workplace, now=now, rng=random.SystemRandom()
            )
            self.keys.append(joined.key)

    def go_to(self, exercise: str, step: str, now: datetime) -> Station:
        """To the step of an exercise."""
        script = day_of_room(self.room).script
        at = next(place for place, one in enumerate(script) if (one.exercise, one.step) == (exercise, step))
        self.do(do.GoTo(at, state_of_room(self.room, now).version), now)
        return script[at]

    def hand_in(self, station: Station, now: datetime) -> None:
        """Everybody fills in what the step asks for, by what its kind would be filled in with."""
        step, texts = day_of_room(self.room).step_of(station), crew_in(self.it.made.language)
        for number, key in enumerate(self.keys):
            chance = random.Random(f"{station.key} {number}")
            for part in step.parts if step else ():
                values = fill_in(part, texts, chance)
                if values is not None:
                    rooms.contribute(
                        code=self.room.code, id=uuid.uuid4(), part=f"{station.key}/{part.id}", values=values, key=key,
                        now=now,
                    )  # fmt: skip
            rooms.mark_done(code=self.room.code, key=key, station=station.key, now=now)

    def show(self, station: Station, now: datetime) -> None:
        """What the step can show stands on the wall."""
        for part in station.reveals:
            self.do(do.Show(part), now)

    def do(self, command: do.Command, now: datetime) -> None:
        """A press at the desk."""
        rooms.run(by=self.by, room_id=self.room_id, command=command, now=now)

    def finish(self, now: datetime) -> None:
        """The day is over."""
        rooms.finish(by=self.by, room_id=self.room_id, seen=state_of_room(self.room, now).version, now=now)

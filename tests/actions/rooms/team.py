"""A team in its borrowed room, made by the real actions: who comes, what they answer, what is shown and agreed on."""

import random
import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from kulturspejl.access.permission import day_of
from kulturspejl.access.room_access import DeskKey
from kulturspejl.actions import rooms
from kulturspejl.core.choreography import commands as do
from kulturspejl.core.choreography.state import from_json
from kulturspejl.records.models import Room, User
from kulturspejl.values.room_day import day_of_room
from kulturspejl.values.room_kept import what_goes
from tests.actions.town import NOW

ACTION = "Vi siger højt, når vi er i tvivl"
PLACES = ((5, 8), (6, 8), (5, 7), (4, 9), (6, 8))
"""Now and goal of five: means 5.2 and 8.0."""


def opened(
    programme: str = "team_learning", *, by: User | None = None, unit: uuid.UUID | None = None, now: datetime = NOW
) -> rooms.Borrowed:
    return rooms.borrow(programme=programme, language="da", by=by, unit_id=unit, now=now)


def room_of(lent: rooms.Borrowed) -> Room:
    return Room.objects.get(id=lent.room_id)


def run(lent: rooms.Borrowed, command: do.Command, now: datetime = NOW) -> None:
    rooms.run(by=DeskKey(lent.desk_key), room_id=lent.room_id, command=command, now=now)


def show(
    lent: rooms.Borrowed, exercise: str, step: str, part: str, answers: Sequence[Mapping[str, int]], now: datetime = NOW
) -> None:
    """Each answer by somebody who comes in for it, then the part is shown."""
    keys = [
        rooms.join(code=lent.code, name=f"P{one}", workplace="", now=now, rng=random.Random(f"{lent.code}{one}")).key
        for one in range(len(answers))
    ]
    script = day_of_room(room_of(lent)).script
    at = next(place for place, one in enumerate(script) if (one.exercise, one.step) == (exercise, step))
    run(lent, do.GoTo(at, from_json(room_of(lent).state).version), now)
    for key, values in zip(keys, answers, strict=True):
        rooms.contribute(
            code=lent.code, id=uuid.uuid4(), part=f"{script[at].key}/{part}", values=values, key=key, now=now
        )
    run(lent, do.Show(part), now)


def stand(lent: rooms.Borrowed, places: Sequence[tuple[int, int]] = PLACES, now: datetime = NOW) -> None:
    """They place themselves on the learning scale, and the line is shown."""
    answers = [{"now": here, "goal": there} for here, there in places]
    show(lent, "team_learning", "status", "place", answers, now)


def weigh(lent: rooms.Borrowed, answers: Sequence[Mapping[str, int]], now: datetime = NOW) -> None:
    show(lent, "team_demands", "weigh", "weights", answers, now)


def agree(lent: rooms.Borrowed, action: str = ACTION, now: datetime = NOW) -> None:
    rooms.agree(
        by=DeskKey(lent.desk_key), room_id=lent.room_id, action=action, owner="Aisha",
        day=day_of(now) + timedelta(days=42), now=now,
    )  # fmt: skip


def held(now: datetime = NOW) -> rooms.Borrowed:
    """A meeting on the learning scale with an agreement."""
    lent = opened(now=now)
    stand(lent, now=now)
    agree(lent, now=now)
    return lent


def offer(lent: rooms.Borrowed, now: datetime = NOW) -> None:
    rooms.offer(by=DeskKey(lent.desk_key), room_id=lent.room_id, now=now)


def take(
    lent: rooms.Borrowed, by: User, unit: uuid.UUID, now: datetime = NOW, form: uuid.UUID | None = None
) -> uuid.UUID:
    """As somebody who has read what goes."""
    seen = what_goes(room_of(lent)).mark
    return rooms.take_over(by=by, code=lent.code, unit_id=unit, seen=seen, form=form, now=now)

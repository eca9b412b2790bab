"""The rooms that somebody may run, and the programmes to make one of."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count

from kulturspejl.access.permission import day_of
from kulturspejl.access.room_access import organisations_of
from kulturspejl.core.choreography.state import from_json
from kulturspejl.core.writing.order import danish_key
from kulturspejl.records.models import Room, User
from kulturspejl.records.rooms import HEAVY
from kulturspejl.values.room_keeping import deleted_on
from kulturspejl.values.the_library import the_library


@dataclass(frozen=True)
class RoomCard:
    """One line in the list of a facilitator's rooms."""

    room_id: uuid.UUID
    name: str
    day: date | None
    code: str
    kind: str
    here: int
    is_over: bool
    deleted_on: date


def cards(user: User, *, now: datetime) -> list[RoomCard]:
    """The nearest day first, days gone by last."""
    rows = Room.objects.defer(*HEAVY).filter(organisation__in=organisations_of(user, day_of(now)))
    found = [_card(row, row.here) for row in rows.annotate(here=Count("participants"))]
    today = day_of(now)
    return sorted(found, key=lambda card: _order(card, today))


def programmes(user: User, language: str, *, now: datetime) -> list[tuple[str, str]]:
    """(id, name) of what a class can be made of, days of a course in its order; nothing for who may make none.

    A programme that is lent is a team's own meeting, not a class: there all describe the same place of work.
    """
    if not organisations_of(user, day_of(now)):
        return []
    library = the_library()
    days = [part.programme for _id, course in sorted(library.courses.items()) for part in course.parts]
    place = {id: at for at, id in reversed(list(enumerate(days)))}
    plans = sorted(library.programmes.items(), key=lambda one: (place.get(one[0], len(days)), one[0]))
    return [(key, plan.name.into(language)) for key, plan in plans if not plan.is_lent]


def _card(room: Room, here: int) -> RoomCard:
    return RoomCard(
        room_id=room.id, name=room.name, day=room.day, code=room.code, kind=room.kind, here=here,
        is_over=from_json(room.state).is_over, deleted_on=deleted_on(room),
    )  # fmt: skip


def _order(card: RoomCard, today: date) -> tuple[bool, int, tuple[str, str]]:
    """Days to come, nearest first; then those gone by, the latest first."""
    away = (card.day - today).days if card.day else 0
    return away < 0 or card.is_over, abs(away), danish_key(card.name)

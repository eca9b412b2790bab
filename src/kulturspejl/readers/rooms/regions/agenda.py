"""The day as it stands, item by item."""

import uuid
from dataclasses import dataclass
from functools import lru_cache

from kulturspejl.core.choreography.agenda import Slots
from kulturspejl.core.choreography.making import minutes_held
from kulturspejl.core.writing import dates
from kulturspejl.readers.rooms.scene import Scene
from kulturspejl.values.room_day import day_of_plan

MOST_IN_MEMORY = 256


@dataclass(frozen=True)
class AgendaLine:
    """One item of the day. Times are written ("9.15"); `minutes_used` is the sum of what it holds,
    changeovers counted."""

    key: str
    start: str
    end: str
    title: str
    minutes: int
    minutes_used: int
    is_now: bool
    is_past: bool
    is_break: bool


def time_of_day(minutes: int, language: str) -> str:
    """ "9.15", "09:15"."""
    return dates.clock(*divmod(minutes, 60), language)


def agenda_lines(scene: Scene, slots: Slots | None = None) -> tuple[AgendaLine, ...]:
    """The day as it stands, or as it would with other `slots`."""
    station = scene.station
    here = station.slot if station else (len(scene.state.slots) if scene.state.is_over else -1)
    return _lines(scene.room.id, scene.room.plan, slots or scene.state.slots, here, scene.language)


@lru_cache(maxsize=MOST_IN_MEMORY)
def _lines(room_id: uuid.UUID, plan: int, slots: Slots, here: int, language: str) -> tuple[AgendaLine, ...]:
    """The very same for every step of an item, so that it is drawn once as well (`templatetags/drawn_once`)."""
    day = day_of_plan(room_id, plan)
    return tuple(
        AgendaLine(
            key=slot.key, start=time_of_day(slot.start, language), end=time_of_day(slot.end, language),
            title=day.programme.items[place].title.into(language), minutes=slot.minutes,
            minutes_used=minutes_held(day.script, place),
            is_now=place == here, is_past=place < here, is_break=slot.is_protected,
        )
        for place, slot in enumerate(slots)
    )  # fmt: skip

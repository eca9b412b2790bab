"""The day as it stands, item by item."""

from dataclasses import dataclass

from kulturspejl.core.choreography.agenda import Slots
from kulturspejl.core.choreography.making import minutes_held
from kulturspejl.core.writing import dates
from kulturspejl.readers.rooms.scene import Scene


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
    return _agenda_lines(scene, slots) if slots else scene.once("agenda", lambda: _agenda_lines(scene, None))


def _agenda_lines(scene: Scene, slots: Slots | None) -> tuple[AgendaLine, ...]:
    station = scene.station
    here = station.slot if station else (len(scene.state.slots) if scene.state.is_over else -1)
    return tuple(
        AgendaLine(
            key=slot.key, start=time_of_day(slot.start, scene.language), end=time_of_day(slot.end, scene.language),
            title=scene.say(scene.day.programme.items[place].title), minutes=slot.minutes,
            minutes_used=minutes_held(scene.day.script, place),
            is_now=place == here, is_past=place < here, is_break=slot.is_protected,
        )
        for place, slot in enumerate(slots or scene.state.slots)
    )  # fmt: skip

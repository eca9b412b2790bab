"""The station's clock, which the device runs, and when a break is over."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from kulturspejl.readers.rooms.regions.agenda import time_of_day
from kulturspejl.readers.rooms.scene import Scene
from kulturspejl.values.room_day import minute_of


@dataclass(frozen=True)
class ClockView:
    """A clock that the device runs: it reaches nought at `ends_at`; without that it stands at `seconds`."""

    ends_at: datetime | None
    seconds: int


def clock_view(scene: Scene) -> ClockView | None:
    """The station's clock."""
    clock = scene.state.clock
    return None if clock is None else ClockView(clock.ends_at, int(clock.left(scene.now)))


def begins_again(scene: Scene) -> str:
    """When we go on after a break; "" where there is none."""
    station, clock = scene.station, scene.state.clock
    if station is None or not station.is_break:
        return ""
    if clock is None or clock.ends_at is None:
        return "" if not station.is_item else time_of_day(scene.state.slots[station.slot].end, scene.language)
    return time_of_day(minute_of(clock.ends_at + timedelta(seconds=59)), scene.language)

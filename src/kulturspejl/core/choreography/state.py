"""Where a room is: everything that desk, wall and phones agree on, as one value."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from kulturspejl.core.choreography.agenda import Slot, Slots
from kulturspejl.core.choreography.clocks import Clock, Walk
from kulturspejl.core.choreography.groups import Groups
from kulturspejl.core.choreography.script import Station
from kulturspejl.core.content.gathering import Gathering

__all__ = ["Clock", "Divisions", "RoomState", "Walk", "WallMode"]


class WallMode(StrEnum):
    """What the wall does."""

    NOW = "now"  # what the room is doing
    BLANK = "blank"  # nothing at all
    SLIDES = "slides"  # the facilitator's own
    MODEL = "model"  # a figure that the facilitator has put up


Divisions = Mapping[Gathering, Groups]
BEFORE = -1
TASK, SEATS, SHOWN, SLIDE = "task", "groups", "shown/", "slide/"
"""What a side of the wall is called by: the exercise itself, who sits where, before the key of a part, of a slide."""


@dataclass(frozen=True)
class RoomState:
    """`at` is the place in the script: -1 before the day begins, its length when it is over; `furthest` the last place
    where the room has ever been.

    `version` grows with every change, `moved` is the version at which the place last changed. `shown` are the
    parts on the wall ("<station>/<part>"). `walks` and `owners` belong to the station's groups, one each; an owner
    is "" until somebody has taken the role. `said` are the numbers of a count aloud that is going on.
    `model` is the id of what is up, as long as `wall` says MODEL. `side` names the side of the wall that is turned up:
    "task", "groups.1", "shown/<part>.0"; the first of its kind where it has no number, the first of all for "" or a
    name that is there no longer. `are_seats_up`: people have been placed at this station; where they sit comes first.
    """

    slots: Slots
    version: int = 1
    at: int = BEFORE
    moved: int = 0
    is_over: bool = False
    clock: Clock | None = None
    wall: WallMode = WallMode.NOW
    shown: tuple[str, ...] = ()
    divisions: Divisions = field(default_factory=dict)
    walks: tuple[Walk, ...] = ()
    owners: tuple[str, ...] = ()
    counting: int = 0
    said: Mapping[str, int] = field(default_factory=dict)
    furthest: int = BEFORE
    model: str = ""
    side: str = ""
    are_seats_up: bool = False

    def minutes_of(self, station: Station) -> int:
        """How long a station is to last, changeover and all, by the agenda as it stands by now.

        An item that holds nothing lasts as long as the agenda says. Where an item was made too short for what it holds,
        what is told in it gives the minutes, in proportion and down to one; exercises keep theirs.
        """
        if station.slot >= len(self.slots) or station.exercise:
            return station.lasts
        left = self.slots[station.slot].minutes
        if station.is_item:
            return left
        return station.lasts if left >= station.together else max(1, station.lasts * left // station.together)

    def without_model(self) -> "RoomState":
        """The same with the wall back at what the room is doing, where a model was up."""
        return replace(self, wall=WallMode.NOW, model="") if self.wall is WallMode.MODEL else self

    def next_version(self, **changes: Any) -> "RoomState":
        """The same with `changes`, one version on."""
        return replace(self, version=self.version + 1, **changes)


def to_json(state: RoomState) -> dict[str, Any]:
    """What a room stores; times as ISO 8601."""
    return {
        "version": state.version, "at": state.at, "moved": state.moved, "is_over": state.is_over,
        "wall": state.wall.value, "shown": list(state.shown), "owners": list(state.owners),
        "counting": state.counting, "said": dict(state.said), "furthest": state.furthest,
        "model": state.model, "side": state.side, "are_seats_up": state.are_seats_up,
        "slots": [[slot.key, slot.start, slot.end, slot.is_protected] for slot in state.slots],
        "clock": None if state.clock is None else _pair(state.clock),
        "walks": [_pair(walk) for walk in state.walks],
        "divisions": {key.value: [list(group) for group in groups] for key, groups in state.divisions.items()},
    }  # fmt: skip


def from_json(data: Mapping[str, Any]) -> RoomState:
    """What a room stored, read back. Raises KeyError, TypeError or ValueError where it is not ours."""
    return RoomState(
        slots=tuple(Slot(*row) for row in data["slots"]),
        version=data["version"], at=data["at"], moved=data["moved"], is_over=data["is_over"],
        clock=None if data["clock"] is None else Clock(*_times(data["clock"])),
        wall=WallMode(data["wall"]), shown=tuple(data["shown"]),
        divisions={
            Gathering(key): tuple(tuple(group) for group in groups) for key, groups in data["divisions"].items()
        },
        walks=tuple(Walk(*_times(row)) for row in data["walks"]),
        owners=tuple(data["owners"]), counting=data["counting"], said=dict(data["said"]),
        furthest=data.get("furthest", data["at"]),
        model=data.get("model", ""), side=data.get("side", ""), are_seats_up=data.get("are_seats_up", False),
    )  # fmt: skip


def _pair(one: Clock | Walk) -> list[Any]:
    return [one.seconds, None if one.since is None else one.since.isoformat()]


def _times(row: list[Any]) -> tuple[float, datetime | None]:
    return float(row[0]), None if row[1] is None else datetime.fromisoformat(row[1])

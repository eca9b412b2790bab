"""A room as it is now, with everything that its faces read from: loaded once, shown in one language."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any, TypeVar

from kulturspejl.core.choreography import RoomState, Station
from kulturspejl.core.choreography.groups import Groups, places
from kulturspejl.core.content.exercise import Step
from kulturspejl.core.disclosure.policy import Policy
from kulturspejl.core.text import Text
from kulturspejl.records.models import Room
from kulturspejl.values.room_day import RoomDay, day_of_room, policy_of_room, state_of_room

Made = TypeVar("Made")


@dataclass(frozen=True)
class Scene:
    """`station` is None before the day begins and when it is over; `is_sealed`: who looks keeps a locked copy here."""

    room: Room
    day: RoomDay
    state: RoomState
    language: str
    now: datetime
    is_sealed: bool = False
    kept: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def station(self) -> Station | None:
        """What is on."""
        at = self.state.at
        return self.day.script[at] if 0 <= at < len(self.day.script) and not self.state.is_over else None

    @cached_property
    def step(self) -> Step | None:
        """The step of an exercise that is on."""
        return self.day.step_of(self.station) if self.station else None

    @cached_property
    def groups(self) -> Groups:
        """How people sit at the station that is on."""
        return self.state.divisions.get(self.station.gathering, ()) if self.station else ()

    @cached_property
    def policy(self) -> Policy:
        """What may be shown from which size."""
        return policy_of_room(self.room)

    def place_of(self, me: str) -> int | None:
        """The place (0-based) of the group that somebody sits in; None for nobody's."""
        return self.places.get(me)

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Of everybody who sits in a group."""
        return places(self.groups)

    def once(self, name: str, make: Callable[[], Made]) -> Made:
        """What is the same for everybody who looks at this scene: made for the first of them."""
        if name not in self.kept:
            self.kept[name] = make()
        found: Made = self.kept[name]
        return found

    def say(self, text: Text | None) -> str:
        """The text in the scene's language; "" where there is none."""
        return text.into(self.language) if text else ""


def scene_of(room: Room, *, language: str, now: datetime) -> Scene:
    """The scene of a room whose row has just been read."""
    return Scene(room, day_of_room(room), state_of_room(room, now), language, now)

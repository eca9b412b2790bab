"""Fewer here than a picture needs: said before anybody has answered, with the conversation without numbers."""

from collections.abc import Iterable
from dataclasses import dataclass

from kulturspejl.core.content.programme import SlotKind
from kulturspejl.core.disclosure.room.least import least_for
from kulturspejl.core.kinds.base.part import Part
from kulturspejl.readers import instruments
from kulturspejl.readers.rooms.regions.doing import unsigned
from kulturspejl.readers.rooms.regions.enough import phones
from kulturspejl.readers.rooms.scene import Scene
from kulturspejl.records.models import RoomKind


@dataclass(frozen=True)
class FewView:
    """So few are here that there will be no picture, from `least`; `guide` is a conversation without numbers."""

    here: int
    least: int
    guide: tuple[str, ...]


def few_of(scene: Scene) -> FewView | None:
    """Where there are too few for a picture: of the whole day while a team is welcomed, then of each step.

    None where there is nobody yet, and where nothing is handed in without a name. A class is still coming in while it
    is welcomed.
    """
    asked = unsigned(scene.step)
    least = _first(scene, asked) if asked else scene.once("least", lambda: _least(scene)) if _is_welcome(scene) else 0
    here = phones(scene)
    if not 0 < here < least:
        return None
    return FewView(here, least, tuple(map(scene.say, instruments.culture_profile().guide)))


def _least(scene: Scene) -> int:
    """From how many answers there is a first picture of the day; 0 where there is none."""
    steps = [scene.day.step_of(station) for station in scene.day.script]
    return _first(scene, [part for step in steps for part in unsigned(step)])


def _first(scene: Scene, parts: Iterable[Part]) -> int:
    return min((least_for(part, scene.policy) for part in parts), default=0)


def _is_welcome(scene: Scene) -> bool:
    station = scene.station
    if station is None or scene.room.kind != RoomKind.BORROWED:
        return False
    return scene.day.item_of(station).kind is SlotKind.WELCOME

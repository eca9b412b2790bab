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
from kulturspejl.records.models import RoomKind, RoomPicture


@dataclass(frozen=True)
class FewView:
    """So few are here that there will be no picture, from `least`; `guide` is a conversation without numbers."""

    here: int
    least: int
    guide: tuple[str, ...]


def few_of(scene: Scene) -> FewView | None:
    """Where there are too few for a picture: of the whole day while a team is welcomed, then of each step, and of the
    steps after it in which a team would have talked about the picture.

    None where there is nobody yet, and where nothing is handed in without a name. A class is still coming in while it
    is welcomed.
    """
    asked = unsigned(scene.step)
    least = _first(scene, asked) if asked else _least_of_team(scene)
    here = phones(scene)
    if not 0 < here < least:
        return None
    if not asked and RoomPicture.objects.filter(room=scene.room).exists():
        return None  # Somebody has gone home, and there is something to talk about.
    return FewView(here, least, tuple(map(scene.say, instruments.culture_profile().guide)))


def _least(scene: Scene) -> int:
    """From how many answers there is a first picture of the day; 0 where there is none."""
    steps = [scene.day.step_of(station) for station in scene.day.script]
    return _first(scene, [part for step in steps for part in unsigned(step)])


def _first(scene: Scene, parts: Iterable[Part]) -> int:
    return min((least_for(part, scene.policy) for part in parts), default=0)


def _least_of_team(scene: Scene) -> int:
    """The same for a team at a step that asks for nothing: of the day at the welcome, then of the step's exercise."""
    station = scene.station
    if station is None or scene.room.kind != RoomKind.BORROWED:
        return 0
    if scene.day.item_of(station).kind is SlotKind.WELCOME:
        return scene.once("least", lambda: _least(scene))
    exercise = scene.day.exercises.get(station.exercise)
    return _first(scene, [part for step in exercise.steps for part in unsigned(step)]) if exercise else 0

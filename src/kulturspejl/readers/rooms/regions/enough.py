"""Whether there is enough for a picture, and what is asked before the answers are closed. Never who has answered."""

from dataclasses import dataclass

from kulturspejl.core.disclosure.room.least import least_for
from kulturspejl.core.kinds.base.part import Part
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.readers.rooms.box_counts import answers_in
from kulturspejl.readers.rooms.regions.closed import closed
from kulturspejl.readers.rooms.regions.doing import unsigned
from kulturspejl.readers.rooms.scene import Scene
from kulturspejl.records.models import RoomNote
from kulturspejl.records.questions import ask, key_of

HERE = "SELECT COUNT(*) FROM records_participant WHERE room_id = %s AND key_hash IS NOT NULL"
WITH_A_PHONE = "with a phone"
"""Under which name a scene keeps their number; whoever has counted them already gives it along."""


@dataclass(frozen=True)
class EnoughView:
    """Whether there are answers enough for a picture, from `least`; not how many. `can_be`: so many are here."""

    least: int
    is_enough: bool
    can_be: bool


@dataclass(frozen=True)
class AskView:
    """What the way on asks about first: so many pictures (`count`) wait, and whether there are answers enough.

    `moved` is the version at which the room came here: who pressed before that meant another way on.
    """

    moved: int
    count: int
    least: int
    is_enough: bool


def enough_of(scene: Scene) -> EnoughView | None:
    """For a step where something is handed in without a name and not shown yet; None elsewhere.

    How many have answered is not told: beside who is done it would tell who has handed in nothing.
    """
    waiting = [part for part in unsigned(scene.step) if not _is_closed(scene, part)]
    if not waiting:
        return None
    least = max(least_for(part, scene.policy) for part in waiting)
    return EnoughView(least, is_enough=all(_has_enough(scene, part) for part in waiting), can_be=phones(scene) >= least)


def ask_of(scene: Scene) -> AskView | None:
    """What the way on asks about first: pictures of this step that nobody has shown, where there can be one at all."""
    station, step = scene.station, scene.step
    if station is None or step is None:
        return None
    waiting = [
        part
        for part in step.parts
        if part.id in station.reveals and f"{station.key}/{part.id}" not in scene.state.shown
        if not _is_closed(scene, part) and _may_have_enough(scene, part)
    ]
    if not waiting:
        return None
    ready = [part for part in waiting if _has_enough(scene, part)]
    least = min(least_for(part, scene.policy) for part in waiting)
    return AskView(scene.state.moved, len(ready or waiting), least, is_enough=bool(ready))


def phones(scene: Scene) -> int:
    """How many are here with a phone: whoever is on paper hands nothing in."""
    return scene.once(WITH_A_PHONE, lambda: int(ask(HERE, key_of(scene.room.id))[0][0]))


def _may_have_enough(scene: Scene, part: Part) -> bool:
    return phones(scene) >= least_for(part, scene.policy)


def _has_enough(scene: Scene, part: Part) -> bool:
    return min(_answers(scene, part), phones(scene)) >= least_for(part, scene.policy)


def _answers(scene: Scene, part: Part) -> int:
    key = _key(scene, part)
    if part.visibility is not Visibility.AGGREGATE:
        return RoomNote.objects.filter(room=scene.room, part=key).count()
    return answers_in(scene.room, key, part)


def _is_closed(scene: Scene, part: Part) -> bool:
    return _key(scene, part) in closed(scene)


def _key(scene: Scene, part: Part) -> str:
    return f"{scene.station.key}/{part.id}" if scene.station else ""

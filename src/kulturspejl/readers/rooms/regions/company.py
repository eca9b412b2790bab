"""Whom somebody is about to answer with: in a room that nobody checks, names may be one person's several phones."""

from dataclasses import dataclass

from kulturspejl.core.disclosure.room.least import least_for
from kulturspejl.core.writing.order import danish_key
from kulturspejl.readers.rooms.regions.closed import closed
from kulturspejl.readers.rooms.regions.doing import unsigned
from kulturspejl.readers.rooms.scene import Scene
from kulturspejl.records.models import Participant, RoomKind


@dataclass(frozen=True)
class Company:
    """The phones of a room that nobody checks, by the names that were typed; `least` of them make a picture."""

    names: tuple[str, ...]
    least: int


def company_of(scene: Scene) -> Company | None:
    """Who is there with a phone, where something is asked without a name that is not shown yet; None elsewhere.

    A course day has somebody with an account in front, who sees the people; a borrowed room has nobody.
    """
    if scene.room.kind != RoomKind.BORROWED or scene.state.is_over:
        return None
    asked = unsigned(scene.step)
    if not asked and not unshown_of(scene):
        return None
    least = min((least_for(part, scene.policy) for part in asked), default=scene.policy.mean)
    return Company(scene.once("phones", lambda: _names(scene)), least)


def unshown_of(scene: Scene) -> tuple[tuple[str, str], ...]:
    """The parts without a name of earlier steps that are not shown yet: (key, label)."""
    return () if scene.state.is_over else scene.once("unshown", lambda: _unshown(scene))


def _names(scene: Scene) -> tuple[str, ...]:
    rows = Participant.objects.filter(room=scene.room, key_hash__isnull=False).values_list("name", flat=True)
    return tuple(sorted(rows, key=danish_key))


def _unshown(scene: Scene) -> tuple[tuple[str, str], ...]:
    """Of the way that lies behind; whether anybody has answered there is not asked."""
    behind = [(station, scene.day.step_of(station)) for station in scene.day.script[: max(0, scene.state.at)]]
    parts = [(f"{station.key}/{part.id}", part) for station, step in behind for part in unsigned(step)]
    return tuple((key, scene.say(part.label)) for key, part in parts if key not in closed(scene))

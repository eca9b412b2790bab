"""What each came for, and what the day is for."""

from kulturspejl.core.content.programme import SlotKind
from kulturspejl.readers.rooms.scene import Scene
from kulturspejl.records.models import RoomKind


def asks_goal(scene: Scene) -> bool:
    """A day has room for what each came for; somebody's own team meets for one thing together."""
    return not scene.state.is_over and scene.room.kind != RoomKind.BORROWED


def goals_of(scene: Scene) -> tuple[str, ...]:
    """What the day is for: before it begins, when each thinks of their own goal, and when they check out."""
    if scene.state.is_over or (scene.station is not None and not recalls_goal(scene)):
        return ()
    return tuple(map(scene.say, scene.day.programme.goals))


def recalls_goal(scene: Scene) -> bool:
    """At check-out each sees again what they came for."""
    station = scene.station
    return station is not None and scene.day.item_of(station).kind is SlotKind.CHECK_OUT

"""What people are called in lists, pairs and groups: namesakes with their workplace, so that they are told apart."""

from collections.abc import Mapping

from kulturspejl.core.writing.namesakes import placed
from kulturspejl.readers.rooms.scene import Scene
from kulturspejl.records.models import Participant


def called(scene: Scene) -> Mapping[str, str]:
    """By participant's id, of everybody on the room's list."""
    return scene.once("called", lambda: _called(scene))


def _called(scene: Scene) -> dict[str, str]:
    rows = Participant.objects.filter(room=scene.room).values_list("id", "name", "workplace")
    return placed({str(key): (name, place) for key, name, place in rows})

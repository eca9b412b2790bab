"""Parts that are shown for good: no answer to them is taken in any more."""

from kulturspejl.readers.rooms.scene import Scene
from kulturspejl.records.models import RoomPicture


def closed(scene: Scene) -> set[str]:
    """Their keys, "<station>/<part>"; asked once for a scene."""
    return scene.once("finals", lambda: _closed(scene))


def _closed(scene: Scene) -> set[str]:
    finals = RoomPicture.objects.filter(room=scene.room, is_final=True)
    return set(finals.values_list("part", flat=True))

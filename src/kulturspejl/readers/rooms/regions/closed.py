"""Parts that are shown for good: no answer to them is taken in any more."""

from kulturspejl.readers.rooms.scene import Scene
from kulturspejl.records.questions import ask, key_of

FINAL = "SELECT part FROM records_roompicture WHERE room_id = %s AND is_final"
"""Asked without the ORM, for it is asked at every ring."""


def closed(scene: Scene) -> set[str]:
    """Their keys, "<station>/<part>"; asked once for a scene."""
    return scene.once("finals", lambda: {part for (part,) in ask(FINAL, key_of(scene.room.id))})

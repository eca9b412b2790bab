"""Whether somebody has written something for their group that they could take back."""

from kulturspejl.readers.rooms.scene import Scene
from kulturspejl.records.models import RoomNote


def has_written(scene: Scene, key: str, me: str) -> bool:
    """In the part of that key; asked once for all in the room."""
    return me in scene.once(f"written {key}", lambda: _writers(scene, key))


def _writers(scene: Scene, key: str) -> frozenset[str]:
    rows = RoomNote.objects.filter(room=scene.room, part=key).values_list("participant_id", flat=True)
    return frozenset(map(str, rows))

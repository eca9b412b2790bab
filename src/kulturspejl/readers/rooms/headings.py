"""What the members of a group have written for each other (V1): seen by that group alone."""

import uuid

from kulturspejl.core.kinds.sheet import Sheet
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.writing.order import danish_key
from kulturspejl.readers.rooms.regions.role import owner_of
from kulturspejl.readers.rooms.scene import Scene
from kulturspejl.records.models import RoomNote


def headings_of(scene: Scene, place: int) -> tuple[tuple[str, str], ...]:
    """(name, line) of each member; of the owner alone once somebody has taken that role. Never for desk or wall."""
    keys, members = _parts(scene), scene.groups[place]
    if not keys or not members:
        return ()
    owner = owner_of(scene, place)
    wanted = [uuid.UUID(one) for one in ([owner] if owner else members)]
    rows = RoomNote.objects.filter(room=scene.room, part__in=keys, participant__in=wanted)
    found = sorted(
        rows.values_list("participant__name", "part", "values"), key=lambda row: (danish_key(row[0]), row[1])
    )
    return tuple((name, " · ".join(str(line) for line in values.values())) for name, _part, values in found)


def _parts(scene: Scene) -> list[str]:
    """The parts shared with the group, of the exercise that is on."""
    if scene.station is None or not scene.station.exercise:
        return []
    return [
        f"{station.key}/{part.id}"
        for station in scene.day.script
        if station.exercise == scene.station.exercise
        for step in [scene.day.step_of(station)]
        for part in (step.parts if step else ())
        if part.visibility is Visibility.NAMED and not isinstance(part.shape, Sheet)
    ]

"""What the members of a group have written for each other (V1): seen by that group alone."""

import uuid
from collections.abc import Mapping, Sequence

from kulturspejl.core.kinds.sheet import Sheet
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.writing.order import danish_key
from kulturspejl.readers.rooms.regions.role import owner_of
from kulturspejl.readers.rooms.scene import Scene
from kulturspejl.records.models import RoomNote

Row = tuple[str, str, dict[str, object]]
ALL = "headings"


def read_all(scene: Scene) -> None:
    """Read them for all groups at once, where all are asked for; each group still gets its own alone."""
    found: dict[str, list[Row]] = {}
    if scene.groups and (keys := _parts(scene)):
        rows = RoomNote.objects.filter(room=scene.room, part__in=keys)
        for who, name, part, values in rows.values_list("participant_id", "participant__name", "part", "values"):
            found.setdefault(str(who), []).append((name, part, values))
    scene.kept[ALL] = found


def headings_of(scene: Scene, place: int) -> tuple[tuple[str, str], ...]:
    """(name, line) of each member; of the owner alone once somebody has taken that role. Never for desk or wall."""
    owner = owner_of(scene, place)
    found = _written(scene, [owner] if owner else scene.groups[place])
    found = sorted(found, key=lambda row: (danish_key(row[0]), row[1]))
    return tuple((name, " · ".join(str(line) for line in values.values())) for name, _part, values in found)


def _written(scene: Scene, wanted: Sequence[str]) -> list[Row]:
    read: Mapping[str, list[Row]] | None = scene.kept.get(ALL)
    if read is not None:
        return [row for one in wanted for row in read.get(one, ())]
    keys = _parts(scene)
    if not keys or not wanted:
        return []
    rows = RoomNote.objects.filter(room=scene.room, part__in=keys, participant__in=map(uuid.UUID, wanted))
    return list(rows.values_list("participant__name", "part", "values"))


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

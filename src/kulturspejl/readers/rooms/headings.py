"""What the members of a group have written for each other (V1): seen by that group alone."""

import uuid
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kulturspejl.core.content.gathering import Gathering
from kulturspejl.core.kinds.base.items import Itemised
from kulturspejl.core.kinds.base.part import Part
from kulturspejl.core.kinds.sheet import Sheet
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.writing.order import danish_key
from kulturspejl.readers.rooms.regions.group import Carried, Heading
from kulturspejl.readers.rooms.regions.role import owner_of
from kulturspejl.readers.rooms.scene import Scene
from kulturspejl.records.models import RoomNote

ALL = "headings"


class Row(NamedTuple):
    """One person's note at a part."""

    who: str
    name: str
    part: str
    values: Mapping[str, str]


def read_all(scene: Scene) -> None:
    """Read them for all groups at once, where all are asked for; each group still gets its own alone."""
    found: dict[str, list[Row]] = {}
    if scene.groups and (keys := list(_parts(scene))):
        for row in _rows(scene, keys, None):
            found.setdefault(row.who, []).append(row)
    scene.kept[ALL] = found


def headings_of(scene: Scene, place: int) -> tuple[Heading, ...]:
    """What each member wrote; of the owner alone once somebody has taken that role. Never for desk or wall.

    A TRIO goes on reading all of it: there the role is to write for the others.
    """
    owner, parts = owner_of(scene, place), _parts(scene)
    is_trio = scene.station is not None and scene.station.gathering is Gathering.TRIO
    wanted = [owner] if owner and not is_trio else scene.groups[place]
    found = [row for row in _written(scene, wanted) if not parts[row.part].is_carried]
    found = sorted(found, key=lambda row: (danish_key(row.name), row.part))
    return tuple((row.name, _lines(scene, parts[row.part], row.values)) for row in found)


def carried_of(scene: Scene, place: int) -> tuple[Carried, ...]:
    """What one of the TRIO has written for all to take home: without lines where nobody has, or took it back.

    Where two have written one after the other, that of whoever has the role now counts.
    """
    carried = {key: part for key, part in _parts(scene).items() if part.is_carried}
    owner = owner_of(scene, place)
    found = {row.part: row for row in _written(scene, scene.groups[place])} if carried else {}
    found |= {row.part: row for row in _written(scene, [owner] if owner else [])} if carried else {}
    return tuple(
        (key, _asked(scene, part, found[key].values) if key in found else ()) for key, part in carried.items()
    )


def _lines(scene: Scene, part: Part, values: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Each line under what it answers; a single one stands by itself."""
    asked = _asked(scene, part, values)
    is_single = isinstance(part.shape, Itemised) and len(part.shape.items) == 1
    return tuple(("" if is_single else label, line) for _item, label, line in asked)


def _asked(scene: Scene, part: Part, values: Mapping[str, str]) -> tuple[tuple[str, str, str], ...]:
    """(item, what it asks, the line), in the order of the questions."""
    items = part.shape.items if isinstance(part.shape, Itemised) else ()
    return tuple((item.id, scene.say(item.label), str(values[item.id])) for item in items if item.id in values)


def _written(scene: Scene, wanted: Sequence[str]) -> list[Row]:
    read: Mapping[str, list[Row]] | None = scene.kept.get(ALL)
    if read is not None:
        return [row for one in wanted for row in read.get(one, ())]
    keys = list(_parts(scene))
    return _rows(scene, keys, wanted) if keys and wanted else []


def _rows(scene: Scene, keys: Sequence[str], wanted: Sequence[str] | None) -> list[Row]:
    rows = RoomNote.objects.filter(room=scene.room, part__in=keys)
    if wanted is not None:
        rows = rows.filter(participant__in=map(uuid.UUID, wanted))
    found = rows.values_list("participant_id", "participant__name", "part", "values")
    return [Row(str(who), name, part, values) for who, name, part, values in found]


def _parts(scene: Scene) -> Mapping[str, Part]:
    """The parts shared with the group, of the exercise that is on."""
    return scene.once("named_parts", lambda: _find_parts(scene))


def _find_parts(scene: Scene) -> Mapping[str, Part]:
    if scene.station is None or not scene.station.exercise:
        return {}
    return {
        f"{station.key}/{part.id}": part
        for station in scene.day.script
        if station.exercise == scene.station.exercise
        for step in [scene.day.step_of(station)]
        for part in (step.parts if step else ())
        if part.visibility is Visibility.NAMED and not isinstance(part.shape, Sheet)
    }

"""A sheet with two sides: whose turn it is to write, and both sides together once the group reads."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, replace

from kulturspejl.core.choreography import Station
from kulturspejl.core.kinds.base.part import Part
from kulturspejl.core.kinds.sheet import Sheet
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.writing.order import danish_key
from kulturspejl.readers.rooms.regions.part import PartView
from kulturspejl.readers.rooms.regions.role import owner_of
from kulturspejl.readers.rooms.regions.station import StationView
from kulturspejl.readers.rooms.regions.written import has_written
from kulturspejl.readers.rooms.scene import Scene
from kulturspejl.records.models import RoomNote

Written = list[tuple[str, dict[str, str]]]
ALL = "sheets"


@dataclass(frozen=True)
class SheetRow:
    """One line of a sheet: what each side was asked, and what it wrote. `heading` stands over the first of its kind.

    `wrote` is one line or none; `gave` are (which giver, name, line). A side without a question here has "".
    """

    heading: str
    own: str
    wrote: tuple[str, ...]
    others: str
    gave: tuple[tuple[int, str, str], ...]


@dataclass(frozen=True)
class SheetView:
    """Two sides beside each other, while a group reads them. `own` and `others` are their names.

    `id` is the same for the same person's sheet, however often it is read; `is_mine`: whoever looks keeps it.
    `others_key` is the part that others filled in, for whoever takes theirs back; `is_given`: whoever looks has.
    """

    id: str
    is_mine: bool
    title: str
    own: str
    others: str
    rows: tuple[SheetRow, ...]
    others_key: str
    is_given: bool = False


def for_role(scene: Scene, view: StationView | None, role: str, owner: str) -> StationView | None:
    """The station with what is mine to write; the other side of a sheet stands as the questions alone."""
    if view is None or scene.step is None or not any(part.role for part in scene.step.parts):
        return view
    shown: list[PartView] = []
    for part, one in zip(scene.step.parts, view.parts, strict=True):
        if not part.role:
            shown.append(one)
        elif owner and part.role == role:
            is_kept = part.visibility is Visibility.PRIVATE
            shown.append(replace(one, of_sheet=_id(scene, scene.station, owner)) if is_kept and scene.station else one)
        elif owner and isinstance(part.shape, Sheet):
            shown.append(replace(one, is_asked_only=True))
    return replace(view, parts=tuple(shown), who_sees=view.who_sees if shown else "")


def read_all(scene: Scene) -> None:
    """Read what is written on all sheets at once, where all groups are asked for; each still gets its own alone."""
    found: dict[tuple[str, str], Written] = {}
    step, station = scene.step, scene.station
    if step is not None and station is not None and step.reads:
        exercise = scene.day.exercises[station.exercise]
        keys = [_key(scene, station, side.id, part) for side, part in map(exercise.side, step.reads)]
        rows = RoomNote.objects.filter(room=scene.room, part__in=keys, about__isnull=False).order_by("id")
        for key, about, name, values in rows.values_list("part", "about_id", "participant__name", "values"):
            found.setdefault((key, str(about)), []).append((name, values))
    ordered = {side: sorted(written, key=lambda row: danish_key(row[0])) for side, written in found.items()}
    scene.kept[ALL] = ordered


def sheet_of(scene: Scene, place: int, me: str) -> SheetView | None:
    """Both sides of the group's sheet, where the step reads it and somebody owns it; None everywhere else."""
    step, station = scene.step, scene.station
    owner = owner_of(scene, place)
    if step is None or station is None or not step.reads or not owner:
        return None
    exercise = scene.day.exercises[station.exercise]
    (own_step, own), (others_step, others) = (exercise.side(id) for id in step.reads)
    mine = _written(scene, _key(scene, station, own_step.id, own), owner)
    theirs = _written(scene, _key(scene, station, others_step.id, others), owner)
    rows: list[SheetRow] = []
    asked_of, given_of = (_sheet(part) for part in (own, others))
    for scale in asked_of.scales:
        asked, given = asked_of.of_scale(scale.id), given_of.of_scale(scale.id)
        for at in range(max(len(asked), len(given))):
            left, right = (items[at] if at < len(items) else None for items in (asked, given))
            rows.append(
                SheetRow(
                    heading=scene.say(scale.label) if at == 0 else "",
                    own=scene.say(left.label) if left else "",
                    wrote=tuple(values[left.id] for _name, values in mine if left and left.id in values),
                    others=scene.say(right.label) if right else "",
                    gave=tuple(
                        (at, name, values[right.id])
                        for at, (name, values) in enumerate(theirs)
                        if right and right.id in values
                    ),
                )
            )
    others_key = _key(scene, station, others_step.id, others)
    return SheetView(
        id=_id(scene, station, owner), title=scene.say(exercise.name),
        own=scene.say(own.label), others=scene.say(others.label), rows=tuple(rows),
        is_mine=owner == me, others_key=others_key, is_given=owner != me and has_written(scene, others_key, me),
    )  # fmt: skip


def held_by(scene: Scene, me: str) -> str:
    """The id of the sheet that `me` holds in the exercise that is on; "" for none."""
    station, place = scene.station, scene.place_of(me)
    if station is None or not station.exercise or place is None or owner_of(scene, place) != me:
        return ""
    has_sheet = any(step.reads for step in scene.day.exercises[station.exercise].steps)
    return _id(scene, station, me) if has_sheet else ""


def _id(scene: Scene, here: Station, owner: str) -> str:
    return f"{scene.room.id}/{here.slot}.{here.exercise}/{owner}"


def _key(scene: Scene, here: Station, step: str, part: Part) -> str:
    """The part's key at the station of this run through the exercise."""
    there = next(
        one for one in scene.day.script if (one.slot, one.exercise, one.step) == (here.slot, here.exercise, step)
    )
    return f"{there.key}/{part.id}"


def _written(scene: Scene, key: str, owner: str) -> Written:
    read: Mapping[tuple[str, str], Written] | None = scene.kept.get(ALL)
    if read is not None:
        return read.get((key, owner), [])
    rows = RoomNote.objects.filter(room=scene.room, part=key, about=uuid.UUID(owner))
    return sorted(rows.order_by("id").values_list("participant__name", "values"), key=lambda row: danish_key(row[0]))


def _sheet(part: Part) -> Sheet:
    if not isinstance(part.shape, Sheet):
        raise LookupError(f"{part.id} is no side of a sheet")
    return part.shape

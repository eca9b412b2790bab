"""All phones of a room at once: a step that is the same for all is read once, not a thousand times."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from kulturspejl.access.room_access import bell_of, room_of
from kulturspejl.live import bell
from kulturspejl.readers.rooms import headings
from kulturspejl.readers.rooms.on_phone import NAMES, Phone, phone_as
from kulturspejl.readers.rooms.regions import sheet
from kulturspejl.readers.rooms.regions.enough import WITH_A_PHONE
from kulturspejl.readers.rooms.regions.role import owner_of
from kulturspejl.readers.rooms.scene import Scene, scene_of
from kulturspejl.records.questions import ask, key_of, text_of

HERE = "SELECT id, key_hash, name, done FROM records_participant WHERE room_id = %s"
SEALED = (
    "SELECT participant_id FROM records_sealednotes, records_participant "
    "WHERE records_participant.id = participant_id AND room_id = %s"
)
"""Asked without the ORM, which takes five times as long to hand over a thousand rows."""


@dataclass(frozen=True)
class Phones:
    """`views` are what different phones see, without a name of its own; `seen_by` leads from a key's hash to one."""

    views: tuple[Phone, ...]
    seen_by: Mapping[str, int]


def phones(code: str, *, language: str, now: datetime) -> Phones:
    """What every phone of the room sees. Empty when the day is over, for then each has a page of its own.

    Phones with the same group, role, number and mark share a view: it is read by the same function as one phone's,
    for one of them. Of a participant's row it gets what says whether they are done here, and nothing else.
    NotThere for a wrong code.
    """
    room = room_of(code)
    stamp = bell.stamp(bell_of(room))
    scene = scene_of(room, language=language, now=now)
    if scene.state.is_over:
        return Phones((), {})
    sealed = {text_of(id) for (id,) in ask(SEALED, key_of(room.id))}
    here = [(text_of(id), *more) for id, *more in ask(HERE, key_of(room.id))]
    names = {me: name for me, _hash, name, _done in here} if scene.groups else {}
    known = {NAMES: names, WITH_A_PHONE: sum(key_hash is not None for _me, key_hash, *_more in here)}
    scenes: dict[bool, Scene] = {}
    at = scene.station.key if scene.station else None
    places: dict[object, int] = {}
    views: list[Phone] = []
    seen_by: dict[str, int] = {}
    for me, key_hash, _name, done in here:
        if key_hash is None:
            continue
        is_done, is_sealed = done == at, me in sealed
        own = (*_place(scene, me), is_done, is_sealed)
        if own not in places:
            places[own] = len(views)
            if is_sealed not in scenes:
                scenes[is_sealed] = _prepared(scene, is_sealed, known)
            views.append(phone_as(scenes[is_sealed], me, stamp, is_done=is_done))
        seen_by[key_hash] = places[own]
    return Phones(tuple(views), seen_by)


def _prepared(scene: Scene, is_sealed: bool, known: Mapping[str, Any]) -> Scene:
    """The scene of those with a locked copy, or of those without one, who are told another thing of who sees what."""
    one = replace(scene, is_sealed=is_sealed, kept=dict(known))
    headings.read_all(one)
    sheet.read_all(one)
    return one


def _place(scene: Scene, me: str) -> tuple[int, bool, int]:
    """All by which who somebody is may change what they see: their group, whether its first role is theirs, and the
    number that they have said."""
    place = scene.place_of(me)
    said = scene.state.said.get(me, 0)
    return (-1, False, said) if place is None else (place, owner_of(scene, place) == me, said)

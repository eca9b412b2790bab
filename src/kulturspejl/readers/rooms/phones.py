"""All phones of a room at once: a step that is the same for all is read once, not a thousand times."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from kulturspejl.access.room_access import bell_of, room_of
from kulturspejl.live import bell
from kulturspejl.readers.rooms.on_phone import NAMES, Phone, phone_of
from kulturspejl.readers.rooms.scene import Scene, scene_of
from kulturspejl.records.models import Participant, SealedNotes

NOT_SHOWN = {"id", "room_id", "key_hash", "name", "workplace", "done"}
"""Who somebody is does not change what they see: the page's parts name a group, and nobody as "me"; whether
somebody is done here is asked apart, for where else they were done is not shown."""


@dataclass(frozen=True)
class Phones:
    """`views` are what different phones see, without a name of its own; `seen_by` leads from a key's hash to one."""

    views: tuple[Phone, ...]
    seen_by: Mapping[str, int]


def phones(code: str, *, language: str, now: datetime) -> Phones:
    """What every phone of the room sees. Empty when the day is over, for then each has a page of its own.

    Phones with the same group, role, number and mark share a view: it is read by the same function as one phone's,
    for one of them. NotThere for a wrong code.
    """
    room = room_of(code)
    stamp = bell.stamp(bell_of(room))
    scene = scene_of(room, language=language, now=now)
    if scene.state.is_over:
        return Phones((), {})
    groups = {one: place for place, group in enumerate(scene.groups) for one in group}
    places: dict[object, int] = {}
    views: list[Phone] = []
    seen_by: dict[str, int] = {}
    sealed = set(SealedNotes.objects.filter(participant__room=room).values_list("participant_id", flat=True))
    here = list(Participant.objects.filter(room=room))
    scene.kept[NAMES] = {str(one.id): one.name for one in here}
    for mine in here:
        if mine.key_hash is None:
            continue
        own = (*_own(scene, mine, groups), mine.id in sealed)
        if own not in places:
            places[own] = len(views)
            views.append(replace(phone_of(replace(scene, is_sealed=mine.id in sealed), mine, stamp), me="", my_name=""))
        seen_by[mine.key_hash] = places[own]
    return Phones(tuple(views), seen_by)


def _own(scene: Scene, mine: Participant, places: Mapping[str, int]) -> tuple[object, ...]:
    """Whatever may make this phone's parts differ from another's: its place, and all that its row holds."""
    me = str(mine.id)
    place = places.get(me, -1)
    owner = scene.state.owners[place] if 0 <= place < len(scene.state.owners) else ""
    is_done = scene.station is not None and mine.done == scene.station.key
    row = [getattr(mine, field.attname) for field in mine._meta.concrete_fields if field.attname not in NOT_SHOWN]
    return (place, owner == me, scene.state.said.get(me, 0), is_done, *row)

"""Whom somebody is about to answer with: in a room that nobody checks, names may be one person's several phones."""

from kulturspejl.core.disclosure.room_pictures import least_for
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.readers.rooms.scene import Scene
from kulturspejl.readers.rooms.views import Company
from kulturspejl.records.models import Participant, RoomKind, RoomPicture
from kulturspejl.records.room_boxes import RoomBox


def company_of(scene: Scene) -> Company | None:
    """Who is there with a phone, where something is asked without a name that is not shown yet; None elsewhere.

    A course day has somebody with an account in front, who sees the people; a borrowed room has nobody.
    """
    if scene.room.kind != RoomKind.BORROWED or scene.state.is_over:
        return None
    asked = [
        part
        for part in (scene.step.parts if scene.step else ())
        if part.visibility is Visibility.AGGREGATE and part.picture
    ]
    if not asked and not unshown_of(scene):
        return None
    least = min((least_for(part, scene.policy) for part in asked), default=scene.policy.mean)
    return Company(scene.once("phones", lambda: _names(scene)), least)


def unshown_of(scene: Scene) -> tuple[tuple[str, str], ...]:
    """The parts without a name of other steps that somebody may have answered, and that are not shown: (key, label)."""
    return () if scene.state.is_over else scene.once("unshown", lambda: _unshown(scene))


def _names(scene: Scene) -> tuple[str, ...]:
    rows = Participant.objects.filter(room=scene.room, key_hash__isnull=False).values_list("name", flat=True)
    return tuple(sorted(rows, key=str.casefold))


def _unshown(scene: Scene) -> tuple[tuple[str, str], ...]:
    here = scene.station.key if scene.station else ""
    shown = set(RoomPicture.objects.filter(room=scene.room, is_final=True).values_list("part", flat=True))
    keys = RoomBox.objects.filter(room=scene.room).order_by("part").values_list("part", flat=True)
    found = [(key, scene.day.find_part(key)) for key in keys if key not in shown]
    return tuple((key, scene.say(part[1].label)) for key, part in found if part and part[0].key != here)

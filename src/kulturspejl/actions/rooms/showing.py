"""A part is shown: its picture is made once, under the room's lock, and the answers without a name are deleted."""

import random

from kulturspejl.actions.rooms import boxes
from kulturspejl.core.disclosure.room_pictures import Answers, picture_of
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.records.models import Room, RoomNote, RoomPicture
from kulturspejl.records.room_day import RoomDay, day_of_room, policy_of_room


def show(room: Room, key: str, rng: random.Random) -> None:
    """Freeze the picture of a part. Too few answers freeze nothing: they stay, and it can be shown later."""
    day = day_of_room(room)
    found = day.find_part(key)
    if found is None or RoomPicture.objects.filter(room=room, part=key, is_final=True).exists():
        return
    _station, part = found
    unsigned = is_unsigned(part.visibility)
    made = picture_of(part, _answers(room, key, unsigned), policy_of_room(room), rng)
    is_final = made.hidden is None
    RoomPicture.objects.update_or_create(
        room=room, part=key, defaults={"is_final": is_final, "picture": made.to_json()}
    )
    if unsigned and is_final:
        boxes.destroy(room.id, key)


def begin_again(room: Room, station: str) -> None:
    """The room comes to a station: notes there may be shown anew; what was combined without names stays as it was.

    Two pictures of nearly the same answers would tell what stands between them.
    """
    day = day_of_room(room)
    own = RoomPicture.objects.filter(room=room, part__startswith=f"{station}/")
    notes = [row.part for row in own if not _is_unsigned_part(day, row.part)]
    RoomPicture.objects.filter(room=room, part__in=notes).delete()


def freeze_unsigned(room: Room, rng: random.Random) -> None:
    """At the end of the day: what nobody has shown is combined as well, before the answers are deleted."""
    for key in boxes.parts_with_a_box(room.id):
        found = day_of_room(room).find_part(key)
        if found and found[1].picture:
            show(room, key, rng)


def is_unsigned(visibility: Visibility) -> bool:
    """Handed in with a voucher instead of a participant's key."""
    return visibility is Visibility.AGGREGATE


def _is_unsigned_part(day: RoomDay, key: str) -> bool:
    found = day.find_part(key)
    return found is not None and is_unsigned(found[1].visibility)


def _answers(room: Room, key: str, unsigned: bool) -> Answers:
    if not unsigned:
        return list(RoomNote.objects.filter(room=room, part=key).values_list("values", flat=True))
    return boxes.read_answers(room.id, key)

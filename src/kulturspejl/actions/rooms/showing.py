"""A part is shown: its picture is made once, under the room's lock, and the answers without a name are deleted."""

import random
from typing import Any

from kulturspejl.actions.rooms import boxes
from kulturspejl.core.choreography.groups import places
from kulturspejl.core.choreography.script import Station
from kulturspejl.core.choreography.state import from_json
from kulturspejl.core.disclosure.room.apart import FEW_NEW, tells_apart
from kulturspejl.core.disclosure.room.least import least_for
from kulturspejl.core.disclosure.room.picture import picture_of
from kulturspejl.core.kinds.base.part import Part
from kulturspejl.core.kinds.base.picture import Answers, PartPicture
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.records.models import Room, RoomNote, RoomPicture
from kulturspejl.values.room_day import RoomDay, day_of_room, policy_of_room
from kulturspejl.values.room_kept import AT_CLOSE

EARLIER = "earlier"
"""In a stored picture: what was shown of the part before, so that nobody's line is told by the difference."""


def show(room: Room, key: str, rng: random.Random, *, at_close: bool = False) -> None:
    """Freeze the picture of a part. Too few answers freeze nothing: they stay, and it can be shown later.

    `at_close`: nobody has shown it on purpose, so no unit keeps anything of it.
    """
    found = day_of_room(room).find_part(key)
    row = RoomPicture.objects.filter(room=room, part=key).first()
    if found is None or (row is not None and row.is_final):
        return
    station, part = found
    earlier: list[dict[str, Any]] = row.picture.get(EARLIER, []) if row else []
    made = picture_of(part, _answers(room, key, part), policy_of_room(room), rng, _groups(room, station, key, part))
    # A group’s words have no author among them, as few as they are.
    if not part.is_of_group and any(tells_apart(PartPicture.from_json(one), made) for one in earlier):
        made = PartPicture(hidden=FEW_NEW)
    is_final = made.hidden is None
    picture = made.to_json() | {EARLIER: [*earlier, *([made.to_json()] if is_final else [])], AT_CLOSE: at_close}
    RoomPicture.objects.update_or_create(room=room, part=key, defaults={"is_final": is_final, "picture": picture})
    if is_unsigned(part.visibility) and is_final:
        boxes.destroy(room.id, key)


def begin_again(room: Room, station: str) -> None:
    """The room comes to a station: notes there may be shown anew; what was combined without names stays as it was.

    Two pictures of nearly the same answers would tell what stands between them.
    """
    notes = _notes_at(day_of_room(room), station)
    if not notes:
        return
    RoomPicture.objects.filter(room=room, part__in=notes).update(is_final=False)


def freeze_unsigned(room: Room, rng: random.Random) -> None:
    """At the end of the day: what nobody has shown is combined as well, before the answers are deleted."""
    for key in boxes.parts_with_a_box(room.id):
        found = day_of_room(room).find_part(key)
        if found and found[1].picture:
            show(room, key, rng, at_close=True)


def is_unsigned(visibility: Visibility) -> bool:
    """Handed in with a voucher instead of a participant's key."""
    return visibility is Visibility.AGGREGATE


def _notes_at(day: RoomDay, station: str) -> list[str]:
    """The keys of the parts there that are handed in with a name."""
    here = next((one for one in day.script if one.key == station), None)
    step = day.step_of(here) if here else None
    parts = step.parts if step else ()
    return [f"{station}/{part.id}" for part in parts if not is_unsigned(part.visibility)]


def _groups(room: Room, station: Station, key: str, part: Part) -> int | None:
    """How many groups those who wrote it sit in, of what is written for groups; who sits in none any more is one."""
    if not part.is_of_group:
        return None
    sat = places(from_json(room.state).divisions.get(station.gathering, ()))
    authors = RoomNote.objects.filter(room=room, part=key).values_list("participant_id", flat=True)
    return len({sat.get(str(one), str(one)) for one in authors})


def _answers(room: Room, key: str, part: Part) -> Answers:
    """None where fewer than are needed stand on the list: people taken off it again would be a crowd of nobody."""
    if not is_unsigned(part.visibility):
        return list(RoomNote.objects.filter(room=room, part=key).values_list("values", flat=True))
    if boxes.holders_here(room.id, key) < least_for(part, policy_of_room(room)):
        return []
    return boxes.read_answers(room.id, key)

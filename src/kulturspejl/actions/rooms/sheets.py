"""A sheet with two sides: one writes about themselves, up to five others about them, and its owner can stop it."""

import uuid
from datetime import datetime

from kulturspejl.access.room_access import participant_of, room_of
from kulturspejl.actions.deciding import deciding
from kulturspejl.actions.rooms.running import apply
from kulturspejl.core.choreography import commands as do
from kulturspejl.core.choreography.groups import group_of
from kulturspejl.core.choreography.state import from_json
from kulturspejl.core.errors import Conflict
from kulturspejl.core.kinds.sheet import Sheet
from kulturspejl.core.text import Text
from kulturspejl.core.writing.sentence import filled
from kulturspejl.records.models import Participant, Room, RoomNote
from kulturspejl.values.room_day import day_of_room

MOST_GIVERS = 5
NOT_YOURS = Text(
    da="Det her er det en anden i gruppen, der skriver. Genindlæs siden, så står det, der er dit.",
    en="Somebody else in the group writes this. Reload the page, and yours is there.",
)
NOBODY_YET = Text(
    da="Ingen i gruppen har taget rollen endnu. En af jer trykker på knappen øverst først.",
    en="Nobody in the group has taken the role yet. One of you taps the button at the top first.",
)
FULL = filled(
    Text(
        da="Der er plads til {most_givers} på arket, og de har skrevet. Sig dit højt i stedet.",
        en="There is room for {most_givers} on the sheet, and they have written. Say yours aloud instead.",
    ),
    most_givers=MOST_GIVERS,
)


def about(room: Room, key: str, me: Participant) -> uuid.UUID | None:
    """Whose sheet a note of mine at the part belongs on; None where the part is no side of a sheet.

    Raises Conflict for what another role writes, for a group where nobody has taken the first role, and for a sixth
    giver. The room's row must be locked.
    """
    day = day_of_room(room)
    found = day.find_part(key)
    if found is None or not found[1].role:
        return None
    station, part = found
    state, person = from_json(room.state), str(me.id)
    place = group_of(state.divisions.get(station.gathering, ()), person)
    owner = state.owners[place] if place is not None and place < len(state.owners) else ""
    if not owner:
        raise Conflict(NOBODY_YET)
    step = day.step_of(station)
    mine = step.roles[0 if owner == person else -1].id if step else ""
    if part.role != mine:
        raise Conflict(NOT_YOURS)
    if not isinstance(part.shape, Sheet):
        return None
    whose = uuid.UUID(owner)
    written = RoomNote.objects.filter(part=key, about=whose).exclude(participant=me)
    if owner != person and written.count() >= MOST_GIVERS:
        raise Conflict(FULL)
    return whose


def stop_sheet(*, code: str, key: str, now: datetime) -> None:
    """All that was written on my sheet is deleted, by me and by the others, and I no longer hold it."""
    with deciding(Room, room_of(code).id) as room:
        me = participant_of(room, key)
        RoomNote.objects.filter(about=me).delete()
        apply(room, do.Unclaim(str(me.id)), now)

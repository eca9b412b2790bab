"""Notes with a name behind them, as they are kept: all that wait for the writer in one transaction, each by its rules.

The lock on the room decides between a note and the moment in which its part is shown.
"""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from kulturspejl.access.permission import NOTHING_HERE
from kulturspejl.actions.deciding import lock_all
from kulturspejl.actions.rooms import sheets
from kulturspejl.actions.rooms.on_now import part_on_now
from kulturspejl.actions.rooms.ringing import ring_all
from kulturspejl.core.errors import KulturspejlError, NotThere
from kulturspejl.core.kinds.base.part import Part
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.records.models import Participant, Room, RoomNote
from kulturspejl.records.rooms import HEAVY

Outcome = Literal["stored", "again"]


@dataclass(frozen=True)
class Note:
    """A checked note on its way, and the fingerprint of the key that its phone has sent."""

    room_id: uuid.UUID
    part: str
    id: uuid.UUID
    key_hash: str
    values: dict[str, Any]


def keep_all(notes: Sequence[Note]) -> list[Outcome | KulturspejlError]:
    """Keep them; "again" for an id that is there, and a later note of somebody to a part takes the place of the first.

    Runs inside the writer's transaction. An error is an outcome as well, for the one whom it concerns.
    """
    here = _here(notes)
    outcomes: list[Outcome | KulturspejlError] = []
    for one in notes:
        try:
            outcomes.append(here.take(one))
        except KulturspejlError as error:
            outcomes.append(error)
    here.write()
    lost = NotThere(NOTHING_HERE)
    return [lost if one.id in here.lost else outcome for one, outcome in zip(notes, outcomes, strict=True)]


@dataclass
class _Here:
    """What stands in the rooms of a batch, read once, and what of it is to be kept."""

    rooms: dict[uuid.UUID, Room]
    people: dict[tuple[uuid.UUID, str], Participant]
    whose: dict[uuid.UUID, uuid.UUID]
    """The participant of each note that is there, or about to be, by its id."""
    parts: dict[tuple[uuid.UUID, str], Part | KulturspejlError] = field(default_factory=dict)
    kept: dict[tuple[uuid.UUID, str], RoomNote] = field(default_factory=dict)
    told: set[uuid.UUID] = field(default_factory=set)
    """Rooms in which somebody's group is to see it."""
    lost: set[uuid.UUID] = field(default_factory=set)
    """Ids that somebody else's note in another room has taken meanwhile."""

    def take(self, one: Note) -> Outcome:
        room, me = self.rooms.get(one.room_id), self.people.get((one.room_id, one.key_hash))
        if room is None or me is None:
            raise NotThere(NOTHING_HERE)
        part = self._part(room, one.part)
        before = self.whose.get(one.id)
        if before is not None:
            if before != me.id:
                raise NotThere(NOTHING_HERE)
            return "again"
        if part.role:
            # What others of this batch have written counts among those of a sheet.
            self.write()
        about = sheets.about(room, one.part, me)
        self.kept[me.id, one.part] = RoomNote(
            id=one.id, room=room, participant=me, part=one.part, values=one.values, about_id=about
        )
        self.whose[one.id] = me.id
        if part.visibility is Visibility.NAMED:
            self.told.add(room.id)
        return "stored"

    def write(self) -> None:
        """Each in the place of what its participant had sent to the part before; then the bells."""
        if not self.kept:
            return
        by_part: dict[str, list[uuid.UUID]] = defaultdict(list)
        for person, part in self.kept:
            by_part[part].append(person)
        for part, people in by_part.items():
            RoomNote.objects.filter(part=part, participant__in=people).delete()
        # The id is the phone's own. Not by trying: a refused row would stand in PostgreSQL's log with its words.
        RoomNote.objects.bulk_create(self.kept.values(), ignore_conflicts=True)
        there = _whose(one.id for one in self.kept.values())
        self.lost |= {one.id for one in self.kept.values() if there.get(one.id) != one.participant_id}
        self.kept.clear()
        for room_id in self.told:
            ring_all(self.rooms[room_id])
        self.told.clear()

    def _part(self, room: Room, key: str) -> Part:
        found = self.parts.get((room.id, key))
        if found is None:
            try:
                found = part_on_now(room, key)
            except KulturspejlError as error:
                found = error
            self.parts[room.id, key] = found
        if isinstance(found, KulturspejlError):
            raise found
        return found


def _here(notes: Sequence[Note]) -> _Here:
    rooms = lock_all(Room.objects.defer(*HEAVY).filter(id__in={one.room_id for one in notes}))
    people = Participant.objects.filter(room__in=rooms, key_hash__in={one.key_hash for one in notes})
    return _Here(
        {room.id: room for room in rooms},
        {(one.room_id, str(one.key_hash)): one for one in people},
        _whose(one.id for one in notes),
    )


def _whose(ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, uuid.UUID]:
    return dict(RoomNote.objects.filter(id__in=list(ids)).values_list("id", "participant_id"))

"""Who may run rooms, who is behind a key, and what a phone's key and its six words are."""

import base64
import hmac
import uuid
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings

from kulturspejl.access.permission import NOTHING_HERE, day_of
from kulturspejl.access.standing import held_anywhere
from kulturspejl.core.errors import NotThere
from kulturspejl.core.permissions import Verb, may
from kulturspejl.records.people import User
from kulturspejl.records.questions import ask, id_of, key_of
from kulturspejl.records.rooms import HEAVY, Participant, Room, RoomKind
from kulturspejl.records.single import row_by
from kulturspejl.vault import codes

KEY_BYTES = 16


@dataclass(frozen=True)
class DeskKey:
    """What opens the desk of a borrowed room, in place of an account: 128 bits that the instance keeps as a hash."""

    key: str


Runner = User | DeskKey
"""Whoever leads a room."""


def organisations_of(user: User, day: date) -> list[uuid.UUID]:
    """The organisations whose rooms somebody may make and run; a grant at any unit will do."""
    return organisations_where(user, Verb.ROOM_RUN, day)


def organisations_where(user: User, verb: Verb, day: date) -> list[uuid.UUID]:
    """The organisations in which somebody may do this, by a grant at any unit; the oldest grant first."""
    return list(dict.fromkeys(where for where, role in held_anywhere(user, day) if may(verb, {role})))


def bell_of(room: Room) -> str:
    """The bell of everybody in the room; named by the code, so that who has the code needs no look-up to listen."""
    return f"room:{room.code}"


def desk_bell_of(room: Room) -> str:
    """The bell of the desk and the wall, which rings for people as well."""
    return f"desk:{room.id}"


def require_room(by: Runner, which: Room | uuid.UUID, *, now: datetime) -> Room:
    """The room, without its content; NotThere unless this person may run it. `which` is its id, or the row itself, as
    an action has just locked it."""
    room = _room(which) if isinstance(which, uuid.UUID) else which
    if room is None or not _runs(by, room, day_of(now)):
        raise NotThere(NOTHING_HERE)
    return room


def room_on_wall(by: Runner | None, room_id: uuid.UUID, wall_key: str, *, now: datetime) -> Room:
    """The room for its wall: by the wall's own key, or for whoever may run it; NotThere for anybody else."""
    room = _room(room_id)
    if room is not None and wall_key and hmac.compare_digest(room.wall_key.encode(), wall_key.encode()):
        return room
    if room is None or by is None:
        raise NotThere(NOTHING_HERE)
    return require_room(by, room, now=now)


def _runs(by: Runner, room: Room, day: date) -> bool:
    """By the key of this room's desk, or by a role in its organisation; a borrowed room has none."""
    if isinstance(by, DeskKey):
        return room.kind == RoomKind.BORROWED and room.desk_key_hash == codes.fingerprint(by.key)
    return room.organisation_id in organisations_of(by, day)


def _room(room_id: uuid.UUID) -> Room | None:
    return row_by(Room, "id", key_of(room_id), without=HEAVY)


def room_of_desk(key: str) -> uuid.UUID:
    """The borrowed room that a desk's key opens. Raises NotThere."""
    lent = Room.objects.filter(kind=RoomKind.BORROWED, desk_key_hash=codes.fingerprint(key))
    found: uuid.UUID | None = lent.values_list("id", flat=True).first() if key else None
    if found is None:
        raise NotThere(NOTHING_HERE)
    return found


def lends_rooms() -> bool:
    """Whether people may open rooms here without an account: not once an organisation of the instance says no."""
    return not ask("SELECT 1 FROM records_organisation WHERE NOT lends_rooms LIMIT 1")


def room_of(code: str) -> Room:
    """The room of a code, typed or from a link; NotThere for an unknown one."""
    room = row_by(Room, "code", codes.normalise(code), without=HEAVY)
    if room is None:
        raise NotThere(NOTHING_HERE)
    return room


@dataclass(frozen=True)
class Place:
    """A room as whoever comes or hands something in needs to know it: which one, and which of its plans is in force."""

    room_id: uuid.UUID
    plan: int
    language: str


def place_of(code: str) -> Place:
    """The room of a code, by one indexed row; NotThere for an unknown one."""
    rows = ask("SELECT id, plan, language FROM records_room WHERE code = %s", codes.normalise(code))
    if not rows:
        raise NotThere(NOTHING_HERE)
    return Place(id_of(rows[0][0]), rows[0][1], rows[0][2])


def seat_of(code: str, key: str | None) -> tuple[Place, uuid.UUID]:
    """The room of a code, and the participant whose phone has the key, by one indexed row; NotThere for a wrong code
    and for a key of nobody's in this room, in the same time."""
    rows = ask(_SEAT, codes.normalise(code), codes.fingerprint(key or ""))
    if not key or not rows:
        raise NotThere(NOTHING_HERE)
    room_id, plan, language, id = rows[0]
    return Place(id_of(room_id), plan, language), id_of(id)


def is_in(code: str, key: str) -> bool:
    """Whether it is the key of somebody in the room of this code, by one indexed row."""
    return bool(key) and bool(ask(_SEAT, codes.normalise(code), codes.fingerprint(key)))


_SEAT = (
    "SELECT records_room.id, plan, language, records_participant.id FROM records_room, records_participant "
    "WHERE records_room.code = %s AND records_participant.key_hash = %s "
    "AND records_participant.room_id = records_room.id"
)


def participant_of(room: Room, key: str | None) -> Participant:
    """Whose phone it is; NotThere for a key of nobody's in this room."""
    found = row_by(Participant, "key_hash", codes.fingerprint(key)) if key else None
    if found is None or found.room_id != room.id:
        raise NotThere(NOTHING_HERE)
    return found


def key_of_words(room_id: uuid.UUID, words: str) -> str:
    """The key (128 bits in base32) that belongs to six words in this room: nothing is kept to tell one from the other.

    Without SECRET_KEY the words tell nothing, and a copy of the tables alone holds only the key's fingerprint.
    """
    plain = " ".join(words.casefold().split())
    secret = hmac.digest(settings.SECRET_KEY.encode(), b"kulturspejl.rooms", "sha256")
    made = hmac.digest(secret, room_id.bytes + plain.encode(), "sha256")[:KEY_BYTES]
    return base64.b32encode(made).decode().rstrip("=")

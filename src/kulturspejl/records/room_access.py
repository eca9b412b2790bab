"""Who may run rooms, who is behind a key, and what a phone's key and its six words are."""

import base64
import hmac
import uuid
from datetime import date, datetime

from django.conf import settings

from kulturspejl.core.errors import NotThere
from kulturspejl.core.permissions import Role, Verb, may
from kulturspejl.records import codes
from kulturspejl.records.people import User
from kulturspejl.records.permission import NOTHING_HERE, day_of
from kulturspejl.records.rooms import Participant, Room
from kulturspejl.records.standing import grants_on

KEY_BYTES = 16


def organisations_of(user: User, day: date) -> list[uuid.UUID]:
    """The organisations whose rooms somebody may make and run; a grant at any unit will do."""
    if not user.is_authenticated:
        return []
    rows = grants_on(day).filter(user=user).order_by("starts", "id")
    found = [row.organisation_id for row in rows if may(Verb.ROOM_RUN, {Role(row.role)})]
    return list(dict.fromkeys(found))


def bell_of(room: Room) -> str:
    """The bell of everybody in the room; named by the code, so that who has the code needs no look-up to listen."""
    return f"room:{room.code}"


def desk_bell_of(room: Room) -> str:
    """The bell of the desk and the wall, which rings for people as well."""
    return f"desk:{room.id}"


def require_room(by: User, room_id: uuid.UUID, *, now: datetime) -> Room:
    """The room, without its content; NotThere unless this person may run it."""
    room = Room.objects.defer("content", "script").filter(id=room_id).first()
    if room is None or room.organisation_id not in organisations_of(by, day_of(now)):
        raise NotThere(NOTHING_HERE)
    return room


def room_of(code: str) -> Room:
    """The room of a code, typed or from a link; NotThere for an unknown one."""
    room = Room.objects.defer("content", "script").filter(code=codes.normalise(code)).first()
    if room is None:
        raise NotThere(NOTHING_HERE)
    return room


def participant_of(room: Room, key: str | None) -> Participant:
    """Whose phone it is; NotThere for a key of nobody's in this room."""
    found = Participant.objects.filter(room=room, key_hash=codes.fingerprint(key)).first() if key else None
    if found is None:
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

"""Keeping what a phone has sealed for itself. The key never comes here, and neither do the words that make it."""

from django.db.models import Sum
from django.db.models.functions import Length

from kulturspejl.access.room_access import participant_of, room_of
from kulturspejl.actions.deciding import deciding
from kulturspejl.core.choreography.state import from_json
from kulturspejl.core.errors import Conflict, Faulty, Gone
from kulturspejl.core.text import Text
from kulturspejl.records.models import Participant, RoomKind, SealedNotes
from kulturspejl.values.room_sealed import (
    CHANGED,
    OF_A_LENT_ROOM,
    OF_A_ROOM,
    TOO_LONG,
    mark_of,
    require_sealed,
)

OVER = Text(da="Mødet er lukket, så her bliver intet gemt.", en="The meeting is closed, so nothing is kept here.")


def seal(*, code: str, key: str, sealed: str, seen: str) -> str:
    """Keep the whole of it instead of what stood there; returns its mark.

    `seen` is the mark of what the phone has read ("" for nothing). Raises Conflict where something else stands there,
    and Gone once a team's meeting is closed.
    """
    with deciding(Participant, participant_of(room_of(code), key).id) as me:
        if me.room.kind == RoomKind.BORROWED and from_json(me.room.state).is_over:
            raise Gone(OVER)
        require_sealed(sealed)
        row = SealedNotes.objects.filter(participant=me).first()
        if mark_of(row.sealed if row else "") != seen:
            raise Conflict(CHANGED)
        _refuse_a_full_room(me, len(sealed))
        SealedNotes.objects.update_or_create(participant=me, defaults={"sealed": sealed})
    return mark_of(sealed)


def _refuse_a_full_room(me: Participant, signs: int) -> None:
    """A room holds so much of locked notes and no more: it would else be a disk that anybody may fill."""
    others = SealedNotes.objects.filter(participant__room=me.room_id).exclude(participant=me)
    taken = others.aggregate(signs=Sum(Length("sealed")))["signs"] or 0
    if taken + signs > (OF_A_LENT_ROOM if me.room.kind == RoomKind.BORROWED else OF_A_ROOM):
        raise Faulty(TOO_LONG, {"sealed": TOO_LONG})


def unseal(*, code: str, key: str) -> None:
    """Throw the locked copy away, because somebody asks for it. Repeating does no harm."""
    with deciding(Participant, participant_of(room_of(code), key).id) as me:
        SealedNotes.objects.filter(participant=me).delete()

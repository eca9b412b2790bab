"""Cards to print, for whoever released the sending; never for the leader."""

import random
import uuid
from dataclasses import dataclass
from datetime import datetime

from kulturspejl.access.permission import NOTHING_HERE, day_of
from kulturspejl.access.releasing import lets_out
from kulturspejl.core.errors import NotThere
from kulturspejl.records.models import Invitation, Round, RoundState, User
from kulturspejl.vault import keys
from kulturspejl.vault.sealing import unseal


@dataclass(frozen=True)
class CardSheet:
    """One unit's cards: (long code, short code) in random order, so that the sheet says nothing of a list."""

    unit_name: str
    closes_at: datetime
    language: str
    cards: tuple[tuple[str, str], ...]


def sheets(user: User, round_id: uuid.UUID, *, now: datetime) -> list[CardSheet]:
    """The cards of an open round, unit by unit: printing again gives the same codes, never more."""
    found = Round.objects.filter(id=round_id, state=RoundState.OPEN).first()
    if found is None:
        raise NotThere(NOTHING_HERE)
    if not lets_out(user, found, day_of(now)):
        raise NotThere(NOTHING_HERE)
    key = keys.get(found.id)
    return [
        CardSheet(row.name, found.closes_at, found.language, _codes(key, row.id))
        for row in found.units.filter(cards__gt=0).order_by("name")
    ]


def _codes(key: bytes, round_unit_id: uuid.UUID) -> tuple[tuple[str, str], ...]:
    invitations = Invitation.objects.filter(
        round_unit_id=round_unit_id, address="", code_sealed__isnull=False
    )
    pairs = [
        unseal(key, bytes(one.code_sealed or b""), one.id.bytes).decode().split(" ") for one in invitations
    ]
    random.SystemRandom().shuffle(pairs)
    return tuple((long, short) for long, short in pairs)

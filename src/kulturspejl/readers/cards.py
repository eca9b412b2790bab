"""Cards to print, for whoever released the sending; never for the leader."""

import random
import uuid
from collections import defaultdict
from collections.abc import Mapping
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
    codes = _codes(found.id)
    return [
        CardSheet(row.name, found.closes_at, found.language, tuple(codes[row.id]))
        for row in found.units.filter(cards__gt=0).order_by("name")
    ]


def _codes(round_id: uuid.UUID) -> Mapping[uuid.UUID, list[tuple[str, str]]]:
    """(long, short) of every card, by round unit, in random order."""
    key = keys.get(round_id)
    found: dict[uuid.UUID, list[tuple[str, str]]] = defaultdict(list)
    for one in Invitation.objects.filter(round_unit__round_id=round_id, address="", code_sealed__isnull=False):
        long, short = unseal(key, bytes(one.code_sealed or b""), one.id.bytes).decode().split(" ")
        found[one.round_unit_id].append((long, short))
    for codes in found.values():
        random.SystemRandom().shuffle(codes)
    return found

"""Cards to print, for whoever released the sending; never for the leader."""

import random
import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from kulturspejl.access.permission import NOTHING_HERE, day_of
from kulturspejl.access.releasing import lets_out
from kulturspejl.core.content.any_instrument import any_from_json
from kulturspejl.core.errors import NotThere
from kulturspejl.core.text import Text
from kulturspejl.readers.in_order import by_name
from kulturspejl.records.models import Invitation, Round, RoundState, RoundUnit, User
from kulturspejl.vault import keys
from kulturspejl.vault.sealing import unseal

MOST_CARDS = 120
"""In one file: what is set within a second. A unit is never divided, for its cards are handed out together."""


@dataclass(frozen=True)
class CardSheet:
    """One unit's cards for `what` it is asked: (long code, short code) in random order, so that the sheet says nothing
    of a list.
    """

    unit_name: str
    what: Text
    closes_at: datetime
    language: str
    cards: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class CardFile:
    """Units whose cards come in one file, from `first` to `last`; `number` counts from 1."""

    number: int
    first: str
    last: str
    cards: int


def files_of(units: Sequence[RoundUnit]) -> tuple[CardFile, ...]:
    """The files in which the cards of these units come, in their order."""
    return tuple(
        CardFile(number, some[0].name, some[-1].name, sum(unit.cards for unit in some))
        for number, some in enumerate(_divided(units), start=1)
    )


def sheets(user: User, round_id: uuid.UUID, *, file: int = 1, now: datetime) -> list[CardSheet]:
    """The cards of one file of an open round, unit by unit: printing again gives the same codes, never more."""
    found = Round.objects.filter(id=round_id, state=RoundState.OPEN).first()
    if found is None:
        raise NotThere(NOTHING_HERE)
    if not lets_out(user, found, day_of(now)):
        raise NotThere(NOTHING_HERE)
    files = _divided(by_name(found))
    if not 1 <= file <= len(files):
        raise NotThere(NOTHING_HERE)
    codes = _codes(found.id, files[file - 1])
    what = any_from_json(found.content).name
    return [
        CardSheet(row.name, what, found.closes_at, found.language, tuple(codes[row.id])) for row in files[file - 1]
    ]


def own_card(user: User, round_id: uuid.UUID, invitation: uuid.UUID, *, now: datetime) -> CardSheet:
    """The one card that was made in the place of a refused letter, on a sheet of its own."""
    found = Round.objects.filter(id=round_id, state=RoundState.OPEN).first()
    if found is None or not lets_out(user, found, day_of(now)):
        raise NotThere(NOTHING_HERE)
    rows = Invitation.objects.select_related("round_unit").filter(round_unit__round=found, own_card__gt=0)
    one = rows.filter(id=invitation).first()
    if one is None:
        raise NotThere(NOTHING_HERE)
    cards = (_opened(keys.get(found.id), one),)
    what = any_from_json(found.content).name
    return CardSheet(one.round_unit.name, what, found.closes_at, found.language, cards)


def _divided(units: Sequence[RoundUnit]) -> list[list[RoundUnit]]:
    """Units with cards, as many together as one file holds."""
    files: list[list[RoundUnit]] = []
    left = 0
    for unit in units:
        if not unit.cards:
            continue
        if not files or unit.cards > left:
            files.append([])
            left = MOST_CARDS
        files[-1].append(unit)
        left -= unit.cards
    return files


def _codes(round_id: uuid.UUID, units: Sequence[RoundUnit]) -> Mapping[uuid.UUID, list[tuple[str, str]]]:
    """(long, short) of every card of the units, by unit, in random order."""
    key = keys.get(round_id)
    found: dict[uuid.UUID, list[tuple[str, str]]] = defaultdict(list)
    rows = Invitation.objects.filter(round_unit__in=units, address="", own_card=0, code_sealed__isnull=False)
    for one in rows:
        found[one.round_unit_id].append(_opened(key, one))
    for codes in found.values():
        random.SystemRandom().shuffle(codes)
    return found


def _opened(key: bytes, one: Invitation) -> tuple[str, str]:
    long, short = unseal(key, bytes(one.code_sealed or b""), one.id.bytes).decode().split(" ")
    return long, short

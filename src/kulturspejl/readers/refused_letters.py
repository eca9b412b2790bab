"""Letters of an open round that the mail server refused, for whoever released the sending; never for the leader."""

import uuid
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from kulturspejl.access.permission import NOTHING_HERE, day_of
from kulturspejl.access.releasing import lets_out
from kulturspejl.core.errors import NotThere
from kulturspejl.core.writing.order import danish_key
from kulturspejl.records.models import Invitation, Round, RoundState, RoundUnit, User


@dataclass(frozen=True)
class RefusedLetter:
    """A letter that did not get through: to which address, in which unit."""

    invitation: uuid.UUID
    address: str
    unit_name: str


@dataclass(frozen=True)
class OwnCard:
    """A card made in the place of such a letter; `number` counts from 1 in the round."""

    invitation: uuid.UUID
    number: int
    unit_name: str


@dataclass(frozen=True)
class RefusedLetters:
    """`sent_to` is how many are asked by mail. Nothing here depends on who has answered."""

    round_id: uuid.UUID
    root_name: str
    closes_at: datetime
    language: str
    sent_to: int
    letters: tuple[RefusedLetter, ...]
    cards: tuple[OwnCard, ...]


def refused_letters(user: User, round_id: uuid.UUID, *, now: datetime) -> RefusedLetters:
    """Which letters were refused, and the cards made instead; NotThere for everybody but those who see the list."""
    found = Round.objects.filter(id=round_id, state=RoundState.OPEN).first()
    if found is None or now >= found.closes_at or not lets_out(user, found, day_of(now)):
        raise NotThere(NOTHING_HERE)
    of_round = Invitation.objects.filter(round_unit__round=found).select_related("round_unit")
    rows = sorted(of_round.exclude(undeliverable=""), key=lambda one: (danish_key(one.round_unit.name), one.address))
    cards = of_round.filter(own_card__gt=0).order_by("own_card")
    return RefusedLetters(
        round_id=round_id, root_name=RoundUnit.objects.get(round=found, unit_id=found.root_id).name,
        closes_at=found.closes_at, language=found.language, sent_to=of_round.exclude(address="").count(),
        letters=tuple(RefusedLetter(one.id, one.address, one.round_unit.name) for one in rows),
        cards=tuple(OwnCard(one.id, one.own_card, one.round_unit.name) for one in cards),
    )  # fmt: skip


def how_many(rounds: Collection[Round]) -> dict[uuid.UUID, int]:
    """How many letters of each round were refused, rounds without one left out: one query."""
    open_ids = [one.id for one in rounds if one.state == RoundState.OPEN]
    refused = Invitation.objects.filter(round_unit__round__in=open_ids).exclude(undeliverable="")
    return dict(Counter(refused.values_list("round_unit__round_id", flat=True)))

"""A small named cast: Karen leads Hjemmepleje Nord, Amir is AMR, Tove TR, Sanne administrator, Hans HR.

`team(9)` is the unit with nine employees; `open_round` and `closed_round` play a whole round by the real actions.
"""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from kulturspejl.actions import closing, people
from kulturspejl.core.disclosure.released import Released
from kulturspejl.core.permissions import Role
from kulturspejl.records.models import Release, RoundUnit, User
from tests.actions import town
from tests.actions.town import Town, profile

WISH = (20, 16, 10, 14)
def own_answers(**sums: int) -> dict[str, int]:
    """A leader's answers to the six questions that come out as these four sums, 60 in all."""
    points = "".join(letter * number for letter, number in sums.items())
    parts = [points[at : at + 10] for at in range(0, 60, 10)]
    return {f"now_d{place}_{one}": part.count(one) for place, part in enumerate(parts, start=1) for one in "ABCD"}


ANSWERS = [
    profile(5, 1, 1), profile(4, 1, 2), profile(4, 2, 1), profile(3, 2, 2), profile(4, 1, 1), profile(3, 1, 3),
    profile(5, 2, 1), profile(4, 1, 2),
]  # fmt: skip
"""Eight who see much clan, some hierarchy, and would like more adhocracy."""


@dataclass(frozen=True)
class Round:
    """A round of a team: its one unit's place in it, and everybody's link code."""

    town: Town
    id: uuid.UUID
    unit: uuid.UUID
    codes: tuple[str, ...]


def team(headcount: int = 9, *, with_representatives: bool = True, now: datetime = town.NOW) -> Town:
    """Hjemmepleje Nord with so many employees; without representatives the administrator stands in."""
    return town.found_town(headcount=headcount, with_representatives=with_representatives, now=now)


def leader_above(where: Town, *, now: datetime = town.NOW) -> User:
    """Lise, who leads Hjemmeplejen, the unit above."""
    people.grant(
        by=where.steward, organisation_id=where.organisation, email="lise@havnby.test", name="Lise", role=Role.LEADER,
        unit_id=where.top, ends=None, now=now,
    )  # fmt: skip
    return User.objects.get(email="lise@havnby.test")


def waiting_round(where: Town, *, mails: int = 9, cards: int = 0, now: datetime = town.NOW) -> uuid.UUID:
    """Karen has asked; nothing has been sent."""
    return town.ask(where, mails=mails, cards=cards, now=now)


def open_round(
    where: Town, *, mails: int = 9, cards: int = 0, now: datetime = town.NOW, asks: str = "culture_profile"
) -> Round:
    """Amir (else Sanne) has let it out."""
    round_id = town.ask(where, mails=mails, cards=cards, now=now, instrument=asks)
    town.release(where, round_id, now=now)
    unit = RoundUnit.objects.get(round_id=round_id)
    return Round(where, round_id, unit.id, tuple(town.long_codes(round_id)))


def closed_round(
    where: Town, answers: Sequence[Mapping[str, object]] = ANSWERS, *, mails: int = 9, now: datetime = town.NOW
) -> Round:
    """Everybody of `answers` has answered, and the round has been closed."""
    made = open_round(where, mails=mails, now=now)
    close_with(made, answers, now=now)
    return made


def close_with(made: Round, answers: Sequence[Mapping[str, object]], *, now: datetime = town.NOW) -> None:
    """Store the answers and close."""
    for code, one in zip(made.codes, answers, strict=False):
        town.answer(code, dict(one), now=now)
    closing.close(round_id=made.id, now=now, rng=np.random.default_rng(1))


def released_of(round_id: uuid.UUID) -> Released:
    """The whole release of a round."""
    return Released.from_json(Release.objects.values_list("released", flat=True).get(round_id=round_id))

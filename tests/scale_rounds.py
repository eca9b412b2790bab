"""Rounds on a scale that have been closed, by the real actions."""

import uuid
from collections.abc import Sequence
from datetime import datetime

from kulturspejl.actions import open_rounds
from kulturspejl.records.models import Round, RoundUnit
from kulturspejl.values.the_library import the_library
from tests import people
from tests.actions import town
from tests.actions.town import Town

SAFETY = "psychological_safety"
LOW = [[1 + (person + item) % 3 for item in range(7)] for person in range(8)]
HIGH = [[3 + (person + item) % 3 for item in range(7)] for person in range(8)]


def steps(chosen: Sequence[int]) -> dict[str, object]:
    """A whole answer."""
    return {f"now_{number}": step for number, step in enumerate(chosen, start=1)}


def as_scale(round_id: uuid.UUID, asks: str = SAFETY) -> None:
    """The round asks about this instead, before it is let out."""
    asked = the_library().scales[asks]
    Round.objects.filter(id=round_id).update(
        content_id=asked.id, content_version=asked.version, content=asked.to_json(), points=asked.most,
        preferred="goal" if asked.form.has_goal else "none",
    )  # fmt: skip
    open_rounds.forget_all()


def closed_scale(
    where: Town, answers: Sequence[Sequence[int]], *, now: datetime = town.NOW, asks: str = SAFETY
) -> people.Round:
    """A round that closes and opens on its own day."""
    round_id = people.waiting_round(where, now=now)
    as_scale(round_id, asks)
    town.release(where, round_id, now=now)
    unit = RoundUnit.objects.get(round_id=round_id)
    made = people.Round(where, round_id, unit.id, tuple(town.long_codes(round_id)))
    people.close_with(made, [steps(one) for one in answers], now=now)
    Round.objects.filter(id=round_id).update(closed_on=now.date(), released_at=now)
    return made

"""Rounds on a scale that have been closed, by the real actions."""

from collections.abc import Sequence
from datetime import datetime

from kulturspejl.records.models import Round, RoundUnit
from tests import people
from tests.actions import town
from tests.actions.town import Town

SAFETY, PAIRS = "psychological_safety", "trait_pairs"
LOW = [[1 + (person + item) % 3 for item in range(7)] for person in range(8)]
PLACES = [[1 + person % 2, 4, 6, 4, 3 + person % 3, 7] for person in range(8)]
HIGH = [[3 + (person + item) % 3 for item in range(7)] for person in range(8)]


def steps(chosen: Sequence[int]) -> dict[str, object]:
    """A whole answer: a step for each."""
    return {f"now_{number}": step for number, step in enumerate(chosen, start=1)}


def closed_scale(
    where: Town, answers: Sequence[Sequence[int]], *, now: datetime = town.NOW, asks: str = SAFETY
) -> people.Round:
    """A round that closes and opens on its own day."""
    round_id = town.ask(where, mails=9, now=now, instrument=asks)
    town.release(where, round_id, now=now)
    unit = RoundUnit.objects.get(round_id=round_id)
    made = people.Round(where, round_id, unit.id, tuple(town.long_codes(round_id)))
    people.close_with(made, [steps(one) for one in answers], now=now)
    Round.objects.filter(id=round_id).update(closed_on=now.date(), released_at=now)
    return made

"""The leader's own answer and guess, while they may still be drawn."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from kulturspejl.access.permission import NOTHING_HERE, require
from kulturspejl.core.content.any_instrument import Instrument, any_from_json
from kulturspejl.core.errors import NotThere
from kulturspejl.core.permissions import Verb
from kulturspejl.records.models import LeaderLine, RoundState, RoundUnit, User

DRAWABLE = (RoundState.WAITING, RoundState.ON_HOLD, RoundState.OPEN)


@dataclass(frozen=True)
class LinePage:
    """`values` by kind (own, guess), as they are kept: points as on paper, or steps; none for a line not drawn."""

    round_id: uuid.UUID
    round_unit_id: uuid.UUID
    unit_name: str
    points: int
    instrument: Instrument
    values: Mapping[str, Mapping[str, int]]
    may_draw: bool


def for_user(user: User, round_unit_id: uuid.UUID, *, now: datetime) -> LinePage:
    """The leader's page; NotThere for everybody else, and where what is asked has no such lines."""
    unit = RoundUnit.objects.select_related("round").filter(id=round_unit_id).first()
    if unit is None:
        raise NotThere(NOTHING_HERE)
    require(user, Verb.LINE_DRAW, unit_id=unit.unit_id, now=now)
    instrument = any_from_json(unit.round.content)
    if not instrument.lines:
        raise NotThere(NOTHING_HERE)
    rows = LeaderLine.objects.filter(round_unit=unit, owner=user)
    return LinePage(
        round_id=unit.round_id, round_unit_id=unit.id, unit_name=unit.name, points=unit.round.points,
        instrument=instrument, values={row.kind: row.values for row in rows},
        may_draw=unit.round.state in DRAWABLE and now < unit.round.closes_at,
    )  # fmt: skip

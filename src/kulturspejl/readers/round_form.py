"""What a round asks, for a sheet of paper: no name and no code, so whoever reads the round may print it."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from kulturspejl.access.permission import NOTHING_HERE, day_of
from kulturspejl.access.standing import names_of_leaders
from kulturspejl.core.content.any_instrument import Instrument, any_from_json
from kulturspejl.core.errors import NotThere
from kulturspejl.readers import rounds
from kulturspejl.records.models import Round, RoundState, RoundUnit, User

PRINTED = (RoundState.WAITING, RoundState.ON_HOLD, RoundState.OPEN)
"""From the moment it is made until it closes."""


@dataclass(frozen=True)
class FormPage:
    """`leaders` are named where one unit alone is asked, as on its screen; a sheet for a branch is for many."""

    instrument: Instrument
    points: int
    preferred: str
    unit_name: str
    closes_at: datetime
    language: str
    leaders: str


def for_user(user: User, round_id: uuid.UUID, *, now: datetime) -> FormPage:
    """For those who may read the round, while it can be answered or is about to be; NotThere for others."""
    found = Round.objects.filter(id=round_id, state__in=PRINTED).first()
    if found is None or now >= found.closes_at or not rounds.may_read(user, round_id, now=now):
        raise NotThere(NOTHING_HERE)
    units = list(RoundUnit.objects.filter(round=found))
    root = next(one for one in units if one.unit_id == found.root_id)
    leaders = names_of_leaders(found.root_id, day_of(now)) if len(units) == 1 else []
    return FormPage(
        any_from_json(found.content), found.points, found.preferred, root.name, found.closes_at, found.language,
        ", ".join(leaders),
    )  # fmt: skip

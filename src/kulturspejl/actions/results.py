"""The unit lets those above see its picture, or takes it back."""

import uuid
from datetime import datetime

from django.db import transaction

from kulturspejl.access.permission import NOTHING_HERE, day_of, require
from kulturspejl.access.seeing import given_away_by, is_of_a_team
from kulturspejl.access.union import Seen
from kulturspejl.actions.auditing import note
from kulturspejl.core.content.text import Text
from kulturspejl.core.errors import NotThere, Refused
from kulturspejl.core.permissions import Verb
from kulturspejl.records.models import ResultShare, RoundState, RoundUnit, User

GIVES_AWAY = Text(
    da="Jeres resultat kan ikke vises for dem over jer endnu. Trukket fra grenens samlede resultat ville det vise "
    "en anden enheds resultat, som den ikke har delt. Når den enhed deler sit, kan I dele jeres.",
    en="Your result cannot be shown to those above yet. Subtracted from the branch's combined result, it would give "
    "away another unit's result that it has not shared. When that unit shares its own, you can share yours.",
)


def share(*, by: User, round_unit_id: uuid.UUID, now: datetime) -> None:
    """Let the leaders above open this unit's picture."""
    unit = _released(round_unit_id)
    require(by, Verb.RESULT_SHARE, unit_id=unit.unit_id, now=now)
    if not is_of_a_team(unit) or not Seen(by, now).may_open(unit):
        # The picture of those below is not this unit's to give, and nobody passes on what stays shut for them.
        raise NotThere(NOTHING_HERE)
    if given_away_by(unit):
        raise Refused(GIVES_AWAY)
    with transaction.atomic():
        ResultShare.objects.get_or_create(
            round_unit=unit,
            taken_back_at=None,
            defaults={"shared_by": by, "shared_on": day_of(now), "shared_at": now},
        )
        note(by=by, organisation_id=unit.round.organisation_id, verb="result.share", about=unit.id, now=now)


def unshare(*, by: User, round_unit_id: uuid.UUID, now: datetime) -> None:
    """Take it back; what somebody has seen or printed is not unseen."""
    unit = _released(round_unit_id)
    require(by, Verb.RESULT_SHARE, unit_id=unit.unit_id, now=now)
    with transaction.atomic():
        ResultShare.objects.filter(round_unit=unit, taken_back_at=None).update(taken_back_at=now)
        note(by=by, organisation_id=unit.round.organisation_id, verb="result.unshare", about=unit.id, now=now)


def _released(round_unit_id: uuid.UUID) -> RoundUnit:
    unit = RoundUnit.objects.select_related("round").filter(id=round_unit_id).first()
    if unit is None or unit.round.state != RoundState.RELEASED:
        raise NotThere(NOTHING_HERE)
    return unit

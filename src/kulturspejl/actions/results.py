"""The unit lets those above see its picture, or takes it back."""

import uuid
from datetime import datetime

from kulturspejl.access.giving_away import given_away_by
from kulturspejl.access.permission import NOTHING_HERE, day_of, require
from kulturspejl.access.shown import is_of_a_team
from kulturspejl.access.union import Seen
from kulturspejl.actions.auditing import note
from kulturspejl.actions.deciding import deciding
from kulturspejl.core.errors import NotThere, Refused
from kulturspejl.core.permissions import Verb
from kulturspejl.core.text import Text
from kulturspejl.records.models import ResultShare, RoundState, RoundUnit, User

GIVES_AWAY = Text(
    da="Jeres resultat kan ikke vises for dem over jer endnu. Trukket fra grenens samlede resultat ville det vise "
    "en anden enheds resultat, som den ikke har delt. Når den enhed deler sit, kan I dele jeres.",
    en="Your result cannot be shown to those above yet. Subtracted from the branch’s combined result, it would give "
    "away another unit’s result that it has not shared. When that unit shares its own, you can share yours.",
)


def share(*, by: User, round_unit_id: uuid.UUID, now: datetime) -> None:
    """Let the leaders above open this unit's picture. Sharing what is shared changes nothing."""
    with deciding(RoundUnit, round_unit_id) as unit:
        _require_released(by, unit, now)
        if not is_of_a_team(unit) or not Seen(by, now).may_open(unit):
            # The picture of those below is not this unit's to give, and nobody passes on what stays shut for them.
            raise NotThere(NOTHING_HERE)
        if ResultShare.objects.filter(round_unit=unit, taken_back_at=None).exists():
            return
        if given_away_by(unit):
            raise Refused(GIVES_AWAY)
        ResultShare.objects.create(round_unit=unit, shared_by=by, shared_on=day_of(now), shared_at=now)
        note(by=by, organisation_id=unit.round.organisation_id, verb="result.share", about=unit.id, now=now)


def unshare(*, by: User, round_unit_id: uuid.UUID, now: datetime) -> None:
    """Take it back; what somebody has seen or printed is not unseen. What is not shared stays so."""
    with deciding(RoundUnit, round_unit_id) as unit:
        _require_released(by, unit, now)
        shared = ResultShare.objects.filter(round_unit=unit, taken_back_at=None)
        if shared.update(taken_back_at=now):
            note(by=by, organisation_id=unit.round.organisation_id, verb="result.unshare", about=unit.id, now=now)


def _require_released(by: User, unit: RoundUnit, now: datetime) -> None:
    if unit.round.state != RoundState.RELEASED:
        raise NotThere(NOTHING_HERE)
    require(by, Verb.RESULT_SHARE, unit_id=unit.unit_id, now=now)

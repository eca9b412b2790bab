"""Deleting a round with its result: for retention, and when somebody has the right to it."""

import uuid
from datetime import datetime

from django.db import transaction

from kulturspejl.access.permission import day_of, require_in
from kulturspejl.actions.auditing import note
from kulturspejl.actions.rounds.finding import find_round, lock_round
from kulturspejl.actions.sweeping import sweep_afterwards
from kulturspejl.core.permissions import Verb
from kulturspejl.records.models import Door, Release, ReleasedUnit, RoundState, SealedMatrix, User
from kulturspejl.vault import ledger


def delete(*, by: User, round_id: uuid.UUID, now: datetime) -> None:
    """Everything of a closed or cancelled round goes: counts, sealed answers, result, codes. Traits and actions stay.

    The ledger is written first, so that no restore brings the round back.
    """
    found = find_round(round_id)
    require_in(by, Verb.ORGANISATION_EDIT, organisation_id=found.organisation_id, now=now)
    with transaction.atomic():
        found = lock_round(round_id, RoundState.RELEASED, RoundState.CANCELLED)
        ledger.note(what=ledger.ROUND, round_id=round_id, on=day_of(now))
        note(by=by, organisation_id=found.organisation_id, verb="round.delete", about=round_id, now=now)
        found.delete()
        sweep_afterwards(*(table._meta.db_table for table in (SealedMatrix, Release, ReleasedUnit, Door)))

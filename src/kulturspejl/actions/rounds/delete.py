"""Deleting a round with its result: for retention, and when somebody has the right to it."""

import uuid
from datetime import datetime

from kulturspejl.access.permission import day_of, require_in
from kulturspejl.actions import result_letters
from kulturspejl.actions.auditing import note
from kulturspejl.actions.deciding import deciding
from kulturspejl.actions.rounds.finding import require_state
from kulturspejl.actions.sent import forget, keep, may_be_gone
from kulturspejl.actions.sweeping import sweep_afterwards, tables_under
from kulturspejl.actions.telling_hand_overs import tell_the_result_is_deleted
from kulturspejl.core.permissions import Verb
from kulturspejl.records.models import DemoMail, Round, RoundState, User
from kulturspejl.vault import ledger

SWEPT = (DemoMail._meta.db_table, *tables_under(Round))


def delete(*, by: User, round_id: uuid.UUID, form: uuid.UUID | None = None, now: datetime) -> None:
    """Everything of a closed or cancelled round goes: counts, result, codes. Traits and actions stay.

    The ledger is written first, so that no restore brings the round back.
    """
    with may_be_gone(form, by), deciding(Round, round_id) as found:
        require_in(by, Verb.ORGANISATION_EDIT, organisation_id=found.organisation_id, now=now)
        require_state(found, RoundState.RELEASED, RoundState.CANCELLED)
        ledger.note(what=ledger.ROUND, round_id=round_id, on=day_of(now))
        note(by=by, organisation_id=found.organisation_id, verb="round.delete", about=round_id, now=now)
        DemoMail.objects.filter(about=round_id).delete()
        result_letters.forget_with_round(round_id)
        if found.state == RoundState.RELEASED:
            tell_the_result_is_deleted(found, by, now)
        found.delete()
        forget(round_id)
        keep(form, by, "", now)
        sweep_afterwards(*SWEPT)

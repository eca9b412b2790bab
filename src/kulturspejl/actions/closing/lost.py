"""Rounds that cannot go on: their keys are lost, or codes open nothing because the instance's secret is another one.

Nothing is given up by itself. A start that finds one ends, until somebody has said that it is given up.
"""

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from kulturspejl.access.permission import day_of
from kulturspejl.actions import open_rounds
from kulturspejl.actions.auditing import note
from kulturspejl.actions.closing.forget import forget_a_lost_round
from kulturspejl.actions.rounds.finding import lock_round, ring
from kulturspejl.records.ballots import Box
from kulturspejl.records.models import LostBy, Release, Round, RoundState, RoundUnit
from kulturspejl.vault import box_keys, keys, ledger

OPEN = (RoundState.OPEN, RoundState.CLOSING)


@dataclass(frozen=True)
class Lost:
    """A round that cannot go on."""

    round_id: uuid.UUID
    name: str
    asked: int
    why: LostBy


def cannot_go_on(*, secret_is_another: bool) -> list[Lost]:
    """Open rounds whose keys are not all there; with another secret, all of them."""
    rows = Round.objects.filter(state__in=OPEN).exclude(id__in=Release.objects.values("round_id"))
    found = []
    for row in rows.defer("content").order_by("id"):
        why = None if _has_keys(row.id) else LostBy.KEYS
        if why is None and secret_is_another and row.state == RoundState.OPEN:
            why = LostBy.SECRET
        if why is not None:
            found.append(_told(row, why))
    return found


def give_up(*, round_id: uuid.UUID, why: LostBy, now: datetime) -> None:
    """Destroy what is left of it, and say on its pages that it was lost and by what. Repeating does no harm."""
    ledger.note(what=ledger.PEOPLE, round_id=round_id, on=day_of(now))
    forget_a_lost_round(round_id)
    with transaction.atomic():
        found = lock_round(round_id, *OPEN)
        found.state, found.lost_on, found.lost_by = RoundState.CANCELLED, day_of(now), why
        found.save(update_fields=["state", "lost_on", "lost_by"])
        note(by=None, organisation_id=found.organisation_id, verb="round.lost", about=round_id, now=now)
        ring(round_id)
    open_rounds.forget(round_id)


def mark_restored(round_ids: list[uuid.UUID], now: datetime) -> None:
    """These were open in a backup that holds no answers of them, and have been given up by its restore."""
    rows = Round.objects.filter(id__in=round_ids, state=RoundState.CANCELLED)
    rows.update(lost_on=day_of(now), lost_by=LostBy.RESTORE)


def _has_keys(round_id: uuid.UUID) -> bool:
    if not keys.is_there(round_id):
        return False
    return box_keys.is_there(round_id) or not Box.objects.filter(round_unit__round_id=round_id).exists()


def _told(row: Round, why: LostBy) -> Lost:
    units = list(RoundUnit.objects.filter(round=row))
    root = next((unit.name for unit in units if unit.unit_id == row.root_id), "")
    return Lost(row.id, root, sum(unit.invited.get("E", 0) for unit in units), why)

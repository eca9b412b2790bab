"""The steps of a close, each a commit of its own that may be repeated: shut, release, forget, open.

The answers are never stored again: they go from the sealed boxes through memory into the release, and then boxes and
keys are destroyed. Until they are, the boxes are sealed as while the round was open.
"""

import threading
import uuid
from datetime import datetime

import numpy as np
from django.db import IntegrityError, transaction

from kulturspejl.access.permission import day_of
from kulturspejl.actions import ballots, open_rounds
from kulturspejl.actions.auditing import note
from kulturspejl.actions.closing.forget import forget_people
from kulturspejl.actions.closing.release import make_and_keep, open_boxes
from kulturspejl.actions.each import each
from kulturspejl.actions.rounds.finding import lock_round, ring
from kulturspejl.core.errors import KulturspejlError
from kulturspejl.records.models import Release, Round, RoundState
from kulturspejl.records.rounds import Step
from kulturspejl.vault import keys
from kulturspejl.vault.wiping import fill_what_is_free

_one_at_a_time = threading.Lock()
"""A leader who closes and the job that closes what is due may meet at the same round."""


def close_due(*, now: datetime) -> list[uuid.UUID]:
    """Close every round whose time has come and finish every close that was cut short; returns their ids.

    One round that fails does not hold up the others; it is tried again, and its page and the administrator's say so.
    """
    due = Round.objects.filter(state=RoundState.OPEN, closes_at__lte=now) | Round.objects.filter(
        state=RoundState.CLOSING
    )
    done = []
    for one in each("close", list(due.values_list("id", flat=True)), now=now):
        with one as round_id:
            close(round_id=round_id, now=now, rng=np.random.default_rng())
            done.append(round_id)
    return done


def close(*, round_id: uuid.UUID, now: datetime, rng: np.random.Generator) -> None:
    """Take the round from open to released. Every step looks at what is there, so repeating harms nothing.

    The result opens for everybody in the last step, after invitations, gates, vouchers and the key are gone.
    """
    with _one_at_a_time:
        if _state(round_id) == RoundState.RELEASED:
            return
        try:
            _go_through(round_id, now, rng)
        except (IntegrityError, KulturspejlError, keys.KeyGone):
            # Another process may be closing the same round; then its steps are the ones that count.
            if _state(round_id) != RoundState.RELEASED:
                raise


def _state(round_id: uuid.UUID) -> str:
    return Round.objects.values_list("state", flat=True).get(id=round_id)


def _go_through(round_id: uuid.UUID, now: datetime, rng: np.random.Generator) -> None:
    _shut(round_id, now)
    if not Release.objects.filter(round_id=round_id).exists():
        _tell(round_id, Step.MIX)
        answers = open_boxes(round_id, rng)
        _tell(round_id, Step.COMPUTE)
        try:
            make_and_keep(round_id, answers)
        finally:
            for rows in answers.values():
                rows.fill(0)
            fill_what_is_free()
    _tell(round_id, Step.FORGET)
    forget_people(round_id)
    _open_result(round_id, now)


def _tell(round_id: uuid.UUID, step: Step) -> None:
    """What the close is at now, for the round's pages. Of the round alone: it says nothing of any unit's answers."""
    with transaction.atomic():
        Round.objects.filter(id=round_id, closing_step__lt=step).update(closing_step=step)
        ring(round_id)


def _shut(round_id: uuid.UUID, now: datetime) -> None:
    with transaction.atomic():
        found = lock_round(round_id, RoundState.OPEN, RoundState.CLOSING)
        if found.state == RoundState.OPEN:
            found.state = RoundState.CLOSING
            found.closed_on = day_of(now)
            found.save(update_fields=["state", "closed_on"])
        ballots.shut(round_id)
    open_rounds.forget(round_id)


def _open_result(round_id: uuid.UUID, now: datetime) -> None:
    with transaction.atomic():
        found = lock_round(round_id, RoundState.CLOSING)
        found.state, found.released_at = RoundState.RELEASED, now
        found.save(update_fields=["state", "released_at"])
        note(by=None, organisation_id=found.organisation_id, verb="round.released", about=round_id, now=now)
        ring(round_id)

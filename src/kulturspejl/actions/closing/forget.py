"""After the release is kept: answers, codes, addresses and the keys are destroyed; how many were asked stays.

In the same moment the list for the letter about the result takes over (actions.result_letters): addresses alone.
"""

import uuid

from django.db import transaction

from kulturspejl.actions import ballots, result_letters
from kulturspejl.actions.rounds.finding import lock_round
from kulturspejl.actions.sweeping import sweep
from kulturspejl.records.models import DemoMail, Door, Gate, Invitation, Round, RoundState
from kulturspejl.vault import keys, ledger

_TABLES = ("records_box", *(table._meta.db_table for table in (Gate, Invitation, DemoMail)))


def forget_people(round_id: uuid.UUID) -> None:
    """Delete who was invited, which codes were spent and the open answers, then the key, then the traces.

    The key goes first of all that a copy could use: once it is gone, old pages and logs of the database
    hold noise. Repeating does no harm.
    """
    _remember(round_id)
    keys.destroy(round_id)
    with transaction.atomic():
        # Two closes at once: the second finds no invitations, and leaves the list of the first alone.
        lock_round(round_id, RoundState.CLOSING)
        ballots.destroy(round_id)
        result_letters.take_over(round_id)
        _delete(round_id)
    sweep(*_TABLES)


def forget_a_lost_round(round_id: uuid.UUID) -> None:
    """The same for a round that could not go on: there is no result, so nobody's address is kept for a letter."""
    keys.destroy(round_id)
    with transaction.atomic():
        ballots.destroy(round_id)
        _delete(round_id)
    sweep(*_TABLES)


def _delete(round_id: uuid.UUID) -> None:
    Gate.objects.filter(round_unit__round_id=round_id).delete()
    Invitation.objects.filter(round_unit__round_id=round_id).delete()
    Door.objects.filter(round_unit__round_id=round_id).update(entry=None)
    DemoMail.objects.filter(about=round_id).delete()


def _remember(round_id: uuid.UUID) -> None:
    """A backup of the open round, restored later, must not bring its people back."""
    closed_on = Round.objects.values_list("closed_on", flat=True).get(id=round_id)
    if closed_on is not None:
        ledger.note(what=ledger.PEOPLE, round_id=round_id, on=closed_on)

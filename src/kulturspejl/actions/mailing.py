"""Sending what waits: the first letter when a round opens, and reminders to everybody alike.

A kill between the mail server's yes and our note of it sends a letter twice; that is said here because it
is the right way round: nobody goes without.
"""

import logging
import uuid
from collections.abc import Iterator

from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend

from kulturspejl.actions.delivery import Outcome, Sent, deliver
from kulturspejl.records.models import Invitation, Round, RoundState, RoundUnit
from kulturspejl.records.rounds import Refusal
from kulturspejl.values.letters import Letter, letter_for
from kulturspejl.vault import keys
from kulturspejl.vault.sealing import unseal

log = logging.getLogger(__name__)
AT_ONCE = 50


def send_due(limit: int = 500) -> Sent:
    """Send letters that wait, at most `limit`. One bad address stops no other."""
    sent, tried = 0, 0
    for found in Round.objects.filter(state=RoundState.OPEN):
        waiting = Invitation.objects.filter(
            round_unit__round=found, mails_sent__lte=found.reminders_sent
        ).exclude(address="")
        ids = list(waiting.order_by("id").values_list("id", flat=True)[: limit - sent])
        for batch in _batches(ids):
            tried += len(batch)
            sent += _send_batch(found, batch)
    return Sent(sent, has_waiting=sent < tried)


def _send_batch(found: Round, ids: list[uuid.UUID]) -> int:
    sent = 0
    connection = get_connection()
    try:
        connection.open()
        for one in Invitation.objects.filter(id__in=ids).select_related("round_unit"):
            sent += _send_one(connection, found, one)
    except OSError:
        log.exception("The mail server could not be reached; the letters wait.")
    finally:
        connection.close()
    return sent


def _send_one(connection: BaseEmailBackend, found: Round, one: Invitation) -> int:
    outcome = deliver(connection, write_letter(found, one.round_unit, one), to=one.address, about=found.id)
    if outcome is Outcome.LATER:
        return 0
    refusal = Refusal.NEW if outcome is Outcome.REFUSED else Refusal.NONE
    # Only if it is still this address: it may have been mended while the mail server thought about the old one.
    Invitation.objects.filter(id=one.id, address=one.address).update(
        mails_sent=found.reminders_sent + 1, refusal=refusal
    )
    return 1


def write_letter(found: Round, unit: RoundUnit, one: Invitation) -> Letter:
    """The letter of one invitation, with its link and its short code."""
    long, short = open_codes(found.id, one)
    return letter_for(
        found,
        unit,
        language=one.language,
        long_code=long,
        short_code=short,
        is_reminder=one.mails_sent > 0,
    )


def open_codes(round_id: uuid.UUID, one: Invitation) -> tuple[str, str]:
    """The long and the short code of an invitation, out of its seal."""
    if one.code_sealed is None:
        raise ValueError("the invitation has no code: its round is not open")
    long, short = unseal(keys.get(round_id), one.code_sealed, one.id.bytes).decode().split(" ")
    return long, short


def _batches(ids: list[uuid.UUID]) -> Iterator[list[uuid.UUID]]:
    for start in range(0, len(ids), AT_ONCE):
        yield ids[start : start + AT_ONCE]

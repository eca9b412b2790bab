"""Sending the letters of open rounds: the first one when a round opens, and reminders to everybody alike.

Each letter stands behind a fence of its own, and so does each round. A kill between the mail server's yes and our note
of it sends a letter twice, with the same Message-ID; that is said here because it is the right way round: nobody goes
without.
"""

import logging
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from django.core.mail import EmailMessage

from kulturspejl.access.permission import day_of
from kulturspejl.access.to_ask import to_ask
from kulturspejl.actions.each import each
from kulturspejl.actions.letters.message import build
from kulturspejl.actions.letters.postman import Outcome, Postman, ServerAway
from kulturspejl.actions.patience import Patience
from kulturspejl.records.models import Invitation, LetterState, Round, RoundState, RoundUnit
from kulturspejl.values.hours import waits_for_the_morning
from kulturspejl.values.letters import Letter, Somebody, letter_for
from kulturspejl.vault import keys
from kulturspejl.vault.sealing import unseal

log = logging.getLogger(__name__)
AT_ONCE = 50
"""Letters of one round before the next round has its turn."""
TRYING = Patience()
PUT_OFF = timedelta(days=2)
"""So long after the round has opened, a first letter that the server still puts off counts as refused."""
SET_ASIDE = {Outcome.REFUSED: LetterState.REFUSED, Outcome.UNWRITABLE: LetterState.UNWRITABLE}


@dataclass(frozen=True)
class Sent:
    """How many letters the mail server took, and whether others were left waiting."""

    letters: int
    has_waiting: bool


def send_due(*, now: datetime, limit: int = 500) -> Sent:
    """Send letters that wait, at most `limit`, the rounds taking turns. No letter and no round stops another."""
    waiting = _waiting(now)
    tried, sent = 0, 0
    if not waiting:
        return Sent(0, has_waiting=False)
    try:
        with Postman(now) as postman:
            for round_id, ids in _in_turns(waiting, limit):
                for one in each("letters of a round", [round_id], now=now, passing=(ServerAway,)):
                    with one:
                        tried += len(ids)
                        sent += _send_some(postman, round_id, ids, now)
    except ServerAway:
        return Sent(sent, has_waiting=True)
    return Sent(sent, has_waiting=sent < tried or tried < sum(map(len, waiting.values())))


def waiting_in(round_id: uuid.UUID) -> list[uuid.UUID]:
    """Who of an open round has not been sent the letter that is due, by invitation."""
    found = Round.objects.only("reminders_sent").get(id=round_id)
    due = Invitation.objects.filter(
        round_unit__round_id=round_id, mails_sent__lte=found.reminders_sent, undeliverable=""
    )
    return list(due.exclude(address="").order_by("id").values_list("id", flat=True))


def _waiting(now: datetime) -> Mapping[uuid.UUID, list[uuid.UUID]]:
    """Letters that may be tried now, by round; those that have just failed are left alone for a while."""
    found: dict[uuid.UUID, list[uuid.UUID]] = {}
    for one in Round.objects.filter(state=RoundState.OPEN, closes_at__gt=now).only("id", "closes_at"):
        if not waits_for_the_morning(one, now):
            found[one.id] = waiting_in(one.id)
    TRYING.keep_only({key for ids in found.values() for key in ids})
    due = {round_id: [key for key in ids if TRYING.may_try(key, now)] for round_id, ids in found.items()}
    return {round_id: ids for round_id, ids in due.items() if ids}


def _in_turns(
    waiting: Mapping[uuid.UUID, Sequence[uuid.UUID]], limit: int
) -> Iterator[tuple[uuid.UUID, Sequence[uuid.UUID]]]:
    """Some of each round, then some more of each, until `limit`: a large round does not come before a small one."""
    left, start = limit, 0
    while left > 0 and any(len(ids) > start for ids in waiting.values()):
        for round_id, ids in waiting.items():
            some = ids[start : start + min(AT_ONCE, left)]
            if some:
                left -= len(some)
                yield round_id, some
        start += AT_ONCE


def _send_some(postman: Postman, round_id: uuid.UUID, ids: Sequence[uuid.UUID], now: datetime) -> int:
    found = Round.objects.select_related("organisation", "requested_by", "approved_by").get(id=round_id)
    # A key that is not there is no letter's own fault: it is told of the round, and no letter is given up.
    keys.get(round_id)
    sent, ask = 0, to_ask(found, day_of(now))
    for one in Invitation.objects.filter(id__in=ids).select_related("round_unit"):
        sent += _send_one(postman, found, one, ask, now)
    return sent


def _send_one(postman: Postman, found: Round, one: Invitation, ask: Somebody | None, now: datetime) -> int:
    try:
        words = write_letter(found, one.round_unit, one, ask)
    except Exception as fault:
        if TRYING.is_new(one.id):
            log.warning("One letter of a round cannot be written (%s); the others go.", type(fault).__name__)
        TRYING.failed(one.id, now)
        return 0
    outcome = postman.deliver(partial(message_to, found, one, words, ask))
    if outcome is Outcome.LATER:
        TRYING.failed(one.id, now)
        if not _is_put_off_for_long(postman, found, one, now):
            return 0
        outcome = Outcome.REFUSED
    TRYING.done(one.id)
    # Only if it is still this address: it may have been put right while the mail server thought about the old one.
    row = Invitation.objects.filter(id=one.id, address=one.address)
    if outcome is Outcome.SENT:
        row.update(mails_sent=found.reminders_sent + 1)
        return 1
    row.update(undeliverable=SET_ASIDE[outcome])
    log.warning("A letter of a round is set aside: %s. The round's page counts it.", outcome.value)
    return 0


def _is_put_off_for_long(postman: Postman, found: Round, one: Invitation, now: datetime) -> bool:
    """A mailbox that is full for days: nobody would be told, and the person would have no code until the close."""
    is_old = found.opened_on is not None and day_of(now) - found.opened_on >= PUT_OFF
    return one.mails_sent == 0 and is_old and TRYING.is_long(one.id) and postman.is_at_work


def message_to(found: Round, one: Invitation, words: Letter, ask: Somebody | None) -> EmailMessage:
    """The letter as it is sent. Answers to it go to whom it names to ask."""
    return build(
        to=one.address, subject=words.subject, body=words.body, language=one.language, about=found.id,
        mark=f"invitation {one.id} {found.reminders_sent}", organisation=found.organisation.name,
        ask=ask, to_many="round",
    )  # fmt: skip


def write_letter(found: Round, unit: RoundUnit, one: Invitation, ask: Somebody | None) -> Letter:
    """The letter of one invitation, with its link and its short code."""
    long, short = open_codes(found.id, one)
    return letter_for(
        found,
        unit,
        language=one.language,
        long_code=long,
        short_code=short,
        is_reminder=one.mails_sent > 0,
        contact=str(ask or ""),
    )


def open_codes(round_id: uuid.UUID, one: Invitation) -> tuple[str, str]:
    """The long and the short code of an invitation, out of its seal."""
    if one.code_sealed is None:
        raise ValueError("the invitation has no code: its round is not open")
    long, short = unseal(keys.get(round_id), one.code_sealed, one.id.bytes).decode().split(" ")
    return long, short

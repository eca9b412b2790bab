"""Sending the letters that wait for people with an account, one after the other, whatever becomes of one of them."""

import logging
import uuid
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from kulturspejl.access.letters_off import is_off
from kulturspejl.access.permission import day_of
from kulturspejl.actions.each import each
from kulturspejl.actions.letters.postman import Outcome, Postman, ServerAway
from kulturspejl.actions.letters.still import still_holds
from kulturspejl.actions.letters.writing import GATHERED, write
from kulturspejl.actions.patience import Patience
from kulturspejl.records.models import Letter, LetterState, Stuck
from kulturspejl.values.hours import is_quiet

log = logging.getLogger(__name__)
TRYING = Patience()
AT_ONCE = 200
KEPT = timedelta(days=100)
"""Longer than a round can last: nothing is told twice while it can still be true."""
STUCK_KEPT = timedelta(days=7)
DONE = {
    Outcome.SENT: LetterState.SENT, Outcome.REFUSED: LetterState.REFUSED, Outcome.UNWRITABLE: LetterState.UNWRITABLE,
}  # fmt: skip


def send_waiting(*, now: datetime) -> set[uuid.UUID]:
    """Send what waits and is still true; returns the rounds of which something was told, or could not be.

    A kill between the server's yes and our note of it sends one letter twice, with the same Message-ID.
    """
    waiting = Letter.objects.filter(state=LetterState.WAITING).order_by("id")
    if is_quiet(now):
        waiting = waiting.filter(at_once=True)
    ids = list(waiting.values_list("id", flat=True))
    TRYING.keep_only(set(ids))
    due = [one for one in ids if TRYING.may_try(one, now)][:AT_ONCE]
    return _send(due, now) if due else set()


def forget_old(*, now: datetime) -> None:
    """Letters that were sent, or given up, long ago, and what was stuck: what still is stands there again at once."""
    Letter.objects.filter(done_on__lt=day_of(now) - KEPT).delete()
    Stuck.objects.filter(since__lt=now - STUCK_KEPT).delete()


def _send(ids: Iterable[int], now: datetime) -> set[uuid.UUID]:
    rounds: set[uuid.UUID] = set()
    try:
        with Postman(now) as postman:
            for one in each("letters", ids, now=now, passing=(ServerAway,)):
                with one as id:
                    rounds |= _send_one(postman, id, now)
    except ServerAway:
        log.debug("The letters wait for the mail server.")
    return rounds


def _send_one(postman: Postman, id: int, now: datetime) -> set[uuid.UUID]:
    letters = _together(id)
    gone = [letter for letter in letters if not still_holds(letter, now)]
    Letter.objects.filter(id__in=[letter.id for letter in gone]).delete()
    letters = [letter for letter in letters if letter not in gone]
    if letters and is_off(letters[0].to_id, letters[0].kind):
        _done(letters, LetterState.UNWANTED, now)
        return set()
    if not letters:
        return set()
    outcome = postman.deliver(lambda: write(letters, now=now))
    if outcome is Outcome.LATER:
        TRYING.failed(id, now)
        return set()
    TRYING.done(id)
    _done(letters, DONE[outcome], now)
    return {letter.round_id for letter in letters if letter.round_id}


def _done(letters: Sequence[Letter], state: LetterState, now: datetime) -> None:
    done = Letter.objects.filter(id__in=[letter.id for letter in letters])
    done.update(state=state, done_on=day_of(now), values={}, address="")


def _together(id: int) -> list[Letter]:
    """The letter, and where its kind is gathered what else waits for the same person from the same."""
    rows = Letter.objects.select_related("to", "round__organisation", "unit__organisation", "ask")
    waiting = rows.filter(state=LetterState.WAITING)
    letter = waiting.filter(id=id).first()
    if letter is None or letter.kind not in GATHERED:
        return [letter] if letter else []
    return list(waiting.filter(kind=letter.kind, to=letter.to, ask=letter.ask).order_by("id"))

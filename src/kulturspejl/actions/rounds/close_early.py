"""Closing a round before its day: whoever steers it asks and says why, AMR or TR (else the administrator) says yes.

Both see how far the round has come as one coarse word, and nobody sees more. A yes moves the closing to that moment;
`actions.closing` does the rest, step by step.
"""

import uuid
from datetime import datetime

from kulturspejl.access.permission import day_of, require
from kulturspejl.access.releasing import lets_out
from kulturspejl.actions import open_rounds
from kulturspejl.actions.auditing import note
from kulturspejl.actions.deciding import deciding
from kulturspejl.actions.rounds.finding import MOVED_ON, require_state, ring
from kulturspejl.actions.rounds.release_sending import require_release
from kulturspejl.actions.sent import keep, made_before
from kulturspejl.actions.telling_hand_overs import tell_closing_is_asked, tell_closing_is_declined
from kulturspejl.core.errors import Conflict, Refused
from kulturspejl.core.permissions import Verb
from kulturspejl.core.text import Text
from kulturspejl.core.writing.line import one_line
from kulturspejl.records.models import Round, RoundState, User

LONGEST_REASON = 1000


def ask_to_close(
    *, by: User, round_id: uuid.UUID, reason: str, form: uuid.UUID | None = None, now: datetime
) -> None:
    """Wish that the round closes now. Whoever may also give the yes (an administrator where there is no AMR or TR) has.

    Raises Refused without a reason, and on the day of a no; Conflict where the wish has been made already.
    """
    with deciding(Round, round_id) as found:
        require(by, Verb.ROUND_CLOSE, unit_id=found.root_id, now=now)
        if made_before(form, by) is not None or _is_over(found, now):
            return
        require_state(found, RoundState.OPEN)
        if found.close_asked_on is not None:
            raise Conflict(MOVED_ON)
        _refuse(found, reason, now)
        found.close_asked_by, found.close_asked_on = by, day_of(now)
        found.close_reason, found.close_declined_on = reason.strip()[:LONGEST_REASON], None
        note(by=by, organisation_id=found.organisation_id, verb="round.ask_close", about=found.id, now=now)
        if lets_out(by, found, day_of(now)):
            _close(found, by, now)
        else:
            tell_closing_is_asked(found, now)
        _kept(found, by, form, now)
    open_rounds.forget(round_id)


def answer_close(
    *, by: User, round_id: uuid.UUID, agrees: bool, form: uuid.UUID | None = None, now: datetime
) -> None:
    """Say yes or no to the wish; Conflict where there is none any more."""
    with deciding(Round, round_id) as found:
        require_release(by, found, now)
        if made_before(form, by) is not None or _is_over(found, now):
            return
        require_state(found, RoundState.OPEN)
        if found.close_asked_on is None:
            raise Conflict(MOVED_ON)
        if agrees:
            _close(found, by, now)
        else:
            found.close_asked_on, found.close_declined_on = None, day_of(now)
            tell_closing_is_declined(found, by, now)
            note(by=by, organisation_id=found.organisation_id, verb="round.decline_close", about=found.id, now=now)
        _kept(found, by, form, now)
    open_rounds.forget(round_id)


def _refuse(found: Round, reason: str, now: datetime) -> None:
    if not one_line(reason):
        raise Refused(
            Text(
                da="Skriv, hvorfor målingen skal lukke før tid. Den, der skal sige ja, læser det.",
                en="Say why the round should close before its day. Whoever is to say yes reads it.",
            )
        )
    if found.close_declined_on == day_of(now):
        raise Refused(
            Text(
                da="I dag er der sagt nej til at lukke før tid. Tal om det, og spørg igen i morgen.",
                en="There has been a no to closing early today. Talk about it, and ask again tomorrow.",
            )
        )


def _is_over(found: Round, now: datetime) -> bool:
    """Its moment has come by itself, or somebody's yes came first: the close is on its way."""
    return found.state == RoundState.OPEN and found.closes_at <= now


def _close(found: Round, by: User, now: datetime) -> None:
    found.closes_at = now
    note(by=by, organisation_id=found.organisation_id, verb="round.close", about=found.id, now=now)


def _kept(found: Round, by: User, form: uuid.UUID | None, now: datetime) -> None:
    found.save(update_fields=["closes_at", "close_asked_by", "close_asked_on", "close_reason", "close_declined_on"])
    keep(form, by, found.id, now)
    ring(found.id)

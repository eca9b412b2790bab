"""Holding, resuming, cancelling and reminding."""

import uuid
from datetime import datetime

from kulturspejl.access.permission import day_of, require
from kulturspejl.actions.auditing import note
from kulturspejl.actions.deciding import deciding
from kulturspejl.actions.rounds.finding import require_state, ring
from kulturspejl.actions.rounds.release_sending import require_release
from kulturspejl.actions.sent import keep, made_before
from kulturspejl.actions.sweeping import sweep_afterwards
from kulturspejl.actions.telling_hand_overs import tell_it_is_given_up, tell_it_is_stopped
from kulturspejl.core.errors import Refused
from kulturspejl.core.permissions import Verb
from kulturspejl.core.reminders import reminded_from
from kulturspejl.core.text import Text
from kulturspejl.core.writing.sentence import filled
from kulturspejl.records.models import Invitation, Round, RoundState, User
from kulturspejl.vault import ledger


def hold(
    *, by: User, round_id: uuid.UUID, note_text: str, form: uuid.UUID | None = None, now: datetime
) -> None:
    """»Vent, vi skal tale om det«: AMR or TR stops the sending and may say why."""
    with deciding(Round, round_id) as found:
        require_release(by, found, now)
        if made_before(form, by) is not None:
            return
        require_state(found, RoundState.WAITING)
        found.state = RoundState.ON_HOLD
        found.hold_note = note_text.strip()[:1000]
        found.save(update_fields=["state", "hold_note"])
        tell_it_is_stopped(found, by, now)
        _noted(found, by, "round.hold", form, now)


def resume(*, by: User, round_id: uuid.UUID, form: uuid.UUID | None = None, now: datetime) -> None:
    """They have talked: the round waits for its release again."""
    with deciding(Round, round_id) as found:
        require_release(by, found, now)
        if made_before(form, by) is not None:
            return
        require_state(found, RoundState.ON_HOLD)
        found.state = RoundState.WAITING
        found.hold_note = ""
        found.save(update_fields=["state", "hold_note"])
        _noted(found, by, "round.resume", form, now)


def cancel(*, by: User, round_id: uuid.UUID, form: uuid.UUID | None = None, now: datetime) -> None:
    """Give a round up before it is sent; the addresses are deleted at once."""
    with deciding(Round, round_id) as found:
        require(by, Verb.ROUND_CLOSE, unit_id=found.root_id, now=now)
        if made_before(form, by) is not None:
            return
        require_state(found, RoundState.WAITING, RoundState.ON_HOLD)
        ledger.note(what=ledger.PEOPLE, round_id=found.id, on=day_of(now))
        Invitation.objects.filter(round_unit__round=found).delete()
        sweep_afterwards(Invitation._meta.db_table)
        found.state = RoundState.CANCELLED
        found.save(update_fields=["state"])
        tell_it_is_given_up(found, by, now)
        _noted(found, by, "round.cancel", form, now)


def remind(*, by: User, round_id: uuid.UUID, form: uuid.UUID | None = None, now: datetime) -> None:
    """Let everybody with a mail address have the letter again, alike: nobody knows who has answered."""
    with deciding(Round, round_id) as found:
        require(by, Verb.ROUND_CLOSE, unit_id=found.root_id, now=now)
        if made_before(form, by) is not None:
            return
        require_state(found, RoundState.OPEN)
        _refuse_a_reminder(found, now)
        found.reminders_sent += 1
        found.reminded_on = day_of(now)
        found.save(update_fields=["reminders_sent", "reminded_on"])
        _noted(found, by, "round.remind", form, now)


def _refuse_a_reminder(found: Round, now: datetime) -> None:
    first = reminded_from(found.opened_on or day_of(now), found.reminded_on, found.reminders_sent)
    if first is None:
        raise Refused(
            Text(
                da="Der er sendt to påmindelser. Flere sender vi ikke; tal om målingen på næste møde i stedet.",
                en="Two reminders have been sent. We send no more; talk about the round at the next meeting "
                "instead.",
            )
        )
    if day_of(now) < first:
        raise Refused(
            filled(
                Text(
                    da="Der er lige sendt et brev til alle. Den næste påmindelse kan sendes fra {day}.",
                    en="Everybody has just had a letter. The next reminder can be sent from {day}.",
                ),
                day=first,
            )
        )


def _noted(found: Round, by: User, verb: str, form: uuid.UUID | None, now: datetime) -> None:
    note(by=by, organisation_id=found.organisation_id, verb=verb, about=found.id, now=now)
    keep(form, by, found.id, now)
    ring(found.id)

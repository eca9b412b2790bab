"""Sending the letter about an opened result: to everybody who had a letter, alike, and once the result is open.

A line dies when the mail server has taken its letter, or has refused it for good; what is left after two days dies
with its list. A kill between the server's yes and our note of it sends one letter twice: nobody goes without.
"""

import logging
import uuid
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from django.core.mail import EmailMessage

from kulturspejl.access.permission import day_of
from kulturspejl.access.to_ask import to_ask_about_the_result
from kulturspejl.actions.each import each
from kulturspejl.actions.letters.message import build
from kulturspejl.actions.letters.postman import Outcome, Postman, ServerAway
from kulturspejl.actions.mailing import Sent
from kulturspejl.actions.patience import Patience
from kulturspejl.actions.result_letters import lists
from kulturspejl.actions.result_letters.lists import Line
from kulturspejl.records.models import Round, RoundState, RoundUnit
from kulturspejl.values.hours import comes_from, is_quiet
from kulturspejl.values.letters import Somebody, result_letter
from kulturspejl.vault.keys import KeyGone

log = logging.getLogger(__name__)
KEPT = timedelta(hours=48)
"""How long a mail server may take: then the addresses go, whatever has become of their letters."""
TIME_TO_SEND = timedelta(hours=12)
"""Letters wait for the morning only where so much is left of the two days then; else they go at night."""
TRYING = Patience()


def send_due(*, now: datetime, limit: int = 500) -> Sent:
    """Send letters about results that are open, at most `limit`; end lists that are empty or too old."""
    waiting = list(_waiting(now))
    if not waiting:
        return Sent(0, has_waiting=False)
    sent, has_waiting = 0, False
    try:
        with Postman(now) as postman:
            for one in each("letters about results", waiting, now=now, passing=(ServerAway,)):
                with one as round_id:
                    done = _send(postman, round_id, limit - sent, now)
                    sent, has_waiting = sent + done.letters, has_waiting or done.has_waiting
    except ServerAway:
        return Sent(sent, has_waiting=True)
    return Sent(sent, has_waiting)


def _waiting(now: datetime) -> Iterator[uuid.UUID]:
    """The rounds whose letters may go now. A list whose time is over is ended on the way, server or no server."""
    for round_id in lists.rounds_with_lists():
        found = Round.objects.only("state", "released_at").filter(id=round_id).first()
        if found is None or found.state != RoundState.RELEASED:
            continue
        ends = found.released_at + KEPT if found.released_at else now
        if now >= ends:
            lists.end(round_id)
        elif not (is_quiet(now) and comes_from(now) + TIME_TO_SEND <= ends):
            yield round_id


def _send(postman: Postman, round_id: uuid.UUID, limit: int, now: datetime) -> Sent:
    """The letters of one round. Whoever refuses one address refuses no other."""
    found = Round.objects.select_related("organisation", "requested_by", "approved_by").get(id=round_id)
    try:
        lines = list(lists.lines_of(round_id))
    except KeyGone:
        # A kill or a restore has taken the keys: nobody can read the lists any more.
        lines = []
    if not lines:
        lists.end(round_id)
        return Sent(0, has_waiting=False)
    units = {unit.id: unit for unit in RoundUnit.objects.filter(round=found)}
    due = [line for line in lines if TRYING.may_try(line.number, now)][: max(limit, 0)]
    ask = to_ask_about_the_result(found, day_of(now)) if due else None
    sent = sum(_send_one(postman, found, units, line, ask, now) for line in due)
    if sent == len(lines):
        lists.end(round_id)
    return Sent(sent, has_waiting=sent < len(lines))


def _send_one(
    postman: Postman, found: Round, units: Mapping[uuid.UUID, RoundUnit], line: Line, ask: Somebody | None,
    now: datetime,
) -> int:
    outcome = postman.deliver(lambda: message_to(found, units[line.round_unit], line, ask))
    if outcome is Outcome.LATER:
        TRYING.failed(line.number, now)
        return 0
    TRYING.done(line.number)
    lists.take_out(line, found.id, is_lost=outcome is not Outcome.SENT)
    return 1


def message_to(found: Round, unit: RoundUnit, line: Line, ask: Somebody | None) -> EmailMessage:
    """The letter as it is sent. It says the same to everybody of a unit, and carries no code."""
    words = result_letter(found, unit, language=line.language, contact=str(ask or ""))
    return build(
        to=line.address, subject=words.subject, body=words.body, language=line.language, about=found.id,
        mark=f"result {found.id} {line.number.hex()}", organisation=found.organisation.name, ask=ask, to_many="round",
    )  # fmt: skip

"""Sending the letter about an opened result: to everybody who had a letter, alike, and once the result is open.

A line dies when the mail server has taken its letter, or has refused it for good; what is left after two days dies
with its list. A kill between the server's yes and our note of it sends one letter twice: nobody goes without.
"""

import logging
import uuid
from collections.abc import Mapping
from datetime import datetime, timedelta

from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend

from kulturspejl.actions.delivery import Outcome, Sent, deliver
from kulturspejl.actions.result_letters import lists
from kulturspejl.actions.result_letters.lists import Line
from kulturspejl.records.models import Round, RoundState, RoundUnit
from kulturspejl.values.letters import result_letter
from kulturspejl.vault.keys import KeyGone

log = logging.getLogger(__name__)
KEPT = timedelta(hours=48)
"""How long a mail server may take: then the addresses go, whatever has become of their letters."""


def send_due(*, now: datetime, limit: int = 500) -> Sent:
    """Send letters about results that are open, at most `limit`; end lists that are empty or too old."""
    sent, has_waiting = 0, False
    for round_id in lists.rounds_with_lists():
        found = Round.objects.select_related("organisation").get(id=round_id)
        if found.state != RoundState.RELEASED:
            continue
        if found.released_at is None or now >= found.released_at + KEPT:
            lists.end(round_id)
            continue
        done = _send(found, limit - sent)
        sent, has_waiting = sent + done.letters, has_waiting or done.has_waiting
    return Sent(sent, has_waiting)


def _send(found: Round, limit: int) -> Sent:
    """The letters of one round. Whoever refuses one address refuses no other."""
    try:
        lines = list(lists.lines_of(found.id))
    except KeyGone:
        # A restore or a kill has taken the keys: nobody can read the lists any more.
        lines = []
    if not lines:
        lists.end(found.id)
        return Sent(0, has_waiting=False)
    units = {unit.id: unit for unit in found.units.all()}
    done = _send_over_one_connection(found, units, lines[: max(limit, 0)])
    return Sent(done, has_waiting=done < min(len(lines), limit))


def _send_over_one_connection(found: Round, units: Mapping[uuid.UUID, RoundUnit], lines: list[Line]) -> int:
    done = 0
    connection = get_connection()
    try:
        connection.open()
        for line in lines:
            done += _send_one(connection, found, units[line.round_unit], line)
    except OSError:
        log.exception("The mail server could not be reached; letters about a result wait.")
    finally:
        connection.close()
    return done


def _send_one(connection: BaseEmailBackend, found: Round, unit: RoundUnit, line: Line) -> int:
    letter = result_letter(found, unit, language=line.language)
    outcome = deliver(connection, letter, to=line.address, about=found.id)
    if outcome is Outcome.LATER:
        return 0
    lists.take_out(line, found.id, is_lost=outcome is Outcome.REFUSED)
    return 1


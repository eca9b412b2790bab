"""Ringing for what no action rings for: letters that have gone out, and how far a round has come."""

import uuid

from kulturspejl.actions import courses, mailing, result_letters
from kulturspejl.actions.each import each
from kulturspejl.actions.letters import refusals, sending
from kulturspejl.faces.shared import clock
from kulturspejl.live import bell
from kulturspejl.readers.participation import participation_of
from kulturspejl.records.models import Round, RoundState

_last_words: dict[uuid.UUID, dict[str, str]] = {}


def send_and_ring() -> None:
    """Send what waits, to those who are asked and to those with an account; the pages of open rounds count anew."""
    now = clock.now()
    has_news = {*Round.objects.filter(state=RoundState.OPEN).values_list("id", flat=True)}
    has_news |= {*result_letters.rounds_with_lists()}
    sent = mailing.send_due(now=now)
    refusals.tell_of_new(now=now)
    for round_id in sending.send_waiting(now=now):
        bell.ring(f"round:{round_id}")
    courses.send_waiting(now=now)
    about_results = result_letters.send_due(now=now)
    if sent.letters or about_results.letters:
        for round_id in has_news:
            bell.ring(f"round:{round_id}")


def ring_for_participation() -> None:
    """Ring where the coarse word has changed since the last look.

    Looked at every ten minutes, so that no ring points at the moment in which somebody answered.
    """
    open_now = list(Round.objects.filter(state=RoundState.OPEN))
    for one in each("participation", [found.id for found in open_now], now=clock.now()):
        with one as round_id:
            words = participation_of(next(found for found in open_now if found.id == round_id))
            if _last_words.get(round_id, words) != words:
                bell.ring(f"round:{round_id}")
            _last_words[round_id] = words
    for gone in _last_words.keys() - {found.id for found in open_now}:
        del _last_words[gone]

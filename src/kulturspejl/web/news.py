"""Ringing for what no action rings for: letters that have gone out, and how far a round has come."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from kulturspejl.actions import mailing, result_letters
from kulturspejl.faces.shared import clock
from kulturspejl.live import bell
from kulturspejl.readers.participation import participation_of
from kulturspejl.records.models import Round, RoundState

SHORTEST_WAIT = timedelta(seconds=10)
LONGEST_WAIT = timedelta(minutes=5)


@dataclass
class _Patience:
    """How long a mail server that says no is left alone: twice as long after each no."""

    wait: timedelta = SHORTEST_WAIT
    until: datetime | None = None

    def note(self, *, is_refused: bool, now: datetime) -> None:
        if not is_refused:
            self.wait, self.until = SHORTEST_WAIT, None
            return
        self.until = now + self.wait
        self.wait = min(LONGEST_WAIT, 2 * self.wait)


def _open_rounds() -> Iterator[uuid.UUID]:
    return Round.objects.filter(state=RoundState.OPEN).values_list("id", flat=True).iterator()


_patience = _Patience()
_last_words: dict[uuid.UUID, dict[str, str]] = {}


def send_and_ring() -> None:
    """Send what waits, unless the mail server has just said no; the pages of open rounds then count anew."""
    now = clock.now()
    if _patience.until and now < _patience.until:
        return
    rung = {*_open_rounds(), *result_letters.rounds_with_lists()}
    sent, about_results = mailing.send_due(), result_letters.send_due(now=now)
    _patience.note(is_refused=sent.has_waiting or about_results.has_waiting, now=now)
    if sent.letters or about_results.letters:
        for round_id in rung:
            bell.ring(f"round:{round_id}")


def ring_for_participation() -> None:
    """Ring where the coarse word has changed since the last look.

    Looked at every ten minutes, so that no ring points at the moment in which somebody answered.
    """
    words = {found.id: participation_of(found) for found in Round.objects.filter(state=RoundState.OPEN)}
    for round_id, now in words.items():
        if round_id in _last_words and _last_words[round_id] != now:
            bell.ring(f"round:{round_id}")
    _last_words.clear()
    _last_words.update(words)

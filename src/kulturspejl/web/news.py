"""Ringing for what no action rings for: letters that have gone out, and how far a round has come."""

import uuid

from kulturspejl.actions import mailing
from kulturspejl.live import bell
from kulturspejl.readers.participation import participation_of
from kulturspejl.records.models import Round, RoundState

_last_words: dict[uuid.UUID, dict[str, str]] = {}


def send_and_ring() -> None:
    """Send what waits; the pages of open rounds then count anew."""
    if mailing.send_due():
        for round_id in Round.objects.filter(state=RoundState.OPEN).values_list("id", flat=True):
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

"""The locked copy, for the phone that can open it."""

from dataclasses import dataclass

from kulturspejl.access.room_access import participant_of, room_of
from kulturspejl.records.models import Participant, SealedNotes
from kulturspejl.records.questions import ask, key_of
from kulturspejl.values.room_sealed import mark_of


@dataclass(frozen=True)
class SealedView:
    """A locked copy of somebody's own notes, and the mark by which a phone sees that another has changed it."""

    sealed: str
    mark: str


def sealed_notes(code: str, key: str | None) -> SealedView:
    """What a participant's phones have kept here; NotThere for a key of nobody's."""
    row = SealedNotes.objects.filter(participant=participant_of(room_of(code), key)).first()
    return SealedView(row.sealed, mark_of(row.sealed)) if row else SealedView("", "")


def has_sealed(mine: Participant) -> bool:
    """Whether a locked copy lies here: then the page says so where somebody writes."""
    return bool(ask("SELECT 1 FROM records_sealednotes WHERE participant_id = %s", key_of(mine.id)))

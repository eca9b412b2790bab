"""What is done to the whole store at the server stands in every organisation's list of changes."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from kulturspejl.actions.auditing import note
from kulturspejl.actions.deciding import deciding_alone
from kulturspejl.records.models import Organisation

ABOUT = "what is done to the store"


def backup_with_answers(*, now: datetime) -> None:
    """A backup was made that holds addresses, codes, answers and keys of open rounds."""
    _note_everywhere("store.backup", {}, now)


def restored(*, written: str, now: datetime) -> None:
    """A backup of then (ISO 8601, "" where that is not known) has been loaded: what came after it is gone."""
    _note_everywhere("store.restore", {"backup": written[:10]} if written else {}, now)


def _note_everywhere(verb: str, said: Mapping[str, Any], now: datetime) -> None:
    with deciding_alone(ABOUT):
        for id in Organisation.objects.values_list("id", flat=True):
            note(by=None, organisation_id=id, verb=verb, about=id, said=said, now=now)

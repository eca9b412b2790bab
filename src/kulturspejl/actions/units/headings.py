"""What the headings of an organisation's lists mean, said once so that next month's list is not asked about."""

import uuid
from collections.abc import Mapping
from datetime import datetime

from kulturspejl.access.permission import require_in
from kulturspejl.actions.deciding import deciding
from kulturspejl.core.permissions import Verb
from kulturspejl.core.tables.headings import Column
from kulturspejl.records.models import Organisation, User

MOST = 500
"""Headings that are remembered; the oldest go first."""
LONGEST = 100


def explain(*, by: User, organisation_id: uuid.UUID, said: Mapping[str, Column], now: datetime) -> None:
    """Remember what these headings (`bare`) mean; NOT_USED is remembered too. Nothing of the organisation changes."""
    with deciding(Organisation, organisation_id) as found:
        require_in(by, Verb.ORGANISATION_EDIT, organisation_id=organisation_id, now=now)
        new = {word: column.value for word, column in said.items() if word and len(word) <= LONGEST}
        kept = {word: column for word, column in found.headings.items() if word not in new} | new
        if kept != found.headings:
            found.headings = dict(list(kept.items())[-MOST:])
            found.save(update_fields=["headings"])

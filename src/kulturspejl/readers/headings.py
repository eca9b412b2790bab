"""What an organisation has said that the headings of its lists mean."""

import uuid
from collections.abc import Mapping
from datetime import datetime

from kulturspejl.access.permission import require_in
from kulturspejl.core.permissions import Verb
from kulturspejl.core.tables.headings import Column
from kulturspejl.records.models import Organisation, User


def explained(user: User, organisation_id: uuid.UUID, *, now: datetime) -> Mapping[str, Column]:
    """Bare heading -> column; for whoever takes lists in."""
    require_in(user, Verb.ORGANISATION_EDIT, organisation_id=organisation_id, now=now)
    said = Organisation.objects.values_list("headings", flat=True).get(id=organisation_id)
    return {word: Column(column) for word, column in said.items() if column in set(Column)}

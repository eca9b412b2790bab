"""One audit line a change. Never who answered, and never an address."""

import uuid
from datetime import datetime

from kulturspejl.records.models import AuditEntry, User


def note(
    *, by: User | None, organisation_id: uuid.UUID | None, verb: str, about: object, now: datetime
) -> None:
    """Write the line in the caller's transaction."""
    AuditEntry.objects.create(actor=by, organisation_id=organisation_id, at=now, verb=verb, about=str(about))

"""One audit line a change: what it says is written down at the time. Never who answered, and no name or address."""

import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from kulturspejl.actions.at_the_time import at_the_time, person_of
from kulturspejl.records.erased import number_of
from kulturspejl.records.models import AuditEntry, User


def note(
    *, by: User | None, organisation_id: uuid.UUID | None, verb: str, about: object, now: datetime,
    unit_id: uuid.UUID | None = None, person_id: uuid.UUID | None = None, said: Mapping[str, Any] | None = None,
) -> AuditEntry:  # fmt: skip
    """Write the line in the caller's transaction.

    `said` is what has to be told of it later (records/audit); without it, what can be found of `about` is written.
    """
    line = line_of(
        by=by, organisation_id=organisation_id, verb=verb, about=about, now=now, unit_id=unit_id, person_id=person_id,
        said=said,
    )  # fmt: skip
    line.save(force_insert=True)
    return line


def line_of(
    *, by: User | None, organisation_id: uuid.UUID | None, verb: str, about: object, now: datetime,
    unit_id: uuid.UUID | None = None, person_id: uuid.UUID | None = None, said: Mapping[str, Any] | None = None,
) -> AuditEntry:  # fmt: skip
    """The same, not written yet: for many at once."""
    if said is None:
        unit_id, said = at_the_time(verb, str(about))
        person_id = person_id or person_of(verb, str(about))
    actor_id = by.id if by is not None else None
    return AuditEntry(
        actor_id=actor_id, organisation_id=organisation_id, at=now, verb=verb, about=str(about), unit_id=unit_id,
        person_id=person_id, said=dict(said), actor_number=_number(actor_id), person_number=_number(person_id),
    )  # fmt: skip


def _number(person_id: uuid.UUID | None) -> int | None:
    """What is left of a person once their account is erased."""
    return None if person_id is None else number_of(person_id)

"""Whose a development plan is: an account's, somebody's who takes part in a course, or nobody's, by an address."""

import uuid
from datetime import datetime
from typing import Any

from kulturspejl.access.permission import NOTHING_HERE, day_of
from kulturspejl.core.errors import NotThere
from kulturspejl.records.models import Membership, SealedPlan, User
from kulturspejl.vault import codes

Person = User | Membership
"""Somebody who is known by name: they may share a line, and get letters."""
Holder = Person | SealedPlan
"""Whoever has a plan. One without a name is known by the row of the plan alone."""


def held_by(holder: Holder) -> dict[str, Any]:
    """What the rows of this holder are found by."""
    if isinstance(holder, SealedPlan):
        return {"id": holder.id}
    return {"owner" if isinstance(holder, User) else "member": holder}


def table_of(holder: Holder) -> type[User] | type[Membership] | type[SealedPlan]:
    """The table in which whoever holds it is locked while something about the plan is decided."""
    if isinstance(holder, SealedPlan):
        return SealedPlan
    return User if isinstance(holder, User) else Membership


def plan_secret(participant_id: uuid.UUID) -> str:
    """The address of the plan that somebody begins in a room: the same again, as long as they are in it."""
    return codes.long_again(b"plans", participant_id.bytes)


def reminder_path(reminder_id: uuid.UUID) -> str:
    """Where the letters that remind somebody of their plan lead, without the host: the same again for the same."""
    return f"/reminder/{codes.long_again(b'reminders', reminder_id.bytes)}"


def plan_by_key(secret: str, *, now: datetime) -> SealedPlan:
    """The plan under a secret address; NotThere for nobody's, and once its day has come."""
    found = SealedPlan.objects.filter(key_hash=codes.fingerprint(secret)).first()
    if found is None or found.ends_on is None or found.ends_on <= day_of(now):
        raise NotThere(NOTHING_HERE)
    return found

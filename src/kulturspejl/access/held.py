"""The grants that somebody holds or has ever held, as values: one question to the tables a page."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from kulturspejl.access.told import Told
from kulturspejl.core.permissions import Role
from kulturspejl.records.people import Grant, User
from kulturspejl.values.ends_of_a_day import end_of, start_of


@dataclass(frozen=True, slots=True)
class Held:
    """A grant over its life: `ends` is the moment it ended or will end, None where nobody has said.

    `told`: when somebody near the unit was told of it; None where nobody has been.
    """

    organisation_id: uuid.UUID
    role: Role
    unit_id: uuid.UUID | None
    since: datetime
    ends: datetime | None
    told: Told | None

    @property
    def key(self) -> tuple[Role, uuid.UUID | None]:
        """What is granted: given twice it is still one."""
        return self.role, self.unit_id


def ever_held(user: User) -> tuple[Held, ...]:
    """All grants of this person, in the order they were given."""
    if not user.is_authenticated:
        return ()
    rows = Grant.objects.filter(user=user)
    return tuple(sorted((held_by(row) for row in rows), key=lambda one: (one.since, one.role, str(one.unit_id))))


def held_by(row: Grant) -> Held:
    """The grant of this row."""
    first = start_of(row.starts)
    since = first if row.given_at is None else max(row.given_at, first)
    told = None if row.told_at is None else Told(row.told_at, row.told_from)
    return Held(row.organisation_id, Role(row.role), row.unit_id, since, _end(row.ends, row.ended_at), told)


def _end(last_day: date | None, ended_at: datetime | None) -> datetime | None:
    known = [end_of(last_day)] if last_day is not None else []
    return min([*known, *([ended_at] if ended_at is not None else [])], default=None)

"""What the server knows of a person's own development plan: a locked copy, a shared line, days to come."""

from dataclasses import dataclass
from datetime import date, datetime

from kulturspejl.access.permission import NOTHING_HERE, day_of
from kulturspejl.core.errors import NotThere
from kulturspejl.records.models import PlanReminder, SealedPlan, SharedLine, User
from kulturspejl.values.room_sealed import mark_of
from kulturspejl.vault import codes


@dataclass(frozen=True)
class Locked:
    """The copy as it is kept, and its mark; "" where there is none."""

    sealed: str
    mark: str


@dataclass(frozen=True)
class OwnPlan:
    """`line` is what is shared now and `line_ends` until when; `days` are those on which a letter comes."""

    line: str
    line_ends: date | None
    days: tuple[date, ...]


@dataclass(frozen=True)
class ReadLine:
    """A shared line for whoever has its address."""

    person: str
    words: str
    ends_on: date


def locked(user: User) -> Locked:
    """The locked copy, for its owner alone."""
    found = SealedPlan.objects.filter(owner=user).values_list("sealed", flat=True).first() or ""
    return Locked(found, mark_of(found))


def for_user(user: User, *, now: datetime) -> OwnPlan:
    """What stands beside the fields, which only the browser can fill."""
    line = SharedLine.objects.filter(owner=user, ends_on__gte=day_of(now)).first()
    return OwnPlan(
        line.words if line else "", line.ends_on if line else None,
        tuple(day for day in _days(PlanReminder.objects.filter(owner=user).first()) if day > day_of(now)),
    )  # fmt: skip


def line_of(key: str, *, now: datetime) -> ReadLine:
    """The line behind a secret address; NotThere once it is taken back or over."""
    rows = SharedLine.objects.filter(key_hash=codes.fingerprint(key), owner__is_active=True)
    row = rows.select_related("owner").first()
    if row is None or row.ends_on < day_of(now):
        raise NotThere(NOTHING_HERE)
    return ReadLine(str(row.owner), row.words, row.ends_on)


def reminder_of(key: str, *, now: datetime) -> tuple[date, ...] | None:
    """The days to come of the letters with this key; None where no letters have it, or none any more."""
    row = PlanReminder.objects.filter(key_hash=codes.fingerprint(key)).first()
    return None if row is None else tuple(day for day in _days(row) if day > day_of(now))


def _days(row: PlanReminder | None) -> list[date]:
    return [date.fromisoformat(day) for day in row.days] if row else []

"""What the server knows of a person's own development plan: a locked copy, a shared line, days to come."""

from dataclasses import dataclass
from datetime import date, datetime

from kulturspejl.access.course_access import ends_of, has_proven_address, memberships_of, page_path
from kulturspejl.access.own_plan import Holder, Person, held_by
from kulturspejl.access.permission import NOTHING_HERE, day_of
from kulturspejl.access.room_access import room_of
from kulturspejl.core.errors import NotThere
from kulturspejl.core.own_plan.reminding import A_WEEK, WEEKS, days_from
from kulturspejl.records.models import Membership, PlanReminder, RoomKind, SealedPlan, SharedLine, User
from kulturspejl.values.room_sealed import mark_of
from kulturspejl.vault import codes


@dataclass(frozen=True)
class Locked:
    """The copy as it is kept, and its mark; "" where there is none."""

    sealed: str
    mark: str


@dataclass(frozen=True)
class OwnPlan:
    """`line` is what is shared now and `line_ends` until when; `days` are those on which a letter comes. `gone_on` is
    the day on which the page goes, and the letters with it, where that is before the last of those asked for now.
    """

    line: str = ""
    line_ends: date | None = None
    days: tuple[date, ...] = ()
    gone_on: date | None = None


@dataclass(frozen=True)
class ReadLine:
    """A shared line for whoever has its address."""

    person: str
    words: str
    ends_on: date


@dataclass(frozen=True)
class Reminded:
    """What the letters' link opens: the days to come, and where the plan is ("" for the account's own)."""

    days: tuple[date, ...]
    plan: str


def locked(holder: Holder) -> Locked:
    """The locked copy, for its owner alone."""
    found = SealedPlan.objects.filter(**held_by(holder)).values_list("sealed", flat=True).first() or ""
    return Locked(found, mark_of(found))


def beside(person: Person, *, now: datetime) -> OwnPlan:
    """What stands beside the fields, which only the browser can fill."""
    line = SharedLine.objects.filter(**held_by(person), ends_on__gte=day_of(now)).first()
    return OwnPlan(
        line.words if line else "", line.ends_on if line else None,
        _to_come(PlanReminder.objects.filter(**held_by(person)).first(), now), _gone_within(person, day_of(now)),
    )  # fmt: skip


def line_of(key: str, *, now: datetime) -> ReadLine:
    """The line behind a secret address; NotThere once it is taken back or over."""
    rows = SharedLine.objects.filter(key_hash=codes.fingerprint(key)).exclude(owner__is_active=False)
    row = rows.select_related("owner", "member").first()
    if row is None or row.ends_on < day_of(now):
        raise NotThere(NOTHING_HERE)
    return ReadLine(str(row.owner or row.member), row.words, row.ends_on)


def reminder_of(key: str, *, now: datetime) -> Reminded | None:
    """What the letters with this key lead to; None where no letters have it, or none any more."""
    row = PlanReminder.objects.filter(key_hash=codes.fingerprint(key)).select_related("member").first()
    if row is None:
        return None
    member = row.member
    return Reminded(_to_come(row, now), f"{page_path(member.id, member.key_turn)}/plan" if member else "")


def has_plan(holder: Holder) -> bool:
    """Whether a locked copy is kept."""
    return SealedPlan.objects.filter(**held_by(holder)).exclude(sealed="").exists()


def of_ones_courses(user: User, *, now: datetime) -> str:
    """Where the plan of somebody with an account is, when they began it on a course's own page; "" for nowhere."""
    found = (one.member for one in memberships_of(user, now=now) if has_plan(one.member))
    return next((f"{page_path(one.id, one.key_turn)}/plan" for one in found), "")


def is_under_account(member: Membership) -> bool:
    """Whether somebody who takes part has begun theirs under their account, and none here: one person has one plan."""
    if has_plan(member):
        return False
    users = User.objects.filter(email=member.address, is_active=True)
    return any(has_proven_address(one) and has_plan(one) for one in users)


def begins_here(code: str) -> bool:
    """Whether somebody in the room may begin a plan there: on a course day, not where a day is tried out or lent."""
    return room_of(code).kind == RoomKind.CLASS


def _to_come(row: PlanReminder | None, now: datetime) -> tuple[date, ...]:
    if row is None:
        return ()
    end = _end_of(row.member)
    return tuple(day for day in days_from(row.first) if day > day_of(now) and (end is None or day < end))


def _gone_within(person: Person, today: date) -> date | None:
    end = _end_of(person)
    return end if end is not None and end <= today + (WEEKS + 1) * A_WEEK else None


def _end_of(person: Person | None) -> date | None:
    """The day on which the class goes with everybody on it; None for an account, which stays."""
    if not isinstance(person, Membership):
        return None
    held_id = person.group.held_id
    return ends_of({held_id}).get(held_id)

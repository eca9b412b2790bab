"""Who may make and open a course, and who is behind the secret address of somebody who takes part."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from allauth.account.models import EmailAddress
from django.db.models import Max, QuerySet

from kulturspejl.access.course_people import holders_of
from kulturspejl.access.handed_to import stewards_of
from kulturspejl.access.permission import NOTHING_HERE, day_of
from kulturspejl.access.room_access import organisations_of, organisations_where
from kulturspejl.core.errors import NotThere
from kulturspejl.core.permissions import Verb
from kulturspejl.records.courses import Course, CourseClass, CourseDay, Membership
from kulturspejl.records.people import User
from kulturspejl.values.course_keeping import deleted_on, too_early
from kulturspejl.values.letters import Somebody
from kulturspejl.vault import codes

PAGE, FEED = b"page", b"feed"


@dataclass(frozen=True)
class Taking:
    """Somebody who takes part, with the class and the course, and the day on which all of it is deleted."""

    member: Membership
    held: CourseClass
    course: Course
    deleted_on: date


def require_course(by: User, course_id: uuid.UUID, *, now: datetime) -> Course:
    """The course; NotThere unless this person may make and run days in its organisation."""
    found = Course.objects.filter(id=course_id).first()
    if found is None or found.organisation_id not in organisations_of(by, day_of(now)):
        raise NotThere(NOTHING_HERE)
    return found


def require_class(by: User, class_id: uuid.UUID, *, now: datetime) -> CourseClass:
    """The class with its course, by the same rule."""
    found = CourseClass.objects.select_related("course").filter(id=class_id).first()
    if found is None or found.course.organisation_id not in organisations_of(by, day_of(now)):
        raise NotThere(NOTHING_HERE)
    return found


def require_day(by: User, day_id: uuid.UUID, *, now: datetime) -> CourseDay:
    """The day with its class and course, by the same rule."""
    found = CourseDay.objects.select_related("held__course").filter(id=day_id).first()
    if found is None or found.held.course.organisation_id not in organisations_of(by, day_of(now)):
        raise NotThere(NOTHING_HERE)
    return found


def counting_in(user: User, *, now: datetime) -> list[uuid.UUID]:
    """The organisations of whose courses somebody may see days and counts."""
    return organisations_where(user, Verb.COURSE_COUNTS, day_of(now))


def key_of(member_id: uuid.UUID, turn: int, what: bytes = PAGE) -> str:
    """The secret of a person's own page, or of their calendar: the same again for the same turn.

    Nothing is kept to tell one from the other. The tables hold the hash alone, and tell nothing without SECRET_KEY.
    """
    return codes.long_again(b"courses", what + member_id.bytes + turn.to_bytes(2, "big"))


def group_mark(room_id: uuid.UUID, group_id: uuid.UUID) -> str:
    """What those of one group bring into one room, to sit together there: another in each room, and of nobody who has
    not the page of one of them. It says nothing of the group without SECRET_KEY."""
    return codes.long_again(b"courses", b"group" + room_id.bytes + group_id.bytes)


def hashes_of(member_id: uuid.UUID, turn: int) -> dict[str, str]:
    """What a membership keeps of its two secrets."""
    kinds = {"key_hash": PAGE, "feed_hash": FEED}
    return {column: codes.fingerprint(key_of(member_id, turn, what)) for column, what in kinds.items()}


def membership_by_key(secret: str, *, now: datetime, confirmed: bool = True) -> Taking:
    """Who is behind the address of a page; NotThere for nobody's, and once the class has come to its end.

    Whoever has signed up and not said yes yet counts as nobody, unless `confirmed` is false.
    """
    return _taking(Membership.objects.filter(key_hash=codes.fingerprint(secret)), now, confirmed=confirmed)


def membership_by_feed(secret: str, *, now: datetime) -> Taking:
    """Who is behind the address of a calendar."""
    return _taking(Membership.objects.filter(feed_hash=codes.fingerprint(secret)), now, confirmed=True)


def memberships_of(user: User, *, now: datetime) -> list[Taking]:
    """What somebody with an account takes part in: by the address that codes are sent to, once it is proven theirs."""
    if not has_proven_address(user):
        return []
    rows = Membership.objects.select_related("group__held__course").filter(address=user.email)
    found = list(rows.exclude(confirmed_at=None).order_by("-joined_at"))
    ends = ends_of({one.group.held_id for one in found})
    return [
        Taking(one, one.group.held, one.group.held.course, ends[one.group.held_id])
        for one in found
        if one.group.held_id in ends and ends[one.group.held_id] > day_of(now)
    ]


def has_proven_address(user: User) -> bool:
    """Whether the account's address is its owner's: not while an administrator has written it and no code that was
    sent there has been typed. A passkey opens the account without one, and whose address it is nobody knows then."""
    return not EmailAddress.objects.filter(user=user, email=user.email, verified=False).exists()


def ends_of(class_ids: "set[uuid.UUID]") -> dict[uuid.UUID, date]:
    """The day on which each of these classes is deleted: one query."""
    rows = CourseClass.objects.filter(id__in=class_ids).annotate(last=Max("days__day"))
    found = rows.values_list("id", "last", "course__kept_days")
    return {id: deleted_on([last], kept) for id, last, kept in found if last is not None}


def places_taken(held: CourseClass) -> int:
    """Groups of which somebody is on the class: a place is taken by a yes, not by a sign-up that waits for one."""
    return held.groups.filter(members__confirmed_at__isnull=False).distinct().count()


def page_path(member_id: uuid.UUID, turn: int) -> str:
    """Where somebody's own page is."""
    return f"/course/{key_of(member_id, turn)}"


def contact_of(course: Course, now: datetime) -> Somebody | None:
    """Whoever holds the course now; where nobody does, an administrator."""
    day = day_of(now)
    people = holders_of(course, day) or stewards_of(course.organisation_id, day)
    return next((Somebody(str(user), user.email) for user in people if user.is_active), None)


def _taking(rows: "QuerySet[Membership]", now: datetime, *, confirmed: bool) -> Taking:
    found: Membership | None = rows.select_related("group__held__course").first()
    if found is None or (found.confirmed_at is None and (confirmed or found.joined_at < too_early(now))):
        raise NotThere(NOTHING_HERE)
    held = found.group.held
    end = ends_of({held.id}).get(held.id)
    if end is None or end <= day_of(now):
        raise NotThere(NOTHING_HERE)
    return Taking(found, held, held.course, end)

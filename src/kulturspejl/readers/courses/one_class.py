"""One class as whoever runs it sees it: its days with their rooms, the groups, the link to sign up, the letters."""

import uuid
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count

from kulturspejl.access.course_access import ends_of, places_taken, require_class, require_day
from kulturspejl.access.permission import day_of
from kulturspejl.core.content.course import CoursePart
from kulturspejl.core.content.parse_course import course_from_json
from kulturspejl.core.text import Text
from kulturspejl.core.writing.order import danish_key
from kulturspejl.records.models import CourseClass, CourseDay, CourseLetter, Membership, User
from kulturspejl.values import links
from kulturspejl.values.course_days import hours_of
from kulturspejl.values.course_told import not_told, not_told_off
from kulturspejl.values.the_library import the_library

ROLES = ("leader", "amr", "tr")


@dataclass(frozen=True)
class DayLine:
    """One part of the course in this class; `row` is none where it has no date, `is_next` the first ahead. `not_told`
    are so many to whom a letter has told another day, other hours or another place, or one that is not held.
    """

    part: CoursePart
    row: CourseDay | None
    is_past: bool
    is_next: bool
    has_programme: bool
    here: int
    room_is_over: bool
    not_told: int = 0

    @property
    def came(self) -> int | None:
        """How many came: as counted, else those in the room."""
        return self.row.came if self.row and self.row.came is not None else (self.here or None)

    @property
    def hours(self) -> Text | None:
        """From when to when, None without a date."""
        return Text(da=hours_of(self.row, "da"), en=hours_of(self.row, "en")) if self.row else None


@dataclass(frozen=True)
class GroupLine:
    """Those who come together, leaders first."""

    workplace: str
    members: tuple[Membership, ...]


@dataclass(frozen=True)
class ClassPage:
    """All of it. `waiting` have signed up and not said yes yet; `letters` count those sent and those refused;
    `taken` is how many groups there are, those that wait among them."""

    held: CourseClass
    course_id: uuid.UUID
    course_name: str
    certificates: bool
    days: tuple[DayLine, ...]
    groups: tuple[GroupLine, ...]
    people: int
    waiting: int
    taken: int
    letters: tuple[int, int, int]
    sign_up_link: str
    sign_up_is_open: bool
    deleted_on: date


def one_class(user: User, class_id: uuid.UUID, *, now: datetime) -> ClassPage:
    """NotThere unless the viewer runs days in the organisation of the course."""
    held = require_class(user, class_id, now=now)
    course, today = held.course, day_of(now)
    groups, people, waiting = _groups(held)
    states = Counter(CourseLetter.objects.filter(to__group__held=held).values_list("state", flat=True))
    is_open = held.sign_up_until is not None and today <= held.sign_up_until
    return ClassPage(
        held=held, course_id=course.id, course_name=course.name, certificates=course.certificates,
        days=tuple(_days(held, today)), groups=groups, people=people, waiting=waiting,
        taken=places_taken(held),
        letters=(states["sent"], states["waiting"], states["refused"] + states["unwritable"]),
        sign_up_link=f"{links.base_url()}/sign-up/{held.sign_up_code}" if held.sign_up_code else "",
        sign_up_is_open=is_open and held.sign_up_code is not None, deleted_on=ends_of({held.id})[held.id],
    )  # fmt: skip


def class_of_day(user: User, day_id: uuid.UUID, *, now: datetime) -> uuid.UUID:
    """The class that a day is of; NotThere by the same rule."""
    return require_day(user, day_id, now=now).held_id


def _days(held: CourseClass, today: date) -> list[DayLine]:
    rows = held.days.select_related("room").defer("room__content", "room__script")
    found = {one.part: one for one in rows.annotate(here=Count("room__participants"))}
    programmes = the_library().programmes
    following = min((row.day for row in found.values() if row.day >= today), default=None)
    return [
        DayLine(
            part, row, is_past=row is not None and row.day < today, is_next=bool(row and row.day == following),
            has_programme=part.programme in programmes,
            here=row.here if row else 0, room_is_over=bool(row and row.room and row.room.finished_on),
            not_told=_not_told(held, part, row, today),
        )
        for part in course_from_json(held.course.content).parts
        for row in [found.get(part.id)]
    ]  # fmt: skip


def _not_told(held: CourseClass, part: CoursePart, row: CourseDay | None, today: date) -> int:
    if row is None:
        return len(not_told_off(held.id, part.id, today))
    return len(not_told(row)) if row.day >= today else 0


def _groups(held: CourseClass) -> tuple[tuple[GroupLine, ...], int, int]:
    members: dict[str, list[Membership]] = defaultdict(list)
    waiting = 0
    for one in Membership.objects.filter(group__held=held).select_related("group"):
        if one.confirmed_at is None:
            waiting += 1
        else:
            members[str(one.group_id)].append(one)
    found = [
        GroupLine(some[0].group.workplace, tuple(sorted(some, key=_leaders_first)))
        for some in members.values()
    ]
    found.sort(key=lambda one: danish_key(one.workplace or str(one.members[0])))
    return tuple(found), sum(len(one.members) for one in found), waiting


def _leaders_first(one: Membership) -> tuple[int, tuple[str, ...]]:
    return ROLES.index(one.role), danish_key(str(one))

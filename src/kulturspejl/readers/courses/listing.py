"""The courses of a facilitator, each with its classes and what is next; and of HR's: days and counts alone."""

import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db.models import Count, Q

from kulturspejl.access.course_access import counting_in, require_course
from kulturspejl.access.permission import NOTHING_HERE, day_of
from kulturspejl.access.room_access import organisations_of
from kulturspejl.core.content.course import CourseContent
from kulturspejl.core.content.course_path import path_of
from kulturspejl.core.content.parse_course import course_from_json
from kulturspejl.core.errors import NotThere
from kulturspejl.core.writing.order import danish_key
from kulturspejl.records.models import Course, CourseClass, CourseDay, User
from kulturspejl.values.course_keeping import deleted_on
from kulturspejl.values.the_library import the_library

MINIMUM = 5
"""A smaller count of people is told to nobody but whoever holds the course."""


@dataclass(frozen=True)
class DayCount:
    """One day of a class, and how many came; None where nobody has counted."""

    title: str
    day: date
    came: int | None


@dataclass(frozen=True)
class ClassLine:
    """A class in a list: how many are on it, its days, and where it has come to."""

    class_id: uuid.UUID
    name: str
    people: int | None
    groups: int
    days: tuple[DayCount, ...]
    here: int
    is_over: bool
    deleted_on: date

    @property
    def next(self) -> DayCount | None:
        """The next day, if one is left."""
        return None if self.is_over else self.days[self.here]


@dataclass(frozen=True)
class CourseCard:
    """One course with its classes, those that have a day ahead first."""

    course_id: uuid.UUID
    name: str
    classes: tuple[ClassLine, ...]

    @property
    def is_over(self) -> bool:
        """Whether no class has a day ahead."""
        return all(one.is_over for one in self.classes)


@dataclass(frozen=True)
class CoursePage:
    """One course as whoever runs it sees it, with what is agreed about it."""

    card: CourseCard
    letters_before: bool
    letters_after: bool
    certificates: bool
    kept_days: int
    content: CourseContent


def for_facilitator(user: User, *, language: str, now: datetime) -> list[CourseCard]:
    """The courses of the organisations in which somebody runs days; those that go on first."""
    return _cards(organisations_of(user, day_of(now)), language, day_of(now))


def counts(user: User, *, language: str, now: datetime) -> list[CourseCard]:
    """Days and counts, for HR as well; NotThere for anybody else. A count under five would speak of somebody: there
    stands none, and of a class so small none of its days has one."""
    organisations = counting_in(user, now=now)
    if not organisations:
        raise NotThere(NOTHING_HERE)
    return [
        replace(card, classes=tuple(map(_without_few, card.classes)))
        for card in _cards(organisations, language, day_of(now))
    ]


def _without_few(line: ClassLine) -> ClassLine:
    if line.people is None or line.people < MINIMUM:
        return replace(line, people=None, days=tuple(replace(one, came=None) for one in line.days))
    days = tuple(one if one.came is None or one.came >= MINIMUM else replace(one, came=None) for one in line.days)
    return replace(line, days=days)


def contents(language: str) -> list[tuple[str, str]]:
    """(id, name) of what a course can be made of."""
    return [(id, one.name.into(language)) for id, one in sorted(the_library().courses.items())]


def one_course(user: User, course_id: uuid.UUID, *, language: str, now: datetime) -> CoursePage:
    """One course; NotThere unless the viewer runs days in its organisation."""
    course = require_course(user, course_id, now=now)
    card = _card(course, _classes_of([course.id]).get(course.id, []), language, day_of(now))
    return CoursePage(
        card, course.letters_before, course.letters_after, course.certificates, course.kept_days,
        course_from_json(course.content),
    )  # fmt: skip


def _cards(organisations: Sequence[uuid.UUID], language: str, today: date) -> list[CourseCard]:
    courses = list(Course.objects.filter(organisation_id__in=organisations))
    classes = _classes_of([one.id for one in courses])
    found = [_card(one, classes.get(one.id, []), language, today) for one in courses]
    return sorted(found, key=lambda card: (card.is_over, danish_key(card.name)))


def _classes_of(course_ids: Sequence[uuid.UUID]) -> Mapping[uuid.UUID, list[CourseClass]]:
    """The classes of each course with their counts, and their days at `found_days`: two queries."""
    is_in = Q(groups__members__confirmed_at__isnull=False)
    rows = CourseClass.objects.filter(course_id__in=course_ids).annotate(
        people=Count("groups__members", filter=is_in), together=Count("groups", filter=is_in, distinct=True)
    )
    days: dict[uuid.UUID, list[CourseDay]] = defaultdict(list)
    for day in CourseDay.objects.filter(held__course_id__in=course_ids).order_by("day"):
        days[day.held_id].append(day)
    found: dict[uuid.UUID, list[CourseClass]] = defaultdict(list)
    for row in rows:
        row.found_days = days[row.id]  # type: ignore[attr-defined]
        found[row.course_id].append(row)
    return found


def _card(course: Course, classes: Sequence[CourseClass], language: str, today: date) -> CourseCard:
    content = course_from_json(course.content)
    lines = [_line(course, content, one, language, today) for one in classes]
    lines.sort(key=lambda one: (one.is_over, one.next.day if one.next else one.deleted_on, danish_key(one.name)))
    return CourseCard(course.id, course.name, tuple(lines))


def _line(course: Course, content: CourseContent, row: CourseClass, language: str, today: date) -> ClassLine:
    days: list[CourseDay] = row.found_days  # type: ignore[attr-defined]
    by_part = {one.part: one for one in days}
    path = path_of(content, {one.part: one.day for one in days}, today)
    counted = tuple(
        DayCount(part.title.into(language), day, by_part[part.id].came) for part, day in path.stops
    )
    return ClassLine(
        row.id, row.name, row.people, row.together, counted, path.here, path.is_over,  # type: ignore[attr-defined]
        deleted_on([one.day for one in days], course.kept_days),
    )  # fmt: skip

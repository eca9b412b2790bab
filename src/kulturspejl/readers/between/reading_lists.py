"""A course's reading list: for whoever holds it, with what the addresses say, and for whoever takes part."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from kulturspejl.access.course_access import membership_by_key, require_course
from kulturspejl.access.permission import NOTHING_HERE, day_of
from kulturspejl.core.content.parse_course import course_from_json
from kulturspejl.core.errors import NotThere
from kulturspejl.records.models import (
    AskedAddress,
    Course,
    CourseDay,
    CourseGroup,
    CourseReading,
    ReadingFile,
    User,
)
from kulturspejl.values.course_reading import LONGEST_FILE, LONGEST_MINUTES, MOST_TEXTS, checks_links


@dataclass(frozen=True)
class ReadingView:
    """One text. `megabytes` is the size of its file, None for none; `answer` what its address said on `asked_on`."""

    id: uuid.UUID
    part: str
    title: str
    author: str
    year: str
    address: str
    minutes: int
    is_required: bool
    megabytes: float | None
    answer: str = ""
    asked_on: date | None = None


@dataclass(frozen=True)
class DayReading:
    """The texts before one day; `minutes` of those that are required. `on` is the day in a class, None in a course."""

    part: str
    title: str
    texts: tuple[ReadingView, ...]
    on: date | None = None
    is_over: bool = False

    @property
    def minutes(self) -> int:
        """What has to be read takes so long."""
        return sum(one.minutes for one in self.texts if one.is_required)

    @property
    def required(self) -> tuple[ReadingView, ...]:
        """What everybody is asked to read."""
        return tuple(one for one in self.texts if one.is_required)

    @property
    def voluntary(self) -> tuple[ReadingView, ...]:
        """What one may read as well."""
        return tuple(one for one in self.texts if not one.is_required)


FEWEST_GROUPS = 5
"""Of fewer a count tells which: the press says that it does not."""


@dataclass(frozen=True)
class HomeworkCount:
    """Of one homework in one class: how many groups have said that it is done, of how many; None where they are few."""

    class_name: str
    homework: str
    done: int | None
    groups: int


@dataclass(frozen=True)
class CourseReadingPage:
    """The list as its course has it. `gone` are the titles whose address did not answer."""

    course_id: uuid.UUID
    name: str
    days: tuple[DayReading, ...]
    homework: tuple[HomeworkCount, ...]
    checks_links: bool
    gone: tuple[str, ...]
    is_full: bool
    most_megabytes: int = LONGEST_FILE // 1_000_000
    most_minutes: int = LONGEST_MINUTES


@dataclass(frozen=True)
class OwnReading:
    """The list as somebody who takes part has it; `class_id` is what ticks on the device go by."""

    secret: str
    class_id: uuid.UUID
    course: str
    days: tuple[DayReading, ...]
    questions: tuple[str, ...]
    deleted_on: date

    @property
    def ahead(self) -> tuple[DayReading, ...]:
        """Before the days that are still to come."""
        return tuple(one for one in self.days if not one.is_over)

    @property
    def over(self) -> tuple[DayReading, ...]:
        """Before the days that have been."""
        return tuple(one for one in self.days if one.is_over)


def course_reading(by: User, course_id: uuid.UUID, *, language: str, now: datetime) -> CourseReadingPage:
    """For whoever may run the course; NotThere for anybody else."""
    course = require_course(by, course_id, now=now)
    content = course_from_json(course.content)
    texts = _texts(course)
    days = tuple(
        DayReading(part.id, part.title.into(language), tuple(one for one in texts if one.part == part.id))
        for part in content.parts
    )
    return CourseReadingPage(
        course_id=course.id, name=course.name, days=days, homework=tuple(_counts(course, language)),
        checks_links=checks_links(), gone=tuple(one.title for one in texts if one.answer in ("gone", "inward")),
        is_full=len(texts) >= MOST_TEXTS,
    )  # fmt: skip


def course_file(by: User, course_id: uuid.UUID, reading_id: uuid.UUID, *, now: datetime) -> tuple[str, bytes]:
    """(title, bytes) of a file, for whoever may run the course."""
    return _file(require_course(by, course_id, now=now), reading_id)


def own_reading(secret: str, *, language: str, now: datetime) -> OwnReading:
    """For whoever has the secret address; NotThere for anybody else."""
    mine = membership_by_key(secret, now=now)
    content, texts = course_from_json(mine.course.content), _texts(mine.course)
    on = _days_of(mine.held.id)
    days = tuple(
        DayReading(
            part.id, part.title.into(language), tuple(one for one in texts if one.part == part.id), on[part.id],
            is_over=on[part.id] < day_of(now),
        )
        for part in content.parts
        if part.id in on
    )  # fmt: skip
    return OwnReading(
        secret=secret, class_id=mine.held.id, course=mine.course.name,
        days=tuple(one for one in days if one.texts), deleted_on=mine.deleted_on,
        questions=tuple(one.into(language) for one in content.reading_questions),
    )  # fmt: skip


def own_file(secret: str, reading_id: uuid.UUID, *, now: datetime) -> tuple[str, bytes]:
    """(title, bytes) of a file, for whoever has the secret address."""
    return _file(membership_by_key(secret, now=now).course, reading_id)


def has_reading(course: Course, part: str) -> bool:
    """Whether there is something to read before a day."""
    return CourseReading.objects.filter(course=course, part=part).exists()


def _days_of(class_id: uuid.UUID) -> Mapping[str, date]:
    return dict(CourseDay.objects.filter(held=class_id).values_list("part", "day"))


def _file(course: Course, reading_id: uuid.UUID) -> tuple[str, bytes]:
    found = ReadingFile.objects.filter(reading__course=course, reading=reading_id).select_related("reading").first()
    if found is None:
        raise NotThere(NOTHING_HERE)
    return found.reading.title, bytes(found.content)


def _texts(course: Course) -> tuple[ReadingView, ...]:
    """In their order, what is required before what is not."""
    rows = list(CourseReading.objects.filter(course=course))
    sizes = dict(ReadingFile.objects.filter(reading__course=course).values_list("reading_id", "size"))
    asked = {one.address: one for one in AskedAddress.objects.filter(address__in={row.address for row in rows})}
    return tuple(_view(row, sizes, asked) for row in sorted(rows, key=lambda row: (not row.is_required, row.place)))


def _view(row: CourseReading, sizes: Mapping[uuid.UUID, int], asked: Mapping[str, AskedAddress]) -> ReadingView:
    said = asked.get(row.address)
    size = sizes.get(row.id)
    return ReadingView(
        id=row.id, part=row.part, title=row.title, author=row.author, year=row.year, address=row.address,
        minutes=row.minutes, is_required=row.is_required,
        megabytes=None if size is None else max(0.1, round(size / 1_000_000, 1)),
        answer=said.answer if said else "", asked_on=said.asked_on if said else None,
    )  # fmt: skip


def _counts(course: Course, language: str) -> Iterable[HomeworkCount]:
    """Groups, not people: a homework is done together. Whoever has not said yes to a sign-up is nobody yet. One query
    for all classes."""
    asked = course_from_json(course.content).homework
    rows = CourseGroup.objects.filter(held__course=course, members__confirmed_at__isnull=False)
    rows = rows.order_by("held__made_at", "id")
    groups = list(rows.values_list("held_id", "held__name", "id", "members__homework__homework").distinct())
    for class_id, name in dict.fromkeys((held, name) for held, name, _group, _mark in groups):
        here = {group for held, _name, group, _mark in groups if held == class_id}
        for one in asked:
            done = {group for held, _name, group, mark in groups if held == class_id and mark == one.id}
            count = len(done) if len(here) >= FEWEST_GROUPS else None
            yield HomeworkCount(name, one.name.into(language), count, len(here))

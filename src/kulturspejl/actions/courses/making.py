"""Making a course out of its content, and a class of it; what is agreed about letters, certificate and deletion."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Max

from kulturspejl.access.course_access import require_course
from kulturspejl.access.permission import NOTHING_HERE, day_of
from kulturspejl.access.room_access import organisations_of
from kulturspejl.actions.auditing import note
from kulturspejl.actions.courses.days import DayWish, refuse_days
from kulturspejl.actions.deciding import deciding
from kulturspejl.actions.reading.entries import begin_reading
from kulturspejl.actions.sent import id_before, keep, made_before
from kulturspejl.core.content.parse_course import course_from_json
from kulturspejl.core.errors import Faulty, NotThere, Refused
from kulturspejl.core.text import Text
from kulturspejl.core.writing.length import without_room
from kulturspejl.core.writing.line import one_line
from kulturspejl.core.writing.sentence import filled
from kulturspejl.records.models import Course, CourseClass, CourseDay, Membership, Organisation, User
from kulturspejl.values.course_keeping import LONGEST_KEPT, SHORTEST_KEPT, deleted_on, soonest_end
from kulturspejl.values.the_library import the_library

LONGEST = {"name": 100, "class_name": 60}
MOST_CLASSES = 100
NO_NAME = Text(da="Skriv kursets navn.", en="Write the name of the course.")
NO_CLASS_NAME = Text(da="Skriv holdets navn.", en="Write the name of the class.")
BOUNDS = filled(
    Text(da="Skriv et antal dage fra {least} til {most}.", en="Write a number of days from {least} to {most}."),
    least=SHORTEST_KEPT, most=LONGEST_KEPT,
)  # fmt: skip
TOLD_ALREADY = Text(
    da="De, der er på kurset, har fået at vide, hvornår det bliver slettet. Antallet kan højst være {most}.",
    en="Those on the course have been told when it is deleted. The number can be {most} at most.",
)
TOO_SOON = Text(
    da="Skriv mindst {least}. Ellers bliver et hold slettet, før deltagerne kan nå at hente det, de vil beholde.",
    en="Write at least {least}. Else a class is deleted before people can fetch what they want to keep.",
)
TOO_MANY = Text(
    da="Kurset har så mange hold, som det kan have. Lav et kursus mere.",
    en="The course has as many classes as it can have. Make another course.",
)


@dataclass(frozen=True)
class CourseWish:
    """What is agreed about a course as a whole."""

    name: str
    letters_before: bool = True
    letters_after: bool = True
    certificates: bool = False
    kept_days: int = 90


def create_course(
    *, by: User, content: str, wish: CourseWish, class_name: str, days: Mapping[str, DayWish],
    form: uuid.UUID | None = None, now: datetime,
) -> uuid.UUID:  # fmt: skip
    """A course with its first class; returns its id. `content` is one of the library's courses, kept as it stands now.

    NotThere for somebody who may run no days, and for an unknown course. Raises Faulty with a sentence a field.
    """
    organisations = organisations_of(by, day_of(now))
    if not organisations or content not in the_library().courses:
        raise NotThere(NOTHING_HERE)
    with deciding(Organisation, organisations[0]) as organisation:
        if organisation.id not in organisations_of(by, day_of(now)):
            raise NotThere(NOTHING_HERE)
        if before := id_before(form, by):
            return before
        source = the_library().courses[content]
        faults = _faults_of(wish) | _faults_of_class(class_name) | refuse_days(source, days)
        if faults:
            raise Faulty(next(iter(faults.values())), faults)
        course = Course.objects.create(
            organisation=organisation, name=one_line(wish.name), content=source.raw, made_by=by, made_at=now,
            letters_before=wish.letters_before, letters_after=wish.letters_after, certificates=wish.certificates,
            kept_days=wish.kept_days,
        )  # fmt: skip
        _make_class(course, class_name, days, now)
        begin_reading(course)
        note(by=by, organisation_id=organisation.id, verb="course.create", about=course.id, now=now)
        keep(form, by, course.id, now)
    return course.id


def change_course(
    *, by: User, course_id: uuid.UUID, wish: CourseWish, form: uuid.UUID | None = None, now: datetime
) -> None:
    """What is agreed anew; with fewer days of keeping the day of deletion moves for every class. Once somebody is on a
    class there can be no more of them: they have been told a day. Raises Faulty."""
    with deciding(Course, course_id) as course:
        require_course(by, course_id, now=now)
        if made_before(form, by) is not None:
            return
        faults = _faults_of(wish)
        if wish.kept_days > course.kept_days and Membership.objects.filter(group__held__course=course).exists():
            faults.setdefault("kept_days", filled(TOLD_ALREADY, most=course.kept_days))
        least = _least_kept(course, day_of(now))
        if wish.kept_days < least:
            faults.setdefault("kept_days", filled(TOO_SOON, least=least))
        if faults:
            raise Faulty(next(iter(faults.values())), faults)
        Course.objects.filter(id=course.id).update(
            name=one_line(wish.name), letters_before=wish.letters_before, letters_after=wish.letters_after,
            certificates=wish.certificates, kept_days=wish.kept_days,
        )  # fmt: skip
        note(by=by, organisation_id=course.organisation_id, verb="course.change", about=course.id, now=now)
        keep(form, by, course.id, now)


def _least_kept(course: Course, today: date) -> int:
    """So many days that no class goes sooner than two weeks from now, or than it would have gone."""
    lasts = course.classes.annotate(last=Max("days__day")).values_list("last", flat=True)
    ends = [(last, soonest_end(deleted_on([last], course.kept_days), today)) for last in lasts if last is not None]
    return max(((end - last).days for last, end in ends), default=0)


def add_class(
    *, by: User, course_id: uuid.UUID, class_name: str, days: Mapping[str, DayWish], form: uuid.UUID | None = None,
    now: datetime,
) -> uuid.UUID:  # fmt: skip
    """One more class of a course; returns its id. Raises Faulty with a sentence a field."""
    with deciding(Course, course_id) as course:
        require_course(by, course_id, now=now)
        if before := id_before(form, by):
            return before
        if course.classes.count() >= MOST_CLASSES:
            raise Refused(TOO_MANY)
        faults = _faults_of_class(class_name) | refuse_days(course_from_json(course.content), days)
        if faults:
            raise Faulty(next(iter(faults.values())), faults)
        made = _make_class(course, class_name, days, now)
        note(by=by, organisation_id=course.organisation_id, verb="course.class", about=course.id, now=now)
        keep(form, by, made, now)
    return made


def _make_class(course: Course, name: str, days: Mapping[str, DayWish], now: datetime) -> uuid.UUID:
    held = CourseClass.objects.create(course=course, name=one_line(name), made_at=now)
    CourseDay.objects.bulk_create(
        CourseDay(held=held, part=part, day=one.day, starts=one.starts, ends=one.ends, place=one.place, bring=one.bring)
        for part, one in days.items()
    )
    return held.id


def _faults_of(wish: CourseWish) -> dict[str, Text]:
    faults = without_room({"name": one_line(wish.name)}, {"name": LONGEST["name"]})
    if not one_line(wish.name):
        faults["name"] = NO_NAME
    if not SHORTEST_KEPT <= wish.kept_days <= LONGEST_KEPT:
        faults["kept_days"] = BOUNDS
    return faults


def _faults_of_class(name: str) -> dict[str, Text]:
    faults = without_room({"class_name": one_line(name)}, {"class_name": LONGEST["class_name"]})
    return faults if one_line(name) else {"class_name": NO_CLASS_NAME}



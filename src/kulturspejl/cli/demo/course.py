"""A course in the middle of its half-year: two classes, with leaders and those they come with."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from kulturspejl.access.course_access import key_of, page_path
from kulturspejl.access.permission import day_of
from kulturspejl.actions import courses, rooms
from kulturspejl.actions.courses import CourseWish, DayWish
from kulturspejl.cli.demo import names
from kulturspejl.cli.demo.cast import AMR, FACILITATOR, KNOWN, TR, Cast
from kulturspejl.cli.demo.places import PLACES, SHOWN
from kulturspejl.core.tables.people import PersonLine
from kulturspejl.core.text import Text
from kulturspejl.core.workdays import working_days_ahead
from kulturspejl.records.models import (
    CourseClass,
    CourseDay,
    CourseLetter,
    LetterState,
    Membership,
    Room,
    User,
)
from kulturspejl.values.the_library import the_library

CONTENT = "psychosocial"
CLASSES = Text(da="Første hold", en="First class"), Text(da="Andet hold", en="Second class")
"""Without a number in the name, which is read as how many they are."""
PLACE = Text(da="Rådhuset, mødesal 2", en="Town hall, hall 2")
BEGAN = timedelta(days=92)
PARTS = ("start_workshop", "module_1", "module_2", "module_3")
FIRST, SECOND = (-84, -42, 9, 58), (-70, -21, 30, 79)
"""Days from today after which the four days of each class are, each on the next working day."""
CAME = {"start_workshop": 11, "module_1": 10}, {"start_workshop": 8, "module_1": 7}
GROUPS = 8


@dataclass(frozen=True)
class Page:
    """Whose page of the course one can open, and where it is."""

    name: str
    path: str


def begun(made: Cast, now: datetime) -> Page:
    """Make the course; the page is that of the leader who knows most of the demo."""
    by = User.objects.get(email=names.address(FACILITATOR))
    then, language, today = now - BEGAN, made.language, day_of(now)
    name = the_library().courses[CONTENT].name.into(language)
    course_id = courses.create_course(
        by=by, content=CONTENT, wish=CourseWish(name, certificates=True),
        class_name=CLASSES[0].into(language), days=_days(FIRST, today, language), now=then,
    )  # fmt: skip
    first = CourseClass.objects.get(course_id=course_id).id
    second = courses.add_class(
        by=by, course_id=course_id, class_name=CLASSES[1].into(language),
        days=_days(SECOND, today, language), now=then,
    )  # fmt: skip
    half = [place.key for place in PLACES if place.key != SHOWN]
    places = [SHOWN, *half[:GROUPS]], half[GROUPS : 2 * GROUPS]
    for class_id, keys, came in zip((first, second), places, CAME, strict=True):
        courses.add_people(by=by, class_id=class_id, people=people_of(made, keys), language=language, now=then)
        _held(by, class_id, came, now)
    _counted(by, first, language, now)
    # What has happened was told in its time.
    CourseLetter.objects.update(state=LetterState.SENT, done_on=day_of(then))
    member = Membership.objects.get(address=names.address(KNOWN[SHOWN]))
    return Page(member.name, page_path(member.id, member.key_turn))


def _days(away: tuple[int, ...], today: date, language: str) -> dict[str, DayWish]:
    content = the_library().courses[CONTENT]
    found = {}
    for id, days in zip(PARTS, away, strict=True):
        part = content.part(id)
        if part is not None:
            day = working_days_ahead(today + timedelta(days=days), 1)
            found[id] = DayWish(day, part.starts, part.ends, PLACE.into(language))
    return found


def people_of(made: Cast, keys: list[str]) -> list[PersonLine]:
    """The leader of each place, and for the one that is shown the whole TRIO."""
    lines = []
    for place in PLACES:
        if place.key in keys:
            leader, where = made.leaders[place.key], place.name.into(made.language)
            lines.append(PersonLine(0, leader.name, leader.email, "leader", where))
            if place.key == SHOWN:
                lines.append(PersonLine(0, AMR, names.address(AMR), "amr", where))
                lines.append(PersonLine(0, TR, names.address(TR), "tr", where))
    return lines


def _counted(by: User, class_id: uuid.UUID, language: str, now: datetime) -> None:
    """The TRIO that is shown was there on the days that have been, and each said so with the code of the day's room.

    Those rooms have been deleted since, by their own date.
    """
    for row in CourseDay.objects.filter(held_id=class_id, day__lt=day_of(now)).order_by("day"):
        morning = timezone.make_aware(datetime.combine(row.day, time(9)))
        code = Room.objects.get(id=courses.open_room(by=by, day_id=row.id, language=language, now=morning)).code
        for name in (KNOWN[SHOWN], AMR, TR):
            member = Membership.objects.get(group__held_id=class_id, address=names.address(name))
            courses.say_present(secret=key_of(member.id, member.key_turn), code=code, now=morning)
    rooms.delete_due(now=now)


def _held(by: User, class_id: uuid.UUID, came: dict[str, int], now: datetime) -> None:
    """How many came to the days that have been."""
    for day in CourseDay.objects.filter(held_id=class_id, part__in=came, day__lt=day_of(now)):
        courses.count_came(by=by, day_id=day.id, came=came[day.part], now=now)

"""A course of four days made by the real actions: Frida holds it, and Lis with her TRIO takes part."""

import uuid
from dataclasses import dataclass
from datetime import date, timedelta

from kulturspejl.access.course_access import key_of
from kulturspejl.actions import courses
from kulturspejl.core.tables.people import PersonLine
from kulturspejl.records.models import Course, CourseClass, CourseReading, Membership, User
from tests.actions.rooms.course import facilitator
from tests.actions.town import NOW, found_town

CONTENT = "psychosocial"
FIRST = NOW.date() + timedelta(days=7)
PARTS = ("start_workshop", "module_1", "module_2", "module_3")
DAYS = {part: FIRST + timedelta(days=30 * place) for place, part in enumerate(PARTS)}


@dataclass
class Made:
    """The course, its first class, and who holds it."""

    id: uuid.UUID
    class_id: uuid.UUID
    frida: User

    @property
    def row(self) -> Course:
        return Course.objects.get(id=self.id)

    def secret(self, name: str) -> str:
        member = Membership.objects.get(name=name)
        return key_of(member.id, member.key_turn)

    def text(self, title: str) -> CourseReading:
        return CourseReading.objects.get(course=self.id, title__startswith=title)


def day(on: date) -> courses.DayWish:
    return courses.DayWish(day=on, starts=540, ends=960)


def made(*, certificates: bool = True, days=DAYS) -> Made:
    frida = facilitator(found_town(), "Frida")
    wish = courses.CourseWish(name="Foråret", certificates=certificates)
    wanted = {part: day(on) for part, on in days.items()}
    course = courses.create_course(by=frida, content=CONTENT, wish=wish, class_name="Hold A", days=wanted, now=NOW)
    class_id = CourseClass.objects.get(course=course).id
    people = [
        PersonLine(place, name, f"{name.lower()}@kursus.example", role, unit)
        for place, (name, role, unit) in enumerate(
            [("Lis", "leader", "Havnen"), ("Ali", "amr", "Havnen"), ("Mia", "leader", "Skolen")]
        )
    ]
    courses.add_people(by=frida, class_id=class_id, people=people, language="da", now=NOW)
    Membership.objects.update(confirmed_at=NOW)
    return Made(course, class_id, frida)

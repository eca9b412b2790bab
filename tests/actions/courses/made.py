"""A course with one class, made by the real actions: Frida holds it, and two groups are on it."""

import uuid
from dataclasses import dataclass
from datetime import date, timedelta

from kulturspejl.access.course_access import key_of
from kulturspejl.actions import courses
from kulturspejl.actions.courses import CourseWish, DayWish
from kulturspejl.core.tables.course_list import course_list
from kulturspejl.records.models import Course, CourseClass, CourseDay, Membership, User
from tests.actions.rooms.course import facilitator
from tests.actions.town import NOW, Town, found_town

CONTENT = "psychosocial"
FIRST = NOW.date() + timedelta(days=21)
PEOPLE = """Arbejdsplads;Rolle;Person;Mail
Hjemmepleje Nord;leder;Karen Holm;karen@havnby.test
Hjemmepleje Nord;AMR;Amir Dahl;amir@havnby.test
Hjemmepleje Nord;TR;Tove Bach;tove@havnby.test
Skovskolen;leder;Lars Lund;lars@havnby.test
"""


@dataclass(frozen=True)
class Made:
    """The course and its class, and who may run them."""

    town: Town
    frida: User
    course_id: uuid.UUID
    class_id: uuid.UUID

    @property
    def course(self) -> Course:
        return Course.objects.get(id=self.course_id)

    @property
    def held(self) -> CourseClass:
        return CourseClass.objects.get(id=self.class_id)

    def day(self, part: str) -> CourseDay:
        return CourseDay.objects.get(held_id=self.class_id, part=part)

    def member(self, name: str) -> Membership:
        return Membership.objects.get(name__startswith=name)

    def key(self, name: str) -> str:
        member = self.member(name)
        return key_of(member.id, member.key_turn)


def days(first: date = FIRST, place: str = "Havnen 1") -> dict[str, DayWish]:
    """Four days, six weeks apart."""
    parts = ("start_workshop", "module_1", "module_2", "module_3")
    return {
        part: DayWish(first + timedelta(days=42 * at), 9 * 60, (12 if at == 0 else 16) * 60, place)
        for at, part in enumerate(parts)
    }


def a_course(*, people: str = PEOPLE, wish: CourseWish | None = None, first: date = FIRST) -> Made:
    where = found_town()
    frida = facilitator(where, "Frida")
    course_id = courses.create_course(
        by=frida, content=CONTENT, wish=wish or CourseWish("Psykisk arbejdsmiljø 2027"), class_name="Hold 1",
        days=days(first), now=NOW,
    )  # fmt: skip
    class_id = CourseClass.objects.get(course_id=course_id).id
    if people:
        put_on(frida, class_id, people)
    return Made(where, frida, course_id, class_id)


def put_on(by: User, class_id: uuid.UUID, people: str, now=NOW) -> int:
    found = course_list(people)
    assert not found.faults
    return courses.add_people(by=by, class_id=class_id, people=found.people, language="da", now=now)

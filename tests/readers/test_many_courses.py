"""200 classes and 5,000 people: each page within a second of CPU, and no page asks once a class or a person."""

import time
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kulturspejl.access.course_access import hashes_of, key_of
from kulturspejl.actions import courses
from kulturspejl.faces.shared import clock
from kulturspejl.records.ids import random_id
from kulturspejl.records.models import Course, CourseClass, CourseDay, CourseGroup, CourseLetter, Membership
from tests.actions.courses.made import a_course

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
COURSES, CLASSES, GROUPS, IN_A_GROUP = 20, 10, 5, 5
A_SECOND = 1.0


@pytest.fixture
def many():
    made = a_course(people="")
    now, first = clock.now(), clock.today() + timedelta(days=4)
    head = made.course
    held, days, groups, members = [], [], [], []
    for at in range(COURSES):
        course = Course.objects.create(
            organisation=head.organisation, name=f"Kursus {at}", content=head.content, made_by=made.frida, made_at=now
        )
        held += [CourseClass(course=course, name=f"Hold {at}.{one}", made_at=now) for one in range(CLASSES)]
    for number, one in enumerate(held):
        for nth, part in enumerate(("start_workshop", "module_1", "module_2", "module_3")):
            day = first + timedelta(days=42 * nth - number)
            days.append(CourseDay(held=one, part=part, day=day, starts=540, ends=960))
        for group in (CourseGroup(held=one, workplace=f"Sted {nth}") for nth in range(GROUPS)):
            groups.append(group)
            members += [_member(group, len(members) + nth, now) for nth in range(IN_A_GROUP)]
    CourseClass.objects.bulk_create(held)
    CourseDay.objects.bulk_create(days)
    CourseGroup.objects.bulk_create(groups)
    Membership.objects.bulk_create(members)
    return made, held[0], members[0]


def _member(group, number, now):
    id = random_id()
    return Membership(
        id=id, group=group, name=f"Deltager {number}", address=f"d{number}@havnby.test", joined_at=now,
        confirmed_at=now, **hashes_of(id, 1),
    )  # fmt: skip


def test_each_page_comes_within_a_second_and_asks_a_few_times_and_so_do_the_jobs(many):
    made, held, member = many
    assert Membership.objects.count() == COURSES * CLASSES * GROUPS * IN_A_GROUP == 5000
    desk, phone = Client(), Client()
    desk.force_login(made.frida)
    pages = {
        (desk, "/facilitate"): 25, (desk, "/courses/counts"): 15,
        (desk, f"/facilitate/courses/{held.course_id}"): 15, (desk, f"/facilitate/class/{held.id}"): 20,
        (phone, f"/course/{key_of(member.id, 1)}"): 20,
    }  # fmt: skip
    for (client, address), most in pages.items():
        client.get(address)
        began = time.process_time()
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200
        assert len(asked) <= most, address
        assert time.process_time() - began < A_SECOND, address
    counted = desk.get("/courses/counts").content.decode()
    assert counted.count('scope="rowgroup" rowspan=') > COURSES * CLASSES, "a class is named beside all of its days"
    assert "<td></td>" not in counted
    now = clock.now()
    began = time.process_time()
    courses.tell_due(now=now)
    written = CourseLetter.objects.filter(kind__startswith="before").count()
    with CaptureQueriesContext(connection) as asked:
        courses.tell_due(now=now)
        assert courses.delete_due(now=now) == []
    assert CourseLetter.objects.filter(kind__startswith="before").count() == written > 0
    assert len(asked) < 6 * COURSES * CLASSES
    assert time.process_time() - began < 10 * A_SECOND

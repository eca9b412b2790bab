"""Homework: a guide for whoever takes part, a mark that counts a group once, and nothing that was written."""

import pytest

from kulturspejl.actions import courses
from kulturspejl.actions.reading.marks import mark_homework
from kulturspejl.core.errors import NotThere
from kulturspejl.readers.between import reading_lists
from kulturspejl.readers.between.certificates import certificate
from kulturspejl.readers.between.homework import own_homework
from kulturspejl.records.models import CourseGroup, HomeworkMark, Membership
from tests.actions.reading.course import DAYS, made
from tests.actions.town import NOW

pytestmark = pytest.mark.django_db
TALK = "shared_dialogue"


def counts(course):
    page = reading_lists.course_reading(course.frida, course.id, language="en", now=NOW)
    return {one.homework: (one.done, one.groups) for one in page.homework if one.class_name == "Hold A"}


def more_groups(course, name, *, confirmed_at):
    group = CourseGroup.objects.create(held_id=course.class_id, workplace=name)
    Membership.objects.create(
        group=group, name=name, address=f"{name}@kursus.example", joined_at=NOW, confirmed_at=confirmed_at,
        key_hash=name,
    )  # fmt: skip


def test_a_group_counts_once_and_taken_back_not_at_all():
    course = made()
    assert list(counts(course).values()) == [(None, 2), (None, 2)], "of so few the number tells which"
    for at in range(3):
        more_groups(course, f"p{at}", confirmed_at=NOW)
    more_groups(course, "waits", confirmed_at=None)
    assert list(counts(course).values()) == [(0, 5), (0, 5)], "who has not said yes yet is no group"
    for name in ("Lis", "Ali", "Lis"):
        mark_homework(secret=course.secret(name), homework=TALK, is_done=True, now=NOW)
    assert counts(course)["Shared dialogue in your own unit"] == (1, 5)
    for name in ("Lis", "Ali"):
        mark_homework(secret=course.secret(name), homework=TALK, is_done=False, now=NOW)
    assert counts(course)["Shared dialogue in your own unit"] == (0, 5)
    assert {field.name for field in HomeworkMark._meta.get_fields()} == {"id", "member", "homework"}


def test_the_guide_fits_its_hour_and_its_days():
    course = made()
    found = own_homework(course.secret("Ali"), TALK, language="da", now=NOW)
    assert (found.minutes, found.steps[-1].begins + found.steps[-1].minutes, found.on) == (45, 45, DAYS["module_2"])
    assert not found.is_done
    home = own_homework(course.secret("Ali"), "towards_module_3", language="da", now=NOW)
    assert [one.id for one in home.meetings] == ["team_dialogue", "team_learning"]
    for secret, homework in ((course.secret("Ali"), "none"), ("x", TALK)):
        with pytest.raises(NotThere):
            own_homework(secret, homework, language="da", now=NOW)
        with pytest.raises(NotThere):
            mark_homework(secret=secret, homework=homework, is_done=True, now=NOW)


def test_a_certificate_is_there_from_the_last_day_on_for_whoever_was_there():
    course = made()
    last = NOW + (DAYS["module_3"] - NOW.date())
    Membership.objects.filter(name="Lis").update(days_present=3)
    with pytest.raises(NotThere):
        certificate(course.secret("Lis"), now=NOW)
    found = certificate(course.secret("Lis"), now=last)
    assert (found.name, found.days, found.total, found.last) == ("Lis", 3, 4, DAYS["module_3"])
    with pytest.raises(NotThere):
        certificate(course.secret("Ali"), now=last)
    wish = courses.CourseWish(name="Foråret", certificates=False)
    courses.change_course(by=course.frida, course_id=course.id, wish=wish, now=NOW)
    with pytest.raises(NotThere):
        certificate(course.secret("Lis"), now=last)


def test_no_room_is_offered_where_none_is_lent(monkeypatch):
    course = made()
    monkeypatch.setattr("kulturspejl.readers.between.homework.lends_rooms", lambda: False)
    assert own_homework(course.secret("Ali"), "towards_module_3", language="da", now=NOW).meetings == ()

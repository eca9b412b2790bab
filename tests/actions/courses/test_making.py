"""A course is made of its content, dated, filled from a list; who may not run days finds nothing."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kulturspejl.actions import courses, rooms
from kulturspejl.actions.courses import CourseWish
from kulturspejl.core.choreography import commands as do
from kulturspejl.core.errors import Conflict, Faulty, NotThere, Refused
from kulturspejl.readers.courses import listing
from kulturspejl.records.models import AuditEntry, CourseGroup, CourseLetter, Membership, Room
from kulturspejl.values.room_day import day_of_room
from tests.actions.courses.made import FIRST, a_course, days, put_on
from tests.actions.town import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_a_class_has_the_days_of_its_course_and_groups_from_the_list():
    made = a_course()
    assert [one.part for one in made.held.days.order_by("day")] == list(days())
    groups = {one.workplace: one.members.count() for one in CourseGroup.objects.all()}
    assert groups == {"Hjemmepleje Nord": 3, "Skovskolen": 1}
    assert CourseLetter.objects.filter(kind="course_welcome").count() == 4
    assert put_on(made.frida, made.class_id, "Lars <LARS@havnby.test>; ny@havnby.test\n") == 1, "Lars is there already"
    said = {entry.said["course"] for entry in AuditEntry.objects.filter(verb__startswith="course.")}
    assert said == {"Psykisk arbejdsmiljø 2027"}


def test_what_cannot_be_taken_is_said_at_its_field():
    made = a_course(people="")
    wrong = days()
    wrong["module_1"] = replace(wrong["module_1"], day=FIRST, ends=60)
    with pytest.raises(Faulty) as fault:
        courses.create_course(
            by=made.frida, content="psychosocial", wish=CourseWish(" ", kept_days=10), class_name="", days=wrong,
            now=NOW,
        )  # fmt: skip
    assert set(fault.value.fields) == {"name", "kept_days", "class_name", "module_1.day", "module_1.ends"}


def test_a_group_is_one_leader_and_four_representatives():
    made = a_course()
    with pytest.raises(Refused):
        put_on(made.frida, made.class_id, "Mail;Rolle;Arbejdsplads\nto@havnby.test;leder;Skovskolen\n")
    lines = "".join(f"r{at}@havnby.test;TR;Skovskolen\n" for at in range(4))
    assert put_on(made.frida, made.class_id, f"Mail;Rolle;Arbejdsplads\n{lines}") == 4
    with pytest.raises(Refused):
        put_on(made.frida, made.class_id, "Mail;Rolle;Arbejdsplads\nr9@havnby.test;AMR;Skovskolen\n")


def test_a_room_belongs_to_its_day_and_moves_with_it():
    made = a_course()
    moved = days()
    moved["module_2"] = replace(moved["module_2"], starts=8 * 60 + 30)
    courses.change_days(by=made.frida, class_id=made.class_id, name="Hold 1", days=moved, now=NOW)
    day = made.day("module_2")
    room_id = courses.open_room(by=made.frida, day_id=day.id, language="da", now=NOW)
    assert courses.open_room(by=made.frida, day_id=day.id, language="da", now=NOW) == room_id
    room = Room.objects.get(id=room_id)
    assert (room.name, room.day, room.next_day) == ("Hold 1 · Modul 2", day.day, made.day("module_3").day)
    assert day_of_room(room_id).programme.items[0].start == 8 * 60 + 30
    later = {part: replace(one, day=one.day + timedelta(days=1)) for part, one in moved.items()}
    courses.change_days(by=made.frida, class_id=made.class_id, name="Hold 1", days=later, now=NOW)
    room.refresh_from_db()
    assert (room.day, room.next_day) == (later["module_2"].day, later["module_3"].day)
    rooms.add_on_paper(by=made.frida, room_id=room_id, name="Gæst", workplace="", now=NOW)
    rooms.run(by=made.frida, room_id=room_id, command=do.Next(Room.objects.get(id=room_id).version), now=NOW)
    room.refresh_from_db()
    with pytest.raises(Faulty) as fault:
        courses.change_days(by=made.frida, class_id=made.class_id, name="Hold 1", days=moved, now=NOW)
    assert "module_2.day" in fault.value.fields, "a room that has begun is deleted when it said"
    without = {part: one for part, one in later.items() if part != "module_2"}
    with pytest.raises(Faulty):
        courses.change_days(by=made.frida, class_id=made.class_id, name="Hold 1", days=without, now=NOW)


def test_a_day_that_has_been_keeps_its_date_and_how_many_came_is_a_number():
    made = a_course()
    day = made.day("start_workshop")
    with pytest.raises(Conflict):
        courses.count_came(by=made.frida, day_id=day.id, came=23, now=NOW)
    after = NOW + timedelta(days=22)
    courses.count_came(by=made.frida, day_id=day.id, came=23, now=after)
    moved = days()
    moved["start_workshop"] = replace(moved["start_workshop"], day=FIRST - timedelta(days=1))
    with pytest.raises(Faulty) as fault:
        courses.change_days(by=made.frida, class_id=made.class_id, name="Hold 1", days=moved, now=after)
    assert set(fault.value.fields) == {"start_workshop.day"}
    assert counted(made, after) == (None, [None, None]), "four are on the class: a count of them would be of somebody"
    put_on(made.frida, made.class_id, "sent@havnby.test\n", now=after)
    assert counted(made, after) == (5, [23, None])
    for came, told in ((4, None), (5, 5)):
        courses.count_came(by=made.frida, day_id=day.id, came=came, now=after)
        assert counted(made, after) == (5, [told, None])


def counted(made, now):
    """What HR reads: (how many are on the class, how many came to its first two days)."""
    (line,) = listing.counts(made.town.hr, language="da", now=now)[0].classes
    return line.people, [one.came for one in line.days][:2]


def test_how_long_a_class_is_kept_is_not_made_longer_once_somebody_has_been_told():
    made = a_course(people="")
    longer = replace(CourseWish("Kurset"), kept_days=120)
    courses.change_course(by=made.frida, course_id=made.course_id, wish=longer, now=NOW)
    put_on(made.frida, made.class_id, "sent@havnby.test\n")
    with pytest.raises(Faulty) as fault:
        courses.change_course(
            by=made.frida, course_id=made.course_id, wish=replace(longer, kept_days=121), now=NOW
        )
    assert "120" in fault.value.fields["kept_days"].da
    courses.change_course(by=made.frida, course_id=made.course_id, wish=replace(longer, kept_days=60), now=NOW)
    assert made.course.kept_days == 60


def test_the_room_counts_who_came_when_its_day_is_closed():
    made = a_course()
    day = made.day("module_2")
    room_id = courses.open_room(by=made.frida, day_id=day.id, language="da", now=NOW)
    for number in range(3):
        rooms.add_on_paper(by=made.frida, room_id=room_id, name=f"Gæst {number}", workplace="", now=NOW)
    rooms.finish(by=made.frida, room_id=room_id, seen=Room.objects.get(id=room_id).version, now=NOW)
    assert made.day("module_2").came == 3


def test_nobody_else_finds_the_course():
    made = a_course()
    stranger = made.town.leader
    wish = CourseWish("x")
    member = made.member("Karen").id
    for refused in (
        lambda: courses.create_course(
            by=stranger, content="psychosocial", wish=wish, class_name="x", days=days(), now=NOW
        ),
        lambda: courses.change_course(by=stranger, course_id=made.course_id, wish=wish, now=NOW),
        lambda: courses.add_class(by=stranger, course_id=made.course_id, class_name="x", days=days(), now=NOW),
        lambda: courses.change_days(by=stranger, class_id=made.class_id, name="x", days=days(), now=NOW),
        lambda: courses.open_room(by=stranger, day_id=made.day("module_2").id, language="da", now=NOW),
        lambda: courses.add_people(by=stranger, class_id=made.class_id, people=[], language="da", now=NOW),
        lambda: courses.remove_member(by=stranger, class_id=made.class_id, member_id=member, now=NOW),
        lambda: courses.renew_key(by=stranger, class_id=made.class_id, member_id=member, now=NOW),
        lambda: courses.delete_class(by=stranger, class_id=made.class_id, now=NOW),
        lambda: listing.counts(stranger, language="da", now=NOW),
    ):
        with pytest.raises(NotThere):
            refused()
    assert Membership.objects.count() == 4

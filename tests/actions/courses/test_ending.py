"""Everything of a class ends on the day that was said, on the ledger; and what counts for a certificate is a number."""

from dataclasses import replace
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress

from kulturspejl.access.course_access import membership_by_feed, membership_by_key, memberships_of
from kulturspejl.actions import courses, erasing, persons
from kulturspejl.actions.courses import CourseWish
from kulturspejl.cli.archive import load, schema
from kulturspejl.core.errors import Faulty, NotThere, Refused
from kulturspejl.core.permissions import Role
from kulturspejl.readers import about_me
from kulturspejl.readers.courses import path
from kulturspejl.records.models import (
    Course,
    CourseClass,
    CourseDay,
    CourseGroup,
    CourseLetter,
    Grant,
    Membership,
    Organisation,
    Room,
    User,
)
from kulturspejl.vault import ledger
from tests.actions.courses.made import FIRST, a_course, days
from tests.actions.town import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
LAST = FIRST + timedelta(days=3 * 42)


def on(day):
    return NOW + (day - NOW.date())


def test_a_class_goes_on_its_day_and_not_before_and_its_course_with_the_last_one():
    made = a_course(wish=CourseWish("Kurset", kept_days=60))
    second = courses.add_class(
        by=made.frida, course_id=made.course_id, class_name="Hold 2", days=days(FIRST + timedelta(days=7)), now=NOW
    )
    end = LAST + timedelta(days=60)
    secret = made.key("Karen")
    assert path.own_course(secret, language="da", now=NOW).taking.deleted_on == end
    assert courses.delete_due(now=on(end - timedelta(days=1))) == []
    assert membership_by_key(secret, now=on(end - timedelta(days=1)))
    with pytest.raises(NotThere):
        membership_by_key(secret, now=on(end))
    assert courses.delete_due(now=on(end)) == [made.class_id]
    assert courses.delete_due(now=on(end)) == []
    assert not Membership.objects.exists()
    assert not CourseGroup.objects.exists()
    assert not CourseLetter.objects.exists()
    assert Course.objects.get().classes.get().id == second
    assert [one.round_id for one in ledger.entries() if one.what == ledger.COURSE_CLASS] == [made.class_id]
    courses.delete_due(now=on(end + timedelta(days=7)))
    assert not Course.objects.exists()
    assert not CourseDay.objects.exists()


def test_a_class_deleted_at_once_and_a_member_taken_off_stand_on_the_ledger():
    made = a_course()
    member = made.member("Lars")
    courses.remove_member(by=made.frida, class_id=made.class_id, member_id=member.id, now=NOW)
    assert CourseGroup.objects.count() == 1
    courses.delete_class(by=made.frida, class_id=made.class_id, now=NOW)
    assert not CourseClass.objects.exists()
    noted = {one.what: one.round_id for one in ledger.entries() if one.what.startswith("course_")}
    assert noted == {ledger.COURSE_MEMBER: member.id, ledger.COURSE_CLASS: made.class_id}


def test_days_count_by_the_rooms_code_once_a_day_and_only_where_there_is_a_certificate():
    made = a_course(wish=CourseWish("Kurset", certificates=True))
    day = made.day("module_2")
    room = Room.objects.get(id=courses.open_room(by=made.frida, day_id=day.id, language="da", now=NOW))
    secret, today = made.key("Karen"), on(day.day)
    with pytest.raises(Refused):
        courses.say_present(secret=secret, code=room.code, now=NOW)
    with pytest.raises(Faulty):
        courses.say_present(secret=secret, code="ABCDEF", now=today)
    for _ in range(3):
        courses.say_present(secret=secret, code=room.code.lower(), now=today)
    assert made.member("Karen").days_present == 1
    assert not path.own_course(secret, language="da", now=today).may_count
    courses.delete_due(now=today + timedelta(days=1))
    member = made.member("Karen")
    assert (member.days_present, member.present_on) == (1, None), "which day it was is forgotten"
    courses.change_course(by=made.frida, course_id=made.course_id, wish=CourseWish("Kurset"), now=NOW)
    with pytest.raises(Refused):
        courses.say_present(secret=secret, code=room.code, now=today)


def test_the_calendars_address_opens_the_calendar_alone():
    made = a_course()
    view = path.own_course(made.key("Karen"), language="da", now=NOW)
    feed = view.feed.split("/")[-2]
    assert "SUMMARY:Modul 1 kl. 9.00–16.00\\, Havnen 1" in path.feed_of(feed, now=NOW)[1]
    assert membership_by_feed(feed, now=NOW)
    with pytest.raises(NotThere):
        membership_by_key(feed, now=NOW)


def test_the_path_says_where_one_is_in_figure_sentence_and_next():
    made = a_course()
    view = path.own_course(made.key("Karen"), language="da", now=on(FIRST + timedelta(days=1)))
    assert view.next.part.id == "module_1"
    assert view.sentence.startswith("Du er på vej til Modul 1, dag 2 af 4. Dagen er 25. januar 2027 kl. 9.00–16.00")
    assert "Du er her" in view.figure
    assert [one.name for one in view.others] == ["Amir Dahl", "Tove Bach"]
    over = path.own_course(made.key("Karen"), language="da", now=on(LAST + timedelta(days=1)))
    assert (over.next, over.sentence) == (None, "Alle 4 dage er holdt.")


def test_a_restore_brings_nothing_of_it_back():
    made = a_course()
    taken_off = made.member("Lars")
    rows = [made.course, made.held, *made.held.groups.all(), *Membership.objects.all()]
    courses.remove_member(by=made.frida, class_id=made.class_id, member_id=taken_off.id, now=NOW)
    CourseGroup.objects.bulk_create([rows[2], rows[3]], ignore_conflicts=True)
    taken_off.save(force_insert=True)
    assert load._replay(schema.of_store()).deleted == 1
    assert not Membership.objects.filter(id=taken_off.id).exists()
    courses.delete_class(by=made.frida, class_id=made.class_id, now=NOW)
    for row in rows:
        row.save(force_insert=True)
    load._replay(schema.of_store())
    assert not Membership.objects.exists()
    assert not CourseClass.objects.exists()


def test_a_restore_opens_no_address_that_was_made_anew_and_keeps_the_one_that_is_good():
    made = a_course()
    before, member = made.member("Lars"), made.member("Lars").id
    old = made.key("Lars")
    courses.renew_key(by=made.frida, class_id=made.class_id, member_id=member, now=NOW)
    good = made.key("Lars")
    for _ in range(2):  # From a backup after it and, the second time, from one before it.
        load._replay(schema.of_store())
        assert membership_by_key(good, now=NOW).member.id == member
        with pytest.raises(NotThere):
            membership_by_key(old, now=NOW)
        before.save()


def test_whoever_is_erased_is_off_the_course_and_is_told_of_it_before():
    made = a_course()
    where, person = made.town, made.town.leader  # Karen, who takes part with the address of her account.
    found = about_me.everything(person, is_own=True, now=NOW)
    assert [row["class"] for part in found.parts if part.name == "Membership" for row in part.rows] == ["Hold 1"]
    words = {"by": where.steward, "organisation_id": where.organisation, "person_id": person.id, "now": NOW}
    erasing.take_everything(**words)
    erasing.erase(**words, is_known=True)
    assert not Membership.objects.filter(address=person.email).exists()
    assert Membership.objects.count() == 3


def test_what_is_done_in_the_unit_opens_its_page_for_the_owner_alone():
    made = a_course()
    karen, unit = made.town.leader, made.town.unit
    assert karen.email == made.member("Karen").address

    def opened(viewer):
        view = path.own_course(made.key("Karen"), language="da", now=on(FIRST + timedelta(days=1)), viewer=viewer)
        links = {one.link for stop in view.stops for one in stop.between if "/units/" in one.link}
        return links, view.opens_by_account

    assert opened(karen) == ({f"/units/{unit}/trio", f"/units/{unit}/plan"}, False)
    assert opened(None) == (set(), True), "and the page says that they open once one has logged in"
    assert opened(made.frida) == (set(), False), "of another: the link may be in other hands"


def test_an_address_that_an_administrator_has_written_opens_no_course_before_a_code_was_typed():
    made = a_course()
    where, owner = made.town, made.town.steward
    words = {"by": owner, "organisation_id": where.organisation, "person_id": owner.id, "now": NOW}
    persons.correct(**words, name=owner.name, address="lars@havnby.test")
    owner.refresh_from_db()
    assert memberships_of(owner, now=NOW) == []
    found = about_me.everything(owner, is_own=True, now=NOW)
    assert not [part for part in found.parts if part.name == "Membership"]
    EmailAddress.objects.filter(user=owner).update(verified=True)  # As the library does when the code is typed.
    assert [one.member.name for one in memberships_of(owner, now=NOW)] == ["Lars Lund"]


def test_a_course_of_another_organisation_is_neither_told_to_an_administrator_nor_ended_by_an_erasure():
    made = a_course()
    away = Organisation.objects.create(name="En anden")
    steward = User.objects.create_user(email="s@anden.test", username="s", name="Sif")
    person = User.objects.create_user(email="lars@havnby.test", username="a", name="Lars")
    for user, role in ((steward, Role.STEWARD), (person, Role.HR)):
        Grant.objects.create(user=user, organisation=away, role=role, starts=NOW.date())
    words = {"by": steward, "organisation_id": away.id, "person_id": person.id, "now": NOW}
    erasing.take_everything(**words)
    told = about_me.everything(person, is_own=False, within=away.id, now=NOW)
    assert not [part for part in told.parts if part.name == "Membership"]
    erasing.erase(**words, is_known=True)
    assert made.member("Lars").address == "lars@havnby.test"


def test_no_day_is_taken_off_that_would_let_the_class_go_with_everybodys_page():
    made = a_course(wish=CourseWish("Kurset", kept_days=30))
    wishes = days()
    last = wishes.pop("module_3")
    late = on(wishes["module_2"].day + timedelta(days=35))
    with pytest.raises(Faulty) as fault:
        courses.change_days(by=made.frida, class_id=made.class_id, name="Hold 1", days=wishes, now=late)
    assert fault.value.fields["days"].da.startswith("Så bliver holdet slettet")
    courses.delete_due(now=late)
    assert Membership.objects.count() == 4
    moved = wishes | {"module_3": replace(last, day=last.day + timedelta(days=20))}
    courses.change_days(by=made.frida, class_id=made.class_id, name="Hold 1", days=moved, now=late)
    early = on(wishes["module_2"].day - timedelta(days=5))
    courses.change_days(by=made.frida, class_id=made.class_id, name="Hold 1", days=wishes, now=early)
    assert not CourseDay.objects.filter(part="module_3").exists(), "there is a month left to fetch what one keeps"


def test_no_fewer_days_of_keeping_let_a_class_go_before_people_can_fetch_what_they_keep():
    made = a_course(wish=CourseWish("Kurset", kept_days=200))
    late = on(LAST + timedelta(days=100))
    with pytest.raises(Faulty) as fault:
        wish = CourseWish("Kurset", kept_days=30)
        courses.change_course(by=made.frida, course_id=made.course_id, wish=wish, now=late)
    assert "Skriv mindst 114." in fault.value.fields["kept_days"].da
    courses.change_course(by=made.frida, course_id=made.course_id, wish=CourseWish("Kurset", kept_days=114), now=late)
    courses.delete_due(now=late + timedelta(days=13))
    assert Membership.objects.count() == 4
    courses.delete_due(now=late + timedelta(days=14))
    assert not Membership.objects.exists()

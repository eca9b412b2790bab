"""A course, its people and their own plans, raced: no rule is asked of yesterday, nothing is lost or there twice."""

import random
import uuid
from datetime import timedelta

import pytest

from kulturspejl.access.course_access import key_of, places_taken
from kulturspejl.actions import courses, erasing, own_plan, people, rooms
from kulturspejl.actions.letters.choosing import choose_letter
from kulturspejl.actions.own_plan import sealing
from kulturspejl.actions.reading import entries
from kulturspejl.actions.reading.entries import Typed, remove_reading, save_reading
from kulturspejl.actions.reading.marks import mark_homework
from kulturspejl.core.content.parse_course import course_from_json
from kulturspejl.core.permissions import Role
from kulturspejl.core.tables.course_list import course_list
from kulturspejl.records.models import (
    AuditEntry,
    Course,
    CourseClass,
    CourseDay,
    CourseLetter,
    CourseReading,
    HomeworkMark,
    LetterOff,
    Membership,
    Participant,
    PlanReminder,
    ReadingFile,
    Room,
    SealedPlan,
    SharedLine,
    User,
)
from kulturspejl.vault import ledger
from tests.actions.courses import made
from tests.actions.courses.made import CONTENT, a_course
from tests.actions.town import NOW
from tests.attacks.racing import race, went_through

pytestmark = pytest.mark.django_db(transaction=True)
ONE, OTHER, THIRD = ("1." + letter * 40 for letter in "ABC")
ON_THE_DAY = NOW + timedelta(days=21)


@pytest.fixture(autouse=True)
def _its_own_ledger(settings, tmp_path):
    settings.KULTURSPEJL_VAR = tmp_path


def noted(verb):
    return AuditEntry.objects.filter(verb=verb).count()


def more_people(held, text, form=None):
    found = course_list("Arbejdsplads;Rolle;Person;Mail\n" + text).people
    return lambda: courses.add_people(
        by=held.frida, class_id=held.class_id, people=found, language="da", form=form, now=NOW
    )


def the_same_course_four_times(held, apart):
    form = uuid.uuid4()
    create = [
        lambda: courses.create_course(
            by=held.frida, content=CONTENT, wish=courses.CourseWish("Et kursus mere"), class_name="Hold 1",
            days=made.days(), form=form, now=NOW,
        )
    ] * 4  # fmt: skip
    assert len(set(race(*create, apart=apart))) == 1
    assert Course.objects.count() == CourseClass.objects.count() == 2


def two_lists_name_the_same_people(held, apart):
    line = "Birkelund;leder;Ida Beck;ida@havnby.test\n"
    race(more_people(held, line), more_people(held, line.upper()), more_people(held, line), apart=apart)
    assert Membership.objects.filter(address__iexact="ida@havnby.test").count() == 1
    assert CourseLetter.objects.filter(to__address="ida@havnby.test", kind="course_welcome").count() == 1


def sign_up(code, at, form=None):
    person = ("leader", f"Bo {at}", f"bo{at}@havnby.test")
    return lambda: courses.sign_up(
        code=code, workplace=f"Sted {at}", people=[person], language="da", form=form, now=NOW
    )


def the_last_place_and_the_link_that_closes(held, apart):
    most = held.held.groups.count() + 1
    courses.open_sign_up(by=held.frida, class_id=held.class_id, most=most, until=NOW.date(), now=NOW)
    code, form = held.held.sign_up_code, uuid.uuid4()
    for at in range(3):
        sign_up(code, at)()
    waiting = Membership.objects.filter(address__in=[f"bo{at}@havnby.test" for at in range(3)])
    keys = [key_of(one.id, one.key_turn) for one in waiting]
    outcomes = race(*(lambda key=key: courses.confirm(secret=key, now=NOW) for key in keys), apart=apart)
    assert (went_through(outcomes), places_taken(held.held)) == (1, most)
    courses.open_sign_up(by=held.frida, class_id=held.class_id, most=most + 5, until=NOW.date(), now=NOW)
    race(*[sign_up(code, 9, form)] * 4, apart=apart)
    assert Membership.objects.filter(address="bo9@havnby.test").count() == 1
    close = [lambda: courses.close_sign_up(by=held.frida, class_id=held.class_id, now=NOW)]
    late, _closed = race(sign_up(code, 10), *close, apart=apart)
    assert Membership.objects.filter(address="bo10@havnby.test").exists() is not isinstance(late, Exception)


def said_yes_to_by_three_while_it_is_deleted(held, apart):
    courses.open_sign_up(by=held.frida, class_id=held.class_id, most=9, until=NOW.date(), now=NOW)
    sign_up(held.held.sign_up_code, 1)()
    key = held.key("Bo")
    race(*[lambda: courses.confirm(secret=key, now=NOW)] * 3, apart=apart)
    assert held.member("Bo").confirmed_at == NOW
    delete = [lambda: courses.delete_class(by=held.frida, class_id=held.class_id, now=NOW)] * 2
    outcomes = race(*delete, more_people(held, "Ny;leder;Ny;ny@havnby.test\n"), apart=apart)
    assert went_through(outcomes[:2]) == noted("course.delete") == 1
    assert not Membership.objects.exists()
    assert [one.round_id for one in ledger.entries() if one.what == ledger.COURSE_CLASS] == [held.class_id]


def somebody_is_taken_off_renewed_and_renamed(held, apart):
    person = held.member("Lars")
    where = {"by": held.frida, "class_id": held.class_id, "member_id": person.id, "now": NOW}
    off = [lambda: courses.remove_member(**where)] * 2
    outcomes = race(
        *off, lambda: courses.renew_key(**where),
        lambda: courses.change_member(**where, name="Lars", address="lars2@havnby.test", role="leader"), apart=apart,
    )  # fmt: skip
    assert went_through(outcomes[:2]) == 1
    assert not Membership.objects.filter(id=person.id).exists()


def erased_while_the_own_workplace_gets_one_more(held, apart):
    """The group is empty for a moment, and somebody comes into it."""
    where, lars = held.town, User.objects.create(email="lars@havnby.test", name="Lars")
    people.grant(
        by=where.steward, organisation_id=where.organisation, email=lars.email, name="Lars", role=Role.TR,
        unit_id=where.unit, ends=None, now=NOW,
    )  # fmt: skip
    words = {"by": where.steward, "organisation_id": where.organisation, "person_id": lars.id, "now": NOW}
    erasing.take_everything(**words)
    outcomes = race(
        lambda: erasing.erase(**words, is_known=True),
        *(more_people(held, f"Skovskolen;TR;Eva {at};eva{at}@havnby.test\n") for at in range(3)), apart=apart,
    )  # fmt: skip
    assert went_through(outcomes) == 4
    assert not Membership.objects.filter(address="lars@havnby.test").exists()
    assert Membership.objects.filter(name__startswith="Eva").count() == 3


def a_day_is_opened_by_two_and_moved(held, apart):
    day, later = held.day("start_workshop"), made.days(made.FIRST + timedelta(days=7))
    open_it = [lambda: courses.open_room(by=held.frida, day_id=day.id, language="da", now=NOW)] * 2
    outcomes = race(
        *open_it,
        lambda: courses.change_days(by=held.frida, class_id=held.class_id, name="Hold 1", days=later, now=NOW),
        apart=apart,
    )
    assert went_through(outcomes) == 3
    room, row = Room.objects.get(), CourseDay.objects.get(id=day.id)
    assert (room.id, room.day) == (row.room_id, row.day)


def there_for_one_day(held, apart):
    day = held.day("start_workshop")
    Course.objects.update(certificates=True)
    courses.open_room(by=held.frida, day_id=day.id, language="da", now=ON_THE_DAY)
    code, key = Room.objects.get().code, held.key("Karen")
    race(*[lambda: courses.say_present(secret=key, code=code, now=ON_THE_DAY)] * 4, apart=apart)
    assert held.member("Karen").days_present == 1


def homework_is_done_and_is_not(held, apart):
    key, homework = held.key("Karen"), course_from_json(held.course.content).homework[0].id
    mark = [
        lambda is_done=is_done: mark_homework(secret=key, homework=homework, is_done=is_done, now=NOW)
        for is_done in (True, True, False, True)
    ]
    assert went_through(race(*mark, apart=apart)) == 4
    assert HomeworkMark.objects.count() <= 1


def a_link_is_asked_for_eight_times(held, apart):
    ask = [lambda: courses.ask_link(address="karen@havnby.test", now=NOW)] * 8
    assert went_through(race(*ask, apart=apart)) == 8
    assert CourseLetter.objects.filter(kind="course_link").count() == 3


def text(held, reading=None, form=None, course=None, **typed):
    words = {"part": "module_2", "title": "En tekst", "minutes": "5"} | typed
    return lambda: save_reading(
        by=held.frida, course_id=course or held.course_id, reading_id=reading, typed=Typed(**words), form=form, now=NOW
    )


def a_text_is_put_on_changed_and_taken_off(held, apart):
    before, form = CourseReading.objects.count(), uuid.uuid4()
    (one,) = set(race(*[text(held, form=form)] * 4, apart=apart))
    assert CourseReading.objects.count() == before + 1
    off = [lambda: remove_reading(by=held.frida, course_id=held.course_id, reading_id=one, now=NOW)] * 2
    outcomes = race(*off, text(held, one, title="Anden titel"), apart=apart)
    assert went_through(outcomes[:2]) == 1
    assert not CourseReading.objects.filter(id=one).exists()


def the_last_file_that_the_server_has_room_for(held, apart):
    """Each in a course of its own."""
    others = [
        courses.create_course(
            by=held.frida, content=CONTENT, wish=courses.CourseWish(f"Kursus {at}"), class_name="Hold",
            days=made.days(), now=NOW,
        )
        for at in range(3)
    ]  # fmt: skip
    room, entries.most_bytes_here = entries.most_bytes_here, lambda: 150
    try:
        outcomes = race(*(text(held, course=one, file=b"%PDF-" + b"x" * 95) for one in others), apart=apart)
    finally:
        entries.most_bytes_here = room
    assert went_through(outcomes) == ReadingFile.objects.count() == 1


def phones(held):
    courses.open_room(by=held.frida, day_id=held.day("start_workshop").id, language="da", now=ON_THE_DAY)
    code = Room.objects.get().code
    for name in ("Bo", "Ea", "Ib"):
        card = rooms.join(code=code, name=name, workplace="", now=ON_THE_DAY, rng=random.SystemRandom())
        yield lambda key=card.key: own_plan.begin_in_room(code=code, key=key, now=ON_THE_DAY)


def a_plan_is_begun_in_a_room_four_times_and_the_last_there_is_room_for(held, apart):
    first, *others = phones(held)
    assert len(set(race(*[first] * 4, apart=apart))) == 1
    assert (SealedPlan.objects.count(), Participant.objects.count()) == (1, 3)
    most, sealing.MOST = sealing.MOST, 2
    try:
        assert went_through(race(*others, apart=apart)) == 1
    finally:
        sealing.MOST = most
    assert SealedPlan.objects.count() == 2


def two_devices_write_a_plan_that_a_third_throws_away(held, apart):
    karen = held.member("Karen")
    outcomes = race(
        *(lambda sealed=one: own_plan.seal_plan(by=karen, sealed=sealed, seen="") for one in (ONE, OTHER, THIRD)),
        apart=apart,
    )
    assert went_through(outcomes) == SealedPlan.objects.count() == 1
    race(*[lambda: own_plan.throw_away_plan(by=karen, now=NOW)] * 3, apart=apart)
    assert not SealedPlan.objects.exists()
    assert [one.what for one in ledger.entries()].count(ledger.OWN_PLAN) == 1


def a_line_is_shared_four_times_and_taken_back(held, apart):
    karen = held.member("Karen")
    share = [lambda n=n: own_plan.share_line(by=karen, words=f"Jeg øver mig {n}", now=NOW) for n in range(4)]
    assert went_through(race(*share, lambda: own_plan.take_line_back(by=karen), apart=apart)) == 5
    assert SharedLine.objects.count() <= 1
    form = uuid.uuid4()
    same = [lambda: own_plan.share_line(by=karen, words="Det samme", form=form, now=NOW)] * 4
    assert len(set(race(*same, apart=apart))) == SharedLine.objects.count() == 1


def letters_are_asked_for_stopped_sent_and_switched_off(held, apart):
    karen = held.member("Karen")
    assert went_through(race(*[lambda: own_plan.remind(by=karen, weekday=2, now=NOW)] * 4, apart=apart)) == 4
    assert PlanReminder.objects.count() == 1
    stop = [lambda: own_plan.stop_reminding(by=karen, now=NOW)] * 2
    race(*stop, *[lambda: own_plan.tell_due(now=NOW + timedelta(days=7))] * 2, apart=apart)
    assert not PlanReminder.objects.exists()
    off = [
        lambda wanted=wanted: choose_letter(by=karen, kind="before_day", is_wanted=wanted, now=NOW)
        for wanted in (False, False, True, False)
    ]
    race(*off, apart=apart)
    assert LetterOff.objects.count() <= 1


SCENES = (
    the_same_course_four_times, two_lists_name_the_same_people, the_last_place_and_the_link_that_closes,
    said_yes_to_by_three_while_it_is_deleted, somebody_is_taken_off_renewed_and_renamed,
    erased_while_the_own_workplace_gets_one_more, a_day_is_opened_by_two_and_moved, there_for_one_day,
    homework_is_done_and_is_not, a_link_is_asked_for_eight_times, a_text_is_put_on_changed_and_taken_off,
    the_last_file_that_the_server_has_room_for,
    a_plan_is_begun_in_a_room_four_times_and_the_last_there_is_room_for,
    two_devices_write_a_plan_that_a_third_throws_away, a_line_is_shared_four_times_and_taken_back,
    letters_are_asked_for_stopped_sent_and_switched_off,
)  # fmt: skip


@pytest.mark.parametrize("scene", SCENES)
def test_when_two_press_at_once_the_rule_still_holds(scene):
    scene(a_course(), None)


@pytest.mark.sweep
@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("scene", SCENES)
def test_and_however_near_each_other_they_press(scene, seed, sweep_seed):
    scene(a_course(), random.Random(f"{sweep_seed} {seed}"))

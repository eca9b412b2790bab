"""A room's day, raced with itself: the door, the desk, the phones, and rooms that are lent."""

import random
import uuid
from datetime import timedelta

import pytest

from kulturspejl.access.room_access import DeskKey
from kulturspejl.actions import people, rooms
from kulturspejl.actions.rooms import borrowing, joining
from kulturspejl.core.choreography import commands as do
from kulturspejl.core.errors import Conflict, KulturspejlError, Refused, Unready
from kulturspejl.records.models import (
    Action,
    AuditEntry,
    Grant,
    KeptMeeting,
    Letter,
    Participant,
    Room,
    RoomNote,
    RoomOffer,
    SealedNotes,
)
from tests.actions.rooms import course as day
from tests.actions.rooms import team
from tests.actions.rooms.course import LATER, NOW, begin, come
from tests.attacks.racing import race, went_through

pytestmark = pytest.mark.django_db(transaction=True)
SEALED = "1." + "A" * 40


def enter(course, name, form=None, key=""):
    return rooms.join(
        code=course.code, name=name, workplace="", key=key, form=form, now=NOW, rng=random.SystemRandom()
    )


def paper(course, name, form=None):
    return rooms.add_on_paper(by=course.frida, room_id=course.id, name=name, workplace="", form=form, now=NOW)


def finish(course, by=None):
    rooms.finish(by=by or course.frida, room_id=course.id, seen=course.room.version, now=LATER)


def class_of(course, form=None):
    return rooms.create_class(
        by=course.frida, plan=day.planned(), name="Hold 2", day=NOW.date(), check_in="", homework="",
        language="da", form=form, now=NOW,
    )  # fmt: skip


def noted(verb: str) -> int:
    return AuditEntry.objects.filter(verb=verb).count()


def the_last_place_in_the_room(course, apart):
    course_most = joining.MOST_PEOPLE
    come(course, 3)
    joining.MOST_PEOPLE = 4
    try:
        outcomes = race(*[lambda n=n: enter(course, f"Bo {n}") for n in range(4)], apart=apart)
    finally:
        joining.MOST_PEOPLE = course_most
    assert went_through(outcomes) == 1
    assert Participant.objects.count() == 4
    assert sum(isinstance(one, Refused) for one in outcomes) == 3


def the_same_person_comes_in_four_times(course, apart):
    form = uuid.uuid4()
    cards = race(*[lambda: enter(course, "Bo", form)] * 4, apart=apart)
    assert len({(card.participant, card.key, card.words) for card in cards}) == 1
    assert rooms.come_back(code=course.code, words=cards[0].words, now=NOW).participant == cards[0].participant
    key = "A" * 26
    assert len({card.participant for card in race(*[lambda: enter(course, "Ea", key=key)] * 4, apart=apart)}) == 1
    assert Participant.objects.count() == 2


def the_same_key_in_two_rooms(course, apart):
    other, key = Room.objects.get(id=class_of(course)), "B" * 26

    def elsewhere():
        return rooms.join(code=other.code, name="Bo", workplace="", key=key, now=NOW, rng=random.SystemRandom())

    assert went_through(race(lambda: enter(course, "Bo", key=key), elsewhere, apart=apart)) == 1
    assert Participant.objects.count() == 1


def written_on_paper_four_times(course, apart):
    form = uuid.uuid4()
    assert len(set(race(*[lambda: paper(course, "Ib", form)] * 4, apart=apart))) == 1
    assert Participant.objects.count() == 1


def next_and_more_from_two_desks(course, apart):
    course.do(do.Next(course.state.version))
    seen, form, before = course.state.version, uuid.uuid4(), course.state.clock
    more = [
        lambda: rooms.run(by=course.frida, room_id=course.id, command=do.More(2), form=form, now=NOW)
    ] * 4
    assert len(set(race(*more, apart=apart))) == 1
    assert course.state.clock == before.longer(2, NOW)
    seen, at = course.state.version, course.state.at
    race(*[lambda by=by: course.do(do.Next(seen), by=by) for by in (course.frida, course.finn)], apart=apart)
    assert course.state.at == at + 1


def a_room_runs_on_while_its_plan_is_changed(course, apart):
    course.do(do.Next(course.state.version))
    seen = course.state.version

    def change():
        rooms.change_class(
            by=course.finn, room_id=course.id, name="Hold", day=NOW.date(), plan=day.planned(), check_in="?",
            homework="Nyt", language="da", next_day=None, texts={}, now=NOW,
        )  # fmt: skip

    assert went_through(race(change, lambda: course.do(do.Next(seen)), apart=apart)) == 2
    assert (course.state.at, course.room.homework, course.room.version) == (1, "Nyt", seen + 2)


def finished_by_two_while_somebody_comes(course, apart):
    outcomes = race(
        lambda: finish(course), lambda: finish(course, course.finn), lambda: enter(course, "Bo"), apart=apart
    )
    assert outcomes[:2] == [None, None]
    assert noted("room.finish") == 1
    assert Participant.objects.count() == went_through(outcomes[2:])


def taken_off_the_list_by_two_while_writing(course, apart):
    come(course, 1)
    person = Participant.objects.get()
    station = course.go_to("sparring", course_step(course, "sparring"))
    assert station
    take = [
        lambda by=by: rooms.remove(by=by, room_id=course.id, participant=person.id, now=NOW)
        for by in (course.frida, course.finn)
    ]
    outcomes = race(
        *take,
        lambda: rooms.mark_done(code=course.code, key=course.keys[0], station=station, now=NOW),
        lambda: rooms.seal(code=course.code, key=course.keys[0], sealed=SEALED, seen=""),
        apart=apart,
    )
    assert went_through(outcomes[:2]) == 1
    assert (Participant.objects.count(), SealedNotes.objects.count(), RoomNote.objects.count()) == (0, 0, 0)


def a_practice_is_over_while_its_phones_write(course, apart):
    practice = rooms.practise(by=course.frida, room_id=course.id, now=NOW)
    code = Room.objects.get(id=practice).code
    cards = [rooms.join(code=code, name=f"Bo {n}", workplace="", now=NOW, rng=random.SystemRandom()) for n in range(4)]
    race(
        lambda: rooms.finish(by=course.frida, room_id=practice, seen=1, now=LATER),
        *[lambda card=card: rooms.seal(code=code, key=card.key, sealed=SEALED, seen="") for card in cards],
        lambda: rooms.join(code=code, name="Ea", workplace="", now=NOW, rng=random.SystemRandom()),
        apart=apart,
    )
    assert not Room.objects.filter(id=practice).exists()
    assert (Participant.objects.count(), SealedNotes.objects.count()) == (0, 0)


def course_step(course, exercise):
    from kulturspejl.values.room_day import day_of_room

    return next(one.step for one in day_of_room(course.id).script if one.exercise == exercise)


def two_phones_lock_their_notes(course, apart):
    come(course, 1)
    outcomes = race(
        *[
            lambda sealed=sealed: rooms.seal(code=course.code, key=course.keys[0], sealed=sealed, seen="")
            for sealed in (SEALED, "1." + "B" * 40, "1." + "C" * 40)
        ],
        apart=apart,
    )
    assert went_through(outcomes) == 1
    assert sum(isinstance(one, Conflict) for one in outcomes) == 2


def the_same_class_and_practice_four_times(course, apart):
    forms = uuid.uuid4(), uuid.uuid4(), uuid.uuid4()
    before = Room.objects.count()
    race(*[lambda: class_of(course, forms[0])] * 4, apart=apart)
    race(
        *[lambda: rooms.practise(by=course.finn, room_id=course.id, form=forms[1], now=NOW)] * 4, apart=apart
    )
    race(
        *[
            lambda: rooms.practise_programme(
                by=course.frida, programme=day.PROGRAMME, language="da", form=forms[2], now=NOW
            )
        ]
        * 4,
        apart=apart,
    )
    assert Room.objects.count() == before + 3


def planned_by_somebody_whose_right_ends(course, apart):
    held = Grant.objects.get(user=course.frida)
    outcomes = race(
        lambda: class_of(course),
        lambda: people.end(by=course.town.steward, grant_id=held.id, now=NOW),
        apart=apart,
    )
    assert outcomes[1] is None
    assert AuditEntry.objects.order_by("-id").first().verb == "grant.end", "nothing was made after the end"


def the_clock_deletes_what_a_person_deletes(course, apart):
    lent = rooms.borrow(language="da", now=NOW)
    late = NOW + timedelta(days=2)
    outcomes = race(
        lambda: rooms.delete_due(now=late),
        lambda: rooms.delete_now(by=DeskKey(lent.desk_key), room_id=lent.room_id, now=late),
        lambda: rooms.delete_due(now=late),
        apart=apart,
    )
    assert not Room.objects.filter(id=lent.room_id).exists()
    assert noted("room.finish") == 1, "the class of the day before is closed once"
    assert went_through([outcomes[0], outcomes[2]]) == 2


def the_last_room_that_is_lent(_course, apart):
    most, borrowing.MOST_LENT = borrowing.MOST_LENT, 1
    try:
        outcomes = race(*[lambda: rooms.borrow(language="da", now=NOW)] * 4, apart=apart)
    finally:
        borrowing.MOST_LENT = most
    assert went_through(outcomes) == 1
    assert sum(isinstance(one, Unready) for one in outcomes) == 3


def the_same_room_lent_four_times(_course, apart):
    form = uuid.uuid4()
    before = Room.objects.count()
    (lent,) = set(race(*[lambda: rooms.borrow(language="da", form=form, now=NOW)] * 4, apart=apart))
    assert Room.objects.count() == before + 1
    rooms.agree(
        by=DeskKey(lent.desk_key), room_id=lent.room_id, action="Vi spørger", owner="Bo", day=NOW.date(), now=NOW
    )
    assert rooms.borrow(language="da", form=uuid.uuid4(), now=NOW).room_id != lent.room_id


def taken_over_by_two_of_one_unit(course, apart):
    lent, where = offered(), course.town
    outcomes = race(*[lambda one=one: team.take(lent, one, where.unit) for one in (where.amr, where.tr)], apart=apart)
    assert outcomes == [KeptMeeting.objects.get().id] * 2
    assert Action.objects.count() == 1
    assert Letter.objects.filter(kind="meeting_kept").count() == 2


def taken_over_while_it_is_taken_back(course, apart):
    lent, where = offered(), course.town
    mark = team.what_goes(team.room_of(lent)).mark
    outcomes = race(
        lambda: rooms.take_over(by=where.amr, code=lent.code, unit_id=where.unit, seen=mark, now=NOW),
        lambda: rooms.take_back_offer(by=DeskKey(lent.desk_key), room_id=lent.room_id, now=NOW), apart=apart,
    )  # fmt: skip
    assert went_through(outcomes) == 1
    assert KeptMeeting.objects.exists() is RoomOffer.objects.exists()


def taken_over_while_the_room_is_deleted(course, apart):
    lent, where = offered(), course.town
    mark = team.what_goes(team.room_of(lent)).mark
    outcomes = race(
        lambda: rooms.take_over(by=where.tr, code=lent.code, unit_id=where.unit, seen=mark, now=NOW),
        lambda: rooms.delete_now(by=DeskKey(lent.desk_key), room_id=lent.room_id, now=NOW), apart=apart,
    )  # fmt: skip
    assert not Room.objects.filter(id=lent.room_id).exists()
    assert KeptMeeting.objects.exists() is not isinstance(outcomes[0], Exception)


def taken_over_while_the_right_ends(course, apart):
    lent, where = offered(), course.town
    grant = Grant.objects.get(user=where.amr)
    outcomes = race(
        lambda: team.take(lent, where.amr, where.unit),
        lambda: people.end(by=where.steward, grant_id=grant.id, now=NOW), apart=apart,
    )  # fmt: skip
    assert not isinstance(outcomes[1], Exception)
    assert KeptMeeting.objects.exists() is not isinstance(outcomes[0], Exception)


def offered():
    lent = team.held()
    team.offer(lent)
    return lent


SCENES = (
    the_last_place_in_the_room, the_same_person_comes_in_four_times, the_same_key_in_two_rooms,
    written_on_paper_four_times, next_and_more_from_two_desks, a_room_runs_on_while_its_plan_is_changed,
    finished_by_two_while_somebody_comes, taken_off_the_list_by_two_while_writing,
    a_practice_is_over_while_its_phones_write, two_phones_lock_their_notes,
    the_same_class_and_practice_four_times, planned_by_somebody_whose_right_ends,
    the_clock_deletes_what_a_person_deletes, the_last_room_that_is_lent, the_same_room_lent_four_times,
    taken_over_by_two_of_one_unit, taken_over_while_it_is_taken_back, taken_over_while_the_room_is_deleted,
    taken_over_while_the_right_ends,
)  # fmt: skip


@pytest.mark.parametrize("scene", SCENES)
def test_when_two_press_at_once_the_rule_still_holds(scene):
    scene(begin(), None)


@pytest.mark.sweep
@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("scene", SCENES)
def test_and_however_near_each_other_they_press(scene, seed, sweep_seed):
    scene(begin(), random.Random(f"{sweep_seed} {seed}"))


def test_a_room_that_is_gone_is_lent_anew_by_the_same_form():
    form = uuid.uuid4()
    lent = rooms.borrow(language="da", form=form, now=NOW)
    again = rooms.borrow(language="da", form=form, now=NOW)
    assert (again.room_id, again.desk_key, again.code) == (lent.room_id, lent.desk_key, lent.code)
    rooms.delete_now(by=DeskKey(lent.desk_key), room_id=lent.room_id, now=NOW)
    with pytest.raises(KulturspejlError):
        rooms.agree(by=DeskKey(lent.desk_key), room_id=lent.room_id, action="x", owner="y", day=NOW.date(), now=NOW)
    assert rooms.borrow(language="da", form=form, now=NOW).room_id != lent.room_id

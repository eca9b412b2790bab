"""What people fill in: once, in its time, and without a name where that was promised."""

import uuid

import pytest

from kulturspejl.actions import rooms
from kulturspejl.core.choreography import commands as do
from kulturspejl.core.errors import Conflict, Faulty, NotThere, Refused
from kulturspejl.records.models import Participant, RoomBox, RoomGate, RoomNote, RoomPicture
from kulturspejl.values.room_day import day_of_room
from kulturspejl.vault import box_keys
from kulturspejl.vault.sealing import unseal
from tests.actions.rooms.course import NOW, begin, token

pytestmark = pytest.mark.django_db


@pytest.fixture
def course():
    return begin(10)


@pytest.fixture
def notes(course):
    """The part of the check-in that is on."""
    return f"{course.go_to('check_in', 'line')}/arrived"


@pytest.fixture
def pull(course):
    """The part without names that is on."""
    return f"{course.go_to('culture_profile', 'pairs')}/direction"


def test_a_note_that_is_sent_again_is_stored_once(course, notes):
    id = uuid.uuid4()
    key = course.keys[0]
    said = [course.send(notes, {"line": "Godt"}, key=key, id=id) for _ in range(3)]
    assert said == ["stored", "again", "again"]
    assert RoomNote.objects.count() == 1


def test_whoever_writes_anew_replaces_the_own_note_alone(course, notes):
    course.send(notes, {"line": "Første"}, key=course.keys[0])
    course.send(notes, {"line": "Min"}, key=course.keys[1])
    course.send(notes, {"line": "Anden"}, key=course.keys[0])
    assert sorted(row.values["line"] for row in RoomNote.objects.all()) == ["Anden", "Min"]


def test_nobody_takes_another_s_note_by_its_number(course, notes):
    id = uuid.uuid4()
    course.send(notes, {"line": "Min"}, key=course.keys[0], id=id)
    with pytest.raises(NotThere):
        course.send(notes, {"line": "Din"}, key=course.keys[1], id=id)
    assert RoomNote.objects.get().values == {"line": "Min"}


@pytest.mark.parametrize("key", [None, "", "A" * 26])
def test_a_note_wants_the_key_of_somebody_here(course, notes, key):
    with pytest.raises(NotThere):
        course.send(notes, {"line": "Ord"}, key=key)


def test_neither_the_row_nor_the_box_tells_who_answered_what(course, pull):
    for number in (7, 2, 5):
        course.send(pull, {"pull": "A"}, token=token(number))
    row = RoomBox.objects.get()
    with box_keys.held(row.id) as file:
        (key,) = file.keys(0)
    opened = unseal(key, row.sealed, b"room box" + row.id.bytes)
    held = opened + bytes(row.sealed) + bytes(row.before) + bytes(RoomGate.objects.get().sealed) + row.id.bytes
    for one in Participant.objects.all():
        for mark in (one.id.bytes, one.id.hex.encode(), one.key_hash.encode(), one.name.encode()):
            assert mark not in held
    size = len(opened) // 3
    serials = [opened[at : at + 16] for at in range(0, len(opened), size)]
    assert serials == sorted(serials), "by random numbers, not in the order they came"
    place = {"id", "room", "part", "sealed"}
    assert {field.name for field in RoomGate._meta.concrete_fields} == place
    assert {field.name for field in RoomBox._meta.concrete_fields} == place | {"before"}
    assert not RoomNote.objects.exists()


def test_an_answer_without_a_name_that_is_sent_again_counts_once_and_may_be_changed(course, pull):
    id = uuid.uuid4()
    said = [course.send(pull, {"pull": "A"}, token=token(1), id=id) for _ in range(2)]
    assert said == ["stored", "again"]
    course.send(pull, {"pull": "B"}, token=token(1))
    assert course.answers(pull) == [{"choice": "B"}]


def test_the_same_phone_gets_the_same_voucher_and_another_phone_of_the_same_person_none(course, pull):
    def buy(secret):
        return rooms.buy_voucher(code=course.code, part=pull, key=course.keys[0], secret=secret, now=NOW)

    first = buy(b"x" * 16)
    assert buy(b"x" * 16) == first
    with pytest.raises(Refused):
        buy(b"y" * 16)
    with pytest.raises(Refused):
        buy(None)
    with pytest.raises(Refused):
        course.send(pull, {"pull": "B"}, key=course.keys[0])


def test_one_key_alone_gives_one_answer_that_may_be_changed(course, pull):
    """As the plain form sends it, without JavaScript."""
    for chosen in "AB":
        course.send(pull, {"pull": chosen}, key=course.keys[0])
    course.send(pull, {"pull": "C"}, key=course.keys[1])
    assert sorted(one["choice"] for one in course.answers(pull)) == ["B", "C"]


@pytest.mark.parametrize("wrong", ["", "short", "x" * 65, "ø" * 20, "A" * 70])
def test_an_answer_without_a_name_wants_a_voucher(course, pull, wrong):
    with pytest.raises(Faulty):
        rooms.contribute(code=course.code, id=uuid.uuid4(), part=pull, values={"pull": "A"}, voucher=wrong, now=NOW)
    assert not RoomBox.objects.exists()


def test_a_voucher_is_for_its_own_part_and_its_own_room(course, pull):
    given = course.buy(pull, token(1))
    other = f"{course.go_to('evaluation', 'alone')}/scales"
    course.buy(other, token(2))
    with pytest.raises(Faulty):
        rooms.contribute(code=course.code, id=uuid.uuid4(), part=other, values={"useful": 4}, voucher=given, now=NOW)
    assert course.answers(other) == []


@pytest.mark.parametrize("key", [None, "", "A" * 26])
def test_whoever_is_not_here_and_whoever_is_on_paper_gets_no_voucher(course, pull, key):
    rooms.add_on_paper(by=course.frida, room_id=course.id, name="Papir", workplace="", now=NOW)
    with pytest.raises(NotThere):
        rooms.buy_voucher(code=course.code, part=pull, key=key, secret=b"x" * 16, now=NOW)
    assert not RoomBox.objects.exists()


def test_nobody_buys_a_voucher_for_what_has_a_name(course, notes):
    with pytest.raises(NotThere):
        rooms.buy_voucher(code=course.code, part=notes, key=course.keys[0], secret=b"x" * 16, now=NOW)


def test_only_while_the_station_is_on(course, notes):
    course.go_to("check_in", "circle")
    with pytest.raises(Conflict):
        course.send(notes, {"line": "For sent"}, key=course.keys[0])
    course.go_to("check_in", "line")
    assert course.send(notes, {"line": "I tide"}, key=course.keys[0]) == "stored"


def test_nothing_before_the_day_begins_and_nothing_after_it(course):
    part = f"{begin_at(course, 'check_in')}/arrived"
    with pytest.raises(Conflict):
        course.send(part, {"line": "Før"}, key=course.keys[0])
    course.go_to("check_in", "line")
    rooms.finish(by=course.frida, room_id=course.id, seen=course.state.version, now=NOW)
    with pytest.raises(Conflict):
        course.send(part, {"line": "Efter"}, key=course.keys[0])


def begin_at(course, exercise):
    """The key of the exercise's first station, without going there."""
    return next(one.key for one in day_of_room(course.id).script if one.exercise == exercise)


@pytest.mark.parametrize("part", ["", "/", "1.0.0", "1.0.0/none", "99/arrived", "x" * 500])
def test_a_part_that_is_not_there_takes_nothing(course, part):
    course.go_to("check_in", "line")
    with pytest.raises(NotThere):
        course.send(part, {"line": "Ord"}, key=course.keys[0])


def test_showing_deletes_the_box_and_closes_the_part_for_good(course, pull):
    for number in range(8):
        course.send(pull, {"pull": "A"}, token=token(number))
    course.do(do.Show("direction"))
    assert not RoomBox.objects.exists()
    first = RoomPicture.objects.get().picture
    with pytest.raises(Conflict):
        course.send(pull, {"pull": "B"}, token=token(9))
    course.do(do.Hide("direction"))
    with pytest.raises(Conflict):
        course.send(pull, {"pull": "B"}, token=token(9))
    course.do(do.Again(course.state.version))
    with pytest.raises(Conflict):
        course.send(pull, {"pull": "B"}, token=token(9))
    course.do(do.Show("direction"))
    assert RoomPicture.objects.get().picture == first, (
        "two pictures of nearly the same people would tell on one"
    )


def test_with_too_few_the_answers_wait_and_it_can_be_shown_later(course, pull):
    for number in range(7):
        course.send(pull, {"pull": "A"}, token=token(number))
    course.do(do.Show("direction"))
    assert RoomPicture.objects.get().picture["rows"] == []
    assert len(course.answers(pull)) == 7
    course.send(pull, {"pull": "A"}, token=token(8))
    assert RoomPicture.objects.get().picture["rows"] == [], "nothing grows on the wall by itself"
    course.do(do.Hide("direction"))
    course.do(do.Show("direction"))
    assert RoomPicture.objects.get().picture["rows"][0][1] == ["8 af 8", "8 of 8"]
    assert not RoomBox.objects.exists()


def lines_shown():
    return sorted(line for _label, line in RoomPicture.objects.get().picture["lines"])


def test_words_may_be_written_and_shown_again_when_enough_have_written_something_new(course, notes):
    for number, key in enumerate(course.keys[:3]):
        course.send(notes, {"line": f"Ord {number}"}, key=key)
    course.do(do.Show("arrived"))
    with pytest.raises(Conflict):
        course.send(notes, {"line": "Sen"}, key=course.keys[5])
    for number in (5, 6):
        course.do(do.Again(course.state.version))
        assert course.send(notes, {"line": f"Sen {number}"}, key=course.keys[number]) == "stored"
        course.do(do.Show("arrived"))
        assert lines_shown() == [], "one or two new lines would have an author"
    course.do(do.Again(course.state.version))
    course.send(notes, {"line": "Sen 7"}, key=course.keys[7])
    course.do(do.Show("arrived"))
    assert lines_shown() == ["Ord 0", "Ord 1", "Ord 2", "Sen 5", "Sen 6", "Sen 7"]


def test_the_same_words_may_be_shown_again(course, notes):
    for number, key in enumerate(course.keys[:3]):
        course.send(notes, {"line": f"Ord {number}"}, key=key)
    for _ in range(3):
        course.do(do.Show("arrived"))
        assert lines_shown() == ["Ord 0", "Ord 1", "Ord 2"]
        course.do(do.Again(course.state.version))


def test_what_stays_on_the_phone_is_not_taken(course):
    part = f"{course.go_to('culture_profile', 'alone')}/profile"
    with pytest.raises(Refused):
        course.send(part, {"now_d1_A": 10}, key=course.keys[0])
    assert not RoomNote.objects.exists()
    assert not RoomBox.objects.exists()


@pytest.mark.parametrize(
    "rude",
    ["x" * 100_000, "<script>alert(1)</script>" * 20, "\u202eabc" * 40, "🙂" * 81, "a\x00b\nc" * 30],
)
def test_long_and_rude_notes_are_refused_with_a_sentence(course, notes, rude):
    with pytest.raises(Faulty):
        course.send(notes, {"line": rude}, key=course.keys[0])


def test_being_done_is_counted_once_a_person_and_station(course):
    station = course.go_to("check_in", "line")
    for _ in range(2):
        rooms.mark_done(code=course.code, key=course.keys[0], station=station, now=NOW)
    assert Participant.objects.filter(done=station).count() == 1
    with pytest.raises(NotThere):
        rooms.mark_done(code=course.code, key=course.keys[0], station="99", now=NOW)
    with pytest.raises(NotThere):
        rooms.mark_done(code=course.code, key="A" * 26, station=station, now=NOW)

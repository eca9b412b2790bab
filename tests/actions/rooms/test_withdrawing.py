"""Taking back what was handed in without a name: with the phone's receipt, until it is shown, and unseen."""

import uuid

import pytest

from kulturspejl.actions import rooms
from kulturspejl.core.choreography import commands as do
from kulturspejl.core.errors import Conflict, Faulty, NotThere
from kulturspejl.records.models import RoomBox
from tests.actions.rooms.course import NOW, begin, token

pytestmark = pytest.mark.django_db


@pytest.fixture
def course():
    return begin(10)


@pytest.fixture
def pull(course):
    """The part without names that is on."""
    return f"{course.go_to('culture_profile', 'pairs')}/direction"


def back(course, part: str, number: int) -> None:
    rooms.withdraw(code=course.code, part=part, voucher=course.buy(part, token(number)), now=NOW)


def test_the_own_answer_goes_and_every_other_stays(course, pull):
    for number, chosen in enumerate("AABCD"):
        course.send(pull, {"pull": chosen}, token=token(number))
    back(course, pull, 3)
    assert sorted(one["choice"] for one in course.answers(pull)) == ["A", "A", "B", "D"]
    back(course, pull, 3)
    assert len(course.answers(pull)) == 4, "pressed twice it is gone once"


def test_an_answer_that_was_taken_back_can_be_given_anew(course, pull):
    course.send(pull, {"pull": "A"}, token=token(1))
    back(course, pull, 1)
    assert course.send(pull, {"pull": "B"}, token=token(1)) == "stored"
    assert course.answers(pull) == [{"choice": "B"}]


def test_what_is_not_shown_yet_is_taken_back_also_when_the_room_has_moved_on(course, pull):
    course.send(pull, {"pull": "A"}, token=token(1))
    receipt = course.buy(pull, token(1))
    course.go_to("check_out", "alone")
    rooms.withdraw(code=course.code, part=pull, voucher=receipt, now=NOW)
    assert course.answers(pull) == []


def test_what_is_taken_back_is_in_no_picture_and_does_not_count_towards_one(course, pull):
    for number in range(8):
        course.send(pull, {"pull": "A"}, token=token(number))
    back(course, pull, 0)
    course.do(do.Show("direction"))
    assert len(course.answers(pull)) == 7, "seven are too few, so nothing is shown and nothing deleted"


def test_what_has_been_shown_cannot_be_taken_back(course, pull):
    for number in range(8):
        course.send(pull, {"pull": "A"}, token=token(number))
    receipt = course.buy(pull, token(1))
    course.do(do.Show("direction"))
    with pytest.raises(Conflict):
        rooms.withdraw(code=course.code, part=pull, voucher=receipt, now=NOW)


@pytest.mark.parametrize("receipt", ["", "A" * 40, None])
def test_without_the_receipt_nothing_is_taken_back(course, pull, receipt):
    course.send(pull, {"pull": "A"}, token=token(1))
    with pytest.raises(Faulty):
        rooms.withdraw(code=course.code, part=pull, voucher=receipt, now=NOW)
    assert course.answers(pull) == [{"choice": "A"}]


def test_the_receipt_of_another_part_takes_nothing_back(course, pull):
    course.send(pull, {"pull": "A"}, token=token(1))
    other = f"{course.go_to('evaluation', 'alone')}/scales"
    receipt = course.buy(other, token(1))
    with pytest.raises(Faulty):
        rooms.withdraw(code=course.code, part=pull, voucher=receipt, now=NOW)


def test_what_has_a_name_behind_it_goes_another_way(course):
    notes = f"{course.go_to('check_in', 'line')}/arrived"
    with pytest.raises(NotThere):
        rooms.withdraw(code=course.code, part=notes, voucher="x", now=NOW)


def test_the_box_is_written_anew_also_where_nothing_lay_in_it(course, pull):
    course.send(pull, {"pull": "A"}, token=token(1))
    before = bytes(RoomBox.objects.get().sealed)
    back(course, pull, 2)
    after = bytes(RoomBox.objects.get().sealed)
    assert (len(after), after != before) == (len(before), True)
    with pytest.raises(NotThere):
        rooms.withdraw(code=course.code, part=f"{uuid.uuid4()}/direction", voucher="x", now=NOW)

"""What a person is told before they write is what happens, for every part that comes along and every policy."""

import random
import re
import uuid

import pytest

from kulturspejl.actions import rooms
from kulturspejl.core.choreography import commands as do
from kulturspejl.core.choreography.robots import fill_in
from kulturspejl.core.disclosure.room.picture import picture_of
from kulturspejl.core.errors import Refused
from kulturspejl.core.kinds.agreement_items import SIDE
from kulturspejl.core.kinds.board import LINES
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.library.crew import crew_in
from kulturspejl.library.policies import load_policy
from kulturspejl.readers import rooms as faces
from kulturspejl.readers.rooms.who_sees import AMONG_ROBOTS, ON_THE_PHONE, ONLY_HERE, SEALED, who_sees
from kulturspejl.records.models import Room, RoomNote
from kulturspejl.records.room_boxes import RoomBox
from kulturspejl.values.room_day import day_of_room
from tests.actions.rooms.course import NOW, begin
from tests.content import content
from tests.every import every

PARTS = {
    f"{exercise.id}-{step.id}-{part.id}": (part,)
    for exercise in content().exercises.values()
    for step in exercise.steps
    for part in step.parts
}
POLICY = load_policy()
POLICIES = [POLICY, POLICY.raised_to(10)]
LANGUAGES = ("da", "en")


def test_a_team_that_meets_for_an_hour_is_told_of_its_meeting_and_not_of_a_day():
    for (part,) in PARTS.values():
        if part.visibility is not Visibility.PRIVATE and not part.is_only_here and not part.is_carried:
            assert "dagen" not in who_sees(part, POLICY, is_lent=True).into("da"), part.id


def numbers(text: str) -> list[int]:
    return [int(one) for one in re.findall(r"\d+", text)]


def sides_of(part):
    return getattr(part.shape, "sides", ())


def answers(part, count: int):
    """So many answers, spread so that no picture is one-sided; None where no robot can fill it in."""
    rng, texts = random.Random(7), crew_in("da")
    first = fill_in(part, texts, rng)
    if first is None:
        return None
    sides = [{SIDE: side.id} for side in sides_of(part)] or [{}]
    return [part.check(first | sides[place % len(sides)]) for place in range(count)]


@every({f"{name}, from {policy.mean}": (part, policy) for name, (part,) in PARTS.items() for policy in POLICIES})
def test_the_number_that_is_said_is_the_number_from_which_it_is_shown(part, policy):
    said = [who_sees(part, policy).into(language) for language in LANGUAGES]
    if part.visibility is Visibility.PRIVATE or part.picture is None:
        assert [numbers(text) for text in said] == [[], []]
        return
    if part.role:
        assert said[0].startswith("Det er gruppens ord.")
        assert picture_of(part, answers(part, 1), policy, random.Random(1)).hidden is None
        return
    ((least,), (same,)) = (numbers(text) for text in said)
    assert least == same
    if answers(part, 1) is not None:
        least *= max(1, len(sides_of(part)))
        assert picture_of(part, answers(part, least - 1), policy, random.Random(1)).hidden is not None
        assert picture_of(part, answers(part, least), policy, random.Random(1)).hidden is None


@every(PARTS)
def test_what_is_said_to_stay_on_the_phone_is_not_taken(part):
    for is_practice in (False, True):
        plain = who_sees(part, POLICY, is_practice=is_practice)
        sealed = who_sees(part, POLICY, is_sealed=True, is_practice=is_practice)
        stays = part.visibility is Visibility.PRIVATE
        assert (plain == ON_THE_PHONE) == (sealed == SEALED) == (stays and not part.is_only_here)
        assert (plain == ONLY_HERE) == (sealed == ONLY_HERE) == part.is_only_here
    if stays:
        with pytest.raises(Refused):
            part.check({})


@every(PARTS)
def test_words_that_are_shown_one_by_one_are_not_said_to_be_combined(part):
    said = who_sees(part, POLICY)
    if part.picture is LINES:
        assert ("tilfældig rækkefølge" in said.da, "an order of chance" in said.en) == (True, True)
        assert "sammen med de andres" not in said.da
    assert ("uden dit navn" in said.da) == (part.visibility is Visibility.AGGREGATE)


@every(PARTS)
def test_in_practice_it_says_that_robots_answer_too(part):
    said = who_sees(part, POLICY, is_practice=True)
    is_shown = part.picture is not None and part.visibility is not Visibility.PRIVATE
    assert (AMONG_ROBOTS.da in said.da) == is_shown
    assert AMONG_ROBOTS.da not in who_sees(part, POLICY).da


@pytest.mark.django_db
def test_the_phone_says_it_of_its_own_room():
    """An organisation that shows nothing under ten is told so on the phone; practice is called practice."""
    course = begin(2, is_practice=True)
    Room.objects.filter(id=course.id).update(minimum=10)
    course.go_to("culture_profile", "pairs")
    part = next(one for one in _phone(course).station.parts if one.is_unsigned)
    assert "mindst 10" in part.who_sees
    assert AMONG_ROBOTS.da in part.who_sees


def _phone(course):
    return faces.phone(course.code, course.keys[0], language="da", now=NOW)


@pytest.mark.django_db
@pytest.mark.slow
def test_what_is_said_to_be_handed_in_without_a_name_leaves_no_row_with_one():
    """Over a whole day: at every step, every part is filled in, and lands where the sentence says."""
    course, rng, texts = begin(1), random.Random(3), crew_in("da")
    for at, station in enumerate(_script(course)):
        course.do(_to(course, at))
        for part in _parts(course, station):
            values = fill_in(part, texts, rng)
            if values is None:
                continue
            notes, boxes = RoomNote.objects.count(), RoomBox.objects.count()
            course.send(f"{station.key}/{part.id}", values, key=course.keys[0], id=uuid.uuid4())
            is_unsigned = "uden dit navn" in who_sees(part, POLICY).da
            assert (RoomNote.objects.count() - notes, RoomBox.objects.count() - boxes) == (not is_unsigned, is_unsigned)
    assert RoomBox.objects.exists()
    rooms.finish(by=course.frida, room_id=course.id, seen=course.state.version, now=NOW)
    assert not RoomNote.objects.exists(), "deleted when the day is over"
    assert not RoomBox.objects.exists()


def _script(course):
    return day_of_room(course.id).script


def _parts(course, station):
    step = day_of_room(course.id).step_of(station)
    return step.parts if step else ()


def _to(course, at):
    return do.GoTo(at, course.state.version)

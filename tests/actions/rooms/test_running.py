"""Commands that meet: nothing lost, nothing doubled."""

import random
import uuid
from collections import Counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kulturspejl.actions import rooms
from kulturspejl.actions.deciding import deciding
from kulturspejl.actions.rooms.running import apply
from kulturspejl.core.choreography import WallMode
from kulturspejl.core.choreography import commands as do
from kulturspejl.core.choreography.clocks import Clock
from kulturspejl.core.content.gathering import Gathering
from kulturspejl.core.errors import Conflict, NotThere
from kulturspejl.records.models import Participant, Room, RoomBox, RoomPicture
from tests.actions.rooms.course import LATER, NOW, begin, come, token
from tests.attacks.racing import together


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("attempt", range(4))
def test_two_facilitators_who_press_next_at_once_move_the_room_one_station(attempt):
    course = begin(2)
    seen = course.state.version
    press = [lambda by=by: course.do(do.Next(seen), by=by) for by in (course.frida, course.finn) * 3]
    assert set(together(*press)) == {2}
    assert (course.state.at, course.room.version) == (0, course.state.version)


@pytest.mark.django_db(transaction=True)
def test_everybody_who_taps_a_number_at_once_is_counted():
    course = begin(12)
    course.go_to("sparring", "talk")
    rooms.count_to(by=course.frida, room_id=course.id, now=NOW)
    says = [
        lambda key=key, number=number: rooms.say_number(
            code=course.code, key=key, number=1 + number % 3, now=NOW
        )
        for number, key in enumerate(course.keys)
    ]
    assert all(isinstance(one, int) for one in together(*says))
    assert Counter(course.state.said.values()) == {1: 4, 2: 4, 3: 4}


@pytest.mark.django_db(transaction=True)
def test_answers_that_come_at_once_all_lie_in_the_box():
    course = begin(12)
    station = course.go_to("culture_profile", "pairs")
    sends = [
        lambda number=number: course.send(f"{station}/direction", {"pull": "A"}, token=token(number))
        for number in range(12)
    ]
    assert together(*sends) == ["stored"] * 12
    assert len(course.answers(f"{station}/direction")) == 12


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("attempt", range(3))
def test_an_answer_in_the_moment_of_showing_is_in_the_picture_or_is_refused(attempt):
    course = begin(14)
    station = course.go_to("culture_profile", "pairs")
    for number in range(8):
        course.send(f"{station}/direction", {"pull": "A"}, token=token(number))
    sends = [
        lambda number=number: course.send(f"{station}/direction", {"pull": "A"}, token=token(number))
        for number in range(8, 14)
    ]
    said = together(*sends, lambda: course.do(do.Show("direction")))[:-1]
    assert {type(one) for one in said} <= {str, Conflict}
    stored = 8 + sum(one == "stored" for one in said)
    assert RoomPicture.objects.get().picture["rows"][0][1][0] == f"{stored} af {stored}"
    assert not RoomBox.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_those_who_come_in_at_once_are_all_here_and_all_placed():
    course = begin(4)
    course.go_to("culture_profile", "pairs")
    rooms.divide(by=course.frida, room_id=course.id, rng=random.Random(1), now=NOW)
    joins = [
        lambda number=number: rooms.join(
            code=course.code, name=f"Sen {number}", workplace="", now=NOW, rng=random.Random(1000 + number)
        )
        for number in range(6)
    ]
    assert all(isinstance(one, rooms.Joined) for one in together(*joins))
    seated = [one for group in course.state.divisions[Gathering.PAIRS] for one in group]
    assert sorted(seated) == sorted(str(one) for one in Participant.objects.values_list("id", flat=True))
    assert len(seated) == 10


pytestmark = pytest.mark.django_db


def test_a_clock_runs_by_itself_and_takes_two_more_minutes():
    course = begin()
    course.go_to("check_in", "line")
    course.do(do.More(2), now=LATER)
    assert course.state.clock == Clock(240.0, LATER), "two of five were left, and two more"
    course.do(do.Pause(), now=LATER)
    assert course.state.clock.since is None


def test_the_state_in_the_table_is_of_the_version_beside_it():
    course = begin()
    for command in (do.Next(1), do.SetWall(WallMode.BLANK), do.SetWall(WallMode.NOW)):
        version = course.do(command)
        assert version == course.room.version == course.state.version


def test_a_press_that_changes_nothing_writes_nothing():
    course = begin()
    course.do(do.SetWall(WallMode.BLANK))
    before = course.room.version
    assert course.do(do.SetWall(WallMode.BLANK)) == before
    assert course.room.version == before


def test_a_room_that_is_not_there_is_nobody_s():
    course = begin()
    with pytest.raises(NotThere):
        rooms.run(by=course.frida, room_id=uuid.uuid4(), command=do.Next(1), now=NOW)


def test_latecomers_sit_with_the_others_and_whoever_leaves_sits_nowhere():
    course = begin(7)
    course.go_to("culture_profile", "pairs")
    rooms.divide(by=course.frida, room_id=course.id, rng=random.Random(2), now=NOW)
    assert sorted(map(len, course.state.divisions[Gathering.PAIRS])) == [2, 2, 3]
    come(course, 1)
    assert sorted(map(len, course.state.divisions[Gathering.PAIRS])) == [2, 2, 2, 2]
    gone = Participant.objects.get(name="Deltager 03")
    rooms.remove(by=course.finn, room_id=course.id, participant=gone.id, now=NOW)
    assert str(gone.id) not in [one for group in course.state.divisions[Gathering.PAIRS] for one in group]
    with pytest.raises(NotThere):
        rooms.remove(by=course.finn, room_id=course.id, participant=gone.id, now=NOW)


def test_one_tap_makes_groups_and_keeps_the_same_workplace_apart():
    course = begin(26)
    course.go_to("sparring", "talk")
    rooms.divide(by=course.frida, room_id=course.id, rng=random.Random(5), now=NOW)
    made = course.state.divisions[Gathering.GROUPS]
    assert Counter(map(len, made)) == {4: 5, 3: 2}
    home = {str(one.id) for one in Participant.objects.filter(workplace="Skovskolen")}
    assert len(home) == 9
    assert sorted(len(home & set(group)) for group in made) == [1, 1, 1, 1, 1, 2, 2]


def test_counting_off_seats_people_by_what_they_said():
    course = begin(9)
    course.go_to("sparring", "talk")
    assert rooms.count_to(by=course.frida, room_id=course.id, now=NOW) == 3
    for number, key in enumerate(course.keys[:8]):
        rooms.say_number(code=course.code, key=key, number=1 + number % 3, now=NOW)
    rooms.groups_from_count(by=course.finn, room_id=course.id, now=NOW)
    assert [len(group) for group in course.state.divisions[Gathering.GROUPS]] == [3, 3, 3]
    with pytest.raises(Conflict):
        rooms.groups_from_count(by=course.finn, room_id=course.id, now=NOW)


def test_where_people_sit_as_they_like_there_is_nothing_to_divide():
    course = begin(5)
    course.go_to("check_in", "line")
    with pytest.raises(Conflict):
        rooms.divide(by=course.frida, room_id=course.id, rng=random.Random(1), now=NOW)
    with pytest.raises(Conflict):
        rooms.count_to(by=course.frida, room_id=course.id, now=NOW)


def test_a_group_takes_its_own_case_and_its_own_pause():
    course = begin(8)
    course.go_to("sparring", "talk")
    rooms.divide(by=course.frida, room_id=course.id, rng=random.Random(1), now=NOW)
    rooms.claim(code=course.code, key=course.keys[0], now=NOW)
    me = rooms.come_back(code=course.code, key=course.keys[0], now=NOW).participant
    mine = next(
        place for place, group in enumerate(course.state.divisions[Gathering.GROUPS]) if str(me) in group
    )
    assert course.state.owners[mine] == str(me)
    rooms.group_step(code=course.code, key=course.keys[0], verb="pause", now=LATER)
    assert [walk.since is None for walk in course.state.walks] == [place == mine for place in range(2)]
    rooms.group_step(code=course.code, key=course.keys[0], verb="resume", now=LATER)
    assert course.state.walks[mine].since == LATER
    with pytest.raises(Conflict):
        rooms.group_step(code=course.code, key=course.keys[0], verb="push", now=LATER)


def test_somebody_on_paper_stands_in_groups_and_has_no_key():
    course = begin(5)
    made = rooms.add_on_paper(by=course.frida, room_id=course.id, name="Papir", workplace="", now=NOW)
    assert Participant.objects.get(id=made).key_hash is None
    course.go_to("culture_profile", "pairs")
    rooms.divide(by=course.frida, room_id=course.id, rng=random.Random(1), now=NOW)
    assert str(made) in [one for group in course.state.divisions[Gathering.PAIRS] for one in group]
    for key in ("", None):
        with pytest.raises(NotThere):
            rooms.say_number(code=course.code, key=key, number=1, now=NOW)


def test_the_content_of_a_room_stays_as_it_was_planned():
    course = begin()
    kept = Room.objects.get(id=course.id).content
    assert set(kept) == {"programme", "exercises"}
    assert "sparring" in kept["exercises"]


@pytest.mark.django_db(transaction=True)
def test_one_press_reads_the_room_once_and_several_commands_of_it_go_on_from_each_other():
    course = begin(2)
    course.do(do.Next(course.state.version))
    with CaptureQueriesContext(connection) as asked:
        course.do(do.More(1))
    read = [one["sql"] for one in asked.captured_queries if 'FROM "records_room" ' in one["sql"]]
    assert len(read) == 1
    assert not any("SAVEPOINT" in one["sql"] for one in asked.captured_queries)
    with deciding(Room, course.id) as room:
        versions = [apply(room, do.More(1), NOW) for _ in range(3)]
    assert versions == list(range(versions[0], versions[0] + 3))
    assert course.room.version == course.state.version == versions[-1]

"""What a step asks of a phone, whether there is enough for a picture, and what is asked before a picture is passed."""

import random
import uuid

import pytest
from django.test import Client

from kulturspejl.access.room_access import DeskKey
from kulturspejl.actions import rooms
from kulturspejl.core.choreography import commands as do
from kulturspejl.core.choreography.state import from_json
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.faces.facilitator.runner import COOKIE
from kulturspejl.readers import rooms as readers
from kulturspejl.records.models import Participant, Room
from kulturspejl.values.room_day import day_of_room
from tests.actions.rooms.course import NOW, begin
from tests.actions.rooms.test_borrowing import POINTS
from tests.content import content

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
ROOM_OF_A_COPY = 4096
"""participant/sealing.js: what answers have in each locked copy, filled or not."""


class Team:
    """A borrowed room with so many phones."""

    def __init__(self, phones: int) -> None:
        self.lent = rooms.borrow(language="da", now=NOW)
        self.by = DeskKey(self.lent.desk_key)
        names = [f"Kollega {one}" for one in range(phones)]
        self.keys = [
            rooms.join(code=self.lent.code, name=name, workplace="", now=NOW, rng=random.Random(name)).key
            for name in names
        ]

    @property
    def version(self) -> int:
        return from_json(Room.objects.get(id=self.lent.room_id).state).version

    def go_to(self, step: str) -> str:
        script = day_of_room(self.lent.room_id).script
        at = next(place for place, one in enumerate(script) if one.step == step)
        rooms.run(by=self.by, room_id=self.lent.room_id, command=do.GoTo(at, self.version), now=NOW)
        return script[at].key

    def begin(self) -> None:
        rooms.run(by=self.by, room_id=self.lent.room_id, command=do.Next(self.version), now=NOW)

    def answer(self, part: str, key: str) -> None:
        rooms.contribute(code=self.lent.code, id=uuid.uuid4(), part=part, values=POINTS, key=key, now=NOW)

    @property
    def desk(self):
        return readers.desk(self.by, self.lent.room_id, language="da", now=NOW)

    @property
    def phone(self):
        return readers.phone(self.lent.code, self.keys[0], language="da", now=NOW)


def asked(course, exercise: str, step: str) -> tuple[int, bool, int]:
    """How many parts one button sends, whether one says by hand that one is done, and of how many the desk counts."""
    course.go_to(exercise, step)
    phone = readers.phone(course.code, course.keys[0], language="da", now=NOW)
    return phone.sends, phone.asks_done, readers.desk(course.frida, course.id, language="da", now=NOW).done_of


def test_sending_is_being_done_and_nobody_is_done_where_nothing_is_to_be_done():
    course = begin(4)
    assert asked(course, "culture_profile", "alone") == (0, True, 4), "for oneself: said by hand"
    assert asked(course, "culture_profile", "pairs") == (2, False, 4), "two are handed in: sending says it"
    assert asked(course, "culture_profile", "together") == (0, False, 0), "plenary"
    assert asked(course, "evaluation", "alone") == (2, False, 4), "two parts, one button"
    assert asked(course, "check_in", "circle") == (0, True, 4), "a talk in groups"


def test_who_is_done_stands_with_a_name_only_where_nothing_is_asked_without_one():
    course = begin(2)
    for step, is_named in (("alone", True), ("pairs", False)):
        key = course.go_to("culture_profile", step)
        rooms.mark_done(code=course.code, key=course.keys[0], station=key, now=NOW)
        page = readers.desk(course.frida, course.id, language="da", now=NOW)
        assert (page.done, page.names_done) == (1, is_named)
        html = at_the_desk(course)
        assert ("· færdig" in " ".join(html.split())) == is_named


def at_the_desk(course) -> str:
    browser = Client(headers={"accept-language": "da"})
    browser.force_login(course.frida)
    return browser.get(f"/facilitate/{course.id}").content.decode()


def test_the_desk_hears_whether_there_is_enough_and_never_how_many():
    team = Team(7)
    station = team.go_to("alone")
    for number in range(7):
        enough = team.desk.enough
        assert (enough.least, enough.is_enough, enough.can_be) == (5, number >= 5, True)
        team.answer(f"{station}/profile", team.keys[number])
    assert set(vars(team.desk.enough)) == {"least", "is_enough", "can_be"}


def test_the_way_on_asks_about_a_picture_that_nobody_has_shown():
    team = Team(6)
    station = team.go_to("alone")
    assert (team.desk.ask.count, team.desk.ask.is_enough) == (1, False)
    for key in team.keys[:5]:
        team.answer(f"{station}/profile", key)
    assert team.desk.ask.is_enough
    seen = team.version
    rooms.show_all(by=team.by, room_id=team.lent.room_id, seen=seen, now=NOW)
    assert team.desk.ask is None
    assert [one.hidden for one in team.desk.shown] == [""]
    before = team.version
    rooms.show_all(by=team.by, room_id=team.lent.room_id, seen=seen, now=NOW)
    assert team.version == before, "a second press shows nothing more"


def test_an_old_press_shows_nothing_of_the_step_that_is_on_by_now():
    team = Team(6)
    team.go_to("together")
    seen = team.version
    station = team.go_to("alone")
    for key in team.keys[:5]:
        team.answer(f"{station}/profile", key)
    rooms.show_all(by=team.by, room_id=team.lent.room_id, seen=seen, now=NOW)
    assert team.desk.shown == ()


def test_under_five_it_is_said_at_the_start_and_nothing_is_asked_on_the_way():
    team = Team(3)
    assert team.desk.few is None
    team.begin()
    few = team.desk.few
    assert (few.here, few.least, len(few.guide)) == (3, 5, 5)
    assert team.phone.few == few
    team.go_to("alone")
    assert team.desk.ask is None
    assert not team.desk.enough.can_be
    team.go_to("together")
    assert team.phone.few == few, "where the picture would be talked about the guide is at hand"
    assert Team(5).desk.few is None


def test_a_press_on_next_asks_first_and_goes_on_when_it_is_sure():
    team = Team(6)
    team.go_to("alone")
    browser = Client(headers={"accept-language": "da"})
    browser.cookies[COOKIE] = team.lent.desk_key
    place = f"/facilitate/{team.lent.room_id}"
    data = {"verb": "next", "seen": str(team.version)}
    reply = browser.post(f"{place}/do", data)
    assert reply.url == f"{place}?ask=1"
    assert "Gå videre uden at vise" in browser.get(reply.url).content.decode()
    at = team.desk.at
    assert browser.post(f"{place}/do", data | {"sure": "1"}).url == place
    assert team.desk.at == at + 1


def test_who_was_asked_while_there_were_too_few_is_asked_again_when_there_are_enough():
    team = Team(6)
    station = team.go_to("alone")
    browser = Client(headers={"accept-language": "da"})
    browser.cookies[COOKIE] = team.lent.desk_key
    place = f"/facilitate/{team.lent.room_id}"
    data = {"verb": "next", "seen": str(team.version), "sure": "few"}
    for key in team.keys[:5]:
        team.answer(f"{station}/profile", key)
    assert browser.post(f"{place}/do", data).url == f"{place}?ask=1"
    page = browser.get(f"{place}?ask=1").content.decode()
    assert "Vis billedet nu?" in page
    assert 'class="card ask" aria-labelledby="ask-title" tabindex="-1" hidden' not in page
    assert 'tabindex="-1" hidden' in browser.get(place).content.decode(), "nothing is asked before somebody presses"
    another = Team(6)
    another.go_to("alone")
    browser.cookies[COOKIE] = another.lent.desk_key
    there = f"/facilitate/{another.lent.room_id}"
    data = {"verb": "next", "seen": str(another.version), "sure": "few"}
    assert browser.post(f"{there}/do", data).url == there


def test_no_page_and_no_bell_tells_who_has_answered_by_being_enough():
    """Only the sixth answer of five that are needed may be told, and only that there are enough."""
    team = Team(7)
    station = team.go_to("alone")
    for key in team.keys[:5]:
        team.answer(f"{station}/profile", key)
    before = team.desk
    team.answer(f"{station}/profile", team.keys[5])
    assert team.desk == before
    assert not Participant.objects.exclude(done="").exists(), "being done is a request of its own"


def test_all_that_a_day_asks_without_a_name_fits_in_the_room_that_a_copy_has_for_it():
    found = content()
    for plan in found.programmes.values():
        used = [found.exercises[one] for one in {one for item in plan.items for one in item.exercises}]
        parts = [part for one in used for step in one.steps for part in step.parts]
        name = len('"answer:10.10.10/":{"value":,"at":1795500000000},')
        asked = [part for part in parts if part.visibility is Visibility.AGGREGATE]
        assert sum(part.shape.width + name + len(part.id) for part in asked) <= ROOM_OF_A_COPY, plan.id


def test_what_was_answered_without_a_name_is_brought_and_stands_on_the_page_after_the_day():
    course = begin(2, also=("learning_culture",))
    station = course.go_to("learning_culture", "status")
    course.go_to("learning_culture", "talk")
    phone = readers.phone(course.code, course.keys[0], language="da", now=NOW)
    assert [part.key for part in phone.station.brings] == [f"{station}/place"]
    assert f"{station}/place" in [part.key for part in phone.answered]
    rooms.finish(by=course.frida, room_id=course.id, seen=course.state.version, now=NOW)
    phone = readers.phone(course.code, course.keys[0], language="da", now=NOW)
    assert f"{station}/place" in [part.key for chapter in phone.own.chapters for part in chapter.answered]
    other = readers.phone(course.code, course.keys[1], language="da", now=NOW)
    assert other.own.chapters == phone.own.chapters, "the server draws the same for whoever has answered, or not"


def test_in_a_team_s_room_it_goes_when_the_meeting_closes():
    team = Team(5)
    team.go_to("alone")
    assert "Når mødet bliver lukket, forsvinder det også dér." in team.phone.station.keeps
    team.go_to("together")
    assert len(team.phone.answered) == 1
    rooms.finish(by=team.by, room_id=team.lent.room_id, seen=team.version, now=NOW)
    assert not [part for chapter in team.phone.own.chapters for part in chapter.answered]


def test_at_each_step_it_is_the_step_s_own_picture_that_six_are_too_few_for():
    course = begin(6, also=("learning_culture",))
    course.go_to("learning_culture", "status")
    few = readers.phone(course.code, course.keys[0], language="da", now=NOW).few
    assert (few.here, few.least) == (6, 8)
    course.go_to("learning_culture", "talk")
    assert readers.phone(course.code, course.keys[0], language="da", now=NOW).few is None

"""The desk's buttons: each is a form, two facilitators do not trip each other, and nonsense finds nothing."""

import pytest

from kulturspejl.core.choreography import commands as do
from kulturspejl.faces.shared import clock
from kulturspejl.records.models import Participant
from tests.actions import town
from tests.actions.rooms.course import Course, begin, token

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def day() -> Course:
    return begin()


def press(browser, day, /, by=None, **data):
    """One press at the desk, and the page that follows."""
    return browser(by or day.frida, "da").post(f"/facilitate/{day.id}/do", data, follow=True)


@pytest.mark.slow
def test_two_who_press_next_at_once_move_the_room_one_station(at, day):
    seen = str(day.state.version)
    press(at, day, verb="next", seen=seen)
    press(at, day, by=day.finn, verb="next", seen=seen)
    assert day.state.at == 0


def test_what_cannot_be_done_is_said_and_nothing_has_happened(at, day):
    before = day.state
    words = press(at, day, verb="more", minutes="2").content.decode()
    assert "Det kan ikke gøres lige her i programmet." in words
    assert day.state == before


@pytest.mark.parametrize(
    "data",
    [
        {}, {"verb": "explode"}, {"verb": "goto", "at": "9999", "seen": "1"}, {"verb": "next", "seen": "x"},
        {"verb": "next"}, {"verb": "wall", "mode": "disco"}, {"verb": "move", "person": "x", "to": "1"},
        {"verb": "goto", "at": "9" * 5000, "seen": "1"}, {"verb": "remove", "person": "æ"},
    ],
)  # fmt: skip
def test_nonsense_finds_nothing(at, day, data):
    before = day.state
    assert press(at, day, **data).status_code == 404
    assert day.state == before


@pytest.mark.slow
def test_somebody_on_paper_stands_on_the_list(at, day):
    press(at, day, verb="paper", name="Bodil", workplace="Nord")
    words = at(day.frida, "da").get(f"/facilitate/{day.id}").content.decode()
    assert "Bodil" in words
    assert "på papir" in words
    someone = Participant.objects.get(name="Bodil")
    press(at, day, verb="remove", person=str(someone.id))
    assert not Participant.objects.filter(id=someone.id).exists()


def test_late_by_ten_minutes_is_caught_up_in_one_press(at, day):
    press(at, day, verb="next", seen=str(day.state.version))
    before = day.state.slots
    press(at, day, verb="replan", late="10", keeps_breaks="1")
    after = day.state.slots
    assert [slot.end - slot.start for slot in after if slot.is_protected] == [15, 45, 15]
    assert after[0].end == before[0].end + 10
    assert after[3] == before[3]


def page(at, day, language="da"):
    return at(day.frida, language).get(f"/facilitate/{day.id}").content.decode()


@pytest.mark.slow
def test_what_was_shown_before_can_be_seen_from_the_desk_while_it_is_on_the_wall(at):
    day = begin(4)
    key = day.go_to("check_in", "line")
    for number, one in enumerate(day.keys):
        day.send(f"{key}/arrived", {"line": f"Ord {number}"}, key=one)
    assert "På skærmen nu" not in page(at, day)
    press(at, day, verb="show", part="arrived")
    assert "Ord 2" in page(at, day)
    day.go_to("check_in", "together")
    words = page(at, day)
    assert "På skærmen nu" in words
    assert "Ord 2" in words


@pytest.mark.slow
def test_when_the_day_is_over_the_desk_holds_the_answers_and_the_promise(at):
    day = begin(8)
    key = day.go_to("evaluation", "alone")
    for number in range(8):
        day.send(f"{key}/scales", {"useful": 4}, token=token(number))
    press(at, day, verb="finish", seen=str(day.state.version))
    words = page(at, day)
    assert "Det, der blev skrevet i dag, er slettet." in words
    assert "Jeg kan bruge dagen i min egen enhed." in words
    assert 'name="verb"' not in words.partition("<main")[2]


@pytest.mark.slow
def test_nobody_chose_to_show_the_room_what_is_combined_at_the_end(at):
    day = begin(8)
    key = day.go_to("evaluation", "alone")
    for number in range(8):
        day.send(f"{key}/scales", {"useful": 4}, token=token(number))
    press(at, day, verb="finish", seen=str(day.state.version))
    wall = at(day.frida, "da").get(f"/facilitate/{day.id}/wall").content.decode()
    assert "Tak for i dag" in wall
    assert "Jeg kan bruge dagen" not in wall


def test_two_ways_to_catch_up_show_the_day_before_they_are_taken(at, monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: town.NOW.replace(hour=8, minute=5))  # 9.05 where the instance is
    day = begin()
    monkeypatch.setattr(clock, "now", lambda: town.NOW.replace(hour=8, minute=15))
    day.do(do.Next(day.state.version), now=town.NOW.replace(hour=8, minute=15))
    words = page(at, day)
    assert "15 minutter bagud" in words
    assert words.count('name="keeps_breaks"') == 2
    before = day.state.slots
    press(at, day, verb="replan", late="15", keeps_breaks="0")
    assert day.state.slots[-1].end == before[-1].end + 15
    assert "bagud" not in page(at, day)


def test_the_wall_s_buttons_say_which_one_is_on(at, day):
    press(at, day, verb="wall", mode="blank")
    words = page(at, day)
    assert words.count('aria-pressed="true"') == 1
    assert "Skærmen er sort nu." in words

"""The desk's buttons: each is a form, two facilitators do not trip each other, and nonsense finds nothing."""

import pytest

from kulturspejl.records.models import Participant
from tests.actions.rooms.course import Course, begin

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def day() -> Course:
    return begin()


def press(browser, day, /, by=None, **data):
    """One press at the desk, and the page that follows."""
    return browser(by or day.frida, "da").post(f"/facilitate/{day.id}/do", data, follow=True)


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
